package mho.periphery.driver;

import static mho.periphery.Parts.AT_32_NM;
import static mho.periphery.Parts.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mho.core.cost.ResolvedFigures;
import mho.core.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriverTest {

    private static final double NS = 1e-9;

    @ParameterizedTest(name = "{0} input bits, {1} at a time: {2} phases")
    @CsvSource({"16,1,16", "16,2,8", "16,3,6", "1,1,1", "1,4,1", "8,8,1", "9,8,2"})
    void anInputTakesAsManyPhasesAsItsBitsNeed(int inputBits, int bits, int phases) {
        assertThat(part(Driver.class, "{kind: bit-serial, bits: %d}".formatted(bits))
                        .phases(inputBits))
                .isEqualTo(phases);
        assertThat(part(Driver.class, "{kind: voltage-level, bits: %d}".formatted(bits))
                        .phases(inputBits))
                .isEqualTo(phases);
    }

    @Test
    void aLevelIsHeldForOneArrayRead() {
        Driver driver = part(Driver.class, "{kind: bit-serial}");
        assertThat(driver.waitsForArray()).isTrue();
        assertThat(driver.phaseSeconds(100 * NS)).isEqualTo(100 * NS);
        assertThat(driver.conductionSeconds(100 * NS)).isEqualTo(100 * NS);
    }

    @Test
    void eightSignedBitsOfOneNanosecondArePublishedAs128NanosecondsAPhase() {
        Driver hermes = part(Driver.class, "{kind: pulse-duration, bits: 8, signed: true, unit: 1 ns, settling: 1 ns}");
        assertThat(hermes.waitsForArray()).isFalse();
        assertThat(hermes.phases(8)).isEqualTo(1);
        assertThat(hermes.phaseSeconds(0)).isCloseTo(129 * NS, within(1e-18));
        assertThat(hermes.conductionSeconds(0)).isCloseTo(127 * NS, within(1e-18));
    }

    @Test
    void unsignedDurationsUseEveryBit() {
        Driver driver = part(Driver.class, "{kind: pulse-duration, bits: 8, unit: 1 ns}");
        assertThat(driver.phaseSeconds(0)).isCloseTo(256 * NS, within(1e-18));
        assertThat(driver.conductionSeconds(0)).isCloseTo(255 * NS, within(1e-18));
    }

    @Test
    void rowsThatShareATimeConverterHaveTheirPulsesOneAfterTheOther() {
        Driver shared = part(
                Driver.class,
                "{kind: digital-to-time, bits: 8, unit: 50 ps, settling: 12.2 ns, rows: 8, power: 1.5 uW, area: 240 um2}");
        assertThat(shared.rowsPerDriver()).isEqualTo(8);
        assertThat(shared.phases(16)).isEqualTo(2);
        assertThat(shared.phaseSeconds(0)).as("8 x (256 x 50 ps + 12.2 ns)").isCloseTo(200 * NS, within(1e-18));
        assertThat(shared.phaseSeconds(30 * NS)).as("rows are read one by one").isCloseTo(240 * NS, within(1e-18));
        assertThat(shared.conductionSeconds(0)).isCloseTo(255 * 0.05 * NS, within(1e-20));
        double joules = shared.figures(AT_32_NM, 200 * NS).energyJ();
        assertThat(joules).as("1.5 uW for a row's 25 ns").isCloseTo(37.5e-15, within(1e-25));
        assertThat(part(Driver.class, "{kind: voltage-level, bits: 3}").rowsPerDriver())
                .isEqualTo(1);
    }

    @Test
    void aDesignMayApplyItsVectorSeveralTimes() {
        Driver driver = part(Driver.class, "{kind: pulse-duration, bits: 8, signed: true, unit: 1 ns, phases: 4}");
        assertThat(driver.phases(8)).isEqualTo(4);
        assertThat(driver.phases(5)).isEqualTo(4);
        assertThat(driver.phases(15)).as("two digits of seven bits and a sign").isEqualTo(8);
    }

    @Test
    void durationsMayBeSplitIntoDigits() {
        Driver digits = part(Driver.class, "{kind: pulse-duration, bits: 4, unit: 1 ns}");
        assertThat(digits.phases(8)).isEqualTo(2);
        assertThat(digits.phaseSeconds(0)).isCloseTo(16 * NS, within(1e-18));
    }

    @Test
    void aSlowArrayStretchesAShortPulsePhase() {
        Driver digits = part(Driver.class, "{kind: pulse-duration, bits: 4, unit: 1 ns}");
        assertThat(digits.phaseSeconds(20 * NS)).isEqualTo(20 * NS);
        assertThat(digits.conductionSeconds(20 * NS)).isCloseTo(15 * NS, within(1e-18));
    }

    @Test
    void aPulseCostsTheChargeOfTheLineWhateverItsDuration() {
        // 512 columns at 1 um and 0.2 fF/um are 102.4 fF; at 0.2 V a pulse costs 4.1 fJ.
        Driver driver = part(
                Driver.class,
                """
                {kind: pulse-duration, bits: 8, unit: 1 ns, voltage: 0.2 V, line-capacitance: 102.4 fF, area: 10 um2}
                """);
        ResolvedFigures figures = driver.figures(AT_32_NM, driver.phaseSeconds(0));
        assertThat(figures.energyJ()).isCloseTo(4.096e-15, within(1e-20));
        assertThat(driver.figures(AT_32_NM, 1e-6).energyJ()).isEqualTo(figures.energyJ());
        assertThat(figures.source()).contains("model line-charge: E = C V^2 per pulse");
    }

    @Test
    void aStatedEnergyReplacesTheChargeOfTheLine() {
        Driver driver = part(
                Driver.class,
                """
                {kind: pulse-duration, bits: 8, unit: 1 ns, voltage: 0.2 V, line-capacitance: 100 fF, energy: 1 pJ, area: 10 um2}
                """);
        assertThat(driver.figures(AT_32_NM, 1e-7).energyJ()).isEqualTo(1e-12);
    }

    @Test
    void aPulseDriverWithoutVoltageOrEnergyIsRefused() {
        Driver driver = part(Driver.class, "{kind: pulse-duration, bits: 8, unit: 1 ns, voltage: 0.2 V, area: 10 um2}");
        assertThatThrownBy(() -> driver.figures(AT_32_NM, 1e-7))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("part: no figure for energy");
    }

    @Test
    void isaacsDriverCosts391FemtojoulesIn100Nanoseconds() {
        Driver driver = part(Driver.class, "{kind: bit-serial, model: isaac-1b}");
        ResolvedFigures figures = driver.figures(AT_32_NM, 100 * NS);
        assertThat(figures.energyJ()).isCloseTo(0.390625e-12, within(1e-20));
        assertThat(figures.areaM2()).isCloseTo(0.166e-12, within(0.0005e-12));
        assertThat(driver.figures(AT_32_NM, 200 * NS).energyJ()).isCloseTo(0.78125e-12, within(1e-20));
        Driver wide = part(Driver.class, "{kind: voltage-level, bits: 2, model: isaac-1b}");
        assertThatThrownBy(() -> wide.figures(AT_32_NM, 100 * NS))
                .hasMessage("part.model: isaac-1b does not cover 2 b (valid: 1 b, 32 nm figures); choose another model"
                        + " (mnsim-series) or state energy and area directly");
    }

    @ParameterizedTest(name = "{0} b: {1} mW, {2} um2")
    @CsvSource({
        "1,0.0039,0.166",
        "2,0.0078,0.332",
        "3,0.0156,0.664",
        "4,0.0312,1.328",
        "6,0.1248,5.312",
        "8,0.4992,21.248"
    })
    void theMnsimSeriesPassesThroughItsPublishedPoints(int bits, double milliwatts, double um2) {
        Driver driver = part(Driver.class, "{kind: voltage-level, bits: %d, model: mnsim-series}".formatted(bits));
        ResolvedFigures figures = driver.figures(AT_32_NM, 100 * NS);
        assertThat(figures.energyJ()).isCloseTo(milliwatts * 1e-3 * 100 * NS, within(1e-21));
        assertThat(figures.areaM2()).isCloseTo(um2 * 1e-12, within(1e-20));
        Driver nine = part(Driver.class, "{kind: voltage-level, bits: 9, model: mnsim-series}");
        assertThatThrownBy(() -> nine.figures(AT_32_NM, 100 * NS)).hasMessageContaining("does not cover 9 b");
    }

    @Test
    void aSignNeedsADurationBesideIt() {
        assertThatThrownBy(() -> part(Driver.class, "{kind: pulse-duration, bits: 1, signed: true, unit: 1 ns}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("a signed pulse needs at least 2 bits");
    }

    @Test
    void theLineChargeModelNeedsVoltageAndCapacitance() {
        Driver driver = part(Driver.class, "{kind: bit-serial, model: line-charge, area: 1 um2}");
        assertThatThrownBy(() -> driver.figures(AT_32_NM, 1e-7))
                .hasMessageContaining("line-charge does not cover a driver without voltage and line-capacitance");
    }
}
