package mho.periphery.array;

import static mho.periphery.Parts.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mho.core.yaml.BadInput;
import mho.periphery.driver.Driver;
import mho.periphery.readout.Integration;
import mho.periphery.readout.Readout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Published cores, put together from their circuits. */
class CoreTimingTest {

    private static final String COST = "energy: 1 pJ, area: 1 um2";

    private static VmmTiming isaac(String readTime, int adcs) {
        Readout adc = part(Readout.class, "{kind: sar, bits: 8, rate: 1.28 GS/s, count: %d, %s}".formatted(adcs, COST));
        return VmmTiming.of(
                part(Driver.class, "{kind: bit-serial, bits: 1, " + COST + "}"),
                part(
                        Array.class,
                        "{rows: 128, columns: 128, cell: {bits: 2}, read-time: %s, %s}".formatted(readTime, COST)),
                part(Integration.class, "{kind: sample-and-hold, " + COST + "}"),
                adc,
                16,
                0,
                adc.columnsPerConverter(8 * 128),
                200e-9,
                "tile.core");
    }

    private static VmmTiming hermes(int phases, @Nullable Integration integration, String oscillator) {
        return VmmTiming.of(
                part(
                        Driver.class,
                        "{kind: pulse-duration, bits: 8, signed: true, unit: 1 ns, settling: 1 ns, phases: %d, %s}"
                                .formatted(phases, COST)),
                part(Array.class, "{rows: 256, columns: 256, cell: {bits: 4}, " + COST + "}"),
                integration,
                part(Readout.class, oscillator),
                8,
                0,
                1,
                0,
                "tile.core");
    }

    private static final String CCO = "{kind: cco, bits: 8, lsb: 300 ps, drain: 4 ns, " + COST + "}";

    @Test
    void isaacsCoreIsBusy16CyclesAndAnswersAfter19() {
        VmmTiming timing = isaac("100 ns", 8);
        assertThat(timing.phases()).isEqualTo(16);
        assertThat(timing.occupancySeconds()).isCloseTo(1.6e-6, within(1e-18));
        assertThat(timing.latencySeconds()).isCloseTo(1.9e-6, within(1e-18));
    }

    @Test
    void isaacWithSlowArraysOrHalfTheConvertersIsBusyTwiceAsLong() {
        assertThat(isaac("200 ns", 8).occupancySeconds()).isCloseTo(3.2e-6, within(1e-18));
        assertThat(isaac("100 ns", 4).occupancySeconds()).isCloseTo(3.2e-6, within(1e-18));
        assertThat(isaac("200 ns", 4).occupancySeconds()).isCloseTo(3.2e-6, within(1e-18));
    }

    @Test
    void hermesMultipliesIn133NanosecondsInOnePhaseAnd520InFour() {
        // Published as throughput: 64 cores of 131072 operations at 63.1 TOP/s are 133 ns, at 16.1 TOP/s 521 ns.
        assertThat(hermes(1, null, CCO).occupancySeconds()).isCloseTo(133e-9, within(1e-18));
        assertThat(hermes(4, null, CCO).occupancySeconds()).isCloseTo(520e-9, within(1e-18));
        assertThat(hermes(4, null, CCO).latencySeconds()).isCloseTo(520e-9, within(1e-18));
        assertThat(hermes(4, null, CCO).occupancySeconds()).isCloseTo(64 * 131072 / 16.1e12, within(0.01 * 521e-9));
    }

    @Test
    void aSlowOscillatorStretchesThePhase() {
        VmmTiming slow = hermes(1, null, "{kind: cco, bits: 8, lsb: 600 ps, drain: 4 ns, " + COST + "}");
        assertThat(slow.phaseSeconds()).isCloseTo(153.6e-9, within(1e-18));
    }

    @Test
    void aDriverThatHoldsALevelAsksTheArrayForItsReadTime() {
        Driver driver = part(Driver.class, "{kind: bit-serial, " + COST + "}");
        Array array = part(Array.class, "{rows: 4, columns: 4, cell: {bits: 2}, " + COST + "}");
        Readout adc = part(Readout.class, "{kind: sar, bits: 8, rate: 1 GS/s, count: 1, " + COST + "}");
        assertThatThrownBy(() -> VmmTiming.of(driver, array, null, adc, 8, 0, 4, 0, "tile.core"))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "tile.core.array.read-time: missing; this driver holds each input for one array read, so state it,"
                                + " for example read-time: 100 ns");
    }
}
