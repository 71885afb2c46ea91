package mho.periphery.interconnect;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.cost.Untimed;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/** A bundle of parallel wires: a tile's bus, a link of a mesh, a branch of an H-tree. Its action is one bit carried from end to end. */
public record Wires(
        @Scales(area = ScalingLaw.LINEAR, why = "energy is that of one bit; wires side by side")
                @Doc("Bits carried in each cycle")
                @Unit("bit")
                long width,
        @Scales(why = "it sets times; an action costs what it cost") @Doc("Clock") @Unit("Hz") double clock,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Cycles from end to end")
                @Default("1")
                @Range(min = 1, max = 65536)
                int latencyCycles,
        @Scales(energy = ScalingLaw.LINEAR, area = ScalingLaw.LINEAR, why = "C is proportional to length")
                @Untimed
                @Doc("Length, for the wire models")
                @Unit("m")
                @Nullable
                Double length,
        @Inline Cost cost)
        implements PricedPart {

    /** Cycles that so many bits keep it busy. */
    public long cycles(long bits) {
        return (bits + width - 1) / width;
    }

    public double bitsPerSecond() {
        return width * clock;
    }

    /** Cost of the bundle, per bit. */
    public ResolvedFigures figures(Site site) {
        return WireModels.CATALOG.resolve(cost, bitsPerSecond(), new WireQuery(length, null), site, null);
    }

    @Override
    public Circuit circuit() {
        return Circuit.WIRE;
    }
}
