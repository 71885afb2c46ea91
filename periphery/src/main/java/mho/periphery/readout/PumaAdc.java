package mho.periphery.readout;

import java.util.Optional;
import java.util.OptionalDouble;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostModel;
import mho.periphery.model.Estimate;

/** puma-simulator's converter: its power goes with its bits, 0.225 mW dynamic and 0.025 mW of leakage each at 1 GS/s and 32 nm; its area does not. */
final class PumaAdc implements CostModel<AdcQuery> {
    private static final double JOULES_A_BIT = 0.225e-12;
    private static final double LEAK_A_BIT = 0.025e-3;
    private static final double AREA = 1200e-12;
    private static final double RATE = 1e9;

    @Override
    public String name() {
        return "sar-puma";
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
        return "1 to 16 b, up to 1 GS/s, 32 nm figures";
    }

    @Override
    public String source() {
        return "puma-simulator a206f75, include/constants.py (8 b: 1.8 mW dynamic, 0.2 mW leakage at 1 GS/s)";
    }

    @Override
    public OptionalDouble nodeM() {
        return OptionalDouble.of(32e-9);
    }

    @Override
    public Circuit circuit() {
        return Circuit.CONVERTER;
    }

    @Override
    public Optional<String> outside(AdcQuery query) {
        return query.bits() < 1 || query.bits() > 16
                ? Optional.of(query.bits() + " b")
                : AdcLimits.tooFast(query, RATE);
    }

    @Override
    public Estimate estimate(AdcQuery query) {
        return new Estimate(JOULES_A_BIT * query.bits(), LEAK_A_BIT * query.bits(), AREA, source());
    }
}
