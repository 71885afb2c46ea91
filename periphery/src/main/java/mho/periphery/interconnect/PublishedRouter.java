package mho.periphery.interconnect;

import java.util.Optional;
import java.util.OptionalDouble;
import mho.core.quantity.Quantity;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostModel;
import mho.periphery.model.Estimate;

/** One published 32-bit router at 1 GHz and 32 nm. Energy per flit = power / (ports x 1 GHz): a lower bound, as it takes every port to be busy. */
record PublishedRouter(String name, int ports, double powerW, double leakageW, double areaM2, String source)
        implements CostModel<RouterQuery> {

    private static final double CLOCK = 1e9;

    @Override
    public String action() {
        return "flit of 32 b through one router";
    }

    @Override
    public String parameters() {
        return "none: one published router";
    }

    @Override
    public String validRange() {
        return ports + " ports, 32 b flits, up to 1.28 GHz, 32 nm figures";
    }

    @Override
    public OptionalDouble nodeM() {
        return OptionalDouble.of(32e-9);
    }

    @Override
    public Optional<String> outside(RouterQuery query) {
        if (query.ports() != ports) {
            return Optional.of(query.ports() + " ports");
        }
        if (query.flitBits() != 32) {
            return Optional.of("flits of " + query.flitBits() + " b");
        }
        return query.clockHz() > 1.28e9 ? Optional.of(Quantity.format(query.clockHz(), "Hz")) : Optional.empty();
    }

    @Override
    public Estimate estimate(RouterQuery query) {
        return new Estimate(powerW / (ports * CLOCK), leakageW, areaM2, source);
    }

    @Override
    public Circuit circuit() {
        return Circuit.LOGIC;
    }
}
