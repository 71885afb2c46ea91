package mho.periphery.interconnect;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;
import mho.periphery.model.Site;

/** A packet router: every port passes a flit a cycle, and a flit takes some cycles through. Its action is one flit through one router. */
public record Router(
        @Scales(
                        energy = ScalingLaw.RESTATE,
                        area = ScalingLaw.RESTATE,
                        why = "crossbar and buffers grow by different laws")
                @Doc("Ports")
                int ports,
        @Scales(
                        energy = ScalingLaw.LINEAR,
                        area = ScalingLaw.RESTATE,
                        why = "energy goes with the bits moved; crossbar and buffers take area by different laws")
                @Doc("Bits a port passes in a cycle")
                @Unit("bit")
                long flit,
        @Scales(why = "it sets times; an action costs what it cost") @Doc("Clock of router and links") @Unit("Hz")
                double clock,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Cycles from a flit's arrival to its departure")
                @Default("1")
                @Range(min = 1, max = 65536)
                int delayCycles,
        @Inline Cost cost)
        implements PricedPart {

    /** Flits that so many bits take. */
    public long flits(long bits) {
        return (bits + flit - 1) / flit;
    }

    /** Flits a second with every port busy. */
    public double flitsPerSecond() {
        return ports * clock;
    }

    /** Cost of one router, per flit. */
    public ResolvedFigures figures(Site site) {
        RouterQuery query = new RouterQuery(ports, flit, clock);
        return RouterModels.CATALOG.resolve(cost, flitsPerSecond(), query, site, null);
    }

    @Override
    public Circuit circuit() {
        return Circuit.LOGIC;
    }
}
