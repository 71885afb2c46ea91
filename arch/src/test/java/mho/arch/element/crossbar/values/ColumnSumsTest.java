package mho.arch.element.crossbar.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import mho.arch.codes.Extent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnSumsTest {
    private static float[] uniform(double low, double high, int count) {
        SplittableRandom random = new SplittableRandom(7);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(low, high);
        }
        return values;
    }

    @Test
    void allOfThemAreCoveredExactly() {
        ColumnSums sums = new ColumnSums(1);
        sums.add(new float[] {3.3f, -7.1f}, 2);
        sums.add(new float[] {12.345f, 99}, 1);
        assertThat(sums.covered()).isEqualTo(new Extent(-7.1f, 12.345f));
    }

    /** Of values that are spread evenly over 0 to h, the share s lies below s h. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9, 0.99, 0.999})
    void ofEvenlySpreadSumsThatPartOfTheRangeIsCovered(double share) {
        for (double high : new double[] {1e-3, 1, 777, 1e6}) {
            ColumnSums sums = new ColumnSums(share);
            for (int part = 1; part <= 4; part++) { // larger ones come later
                sums.add(uniform(high * (part - 1) / 4, high * part / 4, 50_000), 50_000);
            }
            assertThat((double) sums.covered().high()).isCloseTo(share * high, within(2e-3 * high));
            assertThat(sums.covered().low()).isZero();
        }
    }

    @Test
    void eitherSideOfZeroHasItsOwnShare() {
        ColumnSums sums = new ColumnSums(0.9);
        sums.add(uniform(-10, 0, 100_000), 100_000);
        sums.add(uniform(0, 1000, 1_000), 1_000);
        assertThat((double) sums.covered().low()).isCloseTo(-9, within(1.0));
        assertThat((double) sums.covered().high()).isCloseTo(900, within(20.0));
    }

    @Test
    void neverMoreThanWasSeenAndNothingWhereNothingWas() {
        ColumnSums sums = new ColumnSums(0.999);
        assertThat(sums.covered()).isEqualTo(Extent.NOTHING);
        sums.add(new float[] {5, 5, 5}, 3);
        assertThat(sums.covered()).isEqualTo(new Extent(0, 5));
    }
}
