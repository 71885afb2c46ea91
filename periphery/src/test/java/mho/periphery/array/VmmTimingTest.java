package mho.periphery.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VmmTimingTest {

    private static final double NS = 1e-9;

    @Test
    void isaacTakesSixteenCyclesAVectorAndNineteenToItsResult() {
        VmmTiming isaac = VmmTiming.of(16, 100 * NS, 128 / 1.28e9, true, false, 200 * NS);
        assertThat(isaac.occupancySeconds()).isCloseTo(1.6e-6, within(1e-18));
        assertThat(isaac.latencySeconds()).isCloseTo(1.9e-6, within(1e-18));
    }

    @Test
    void arraysOf200NanosecondsDoubleIsaacsOccupancy() {
        VmmTiming slow = VmmTiming.of(16, 200 * NS, 128 / 1.28e9, true, false, 200 * NS);
        assertThat(slow.occupancySeconds()).isCloseTo(3.2e-6, within(1e-18));
    }

    @Test
    void halfTheConvertersDoubleIsaacsOccupancy() {
        VmmTiming half = VmmTiming.of(16, 100 * NS, 256 / 1.28e9, true, false, 200 * NS);
        assertThat(half.occupancySeconds()).isCloseTo(3.2e-6, within(1e-18));
        assertThat(half.latencySeconds()).isCloseTo(0.1e-6 + 3.2e-6 + 0.2e-6, within(1e-18));
    }

    @Test
    void withoutAHoldIsaacConvertsWhileTheArrayWaits() {
        VmmTiming bare = VmmTiming.of(16, 100 * NS, 100 * NS, false, false, 0);
        assertThat(bare.occupancySeconds()).isCloseTo(3.2e-6, within(1e-18));
    }

    @Test
    void hermesReadsItsCountersOnceAVectorWithoutOverlap() {
        VmmTiming onePhase = VmmTiming.of(1, 129 * NS, 4 * NS, false, true, 0);
        assertThat(onePhase.occupancySeconds()).isCloseTo(133e-9, within(1e-18));
        assertThat(onePhase.latencySeconds()).isCloseTo(133e-9, within(1e-18));
        VmmTiming fourPhases = VmmTiming.of(4, 129 * NS, 4 * NS, false, true, 0);
        assertThat(fourPhases.occupancySeconds()).isCloseTo(520e-9, within(1e-18));
        assertThat(fourPhases.latencySeconds()).isCloseTo(520e-9, within(1e-18));
    }

    /** The closed form equals the pipeline walked phase by phase, vector after vector. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theClosedFormEqualsThePipelineWalkedPhaseByPhase(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 50; trial++) {
            int phases = 1 + random.nextInt(20);
            // Whole femtoseconds, so that the walk is exact.
            long phase = 1L + random.nextInt(300_000);
            long convert = random.nextInt(10) == 0 ? 0 : random.nextInt(600_000);
            long merge = random.nextInt(3) == 0 ? 0 : random.nextInt(400_000);
            boolean holds = random.nextBoolean();
            boolean once = random.nextBoolean();
            String which = "seed %d trial %d: P %d t %d c %d m %d hold %b once %b"
                    .formatted(seed, trial, phases, phase, convert, merge, holds, once);
            VmmTiming closed = VmmTiming.of(phases, (double) phase, (double) convert, holds, once, (double) merge);
            long[] results = new PhaseByPhase(phases, phase, convert, merge, holds, once).results(6);
            for (int vector = 0; vector < results.length; vector++) {
                double expected = vector * closed.occupancySeconds() + closed.latencySeconds();
                assertThat((double) results[vector])
                        .as("%s, vector %d", which, vector)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neitherAShorterPhaseNorAFasterConverterNorAHoldEverSlowsIt(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 50; trial++) {
            int phases = 1 + random.nextInt(20);
            double phase = random.nextDouble();
            double convert = random.nextDouble();
            boolean once = random.nextBoolean();
            boolean holds = random.nextBoolean();
            VmmTiming timing = VmmTiming.of(phases, phase, convert, holds, once, 0.1);
            String which = "seed %d trial %d: %s hold %b once %b".formatted(seed, trial, timing, holds, once);
            assertNoSlower(VmmTiming.of(phases, phase / 2, convert, holds, once, 0.1), timing, which);
            assertNoSlower(VmmTiming.of(phases, phase, convert / 2, holds, once, 0.1), timing, which);
            assertNoSlower(VmmTiming.of(phases, phase, convert, true, once, 0.1), timing, which);
            assertThat(timing.latencySeconds()).as(which).isGreaterThanOrEqualTo(phases * phase + convert);
        }
    }

    private static void assertNoSlower(VmmTiming better, VmmTiming timing, String which) {
        double rounding = 1 + 1e-12;
        assertThat(better.occupancySeconds()).as(which).isLessThanOrEqualTo(timing.occupancySeconds() * rounding);
        assertThat(better.latencySeconds()).as(which).isLessThanOrEqualTo(timing.latencySeconds() * rounding);
    }

    static IntStream seeds() {
        return IntStream.range(0, 20);
    }
}
