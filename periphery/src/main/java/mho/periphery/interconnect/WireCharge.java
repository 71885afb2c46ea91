package mho.periphery.interconnect;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostModel;
import mho.periphery.model.Estimate;

/** Charging a wire once per pulse: E = C V^2 with 0.2 fF per um of wire. Repeaters and switches are left out. */
final class WireCharge implements CostModel<WireQuery> {

    private static final double FARADS_PER_METRE = 0.2e-15 / 1e-6;

    @Override
    public String name() {
        return "wire-charge";
    }

    @Override
    public String action() {
        return "pulse from end to end";
    }

    @Override
    public String parameters() {
        return "length, voltage; no area";
    }

    @Override
    public String validRange() {
        return "any, where length and voltage are stated";
    }

    @Override
    public String source() {
        return "E = C V^2, C = 0.2 fF/um (the wire capacitance of NeuroSim)";
    }

    @Override
    public OptionalDouble nodeM() {
        return OptionalDouble.empty();
    }

    @Override
    public Optional<String> outside(WireQuery query) {
        return query.metres() == null || query.volts() == null
                ? Optional.of("wires without length and voltage")
                : Optional.empty();
    }

    @Override
    public Estimate estimate(WireQuery query) {
        double volts = Objects.requireNonNull(query.volts());
        double farads = FARADS_PER_METRE * Objects.requireNonNull(query.metres());
        return new Estimate(farads * volts * volts, 0, null, source());
    }

    @Override
    public boolean givesArea() {
        return false;
    }

    @Override
    public Circuit circuit() {
        return Circuit.SEGMENT;
    }
}
