package mho.arch.element.crossbar.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import mho.arch.Seeds;
import org.junit.jupiter.api.Test;

class CentreTest {
    private static final Slicing SLICING =
            Slicing.of(new Weights(8, Weights.Sign.CENTERED, List.of(4, 2, 2), false, Weights.Bias.DIGITAL), 4);

    @Test
    void equal_weights_are_their_own_centre() {
        int[][] codes = {{-7, 3}, {-7, 3}, {-7, 3}};
        assertThat(Centre.of(codes, 0, 3, 0, SLICING)).isEqualTo(-7);
        assertThat(Centre.of(codes, 1, 2, 1, SLICING)).isEqualTo(3);
    }

    /** The definition again, row by row, for every centre that there is. */
    @Test
    void no_other_centre_leaves_less() {
        Random random = Seeds.random(3);
        for (int trial = 0; trial < 20; trial++) {
            int[][] codes = new int[100][1];
            int middle = random.nextInt(100) - 50;
            for (int[] row : codes) {
                row[0] = Math.max(-127, Math.min(127, (int) Math.round(middle + 20 * random.nextGaussian())));
            }
            int found = Centre.of(codes, 0, codes.length, 0, SLICING);
            for (int centre = -127; centre <= 127; centre++) {
                assertThat(cost(codes, found)).as("centre %d", centre).isLessThanOrEqualTo(cost(codes, centre));
            }
        }
    }

    private static double cost(int[][] codes, int centre) {
        double[] sums = new double[3];
        for (int[] row : codes) {
            int left = Math.abs(row[0] - centre);
            int sign = Integer.signum(row[0] - centre);
            sums[0] += sign * (left & 3);
            sums[1] += sign * (left & 12);
            sums[2] += sign * (left & 240);
        }
        return Math.pow(sums[0], 4) + Math.pow(sums[1], 4) + Math.pow(sums[2], 4);
    }
}
