package mho.periphery.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import mho.core.arithmetic.FusedMultiplyAdd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductTest {

    private static final ProductKernel PLAIN = ProductKernel.PLAIN;
    private static final ProductKernel BEST = ProductKernel.BEST;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /** The tests' virtual machine has the module, so that both kernels are at hand. */
    @Test
    void theVectorKernelIsChosenWhereItsModuleIs() {
        assertThat(BEST.name()).startsWith(FusedMultiplyAdd.BY_PROCESSOR ? "vector (" : "plain");
        assertThat(PLAIN.name()).isEqualTo("plain");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyKernelIsTheChainOfFusedMultiplyAddsToTheLastBit(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int vectors = 1 + random.nextInt(14);
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
        for (ProductKernel kernel : new ProductKernel[] {PLAIN, BEST}) {
            float[] y = new float[chain.length];
            Arrays.fill(y, Float.NaN);
            kernel.product(g, columns).multiply(x, vectors, y);
            assertThat(y)
                    .as("seed %d, %s, %d vectors, %d x %d", seed, kernel.name(), vectors, rows, columns)
                    .isEqualTo(chain);
        }
    }

    @Test
    void integersAreExactToTwoToThe24() {
        int rows = 256;
        int columns = 70;
        for (int vectors : new int[] {1, 7}) {
            float[] x = new float[vectors * rows];
            Arrays.fill(x, 65535);
            float[][] g = new float[rows][columns];
            for (float[] row : g) {
                Arrays.fill(row, 1);
            }
            float[] y = new float[vectors * columns];
            for (ProductKernel kernel : new ProductKernel[] {PLAIN, BEST}) {
                kernel.product(g, columns).multiply(x, vectors, y);
                assertThat(y).as(kernel.name()).containsOnly(256 * 65535f);
            }
        }
    }

    @Test
    void aProductHasNoMemoryOfTheLastOne() {
        float[][] g = {new float[70], new float[70]};
        Arrays.fill(g[0], 2);
        Arrays.fill(g[1], 3);
        for (ProductKernel kernel : new ProductKernel[] {PLAIN, BEST}) {
            for (int columns : new int[] {3, 70}) {
                Product product = kernel.product(g, columns);
                for (int vectors : new int[] {9, 2, 6}) {
                    float[] x = new float[2 * vectors];
                    Arrays.fill(x, vectors);
                    float[] y = new float[vectors * columns];
                    product.multiply(x, vectors, y);
                    assertThat(y).as(kernel.name()).containsOnly(5 * vectors);
                }
            }
        }
    }

    @Test
    void whatStandsBehindTheSumsIsLeftAlone() {
        float[] x = {1, 1, 1, 1, 1, 1};
        float[][] g = {new float[100]};
        for (ProductKernel kernel : new ProductKernel[] {PLAIN, BEST}) {
            for (int columns : new int[] {3, 100}) {
                float[] y = new float[6 * columns + 40];
                Arrays.fill(y, 9);
                kernel.product(g, columns).multiply(x, 6, y);
                assertThat(Arrays.copyOf(y, 6 * columns)).as(kernel.name()).containsOnly(0);
                assertThat(Arrays.copyOfRange(y, 6 * columns, y.length))
                        .as(kernel.name())
                        .containsOnly(9);
            }
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
