package mho.periphery.array;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostModel;
import mho.periphery.model.Estimate;

/** Joule heat in the cells: E = G V^2 t, with the mean conductance and the mean time an input conducts. Wires and selectors are left out. */
final class Ohmic implements CostModel<ArrayQuery> {

    @Override
    public String name() {
        return "ohmic";
    }

    @Override
    public String action() {
        return "cell read in one phase";
    }

    @Override
    public String parameters() {
        return "mean-conductance (or on- and off-conductance), read-voltage, input-activity, driver's pulse or read-time; no area";
    }

    @Override
    public String validRange() {
        return "any, where conductance and read-voltage are stated";
    }

    @Override
    public String source() {
        return "E = G V^2 t, mean G, t = input-activity x full-scale time";
    }

    @Override
    public OptionalDouble nodeM() {
        return OptionalDouble.empty();
    }

    @Override
    public Optional<String> outside(ArrayQuery query) {
        return query.siemens() == null || query.volts() == null
                ? Optional.of("a cell without mean-conductance and read-voltage")
                : Optional.empty();
    }

    @Override
    public Estimate estimate(ArrayQuery query) {
        double siemens = Objects.requireNonNull(query.siemens());
        double volts = Objects.requireNonNull(query.volts());
        return new Estimate(siemens * volts * volts * query.conductionSeconds() * query.activity(), 0, null, source());
    }

    @Override
    public boolean givesArea() {
        return false;
    }

    @Override
    public Circuit circuit() {
        return Circuit.ARRAY;
    }
}
