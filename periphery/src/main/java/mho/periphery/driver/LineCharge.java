package mho.periphery.driver;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostModel;
import mho.periphery.model.Estimate;

/** Charging the row's wire once per pulse: E = C V^2, whatever the duration. Says nothing of the circuit that times the pulse, nor of its area. */
final class LineCharge implements CostModel<DriverQuery> {

    @Override
    public String name() {
        return "line-charge";
    }

    @Override
    public String action() {
        return "pulse on one row";
    }

    @Override
    public String parameters() {
        return "voltage, line-capacitance; no area";
    }

    @Override
    public String validRange() {
        return "any, where voltage and line-capacitance are stated";
    }

    @Override
    public String source() {
        return "E = C V^2 per pulse";
    }

    @Override
    public OptionalDouble nodeM() {
        return OptionalDouble.empty();
    }

    @Override
    public Optional<String> outside(DriverQuery query) {
        return query.volts() == null || query.farads() == null
                ? Optional.of("a driver without voltage and line-capacitance")
                : Optional.empty();
    }

    @Override
    public Estimate estimate(DriverQuery query) {
        double volts = Objects.requireNonNull(query.volts());
        return new Estimate(Objects.requireNonNull(query.farads()) * volts * volts, 0, null, source());
    }

    @Override
    public boolean givesArea() {
        return false;
    }

    @Override
    public Circuit circuit() {
        return Circuit.ROW_DRIVER;
    }
}
