package mho.periphery.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClipTest {

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @Test
    void theVectorLoopIsChosenWhereItsModuleIs() {
        assertThat(Clip.BEST.getClass().getSimpleName()).isEqualTo("VectorClip");
    }

    @Test
    void valuesWithoutPlacesAreCountedTogetherBlockByBlock() {
        float[] values = new float[5000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        assertThat(Clip.all(values, 4500, 10, 3000, 0.5f)).isEqualTo(10 + 1499);
        assertThat(values[0]).isEqualTo(10);
        assertThat(values[4499]).isEqualTo(3000);
        assertThat(values[4500]).as("beyond the count").isEqualTo(4500);
        assertThat(Clip.all(values, 0, 0, 1, 0)).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothLoopsLimitAndCountAlike(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int length = random.nextInt(1, 100);
        float low = -random.nextInt(200);
        float high = low + random.nextInt(1, 300);
        float margin = random.nextBoolean() ? 0.5f : 0;
        float[] values = new float[length + 3];
        float[] limited = new float[length + 3];
        float[] counts = new float[length + 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(-900, 900) / 4f + 0f;
            limited[i] = values[i];
            counts[i] = i;
        }
        float[] before = values.clone();
        float[] plainCounts = counts.clone();
        Clip.BEST.clip(limited, length, low, high, margin, counts);
        new PlainClip().clip(values, length, low, high, margin, plainCounts);
        assertThat(limited).as("seed %d", seed).isEqualTo(values);
        assertThat(counts).as("seed %d", seed).isEqualTo(plainCounts);
        for (int i = 0; i < values.length; i++) {
            float value = before[i];
            boolean within = i >= length;
            assertThat(values[i]).isEqualTo(within ? value : Math.min(Math.max(value, low), high));
            boolean beyond = !within && (value > high + margin || value < low - margin);
            assertThat(plainCounts[i] - i).as("seed %d, %s", seed, value).isEqualTo(beyond ? 1 : 0);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothLoopsQuantiseAlike(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int length = random.nextInt(1, 100);
        float[] values = new float[3 * length + 5];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-300, 300);
        }
        float[] plain = values.clone();
        float[] before = values.clone();
        float[] counts = new float[length];
        float[] plainCounts = new float[length];
        Clip.BEST.quantise(values, 3, 1 / 1.7f, -100, 27, 1.7f, counts);
        new PlainClip().quantise(plain, 3, 1 / 1.7f, -100, 27, 1.7f, plainCounts);
        assertThat(values).as("seed %d", seed).isEqualTo(plain);
        assertThat(counts).as("seed %d", seed).isEqualTo(plainCounts);
        for (int i = 0; i < values.length; i++) {
            boolean inRow = i < 3 * length;
            float code = before[i] * (1 / 1.7f);
            float wanted = inRow ? (float) Math.rint(Math.min(Math.max(code, -100), 27)) * 1.7f : before[i];
            assertThat(values[i] + 0f).as("seed %d, %s", seed, before[i]).isEqualTo(wanted + 0f);
        }
    }
}
