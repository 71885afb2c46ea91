package mho.periphery.readout;

import java.util.Optional;
import java.util.OptionalDouble;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostModel;
import mho.periphery.model.Estimate;

/** What the columns of a single-slope converter share: a counter that takes 2^bits steps a ramp. The ramp itself is taken to be of like size and free. */
final class RampCounter implements CostModel<AdcQuery> {
    private static final double STEP_J = 0.251e-12;
    private static final double COUNTER_M2 = 495.5e-12;

    @Override
    public String name() {
        return "ramp-counter";
    }

    @Override
    public String action() {
        return "ramp";
    }

    @Override
    public String parameters() {
        return "bits";
    }

    @Override
    public String validRange() {
        return "1 to 16 b, 40 nm figures";
    }

    @Override
    public String source() {
        return "counter 0.251 pJ a step, 495.5 um2: Aladdin in the Accelergy library plug-in ba4e9da; twice its area with the ramp (assumed)";
    }

    @Override
    public OptionalDouble nodeM() {
        return OptionalDouble.of(40e-9);
    }

    @Override
    public Optional<String> outside(AdcQuery query) {
        return Optional.empty();
    }

    @Override
    public Estimate estimate(AdcQuery query) {
        return new Estimate((1L << query.bits()) * STEP_J, 0, 2 * COUNTER_M2, source());
    }

    @Override
    public Circuit circuit() {
        return Circuit.CONVERTER;
    }
}
