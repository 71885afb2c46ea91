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
}
