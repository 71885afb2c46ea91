package mho.arch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import mho.arch.cut.Tiling;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

final class WindowOrderTest {
    @Test
    void every_order_is_a_permutation_and_knows_its_inverse() {
        Random random = new Random(3);
        for (int height = 1; height <= 12; height++) {
            for (int width = 1; width <= 12; width++) {
                isPermutation(WindowOrder.rowMajor(height * width), height * width);
                isPermutation(
                        WindowOrder.byArrival(
                                random.ints(height * width, -1, 20).toArray()),
                        height * width);
                for (int copies = 1; copies <= height * width; copies++) {
                    CopyStrips strips = CopyStrips.of(copies, height, width, true);
                    if (strips != null) {
                        isPermutation(WindowOrder.strips(strips, height, width), height * width);
                    }
                }
            }
        }
    }

    private static void isPermutation(WindowOrder order, int windows) {
        int[] all = IntStream.range(0, windows).toArray();
        assertThat(IntStream.of(order.windowAt()).sorted().toArray()).isEqualTo(all);
        for (int w = 0; w < windows; w++) {
            assertThat(order.windowAt()[order.rankOf()[w]]).isEqualTo(w);
        }
    }

    @Test
    void strips_load_copies_as_evenly_as_taking_turns_or_about_so_where_they_sway() {
        int swaying = 0;
        for (int height = 1; height <= 12; height++) {
            for (int width = 1; width <= 12; width++) {
                for (int copies = 1; copies <= height * width; copies++) {
                    CopyStrips strips = CopyStrips.of(copies, height, width, true);
                    if (strips != null) {
                        int[] load = new int[copies];
                        for (int w = 0; w < height * width; w++) {
                            load[strips.copyOf(w / width, w % width, width)]++;
                        }
                        double fair = (double) height * width / copies;
                        assertThat(IntStream.of(load).max().orElseThrow())
                                .as("%d copies of %d x %d", copies, height, width)
                                .isLessThanOrEqualTo(
                                        strips.swaying()
                                                ? (int) (fair * 1.03)
                                                : Tiling.ceilDiv(height * width, copies));
                        swaying += strips.swaying() ? 1 : 0;
                    }
                }
            }
        }
        assertThat(swaying).isPositive();
    }

    /** 15 copies of 56 columns: 3.73 each, so 3 or 4 in any row, and 209 or 210 in all. */
    @Test
    void borders_that_sway_move_by_a_column_and_share_a_map_about_evenly() {
        CopyStrips strips = Assertions.assertThat(CopyStrips.of(15, 56, 56, true))
                .isNotNull()
                .actual();
        assertThat(strips.swaying()).isTrue();
        int[] load = new int[15];
        for (int y = 0; y < 56; y++) {
            int before = 0;
            for (int x = 0; x < 56; x++) {
                int copy = strips.copyOf(y, x, 56);
                assertThat(copy).isBetween(before, before + 1);
                before = copy;
                load[copy]++;
            }
            for (int strip = 0; strip < 15; strip++) {
                assertThat(strips.first(strip + 1, y, 56) - strips.first(strip, y, 56))
                        .isBetween(3, 4);
                assertThat(Math.abs(strips.first(strip, y, 56) - strip * 56 / 15))
                        .isLessThanOrEqualTo(1);
            }
        }
        assertThat(IntStream.of(load).max().orElseThrow()).isLessThanOrEqualTo(215);
        assertThat(IntStream.of(load).sum()).isEqualTo(56 * 56);
    }

    @Test
    void strips_keep_their_copies_busy_side_by_side() {
        // 56 windows across, 16 copies: 8 strips of 7 columns, 2 rows at a time
        CopyStrips strips = Assertions.assertThat(CopyStrips.of(16, 56, 56, true))
                .isNotNull()
                .actual();
        WindowOrder order = WindowOrder.strips(strips, 56, 56);
        for (int rank = 0; rank < 56 * 56; rank += 16) {
            long copies = IntStream.range(rank, rank + 16)
                    .map(r -> order.windowAt()[r])
                    .map(w -> strips.copyOf(w / 56, w % 56, 56))
                    .distinct()
                    .count();
            assertThat(copies).isEqualTo(16);
        }
    }

    @Test
    void windows_are_taken_as_their_inputs_arrive_row_major_among_equals() {
        assertThat(WindowOrder.byArrival(new int[] {5, 2, 5, -1, 2}).windowAt()).containsExactly(3, 1, 4, 0, 2);
    }

    @Test
    void row_major_is_known_as_such() {
        assertThat(WindowOrder.rowMajor(7).isRowMajor()).isTrue();
        assertThat(WindowOrder.byArrival(new int[] {1, 0}).isRowMajor()).isFalse();
        assertThat(WindowOrder.byArrival(new int[] {0, 2, 1}).isRowMajor()).isFalse();
    }
}
