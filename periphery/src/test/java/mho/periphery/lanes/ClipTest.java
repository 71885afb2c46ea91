package mho.periphery.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClipTest {

    private static final Clip PLAIN = new PlainClip();

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @Test
    void theVectorLoopIsChosenWhereItsModuleIs() {
        assertThat(Clip.BEST.getClass().getSimpleName()).isEqualTo("VectorClip");
    }

    @Test
    void blockByBlockNothingIsMissedOrCountedTwice() {
        for (Clip loop : new Clip[] {PLAIN, Clip.BEST}) {
            float[] values = new float[5000];
            for (int i = 0; i < values.length; i++) {
                values[i] = i;
            }
            assertThat(loop.clip(values, 4501, 10, 3000, 0.5f)).isEqualTo(10 + 1500);
            assertThat(values[0]).isEqualTo(10);
            assertThat(values[4500]).isEqualTo(3000);
            assertThat(values[4501]).as("beyond the count").isEqualTo(4501);
            assertThat(loop.clip(values, 0, 0, 1, 0)).isZero();
            assertThat(loop.quantise(values, 0, 1, 0, 1, 1)).isZero();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothLoopsLimitAndCountAlike(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = random.nextInt(1, 100);
        float low = -random.nextInt(800) / 4f;
        float high = low + random.nextInt(1, 1200) / 4f;
        float margin = random.nextBoolean() ? 0.5f : 0;
        float[] values = new float[count + 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(-1800, 1800) / 8f + 0f;
        }
        float[] wanted = values.clone();
        long beyond = 0;
        for (int i = 0; i < count; i++) {
            beyond += values[i] > high + margin || values[i] < low - margin ? 1 : 0;
            wanted[i] = Math.min(Math.max(values[i], low), high);
        }
        for (Clip loop : new Clip[] {PLAIN, Clip.BEST}) {
            float[] limited = values.clone();
            assertThat(loop.clip(limited, count, low, high, margin))
                    .as("seed %d, %s", seed, loop)
                    .isEqualTo(beyond);
            assertThat(limited).as("seed %d, %s", seed, loop).isEqualTo(wanted);
        }
    }

    @Test
    void everySignAndMagnitudeFindsItsLimit() {
        float[] values = {-0f, 0, Float.MIN_VALUE, -1e30f, 1e30f, -1.5f, 1.5f, Float.POSITIVE_INFINITY};
        float[] wanted = {-0f, 0, Float.MIN_VALUE, -1, 1, -1, 1, 1};
        for (Clip loop : new Clip[] {PLAIN, Clip.BEST}) {
            float[] limited = repeated(values, 5);
            assertThat(loop.clip(limited, limited.length, -1, 1, 0)).isEqualTo(5 * 5);
            assertThat(limited).isEqualTo(repeated(wanted, 5));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothLoopsQuantiseAlike(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = random.nextInt(1, 300);
        float[] values = new float[count + 5];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-300, 300);
        }
        float perStep = 1 / 1.7f;
        float[] wanted = values.clone();
        long beyond = 0;
        for (int i = 0; i < count; i++) {
            float code = values[i] * perStep;
            beyond += code > 27.5f || code < -100.5f ? 1 : 0;
            wanted[i] = (float) Math.rint(Math.min(Math.max(code, -100), 27)) * 1.7f + 0f;
        }
        for (Clip loop : new Clip[] {PLAIN, Clip.BEST}) {
            float[] quantised = values.clone();
            assertThat(loop.quantise(quantised, count, perStep, -100, 27, 1.7f))
                    .as("seed %d, %s", seed, loop)
                    .isEqualTo(beyond);
            assertThat(quantised).as("seed %d, %s", seed, loop).isEqualTo(wanted);
        }
    }

    /** Half a code beyond the last rounds to it or away from it, by whether it is even, but is never counted. */
    @Test
    void halvesGoToTheEvenCodeAndAreNotCounted() {
        float[] values = {0.5f, 1.5f, 2.5f, -0.5f, 7.5f, 7.75f, -4.5f, -4.75f, -5.5f, 1e9f, -1e9f, 2e7f, -2e7f};
        float[] wanted = {0, 2, 2, 0, 7, 7, -4, -4, -4, 7, -4, 7, -4};
        for (Clip loop : new Clip[] {PLAIN, Clip.BEST}) {
            float[] quantised = repeated(values, 3);
            assertThat(loop.quantise(quantised, quantised.length, 1, -4, 7, 1)).isEqualTo(3 * 7);
            assertThat(quantised).isEqualTo(repeated(wanted, 3));
        }
    }

    @Test
    void theLargestCodesStillRound() {
        float last = (1 << 22) - 1;
        float[] values = {last - 0.5f, 0.5f - last, last + 0.5f, last + 1, -last - 1, 3 * last, -4 * last};
        float[] wanted = {last - 1, 1 - last, last, last, -last, last, -last};
        for (Clip loop : new Clip[] {PLAIN, Clip.BEST}) {
            float[] quantised = repeated(values, 3);
            assertThat(loop.quantise(quantised, quantised.length, 1, -last, last, 1))
                    .isEqualTo(3 * 4);
            assertThat(quantised).isEqualTo(repeated(wanted, 3));
        }
    }

    /** So often that some stand where registers are full and some at the end. */
    private static float[] repeated(float[] values, int times) {
        float[] all = new float[values.length * times];
        for (int i = 0; i < all.length; i++) {
            all[i] = values[i % values.length];
        }
        return all;
    }
}
