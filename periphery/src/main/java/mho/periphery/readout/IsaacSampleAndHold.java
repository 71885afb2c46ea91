package mho.periphery.readout;

import java.util.Optional;
import java.util.OptionalDouble;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostModel;
import mho.periphery.model.Estimate;

/** ISAAC's sample-and-hold: 1024 of them draw 10 uW and take 0.00004 mm2 (Shafiee et al. 2016, Table I), so 0.98 fJ per column in 100 ns. */
final class IsaacSampleAndHold implements CostModel<IntegrationQuery> {

    @Override
    public String name() {
        return "isaac-sample-and-hold";
    }

    @Override
    public String action() {
        return "column held for one phase";
    }

    @Override
    public String parameters() {
        return "phase length";
    }

    @Override
    public String validRange() {
        return "any phase, 32 nm figures";
    }

    @Override
    public String source() {
        return "Shafiee et al., ISCA 2016, Table I (10 uW and 0.00004 mm2 for 1024)";
    }

    @Override
    public OptionalDouble nodeM() {
        return OptionalDouble.of(32e-9);
    }

    @Override
    public Optional<String> outside(IntegrationQuery query) {
        return Optional.empty();
    }

    @Override
    public Estimate estimate(IntegrationQuery query) {
        return new Estimate(10e-6 / 1024 * query.phaseSeconds(), 0, 0.00004e-6 / 1024, source());
    }

    @Override
    public Circuit circuit() {
        return Circuit.ANALOG;
    }
}
