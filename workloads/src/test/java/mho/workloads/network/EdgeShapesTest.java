package mho.workloads.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import mho.core.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EdgeShapesTest {

    static Stream<Arguments> convolutions() {
        return Stream.of(
                arguments("1 x 1 map", new Shape(5, 1, 1), conv(1, 1, 0, 3, 1), new Shape(3, 1, 1), 15),
                arguments("3 x 3 kernel, 1 x 1 map", new Shape(5, 1, 1), conv(3, 1, 1, 2, 1), new Shape(2, 1, 1), 90),
                arguments("3 x 3 kernel, 2 x 2 map", new Shape(1, 2, 2), conv(3, 1, 1, 1, 1), new Shape(1, 2, 2), 36),
                arguments("kernel past the map", new Shape(1, 2, 2), conv(5, 1, 2, 1, 1), new Shape(1, 2, 2), 100),
                arguments("stride > kernel", new Shape(2, 10, 10), conv(2, 5, 0, 3, 1), new Shape(3, 2, 2), 96),
                arguments("stride > map", new Shape(2, 3, 3), conv(1, 7, 0, 3, 1), new Shape(3, 1, 1), 6),
                arguments("one channel", new Shape(1, 4, 4), conv(3, 1, 0, 1, 1), new Shape(1, 2, 2), 36),
                arguments("primes", new Shape(7, 13, 17), conv(5, 3, 1, 11, 1), new Shape(11, 4, 5), 20 * 25 * 7 * 11),
                arguments("depthwise", new Shape(7, 5, 5), conv(3, 2, 1, 7, 7), new Shape(7, 3, 3), 9 * 9 * 7),
                arguments("multiplier 2", new Shape(3, 5, 5), conv(3, 1, 1, 6, 3), new Shape(6, 5, 5), 25 * 9 * 6),
                arguments("grouped", new Shape(8, 4, 4), conv(3, 1, 1, 6, 2), new Shape(6, 4, 4), 16 * 9 * 4 * 6));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void convolutions(String what, Shape in, Conv conv, Shape out, long macs) {
        Node node = OneLayerNetworks.node(conv, in);
        assertThat(node.output()).isEqualTo(out);
        assertThat(node.macs()).isEqualTo(macs);
        assertThat(IntStream.range(0, node.windows()))
                .as("every window sees some input")
                .allMatch(w -> node.field(0).neededTaps(w) > 0);
    }

    @Test
    void ceilModeAddsAPartlyCoveredWindowOnlyIfItStartsInside() {
        assertThat(pooled(142, 3, 2, 0, true)).isEqualTo(71); // DeepFace: (142 - 3) / 2 + 1 = 70.5
        assertThat(pooled(142, 3, 2, 0, false)).isEqualTo(70);
        assertThat(pooled(112, 3, 2, 0, true)).isEqualTo(56);
        assertThat(pooled(112, 3, 2, 1, true)).isEqualTo(57); // the last starts on pixel 111
        assertThat(pooled(4, 2, 2, 1, true)).isEqualTo(3);
        assertThat(pooled(3, 2, 2, 1, true)).isEqualTo(2); // a third would start in the padding after the map
        assertThat(pooled(2, 1, 3, 0, true)).isEqualTo(1);
    }

    private static int pooled(int in, int kernel, int stride, int pad, boolean ceilMode) {
        Pool pool = new Pool(Reduction.MAX, Kernel.square(kernel, stride, pad), ceilMode);
        return OneLayerNetworks.node(pool, new Shape(1, in, in)).output().width();
    }

    @Test
    void sizesAreRoundedUpUnderSamePadding() {
        Kernel kernel = new Kernel(3, 4, 2, 2, 0, 0, 0, 0, 1, 1);
        Shape in = new Shape(1, 7, 7);
        Kernel upper = kernel.same(in, true);
        Kernel lower = kernel.same(in, false);
        assertThat(upper.outputOf(1, in, false)).isEqualTo(new Shape(1, 4, 4));
        assertThat(upper).isEqualTo(new Kernel(3, 4, 2, 2, 1, 1, 1, 2, 1, 1));
        assertThat(lower).isEqualTo(new Kernel(3, 4, 2, 2, 1, 2, 1, 1, 1, 1));
    }

    @Test
    void samePaddingIsNeverNegative() {
        Shape in = new Shape(1, 8, 8);
        assertThat(Kernel.square(1, 4, 0).same(in, true)).isEqualTo(Kernel.square(1, 4, 0));
    }

    @Test
    void aKernelLargerThanItsPaddedInputIsRefusedWithTheRemedy() {
        assertThatThrownBy(() -> OneLayerNetworks.node(conv(3, 1, 0, 1, 1), new Shape(1, 2, 2)))
                .isInstanceOf(BadInput.class)
                .hasMessage("small: layer: the kernel (3 x 3) is larger than its padded input (2 x 2), so nothing comes"
                        + " out; use a smaller kernel or more padding");
    }

    private static Conv conv(int size, int stride, int pad, int out, int groups) {
        return new Conv(Kernel.square(size, stride, pad), out, groups, false);
    }
}
