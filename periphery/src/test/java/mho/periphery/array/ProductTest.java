package mho.periphery.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductTest {

    private static final Product PLAIN = Product.plain();
    private static final Product BEST = Product.best();

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /** The tests' virtual machine has the module, so that both kernels are at hand. */
    @Test
    void theVectorKernelIsChosenWhereItsModuleIs() {
        assertThat(BEST.name()).startsWith("vector (");
        assertThat(PLAIN.name()).isEqualTo("plain");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyKernelIsTheChainOfFusedMultiplyAddsToTheLastBit(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int vectors = 1 + random.nextInt(9);
        int rows = random.nextInt(40);
        int columns = 1 + random.nextInt(150);
        float[] x = floats(random, vectors * rows);
        float[][] g = new float[rows][];
        for (int r = 0; r < rows; r++) {
            g[r] = floats(random, columns + random.nextInt(3));
        }
        float[] chain = new float[vectors * columns];
        for (int i = 0; i < chain.length; i++) {
            for (int r = 0; r < rows; r++) {
                chain[i] = Math.fma(x[i / columns * rows + r], g[r][i % columns], chain[i]);
            }
        }
        for (Product kernel : new Product[] {PLAIN, BEST}) {
            float[] y = new float[chain.length];
            Arrays.fill(y, Float.NaN);
            kernel.multiply(x, vectors, rows, g, columns, y);
            assertThat(y)
                    .as("seed %d, %s, %d vectors, %d x %d", seed, kernel.name(), vectors, rows, columns)
                    .isEqualTo(chain);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameHoldsInDoublePrecision(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int vectors = 1 + random.nextInt(9);
        int rows = random.nextInt(40);
        int columns = 1 + random.nextInt(90);
        float[] x = floats(random, vectors * rows);
        double[][] g = new double[rows][columns];
        for (double[] row : g) {
            Arrays.setAll(row, c -> random.nextDouble(-1, 1));
        }
        double[] chain = new double[vectors * columns];
        for (int i = 0; i < chain.length; i++) {
            for (int r = 0; r < rows; r++) {
                chain[i] = Math.fma(x[i / columns * rows + r], g[r][i % columns], chain[i]);
            }
        }
        for (Product kernel : new Product[] {PLAIN, BEST}) {
            double[] y = new double[chain.length];
            Arrays.fill(y, Double.NaN);
            kernel.multiply(x, vectors, rows, g, columns, y);
            assertThat(y)
                    .as("seed %d, %s, %d vectors, %d x %d", seed, kernel.name(), vectors, rows, columns)
                    .isEqualTo(chain);
        }
    }

    @Test
    void integersAreExactToTwoToThe24InFloatsAndFarBeyondInDoubles() {
        int rows = 256;
        float[] x = new float[rows];
        Arrays.fill(x, 65535);
        double[][] g = new double[rows][64];
        float[][] f = new float[rows][64];
        for (int r = 0; r < rows; r++) {
            Arrays.fill(g[r], 65535);
            Arrays.fill(f[r], 1);
        }
        double[] wide = new double[64];
        float[] narrow = new float[64];
        for (Product kernel : new Product[] {PLAIN, BEST}) {
            kernel.multiply(x, 1, rows, g, 64, wide);
            assertThat(wide).as(kernel.name()).containsOnly(256 * 65535.0 * 65535.0);
            kernel.multiply(x, 1, rows, f, 64, narrow);
            assertThat(narrow[0]).as(kernel.name()).isEqualTo(256 * 65535f);
        }
    }

    /** Of many magnitudes, so that rounding differs as soon as the order does. */
    private static float[] floats(SplittableRandom random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextDouble(-1, 1) * Math.pow(2, random.nextInt(-12, 12)));
        }
        return values;
    }
}
