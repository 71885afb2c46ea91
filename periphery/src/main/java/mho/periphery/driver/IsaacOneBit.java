package mho.periphery.driver;

import java.util.Optional;
import java.util.OptionalDouble;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostModel;
import mho.periphery.model.Estimate;

/** ISAAC's 1-bit driver: 1024 of them draw 4 mW and take 0.00017 mm2 (Shafiee et al. 2016, Table I), so 0.391 pJ per row in 100 ns. */
final class IsaacOneBit implements CostModel<DriverQuery> {

    private static final double WATTS = 4e-3 / 1024;
    private static final double AREA_M2 = 0.00017e-6 / 1024;

    @Override
    public String name() {
        return "isaac-1b";
    }

    @Override
    public String action() {
        return "row driven for one phase";
    }

    @Override
    public String parameters() {
        return "phase length";
    }

    @Override
    public String validRange() {
        return "1 b, 32 nm figures";
    }

    @Override
    public String source() {
        return "Shafiee et al., ISCA 2016, Table I (4 mW and 0.00017 mm2 for 1024)";
    }

    @Override
    public OptionalDouble nodeM() {
        return OptionalDouble.of(32e-9);
    }

    @Override
    public Optional<String> outside(DriverQuery query) {
        return query.bits() == 1 ? Optional.empty() : Optional.of(query.bits() + " b");
    }

    @Override
    public Estimate estimate(DriverQuery query) {
        return new Estimate(WATTS * query.phaseSeconds(), 0, AREA_M2, source());
    }

    @Override
    public Circuit circuit() {
        return Circuit.ROW_DRIVER;
    }
}
