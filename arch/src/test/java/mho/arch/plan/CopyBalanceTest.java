package mho.arch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import mho.arch.plan.CopyBalance.Demand;
import org.junit.jupiter.api.Test;

final class CopyBalanceTest {
    /** A convolution of each of VGG's five map sizes and a dense layer. */
    private static final List<Demand> VGG = Stream.of(224, 112, 56, 28, 14, 1)
            .map(side -> new Demand(side * side, 10, 0))
            .toList();

    @Test
    void a_balanced_vgg_has_256_64_16_4_1_copies_and_one_of_a_dense_layer() {
        int windowsPerCopy = CopyBalance.balanced(VGG);

        assertThat(windowsPerCopy).isEqualTo(196);
        assertThat(VGG.stream().map(d -> d.copies(windowsPerCopy))).containsExactly(256, 64, 16, 4, 1, 1);
    }

    @Test
    void stated_copies_stand_whatever_the_plan() {
        assertThat(new Demand(50_176, 10, 7).copies(196)).isEqualTo(7);
        assertThat(CopyBalance.balanced(List.of(new Demand(4, 1, 3), new Demand(100, 1, 0))))
                .isEqualTo(100);
    }

    @Test
    void a_network_of_single_windows_needs_no_copies() {
        assertThat(CopyBalance.balanced(List.of(new Demand(1, 5, 0), new Demand(1, 3, 0))))
                .isOne();
    }

    @Test
    void what_fits_is_the_fewest_windows_per_copy_within_the_budget() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            List<Demand> layers = new ArrayList<>();
            for (int l = random.nextInt(5); l >= 0; l--) {
                layers.add(new Demand(
                        1 + random.nextInt(60), random.nextInt(9), random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0));
            }
            int atLeast = 1 + random.nextInt(10);
            long budget = random.nextInt(200);
            int expected = 0;
            for (int windows = Math.max(atLeast, CopyBalance.most(layers)); windows >= atLeast; windows--) {
                expected = CopyBalance.arrays(layers, windows) <= budget ? windows : expected;
            }
            assertThat(CopyBalance.fitting(layers, atLeast, budget))
                    .as("example %d: %s, at least %d, budget %d", i, layers, atLeast, budget)
                    .isEqualTo(expected);
        }
    }
}
