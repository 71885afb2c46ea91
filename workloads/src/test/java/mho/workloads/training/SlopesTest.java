package mho.workloads.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import mho.workloads.network.Activation;
import mho.workloads.network.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Slopes against central differences of the functions themselves, which are those of inference. */
class SlopesTest {
    private static final float STEP = 0.0078125f; // differences of floats this far apart are exact to 1e-5

    static Stream<Arguments> functions() {
        return Stream.concat(
                Arrays.stream(Activation.values())
                        .map(Function::of)
                        .filter(Slopes::exist)
                        .map(function -> Arguments.of(function.kind().label(), function)),
                Stream.of(
                        Arguments.of("clip", new Function(Activation.CLIP, -0.7, 1.1)),
                        Arguments.of("leaky", new Function(Activation.LEAKY_RELU, 0.3, 0)),
                        Arguments.of("elu", new Function(Activation.ELU, 0.7, 0)),
                        Arguments.of("celu", new Function(Activation.CELU, 0.7, 0)),
                        Arguments.of("silu", new Function(Activation.SILU, 1.7, 0)),
                        Arguments.of("gelu by tanh", new Function(Activation.GELU, 1, 0)),
                        Arguments.of("hard sigmoid", new Function(Activation.HARD_SIGMOID, 0.3, 0.4)),
                        Arguments.of("thresholded", new Function(Activation.THRESHOLDED_RELU, 0.35, 0)),
                        Arguments.of("shrink", new Function(Activation.SHRINK, 0.35, 0.1)),
                        Arguments.of("power", new Function(Activation.POWER, 1.5, 0)),
                        Arguments.of("exponential", new Function(Activation.POWER, 2, 1)),
                        Arguments.of("root", new Function(Activation.SQRT, 0.5, 1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void slopesAreThoseOfTheFunction(String name, Function function) {
        int compared = 0;
        for (float x = -3.9f; x < 4; x += 0.0993f) {
            double left = (value(function, x) - value(function, x - STEP)) / STEP;
            double right = (value(function, x + STEP) - value(function, x)) / STEP;
            boolean smooth = Math.abs(left - right) < 0.02 * Math.max(1, Math.abs(left)); // no kink, no pole, no NaN
            if (smooth) {
                double slope = Slopes.of(function, x, value(function, x));
                assertThat(slope)
                        .as("at %s", x)
                        .isCloseTo((left + right) / 2, within(1e-3 * Math.max(1, Math.abs(slope))));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(30);
    }

    private static float value(Function function, float x) {
        float[] values = {x};
        function.apply(values, 0, 1);
        return values[0];
    }

    @Test
    void atItsKinkAReluHasNoSlope() {
        assertThat(Slopes.of(Function.of(Activation.RELU), 0, 0)).isZero();
        assertThat(Slopes.of(Function.of(Activation.RELU6), 6, 6)).isZero();
    }

    @Test
    void stepsAndSlopesThatAreLearntAreNone() {
        assertThat(Arrays.stream(Activation.values()).filter(each -> !Slopes.exist(Function.of(each))))
                .containsExactly(
                        Activation.PRELU,
                        Activation.CLIP,
                        Activation.POWER,
                        Activation.SIGN,
                        Activation.FLOOR,
                        Activation.CEILING,
                        Activation.ROUND);
    }
}
