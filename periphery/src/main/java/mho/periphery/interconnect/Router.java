package mho.periphery.interconnect;

import mho.core.cost.Cost;
import mho.core.cost.Figures;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Unit;
import mho.periphery.model.Site;

/** A packet router: every port passes a flit a cycle, and a flit takes some cycles through. Its action is one flit through one router. */
public record Router(
        @Doc("Ports") int ports,
        @Doc("Bits a port passes in a cycle") @Unit("bit") long flit,
        @Doc("Clock of router and links") @Unit("Hz") double clock,
        @Doc("Cycles from a flit's arrival to its departure") @Default("1") int delayCycles,
        @Inline Cost cost) {

    /** Flits that so many bits take. */
    public long flits(long bits) {
        return (bits + flit - 1) / flit;
    }

    /** Flits a second with every port busy. */
    public double flitsPerSecond() {
        return ports * clock;
    }

    /** Cost of one router, per flit. */
    public Figures figures(Site site) {
        RouterQuery query = new RouterQuery(ports, flit, clock);
        return RouterModels.CATALOG.resolve(cost, flitsPerSecond(), query, site, null);
    }
}
