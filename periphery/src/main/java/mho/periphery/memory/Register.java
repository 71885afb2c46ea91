package mho.periphery.memory;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Unit;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;
import mho.periphery.model.Site;

/** A register file at an input or an output. Its action is one byte, written or read. */
public record Register(
        @Scales(
                        energy = ScalingLaw.ROOT,
                        area = ScalingLaw.LINEAR,
                        why = "assumed: lines grow with the square root, cells with the size")
                @Doc("Capacity")
                @Unit("B")
                long size,
        @Scales(why = "energy is that of one byte")
                @Doc("Bytes a second it takes or gives at full activity")
                @Unit("B/s")
                double bandwidth,
        @Inline Cost cost)
        implements PricedPart {

    /** How long so many bytes keep it busy. */
    public double busySeconds(double bytes) {
        return bytes / bandwidth;
    }

    /** Cost of the register, per byte. */
    public ResolvedFigures figures(Site site) {
        boolean direct = cost.energy() != null || cost.power() != null;
        MemoryQuery query = new MemoryQuery(size, 1, WORD_BITS, false);
        ResolvedFigures figures = MemoryModels.REGISTERS.resolve(cost, bandwidth, query, site, null);
        double perByte = direct ? figures.energyJ() : figures.energyJ() * 8 / WORD_BITS;
        return figures.withEnergyJ(perByte);
    }

    // The word of the register-file model's source.
    private static final int WORD_BITS = 16;

    @Override
    public Circuit circuit() {
        return Circuit.LOGIC;
    }
}
