package mho.workloads.network;

import static mho.workloads.network.Seeds.between;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AxisTest {

    @Test
    void aStridedPaddedKernelMeetsItsNeighboursAndClipsAtTheBorders() {
        Axis axis = new Axis(3, 2, 1, 1, 1, 7, 4);
        assertThat(needs(axis)).containsExactly(List.of(0, 1), List.of(1, 2, 3), List.of(3, 4, 5), List.of(5, 6));
    }

    @Test
    void aDilatedKernelSkips() {
        assertThat(needs(new Axis(3, 1, 0, 2, 1, 6, 2))).containsExactly(List.of(0, 2, 4), List.of(1, 3, 5));
    }

    @Test
    void aStretchedInputIsMetEveryUpThTap() {
        // Kernel 2, stride 2, transposed: each input makes two outputs.
        assertThat(needs(new Axis(2, 1, 1, 1, 2, 3, 6)))
                .containsExactly(List.of(0), List.of(0), List.of(1), List.of(1), List.of(2), List.of(2));
    }

    @Test
    void aNegativeStrideRunsBackwards() {
        assertThat(needs(new Axis(1, -1, -2, 1, 1, 3, 3))).containsExactly(List.of(2), List.of(1), List.of(0));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("mho.workloads.network.Seeds#many")
    void firstLastAndTapsAreThoseOfEnumeration(long seed) {
        Axis axis = random(new Random(seed));
        for (int o = 0; o < axis.out(); o++) {
            List<Integer> met = enumerated(axis, o);
            assertThat(axis.taps(o)).as("taps of %d on %s", o, axis).isEqualTo(met.size());
            assertThat(axis.first(o)).as("first of %d on %s", o, axis).isEqualTo(met.isEmpty() ? -1 : met.get(0));
            assertThat(axis.last(o))
                    .as("last of %d on %s", o, axis)
                    .isEqualTo(met.isEmpty() ? -1 : met.get(met.size() - 1));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("mho.workloads.network.Seeds#many")
    void anAxisTracedThroughAViewMeetsWhatTheTwoMeetTogether(long seed) {
        Random random = new Random(seed);
        int in = between(random, 1, 9);
        Axis view = random.nextBoolean() ? slice(random, in) : pad(random, in);
        Axis outer = new Axis(
                between(random, 1, 4),
                between(random, -2, 3),
                between(random, -2, 4),
                between(random, 1, 3),
                between(random, 1, 3),
                view.out(),
                between(random, 1, 6));
        Axis traced = outer.through(view);
        if (traced == null) {
            return;
        }
        for (int o = 0; o < outer.out(); o++) {
            List<Integer> met = new ArrayList<>();
            enumerated(outer, o).forEach(r -> met.addAll(enumerated(view, r)));
            assertThat(enumerated(traced, o))
                    .as("output %d of %s through %s", o, outer, view)
                    .containsExactlyInAnyOrderElementsOf(met);
        }
    }

    @Test
    void paddingOverASliceIsNotTracedBecauseItWouldMeetWhatWasCutOff() {
        Axis middle = new Axis(1, 1, -2, 1, 1, 8, 4); // indices 2..5 of 8
        assertThat(new Axis(3, 1, 1, 1, 1, 4, 4).through(middle)).isNull();
        assertThat(new Axis(3, 1, 0, 1, 1, 4, 2).through(middle)).isEqualTo(new Axis(3, 1, -2, 1, 1, 8, 2));
    }

    private static Axis slice(Random random, int in) {
        int from = random.nextInt(in);
        int step = random.nextBoolean() ? between(random, 1, 3) : -between(random, 1, 3);
        int room = step > 0 ? (in - 1 - from) / step : from / -step;
        return new Axis(1, step, -from, 1, 1, in, between(random, 1, room + 1));
    }

    private static Axis pad(Random random, int in) {
        int before = between(random, 0, 3);
        return new Axis(1, 1, before, 1, 1, in, in + before + between(random, 0, 3));
    }

    private static Axis random(Random random) {
        return new Axis(
                between(random, 1, 6),
                between(random, -3, 4),
                between(random, -5, 6),
                between(random, 1, 4),
                between(random, 1, 5),
                between(random, 1, 12),
                between(random, 1, 12));
    }

    private static List<List<Integer>> needs(Axis axis) {
        List<List<Integer>> all = new ArrayList<>();
        for (int o = 0; o < axis.out(); o++) {
            all.add(enumerated(axis, o));
        }
        return all;
    }

    /** Input indices met by output o, tap by tap, straight from the definition. */
    static List<Integer> enumerated(Direction direction, int o) {
        Axis axis = Objects.requireNonNull(direction.single());
        List<Integer> met = new ArrayList<>();
        for (int k = 0; k < axis.kernel(); k++) {
            int v = o * axis.stride() - axis.pad() + k * axis.dilation();
            if (v >= 0 && v % axis.up() == 0 && v / axis.up() < axis.in()) {
                met.add(v / axis.up());
            }
        }
        return met;
    }
}
