package mho.arch.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import mho.arch.codes.BufferCodes;
import mho.arch.codes.Extent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredTest {

    /** Up to 2^22 codes are rounded in single precision, many at once; 24 bits are not. */
    @ParameterizedTest(name = "{0} bits, from {1}")
    @CsvSource({"2, 0", "8, 0", "8, -3", "16, 0", "16, -3", "22, -3", "24, 0", "24, -3"})
    void valuesBecomeTheNearestCodesAndThoseBeyondAreCounted(int bits, float low) {
        BufferCodes stored = BufferCodes.of(new Extent(low, 3), bits);
        SplittableRandom random = new SplittableRandom(bits);
        float[] values = new float[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-6, 6);
        }
        float[] kept = values.clone();
        long clipped = stored.round(kept);
        double step = 3.0 / stored.high();
        double half = step / 2 + 1e-6;
        long beyond = 0;
        for (int i = 0; i < values.length; i++) {
            double limited = Math.max(low, Math.min(3, values[i]));
            assertThat(Math.abs(kept[i] - limited)).as("%s", values[i]).isLessThanOrEqualTo(half);
            beyond += Math.abs(values[i] - limited) > step / 2 ? 1 : 0;
        }
        assertThat(clipped).isBetween(beyond - 2, beyond + 2).isPositive();
    }

    @ParameterizedTest(name = "{0} bits")
    @CsvSource({"8", "16", "24"})
    void whatIsStoredStaysWhatItIs(int bits) {
        BufferCodes stored = BufferCodes.of(new Extent(-1, 1), bits);
        float[] once = {-1, 1, 0.3f, -0.7f, 0, 0.001f};
        stored.round(once);
        float[] twice = once.clone();
        assertThat(stored.round(twice)).isZero();
        assertThat(twice).containsExactly(once);
    }
}
