package mho.workloads.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blocks of rows give what one row after the other gives, to the bit. */
class FloatMatrixTest {
    @ParameterizedTest
    @CsvSource({"1,1", "3,5", "4,8", "8,10", "9,3", "17,33", "31,64", "785,256"})
    void anyNumberOfRowsAndColumns(int rows, int columns) {
        Random random = new Random(rows);
        FloatMatrix matrix = new FloatMatrix(rows, columns);
        float[] weights = gaussian(random, rows * columns);
        float[] x = gaussian(random, rows + 2);
        float[] delta = gaussian(random, columns + 3);
        x[2] = 0;
        matrix.set(weights);
        float[] y = new float[columns + 1];
        float[] dx = new float[rows + 1];
        matrix.forward(x, 2, y, 1);
        matrix.reverse(delta, 3, dx, 1);
        for (int c = 0; c < columns; c++) {
            float sum = 0;
            for (int r = 0; r < rows; r++) {
                sum += x[2 + r] * weights[r * columns + c];
            }
            assertThat(y[1 + c]).isEqualTo(sum);
        }
        for (int r = 0; r < rows; r++) {
            float sum = 0;
            for (int c = 0; c < columns; c++) {
                sum += weights[r * columns + c] * delta[3 + c];
            }
            assertThat(dx[1 + r]).isEqualTo(sum);
        }
        matrix.update(x, 2, delta, 3, 0.25f);
        float[] after = new float[rows * columns];
        matrix.weights(after);
        for (int i = 0; i < after.length; i++) {
            float step = 0.25f * x[2 + i / columns];
            assertThat(after[i]).isEqualTo(weights[i] - step * delta[3 + i % columns]);
        }
        assertThat(y[0]).isZero();
        assertThat(dx[0]).isZero();
    }

    private static float[] gaussian(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @Test
    void whatIsDrivenWithNothingStaysAndErrorsOfNothingGiveNothing() {
        FloatMatrix matrix = new FloatMatrix(9, 2);
        float[] weights = gaussian(new Random(1), 18);
        matrix.set(weights);
        float[] dx = gaussian(new Random(2), 9);
        matrix.reverse(new float[2], 0, dx, 0);
        assertThat(dx).containsOnly(0);
        matrix.update(new float[9], 0, new float[] {1, 2}, 0, 1);
        matrix.update(gaussian(new Random(3), 9), 0, new float[2], 0, 1);
        float[] after = new float[18];
        matrix.weights(after);
        assertThat(after).isEqualTo(weights);
    }

    /** Rows of 0 are passed over, but not what is no number. */
    @Test
    void whatIsNoNumberIsNotLost() {
        FloatMatrix matrix = new FloatMatrix(4, 1);
        float[] y = new float[1];
        matrix.forward(new float[] {0, Float.NaN, 0, 0}, 0, y, 0);
        assertThat(y[0]).isNaN();
    }

    @Test
    void weightsOfAnotherSizeAreRefused() {
        assertThatThrownBy(() -> new FloatMatrix(2, 3).set(new float[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("5 weights for a matrix of 2 x 3");
    }
}
