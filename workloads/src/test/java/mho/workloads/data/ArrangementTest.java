package mho.workloads.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mho.workloads.network.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which order the numbers of one input are taken to stand in; number i of the file is i. */
class ArrangementTest {
    private static final List<Integer> AS_IT_STANDS = List.of(0, 1, 2, 3, 4, 5, 6, 7);

    static Stream<Arguments> readings() {
        return Stream.of(
                arguments("channels first", List.of(2, 2, 2), new Shape(2, 2, 2), List.of(0, 4, 1, 5, 2, 6, 3, 7)),
                arguments("channels first", List.of(2, 1, 4), new Shape(2, 4, 1), List.of(0, 4, 1, 5, 2, 6, 3, 7)),
                arguments("channels last", List.of(1, 4, 2), new Shape(2, 4, 1), AS_IT_STANDS),
                arguments("channels last", List.of(4, 1, 2), new Shape(2, 4, 1), AS_IT_STANDS),
                arguments("a flat image", List.of(8), new Shape(2, 2, 2), List.of(0, 4, 1, 5, 2, 6, 3, 7)),
                arguments("a flat grey image", List.of(8), new Shape(1, 2, 4), AS_IT_STANDS),
                arguments("a grey image", List.of(1, 2, 4), new Shape(1, 2, 4), AS_IT_STANDS),
                arguments("steps x features", List.of(4, 2), Shape.sequence(2, 4), AS_IT_STANDS),
                arguments("features x steps", List.of(2, 4), Shape.sequence(2, 4), List.of(0, 4, 1, 5, 2, 6, 3, 7)),
                arguments("flat steps", List.of(8), Shape.sequence(2, 4), AS_IT_STANDS),
                arguments("anything as a vector", List.of(2, 4), Shape.vector(8), AS_IT_STANDS));
    }

    @ParameterizedTest(name = "{0}: {1} for {2}")
    @MethodSource("readings")
    void numbersOfOnePositionComeTogether(String what, List<Integer> item, Shape wanted, List<Integer> expected) {
        List<Integer> extents = Stream.concat(Stream.of(2), item.stream()).toList();
        NumberStore store = Arrangement.of(
                new FileArray("x", extents, new NumberStore.Bytes(WrittenDataFiles.counting(16))), wanted);
        assertThat(IntStream.range(0, 8).mapToObj(i -> (int) store.at(i)))
                .as(what)
                .isEqualTo(expected);
        assertThat(IntStream.range(8, 16).mapToObj(i -> (int) store.at(i) - 8))
                .as(what)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("mho.workloads.network.Seeds#many")
    void channelsFirstAndLastAreTheSameData(long seed) {
        Random random = new Random(seed);
        Shape shape = new Shape(1 + random.nextInt(4), 2 + random.nextInt(4), 5 + random.nextInt(4));
        int n = 1 + random.nextInt(3);
        int each = (int) shape.size();
        float[] first = new float[n * each];
        float[] last = new float[n * each];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < shape.channels(); c++) {
                for (int p = 0; p < shape.positions(); p++) {
                    float value = random.nextFloat();
                    first[i * each + c * shape.positions() + p] = value;
                    last[i * each + p * shape.channels() + c] = value;
                }
            }
        }
        List<Integer> channelsFirst = List.of(n, shape.channels(), shape.height(), shape.width());
        List<Integer> channelsLast = List.of(n, shape.height(), shape.width(), shape.channels());
        NumberStore fromFirst = Arrangement.of(new FileArray("x", channelsFirst, new NumberStore.Floats(first)), shape);
        NumberStore fromLast = Arrangement.of(new FileArray("x", channelsLast, new NumberStore.Floats(last)), shape);
        for (int i = 0; i < last.length; i++) {
            assertThat(fromFirst.at(i)).as("seed " + seed).isEqualTo(last[i]);
            assertThat(fromLast.at(i)).as("seed " + seed).isEqualTo(last[i]);
        }
    }
}
