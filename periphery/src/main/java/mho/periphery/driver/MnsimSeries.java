package mho.periphery.driver;

import java.util.Optional;
import java.util.OptionalDouble;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostModel;
import mho.periphery.model.Estimate;

/**
 * MNSIM's series of DACs: power and area double with every bit from 3.9 uW and 0.166 um2 at 1 bit. Its file lists 1, 2, 3, 4, 6 and 8 bits and all but the last power lie on the series; the 8-bit
 * entry reads 0.4992 W, a thousandfold slip of unit, and is taken as 0.4992 mW.
 */
final class MnsimSeries implements CostModel<DriverQuery> {

    @Override
    public String name() {
        return "mnsim-series";
    }

    @Override
    public String action() {
        return "row driven for one phase";
    }

    @Override
    public String parameters() {
        return "bits, phase length";
    }

    @Override
    public String validRange() {
        return "1 to 8 b, 32 nm figures";
    }

    @Override
    public String source() {
        return "MNSIM-2.0 ca39ccb, DAC.py (8 b power read as mW)";
    }

    @Override
    public OptionalDouble nodeM() {
        return OptionalDouble.of(32e-9);
    }

    @Override
    public Optional<String> outside(DriverQuery query) {
        return query.bits() <= 8 ? Optional.empty() : Optional.of(query.bits() + " b");
    }

    @Override
    public Estimate estimate(DriverQuery query) {
        int doubled = 1 << (query.bits() - 1);
        return new Estimate(3.9e-6 * doubled * query.phaseSeconds(), 0, 0.166e-12 * doubled, source());
    }

    @Override
    public Circuit circuit() {
        return Circuit.ROW_DRIVER;
    }
}
