package mho.arch.element.crossbar;

import mho.core.cost.Cost;
import mho.core.cost.ExampleFigures;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.yaml.BadInput;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;

/**
 * Digital sums of gradients beside the arrays of a core, one for every weight: each outer product is added to them, and weights are
 * changed by what has come together (mixed precision: Nandakumar et al., Front. Neurosci. 14:406, 2020). Its action is one sum that is
 * read, added to and written back, or sent, or taken in.
 *
 * @param size what the sums of all weights of a core must fit in, bytes
 * @param bits of a sum
 * @param lanes sums that are worked on in one cycle
 * @param clock cycles a second
 */
public record GradientSums(
        @Scales(
                        energy = ScalingLaw.ROOT,
                        area = ScalingLaw.LINEAR,
                        why = "assumed: lines grow with the square root, cells with the size")
                @Doc("Capacity for the sums of all weights of a core")
                @Unit("B")
                @Range(min = 1)
                long size,
        @Scales(energy = ScalingLaw.LINEAR, why = "assumed: an adder has a cell a bit; what is stored is in the size")
                @Doc("Bits of a sum, also where copies of a layer send it to one another")
                @Default("16")
                @Range(min = 2, max = 64)
                int bits,
        @Scales(area = ScalingLaw.LINEAR, why = "assumed: each lane has a multiplier and an adder")
                @Doc("Sums that are added to in one cycle")
                @Range(min = 1, max = 1 << 16)
                int lanes,
        @Scales(why = "energy is that of one sum") @Doc("Cycles a second") @Unit("Hz") @Range(min = 1) double clock,
        @Inline Cost cost)
        implements PricedPart {
    private static final ExampleFigures LIKE = new ExampleFigures("0.5 pJ", "0.1 mW", "50000 um2");

    /** Bytes that so many sums take. */
    double bytes(double sums) {
        return Math.ceil(sums * bits / 8);
    }

    double sumsPerSecond() {
        return lanes * clock;
    }

    ResolvedFigures figures(String path) {
        String lacking = cost.lacking(LIKE);
        if (lacking != null) {
            throw new BadInput(path + ": " + lacking + "; there is none for it");
        }
        return cost.resolve(path, sumsPerSecond(), () -> null);
    }

    @Override
    public Circuit circuit() {
        return Circuit.LOGIC;
    }
}
