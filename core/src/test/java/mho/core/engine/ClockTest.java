package mho.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTest {
    private static final BigInteger SECOND = BigInteger.valueOf(Clock.TICKS_PER_SECOND);

    @Test
    void edgesThatDoNotDivideAreRoundedOneByOne() {
        Clock clock = Clock.ofHertz(3_000_000_000L);
        assertThat(new long[] {clock.edge(0), clock.edge(1), clock.edge(2), clock.edge(3), clock.edge(4)})
                .containsExactly(0, 333_333, 666_667, 1_000_000, 1_333_333);
        assertThat(Clock.ofHertz(1_200_000_000L).edge(1)).isEqualTo(833_333);
        assertThat(Clock.ofHertz(1_200_000_000L).edge(2)).isEqualTo(1_666_667);
    }

    @Test
    void halvesGoUp() {
        // A period of 62.5 ticks.
        Clock clock = Clock.ofHertz(16_000_000_000_000L);
        assertThat(new long[] {clock.edge(1), clock.edge(2), clock.edge(3)}).containsExactly(63, 125, 188);
    }

    @Test
    void aBillionCyclesLaterThereIsNoDrift() {
        assertThat(Clock.ofHertz(3_000_000_000L).edge(1_000_000_000L)).isEqualTo(333_333_333_333_333L);
        assertThat(Clock.ofHertz(1_200_000_000L).edge(1_000_000_000L)).isEqualTo(833_333_333_333_333L);
        assertThat(Clock.ofHertz(1_200_000_000L).edge(1_200_000_000L)).isEqualTo(Clock.TICKS_PER_SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                1,
                7,
                999_999_937,
                1_000_000_000,
                1_200_000_000,
                1_280_000_000,
                2_999_999_999L,
                3_000_000_000L,
                9_999_999_967L,
                100_000_000_000L,
                999_999_999_999_989L,
                1_000_000_000_000_000L
            })
    void everyEdgeIsExactUpToTheHorizon(long hertz) {
        Clock clock = Clock.ofHertz(hertz);
        long last = lastIndex(hertz);
        SplittableRandom random = new SplittableRandom(hertz);
        for (int i = 0; i < 20_000; i++) {
            long n = i < 5000 ? Math.min(i, last) : i < 10_000 ? Math.max(0, last - i) : random.nextLong(last + 1);
            long exact = edge(n, hertz);
            assertThat(clock.edge(n)).as("edge %d of %d Hz", n, hertz).isEqualTo(exact);
            checkIndex(clock, hertz, exact);
            checkIndex(clock, hertz, exact + 1);
            checkIndex(clock, hertz, Math.max(0, exact - 1));
            checkIndex(clock, hertz, exact - exact / (2 * n + 3));
        }
    }

    @Test
    void aBillionCyclesOfThreeGigahertzStayExactAllTheWay() {
        Clock clock = Clock.ofHertz(3_000_000_000L);
        long expected = 0;
        for (long n = 0; n < 1_000_000_000L; n += 30) { // thirty cycles are ten nanoseconds
            if (clock.edge(n) != expected || clock.indexAtOrAfter(expected) != n) {
                assertThat(clock.edge(n)).as("edge %d", n).isEqualTo(expected);
                assertThat(clock.indexAtOrAfter(expected)).isEqualTo(n);
            }
            expected += 10_000_000;
        }
    }

    @Test
    void clocksAreEqualWhenTheirPeriodsAre() {
        assertThat(Clock.ofHertz(1_000_000_000)).isEqualTo(Clock.ofPeriod(1_000_000));
        assertThat(Clock.ofHertz(1_200_000_000)).isNotEqualTo(Clock.ofPeriod(833_333));
        ModelBuilder model = Model.builder();
        assertThat(model.clock(Clock.ofHertz(1_000_000_000))).isZero();
        assertThat(model.clock(Clock.ofHertz(1_200_000_000))).isEqualTo(1);
        assertThat(model.clock(Clock.ofPeriod(1_000_000))).isZero();
    }

    @Test
    void clocksOutsideTheTickAreRefused() {
        assertThatThrownBy(() -> Clock.ofHertz(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Clock.ofHertz(Clock.TICKS_PER_SECOND + 1))
                .hasMessageContaining("give 1 Hz to 1000 THz");
        assertThatThrownBy(() -> Clock.ofPeriod(0)).hasMessageContaining("give 1 fs");
        assertThatThrownBy(() -> Clock.ofPeriod(Long.MAX_VALUE)).hasMessageContaining("give 1 fs");
    }

    @Test
    void beyondTheHorizonTheModelSaysNo() {
        assertThatThrownBy(() -> Clock.ofPeriod(1_000_000).edge(Long.MAX_VALUE))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("77 minutes");
        assertThat(Clock.ofPeriod(Clock.HORIZON / 2).edge(2)).isEqualTo(Clock.HORIZON);
    }

    private static void checkIndex(Clock clock, long hertz, long t) {
        if (t > Clock.HORIZON - 2 * Clock.TICKS_PER_SECOND) {
            return;
        }
        long n = clock.indexAtOrAfter(t);
        assertThat(edge(n, hertz))
                .as("edge %d of %d Hz, at or after %d", n, hertz, t)
                .isGreaterThanOrEqualTo(t);
        if (n > 0) {
            assertThat(edge(n - 1, hertz)).as("the edge before").isLessThan(t);
        }
    }

    private static long edge(long n, long hertz) {
        BigInteger f = BigInteger.valueOf(hertz);
        BigInteger two = BigInteger.TWO;
        return SECOND.multiply(BigInteger.valueOf(n))
                .multiply(two)
                .add(f)
                .divide(f.multiply(two))
                .longValueExact();
    }

    private static long lastIndex(long hertz) {
        return BigInteger.valueOf(Clock.HORIZON)
                .multiply(BigInteger.valueOf(hertz))
                .divide(SECOND)
                .longValueExact();
    }
}
