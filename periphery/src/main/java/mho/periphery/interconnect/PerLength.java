package mho.periphery.interconnect;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import mho.core.quantity.Quantity;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostModel;
import mho.periphery.model.Estimate;

/** A bit's energy in proportion to the length of the wire. */
record PerLength(String name, double joulesPerBitMetre, double longestM, OptionalDouble nodeM, String source)
        implements CostModel<WireQuery> {

    @Override
    public String action() {
        return "bit from end to end";
    }

    @Override
    public String parameters() {
        return "length; no area";
    }

    @Override
    public String validRange() {
        return "up to " + Quantity.format(longestM, "m") + ", " + Math.round(nodeM.orElse(0) * 1e9) + " nm figures";
    }

    @Override
    public Optional<String> outside(WireQuery query) {
        if (query.metres() == null) {
            return Optional.of("wires without length");
        }
        return query.metres() > longestM * (1 + 1e-12)
                ? Optional.of("a length of " + Quantity.format(query.metres(), "m"))
                : Optional.empty();
    }

    @Override
    public Estimate estimate(WireQuery query) {
        return new Estimate(joulesPerBitMetre * Objects.requireNonNull(query.metres()), 0, null, source);
    }

    @Override
    public boolean givesArea() {
        return false;
    }

    @Override
    public Circuit circuit() {
        return Circuit.WIRE;
    }
}
