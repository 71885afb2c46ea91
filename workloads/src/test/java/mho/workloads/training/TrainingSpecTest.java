package mho.workloads.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.Yaml;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a training is told: rates, first weights, how it is written in files. */
class TrainingSpecTest {
    private static double[] rates(String yaml) {
        RateSchedule schedule = Binder.bind(Yaml.parse("t.yaml", yaml), RateSchedule.class);
        return IntStream.range(0, 5).mapToDouble(schedule::at).toArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: constant, rate: 0.1} | 0.1, 0.1, 0.1, 0.1, 0.1",
                "{kind: steps, rates: [0.3, 0.2, 0.1], epochs: [1, 2]} | 0.3, 0.2, 0.2, 0.1, 0.1",
                "{kind: steps, rates: [0.3], epochs: []} | 0.3, 0.3, 0.3, 0.3, 0.3",
                "{kind: exponential, rate: 0.8, factor: 0.5} | 0.8, 0.4, 0.2, 0.1, 0.05",
                "{kind: inverse, rate: 0.6} | 0.6, 0.3, 0.2, 0.15, 0.12",
                "{kind: inverse, rate: 0.6, decay: 0.5} | 0.6, 0.4, 0.3, 0.24, 0.2",
            })
    void ratesFollowTheirSchedule(String yaml, String expected) {
        double[] all = Arrays.stream(expected.split(", "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(rates(yaml)).containsExactly(all, within(1e-12));
    }

    @Test
    void ratesOfNothingAreRefused() {
        DoubleStream.of(0, -0.1, Double.NaN, Double.POSITIVE_INFINITY).forEach(rate -> {
            assertThatThrownBy(() -> RateSchedule.of(rate))
                    .hasMessage("a learning rate of " + rate + " teaches nothing; give one above 0, for example 0.01");
            assertThatThrownBy(() -> new RateSchedule.Steps(List.of(0.1, rate), List.of(1)))
                    .hasMessageContaining("teaches nothing");
            assertThatThrownBy(() -> new RateSchedule.Exponential(rate, 0.9)).hasMessageContaining("teaches nothing");
            assertThatThrownBy(() -> new RateSchedule.Inverse(rate, 0.9)).hasMessageContaining("teaches nothing");
        });
        assertThatThrownBy(() -> rates("{kind: constant, rate: 0}"))
                .isInstanceOf(BadInput.class)
                .hasMessage("t.yaml:1:24: rate: must be above 0, found \"0\"");
        assertThatThrownBy(() -> rates("{kind: constant, rate: -1}")).isInstanceOf(BadInput.class);
    }

    @Test
    void stepsTakeEpochsForAllRatesButTheLast() {
        assertThatThrownBy(() -> new RateSchedule.Steps(List.of(0.2, 0.1), List.of()))
                .hasMessage(
                        "2 learning rates take 1 numbers of epochs of 1 or more, got []; the last rate stays to the end");
        assertThatThrownBy(() -> new RateSchedule.Steps(List.of(0.2, 0.1), List.of(0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateSchedule.Exponential(0.1, 1.5)).hasMessageContaining("a factor of 1.5");
        assertThatThrownBy(() -> new RateSchedule.Inverse(0.1, 0)).hasMessageContaining("a decay of 0.0");
        assertThatThrownBy(() -> new Initialisation.Uniform(0)).hasMessageContaining("a bound of 0.0");
    }

    @Test
    void aTrainingIsReadFromAFile() {
        TrainingSpec spec = Binder.bind(
                Yaml.parse(
                        "t.yaml",
                        "epochs: 30\nrate: {kind: steps, rates: [0.01, 0.005], epochs: [10]}\nloss: squared\ninitialisation: {kind: uniform, bound: 0.5}\nshuffle: false\nseed: 7\n"),
                TrainingSpec.class);
        assertThat(spec)
                .isEqualTo(new TrainingSpec(
                        30,
                        1,
                        new RateSchedule.Steps(List.of(0.01, 0.005), List.of(10)),
                        Loss.SQUARED,
                        new Initialisation.Uniform(0.5),
                        Map.of(),
                        false,
                        7));
        assertThat(Binder.bind(
                        Yaml.parse("t.yaml", "{epochs: 2, rate: {kind: constant, rate: 1}}"), TrainingSpec.class))
                .isEqualTo(TrainingSpec.of(2, 1, RateSchedule.of(1), 1));
        assertThatThrownBy(() -> TrainingSpec.of(0, 1, RateSchedule.of(1), 1))
                .hasMessage("0 epochs in batches of 1 train nothing; give 1 or more of each");
    }

    private static MatrixPlace place(Network network, String layer) {
        Node node = network.folded().nodes().stream()
                .filter(each -> each.name().equals(layer))
                .findFirst()
                .orElseThrow();
        TrainingSpec spec = TrainingSpec.of(1, 1, RateSchedule.of(1), 1);
        MatrixPlace[] seen = new MatrixPlace[1];
        LearnedLayer.of(node, spec, new LearningMatrices() {
            @Override
            public LearningMatrix matrix(MatrixPlace place) {
                seen[0] = place;
                return FLOAT.matrix(place);
            }

            @Override
            public String about() {
                return "looks";
            }
        });
        return seen[0];
    }

    /** Bounds by hand: fan-in and fan-out of a dense layer, and of a window that slides, whose every tap counts. */
    @ParameterizedTest
    @CsvSource({"dense1, 100, 40", "dense2, 180, 20", "conv1, 18, 45", "lstm1, 11, 32"})
    void firstWeightsFillTheirBoundsAndBiasesAreNothing(String layer, int in, int out) {
        Network network =
                switch (layer) {
                    case "dense1" -> MadeSets.network("100", "{dense: {out: 40}}");
                    case "dense2" -> MadeSets.network("[20, 3, 3]", "{dense: {name: dense2, out: 20}}");
                    case "conv1" -> MadeSets.network("[2, 6, 6]", "{conv: {out: 5, kernel: 3}}, {dense: {out: 2}}");
                    default -> MadeSets.network("[3, 1, 4]", "{lstm: {hidden: 8}}, {dense: {out: 2}}");
                };
        MatrixPlace place = place(network, layer);
        assertThat(place.fanIn()).isEqualTo(in);
        assertThat(place.fanOut()).isEqualTo(out);
        assertFills(new Initialisation.Xavier(), place, Math.sqrt(6.0 / (in + out)), in);
        assertFills(new Initialisation.He(), place, Math.sqrt(6.0 / in), in);
        assertFills(new Initialisation.Uniform(0.4), place, 0.4, in + 1);
        float[] about = new Initialisation.Uniform(0.4, -3).weights(place, SeededStreams.of(3, "w"));
        float[] zero = new Initialisation.Uniform(0.4).weights(place, SeededStreams.of(3, "w"));
        for (int i = 0; i < zero.length; i++) {
            assertThat(about[i]).isEqualTo(zero[i] - 3);
        }
    }

    private static void assertFills(Initialisation how, MatrixPlace place, double bound, int rows) {
        float[] weights = how.weights(place, SeededStreams.of(3, "w"));
        int drawn = rows * place.columns();
        double squares = 0;
        double most = 0;
        for (int i = 0; i < weights.length; i++) {
            if (i < drawn) {
                squares += (double) weights[i] * weights[i];
                most = Math.max(most, Math.abs(weights[i]));
            } else {
                assertThat(weights[i]).as("bias").isZero();
            }
        }
        double error = 4 * bound * bound / 3 / Math.sqrt(drawn);
        assertThat(squares / drawn).isCloseTo(bound * bound / 3, within(error)); // of a uniform law
        assertThat(most).isLessThanOrEqualTo(bound * (1 + 1e-6)).isGreaterThan(0.9 * bound);
    }

    /** What one layer draws does not depend on what others are there. */
    @Test
    void aLayersFirstWeightsFollowFromItsNameAndTheSeed() {
        TrainingSpec spec = TrainingSpec.of(1, 1, RateSchedule.of(1), 5);
        Network one = MadeSets.network("4", "{dense: {name: a, out: 3}}, {dense: {name: b, out: 3}}");
        Network two = MadeSets.network(
                "4", "{dense: {name: z, out: 4}}, {dense: {name: a, out: 3}}, {dense: {name: b, out: 3}}");
        assertThat(weights(one, spec, 1)).isEqualTo(weights(two, spec, 2)).isNotEqualTo(weights(two, spec, 1));
    }

    private static float[] weights(Network network, TrainingSpec spec, int layer) {
        return new TrainingPlan(Trainability.of(network, spec), spec, LearningMatrices.FLOAT)
                .layers()
                .get(layer)
                .weights()[0];
    }

    @Test
    void ofEqualAnswersTheFirstIsSaid() {
        assertThat(Loss.said(new float[] {1, 3, 3, -2})).isEqualTo(1);
        assertThat(Loss.said(new float[] {0, 0})).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000})
    void ordersAreFair(int n) {
        int[] sums = new int[n];
        int rounds = 400;
        for (int k = 0; k < rounds; k++) {
            int[] order = SeededStreams.shuffled(n, SeededStreams.of(k, "order"));
            for (int i = 0; i < n; i++) {
                sums[i] += order[i];
            }
        }
        double deviation = Math.sqrt((n * (double) n - 1) / 12 / rounds);
        for (int sum : sums) {
            assertThat((double) sum / rounds).isCloseTo((n - 1) / 2.0, within(5 * deviation + 1e-9));
        }
    }
}
