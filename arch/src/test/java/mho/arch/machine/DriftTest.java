package mho.arch.machine;

import static mho.arch.machine.OneLayer.fine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mho.arch.chip.ChipSpec;
import mho.arch.element.ElementState;
import mho.arch.element.crossbar.values.WrittenArrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A layer whose cells all drift alike, some time after it was programmed and its converters calibrated. */
class DriftTest {
    private static final double NU = 0.05;
    private static final double FROM = 20;
    private static final double YEAR = 3.15e7;

    private final OneLayer layer = new OneLayer(mho.workloads.network.Activation.NONE);

    @TempDir
    private Path folder = Path.of("");

    private String device = "";

    @BeforeEach
    void aDeviceOfOneExponent() throws IOException {
        device = Files.writeString(
                        folder.resolve("drifting.yaml"),
                        """
                        device: drifting
                        about: every cell drifts by the same exponent
                        source: made up
                        on-conductance: 25 uS
                        off-conductance: 0 S
                        drift:
                          kind: power-law
                          from: %s s
                          per: 25 uS
                          mean: {kind: polynomial, coefficients: [%s]}
                          deviation: {kind: polynomial, coefficients: [0]}
                        """
                                .formatted(FROM, NU))
                .toString();
    }

    private ChipSpec chip(int adcBits, boolean compensated) {
        return fine(
                "tile.core.adc.bits=" + adcBits,
                "tile.core.array.cell={bits: 14, device: \"%s\", read-voltage: 0.2 V, drift-compensation: %s}"
                        .formatted(device, compensated));
    }

    /** By how much outputs have shrunk, all taken together. */
    private double left(ChipSpec chip, double seconds) {
        float[] made = layer.computed(chip, seconds, 1).values();
        double product = 0;
        double power = 0;
        for (int i = 0; i < made.length; i++) {
            product += (double) made[i] * layer.wanted.values()[i];
            power += (double) layer.wanted.values()[i] * layer.wanted.values()[i];
        }
        return product / power;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, FROM, 3600, 86_400, YEAR})
    void outputsShrinkByThePowerOfTime(double seconds) {
        double expected = Math.pow(Math.max(1, seconds / FROM), -NU);
        assertThat(left(chip(16, false), seconds)).isCloseTo(expected, within(1e-3));
        assertThat(left(chip(16, true), seconds)).isCloseTo(1, within(1e-3));
    }

    @Test
    void convertersKeepTheRangeThatTheyWereCalibratedTo() {
        assertThat(step(YEAR)).isEqualTo(step(0));
    }

    private double step(double seconds) {
        ProgrammedNetwork on = layer.on(chip(8, false), seconds, 1);
        ElementState aged = on.state(on.network().node(1));
        return WrittenArrays.of(aged, 1).get(0).converter().step();
    }

    @Test
    void whatCompensationScalesUpIsRoundedCoarser() {
        // A step as large as ever beside sums that have shrunk to t^-nu: 20 log(t^-nu) dB of SQNR are gone for good.
        double fresh = LayerValues.sqnrDb(layer.tally(chip(8, true), 0, 1));
        double aged = LayerValues.sqnrDb(layer.tally(chip(8, true), YEAR, 1));
        assertThat(aged - fresh).isCloseTo(-20 * NU * Math.log10(YEAR / FROM), within(0.3));
    }

    /** A day at 350 K with 0.6 eV is what 27.5 days are at 300 K. */
    @Test
    void a_warmer_chip_drifts_as_fast_as_its_device_file_says() throws IOException {
        String plain = device;
        Path warm = Files.writeString(
                folder.resolve("warm.yaml"), Files.readString(Path.of(plain)) + "  activation: {electronvolts: 0.6}\n");
        double faster = Math.exp(0.6 / 8.617333262e-5 * (1 / 300.0 - 1 / 350.0));
        double day = 86_400;
        device = warm.toString();
        assertThat(left(at(350, chip(16, false)), day))
                .isCloseTo(Math.pow((FROM + (day - FROM) * faster) / FROM, -NU), within(1e-3));
        assertThat(left(at(350, chip(16, false)), day)).isLessThan(left(chip(16, false), day) - 0.05);
        device = plain;
        assertThat(left(at(350, chip(16, false)), day)).isEqualTo(left(chip(16, false), day));
    }

    private static ChipSpec at(double kelvin, ChipSpec chip) {
        return new ChipSpec(
                chip.chip(),
                chip.about(),
                chip.source(),
                chip.remarks(),
                chip.technology(),
                kelvin,
                chip.cycle(),
                chip.chips(),
                chip.floor(),
                chip.precision(),
                chip.mapping(),
                chip.mesh(),
                chip.link(),
                chip.memory(),
                chip.weights(),
                chip.upkeep(),
                chip.only());
    }
}
