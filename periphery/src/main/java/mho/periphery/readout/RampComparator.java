package mho.periphery.readout;

import java.util.Optional;
import java.util.OptionalDouble;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostModel;
import mho.periphery.model.Estimate;

/** A column's part of a single-slope converter: a comparator that meets the ramp, and a register bit for each bit of the count it latches. */
final class RampComparator implements CostModel<AdcQuery> {
    private static final double COMPARATOR_J = 0.042e-12;
    private static final double COMPARATOR_M2 = 40e-12;
    private static final double REGISTER_BIT_J = 0.009e-12;
    private static final double REGISTER_BIT_M2 = 5.98e-12;

    @Override
    public String name() {
        return "ramp-comparator";
    }

    @Override
    public String action() {
        return "conversion";
    }

    @Override
    public String parameters() {
        return "bits";
    }

    @Override
    public String validRange() {
        return "1 to 16 b; 65 nm comparator, 40 nm registers";
    }

    @Override
    public String source() {
        return "comparator 0.042 pJ, 40 um2: TIMELY (Li et al., ISCA 2020); register bit 0.009 pJ, 5.98 um2: Aladdin in the Accelergy library plug-in ba4e9da";
    }

    @Override
    public OptionalDouble nodeM() {
        return OptionalDouble.empty();
    }

    @Override
    public Optional<String> outside(AdcQuery query) {
        return Optional.empty();
    }

    @Override
    public Estimate estimate(AdcQuery query) {
        return new Estimate(
                COMPARATOR_J + query.bits() * REGISTER_BIT_J,
                0,
                COMPARATOR_M2 + query.bits() * REGISTER_BIT_M2,
                source());
    }

    @Override
    public Circuit circuit() {
        return Circuit.CONVERTER;
    }
}
