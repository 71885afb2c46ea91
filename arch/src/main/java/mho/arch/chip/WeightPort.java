package mho.arch.chip;

import mho.core.cost.Action;
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

/** What weights come through on their way to the arrays, one of every chip. Its action is one byte; energy is that of the memory behind it, too. */
public record WeightPort(
        @Scales(area = ScalingLaw.LINEAR, why = "assumed: lanes side by side, each with its area and leakage")
                @Doc("Bytes a second")
                @Unit("B/s")
                double bandwidth,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Time from asking for a block to its first byte")
                @Unit("s")
                @Default("0 s")
                @Range(min = 0, max = 1)
                double latency,
        @Inline Cost cost)
        implements PricedPart {
    public static final Action BYTE = new Action("weights.port", "byte");

    private static final ExampleFigures LIKE = new ExampleFigures("560 pJ", "0.2 W", "1 mm2");

    /** How long so many bytes keep it busy. */
    public double busySeconds(double bytes) {
        return bytes / bandwidth;
    }

    ResolvedFigures figures(String path) {
        String lacking = cost.lacking(LIKE);
        if (lacking != null) {
            throw new BadInput(path + ": " + lacking + "; there is none for it");
        }
        return cost.resolve(path, bandwidth, () -> null);
    }

    @Override
    public Circuit circuit() {
        return Circuit.LINK;
    }
}
