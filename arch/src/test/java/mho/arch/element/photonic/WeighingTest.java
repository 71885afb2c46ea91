package mho.arch.element.photonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import mho.periphery.device.Draws;
import org.junit.jupiter.api.Test;

/** What rings and interferometers make of weights. */
class WeighingTest {
    private static final int LARGEST = 127;

    private static float[][] weights(int rows, int columns, long seed) {
        Random random = new Random(seed);
        float[][] weights = new float[rows][columns];
        for (float[] row : weights) {
            for (int c = 0; c < columns; c++) {
                row[c] = random.nextInt(2 * LARGEST + 1) - LARGEST;
            }
        }
        return weights;
    }

    private static double error(Weighing weighing, float[][] wanted, long seed) {
        float[][] set = weighing.set(wanted, LARGEST, Draws.of(seed, "light", "here"));
        double sum = 0;
        for (int r = 0; r < wanted.length; r++) {
            for (int c = 0; c < wanted[r].length; c++) {
                sum += Math.pow(set[r][c] - wanted[r][c], 2);
            }
        }
        return Math.sqrt(sum / wanted.length / wanted[0].length);
    }

    /** Of any shape, and of matrices of which rows say the same. */
    @Test
    void a_mesh_without_errors_is_the_matrix() {
        for (int[] shape : new int[][] {{1, 1}, {4, 4}, {4, 7}, {7, 4}, {1, 5}, {5, 1}, {16, 16}}) {
            assertThat(error(new Interferometers(0), weights(shape[0], shape[1], 3), 1))
                    .isLessThan(1e-3);
        }
        float[][] alike = {{1, 2, 3}, {1, 2, 3}, {2, 4, 6}, {0, 0, 0}};
        assertThat(error(new Interferometers(0), alike, 1)).isLessThan(1e-5);
        assertThat(error(new Interferometers(0.1), new float[3][3], 1)).isZero();
    }

    /** Shen et al.: six interferometers for four ports, and 48 phases in two layers of two such matrices; 256 x 256 settings. */
    @Test
    void a_matrix_takes_as_many_settings_as_it_has_weights() {
        assertThat(Interferometers.ofUnitary(4)).isEqualTo(6);
        assertThat(2 * new Interferometers(0).phases(4, 4)).isEqualTo(48);
        assertThat(new Interferometers(0).parts(256, 256)).isEqualTo(65_536);
        assertThat(new Interferometers(0).parts(4, 4)).isEqualTo(16);
    }

    /** Light is neither lost nor made by phases that are off: columns of an orthogonal matrix keep their lengths. */
    @Test
    void errors_of_phases_keep_the_light() {
        PortMesh mesh = PortMesh.of(SingularValues.of(weights(6, 6, 5)).right());
        ComplexMatrix seen = mesh.with(0.3, Draws.of(1, "light", "here"));
        for (int column = 0; column < 6; column++) {
            int c = column;
            double power = IntStream.range(0, 6)
                    .mapToDouble(r -> Math.pow(seen.real(r, c), 2) + Math.pow(seen.imaginary(r, c), 2))
                    .sum();
            assertThat(power).isCloseTo(1, within(1e-12));
        }
        assertThat(mesh.turns()).hasSize(15);
    }

    /** To first order: ten times the error of phases is ten times that of weights; a deeper mesh errs more. */
    @Test
    void weights_err_as_phases_do() {
        double small = 0;
        double large = 0;
        double deep = 0;
        for (int seed = 0; seed < 40; seed++) {
            small += error(new Interferometers(1e-4), weights(8, 8, seed), seed);
            large += error(new Interferometers(1e-3), weights(8, 8, seed), seed);
            deep += error(new Interferometers(1e-4), weights(32, 32, seed), seed);
        }
        assertThat(large / small).isCloseTo(10, within(0.2));
        assertThat(deep).isGreaterThan(1.5 * small);
    }

    /** 1 at resonance, -1 far from it, 0 where half is dropped: sin(p / 2) = pi / (2 f). */
    @Test
    void a_ring_drops_what_its_phase_lets_it() {
        Rings rings = new Rings(100, 0);
        assertThat(rings.weight(0)).isEqualTo(1);
        assertThat(rings.weight(2 * Math.asin(Math.PI / 200))).isCloseTo(0, within(1e-12));
        assertThat(rings.weight(Math.PI)).isCloseTo(-1 + 2 / (1 + Math.pow(200 / Math.PI, 2)), within(1e-12));
        assertThat(rings.phase(0)).isCloseTo(2 * Math.asin(Math.PI / 200), within(1e-12));
        assertThat(error(rings, weights(8, 8, 2), 1)).isLessThan(0.02); // the darkest is not quite dark
    }

    /** A ring's slope at half is f / pi a radian, 32: 1e-4 rad are 0.0032 of a weight. */
    @Test
    void a_ring_of_higher_finesse_errs_more_at_the_same_phase() {
        float[][] half = new float[40][40];
        assertThat(error(new Rings(100, 1e-4), half, 1)).isCloseTo(127 * 100 / Math.PI * 1e-4, within(0.04));
        assertThat(error(new Rings(400, 1e-4), half, 1)).isCloseTo(127 * 400 / Math.PI * 1e-4, within(0.16));
    }
}
