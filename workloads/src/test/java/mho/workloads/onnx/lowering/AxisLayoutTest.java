package mho.workloads.onnx.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mho.workloads.network.Shape;
import mho.workloads.onnx.graph.Dims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a layout says of positions and channels, against the elements counted one by one. */
class AxisLayoutTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void anImageHasRowsAndColumnsEvenWhereTheyAreOne() {
        assertThat(AxisLayout.image(Dims.of(1, 8, 5, 1)).shape()).isEqualTo(new Shape(8, 5, 1));
        assertThat(AxisLayout.image(Dims.of(1, 8, 5)).shape()).isEqualTo(new Shape(8, 1, 5));
    }

    @Test
    void aSequenceOfVectorsHasItsChannelsLast() {
        assertThat(AxisLayout.channelsLast(Dims.of(1, 20, 8)).shape()).isEqualTo(Shape.sequence(8, 20));
        assertThat(AxisLayout.channelsLast(Dims.of(20, 1, 8)).shape()).isEqualTo(Shape.sequence(8, 20));
        assertThat(AxisLayout.channelsLast(Dims.of(1, 8)).shape()).isEqualTo(Shape.vector(8));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aReshapeThatKeepsALayoutKeepsPositionAndChannelOfEveryElement(long seed) {
        Random random = new Random(seed);
        List<Integer> factors = factors(random);
        AxisLayout before = randomRoles(random, merged(random, factors));
        Dims out = merged(random, factors);
        AxisLayout after = before.reshaped(out);
        if (after != null) {
            assertThat(after.shape().size())
                    .as("seed %d", seed)
                    .isEqualTo(before.shape().size());
            for (int i = 0; i < out.count(); i++) {
                assertThat(place(after, i)).as("seed %d, element %d", seed, i).isEqualTo(place(before, i));
            }
        } else {
            assertThat(canBeSaid(before, out)).as("seed %d", seed).isFalse();
        }
    }

    /** Whether any choice of position axes of {@code out} puts every element where {@code before} has it. */
    private static boolean canBeSaid(AxisLayout before, Dims out) {
        for (int set = 0; set < 1 << out.rank(); set++) {
            int chosen = set;
            AxisLayout layout = AxisLayout.where(out, axis -> (chosen >> axis & 1) == 1);
            if (IntStream.range(0, out.count()).allMatch(i -> place(layout, i).equals(place(before, i)))) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aTransposedLayoutKeepsTheChannelsOfEveryPosition(long seed) {
        Random random = new Random(seed);
        AxisLayout before = randomRoles(random, merged(random, factors(random)));
        int rank = before.dims().rank();
        List<Integer> perm = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
        Collections.shuffle(perm, random);
        Dims out = Dims.of(perm.stream().mapToInt(before.dims()::at).toArray());
        AxisLayout after =
                before.transposed(perm.stream().mapToInt(Integer::intValue).toArray(), out);
        assertThat(after.channels()).as("seed %d", seed).isEqualTo(before.channels());
        assertThat(after.positionAxes().stream().map(perm::get).sorted().toList())
                .as("seed %d", seed)
                .isEqualTo(before.positionAxes());
    }

    /** (position, channel) of the element at a row-major index. */
    private static List<Integer> place(AxisLayout layout, int index) {
        Dims dims = layout.dims();
        int[] strides = dims.strides();
        int position = 0;
        int channel = 0;
        for (int axis = 0; axis < dims.rank(); axis++) {
            int at = index / strides[axis] % dims.at(axis);
            if (layout.isPosition(axis)) {
                position = position * dims.at(axis) + at;
            } else {
                channel = channel * dims.at(axis) + at;
            }
        }
        return List.of(position, channel);
    }

    private static List<Integer> factors(Random random) {
        List<Integer> factors = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            factors.add(1 + random.nextInt(3));
        }
        return factors;
    }

    /** Neighbouring factors put together at random: dims of always the same number of elements. */
    private static Dims merged(Random random, List<Integer> factors) {
        List<Integer> sizes = new ArrayList<>(List.of(factors.get(0)));
        for (int factor : factors.subList(1, factors.size())) {
            if (random.nextBoolean()) {
                sizes.set(sizes.size() - 1, sizes.get(sizes.size() - 1) * factor);
            } else {
                sizes.add(factor);
            }
        }
        return Dims.of(sizes.stream().mapToInt(Integer::intValue).toArray());
    }

    private static AxisLayout randomRoles(Random random, Dims dims) {
        int set = random.nextInt(1 << dims.rank());
        return AxisLayout.where(dims, axis -> (set >> axis & 1) == 1);
    }
}
