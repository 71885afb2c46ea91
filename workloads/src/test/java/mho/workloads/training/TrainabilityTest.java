package mho.workloads.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mho.core.yaml.BadInput;
import mho.workloads.network.BatchNorm;
import mho.workloads.network.Conv;
import mho.workloads.network.Dense;
import mho.workloads.network.Kernel;
import mho.workloads.network.Layer;
import mho.workloads.network.Network;
import mho.workloads.network.NetworkBuilder;
import mho.workloads.network.Shape;
import mho.workloads.network.Tensor;
import mho.workloads.network.TrainedWeights;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which networks are trained, and what is said to the others. */
class TrainabilityTest {
    private static final TrainingSpec SPEC = TrainingSpec.of(1, 1, RateSchedule.of(0.1), 1);

    @Test
    void ofEveryKindOfLayerSomethingIsSaid() {
        assertThat(GradientRules.kinds()).containsExactlyInAnyOrder(Layer.class.getPermittedSubclasses());
    }

    @Test
    void allThatIsInTheWayIsToldAtOnce() {
        Network network = MadeSets.network(
                "[4, 4, 4]",
                "{conv: {out: 4, kernel: 1, norm: true}}, {layer-norm: {}}, {resize: {scale: 2}}, {pool: {kind: l2, kernel: 2}}, {activation: {function: sign}}, {reshape: {to: [4, 1, 16]}}, {gru: {hidden: 3}}");
        assertThatThrownBy(() -> Trainer.requireTrainable(network, SPEC))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        """
                        n cannot be trained: conv1-norm (batch-norm) its means over batches are not learnt here; leave out "norm", or give a trained model
                        n cannot be trained: norm1 (layer-norm) has no gradient here; leave it out
                        n cannot be trained: resize1 (resize) has no gradient here; take a transposed-conv in its place
                        n cannot be trained: pool1 (l2-pool) has no gradient here; pool by max, min, average or sum
                        n cannot be trained: pool1 (l2-pool) its sign has no slope to learn by, or one that would have to be learnt; take a relu or a tanh
                        n cannot be trained: gru1 (gru) multiplies a state by a gate between two products; take an lstm or an rnn
                        n cannot be trained: its answer is a map of 3 x 1 x 16, which says no class; end in a dense layer or a global pool"""
                                .replaceAll("(?m)^ +", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 1, 5] | embedding: {vocabulary: 9, width: 4} | embedding1 (embedding) looks a table up; give one-hot inputs to a dense layer of its width",
                "[3, 1, 3] | matmul: {from: [input, input]} | matmul1 (matmul) multiplies activations, which no matrix of weights does; train without it",
                "[8, 1, 1] | local-response-norm: {} | response1-sum (add) only sums, differences and products of maps have a gradient here; leave it out",
                "8 | activation: {function: prelu} | prelu1 (prelu) its prelu has no slope to learn by, or one that would have to be learnt; take a relu or a tanh",
                "8 | activation: {function: round} | round1 (round) its round has no slope to learn by, or one that would have to be learnt; take a relu or a tanh",
            })
    void aLayerWithoutAGradientIsRefusedByItsName(String input, String layer, String said) {
        Network network = MadeSets.network(input, "{%s}, {dense: {out: 3}}".formatted(layer));
        assertThatThrownBy(() -> Trainer.requireTrainable(network, SPEC))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("n cannot be trained: " + said);
    }

    @Test
    void aNetworkWithoutWeightsHasNothingToLearn() {
        assertThatThrownBy(() -> Trainer.requireTrainable(MadeSets.network("4", "{softmax: {}}"), SPEC))
                .hasMessage("n cannot be trained: no layer of it has weights; give one that has");
    }

    @Test
    void ownWeightsMustBeThere() {
        TrainingSpec own =
                new TrainingSpec(1, 1, RateSchedule.of(1), Loss.SQUARED, new Initialisation.Own(), Map.of(), false, 1);
        assertThatThrownBy(() -> Trainer.requireTrainable(Zoo.load("rpu-mlp"), own))
                .hasMessageStartingWith(
                        "rpu-mlp cannot be trained: dense1 (dense) it has no weights to begin with; draw some, for example by xavier\nrpu-mlp cannot be trained: dense2 ");
        assertThatCode(() -> Trainer.requireTrainable(Zoo.load("fmnist-lenet"), own))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rpu-mlp", "pcm-mlp", "neurosim-mlp", "mlp", "lenet5", "prime-cnn-1", "prime-mlp-s", "alexnet"})
    void networksOfTheZooAreTrained(String name) {
        assertThatCode(() -> Trainer.requireTrainable(Zoo.load(name), SPEC)).doesNotThrowAnyException();
    }

    /** The answer of a network that ends in a softmax is taken in front of it by cross-entropy, behind it by squares. */
    @Test
    void aSoftmaxAtTheEndIsTakenTogetherWithCrossEntropy() {
        Network network = MadeSets.network("4", "{dense: {out: 3}}, {softmax: {}}");
        TrainingSpec squared =
                new TrainingSpec(1, 1, RateSchedule.of(1), Loss.SQUARED, new Initialisation.He(), Map.of(), false, 1);
        assertThat(names(Trainability.of(network, SPEC))).containsExactly("dense1");
        assertThat(names(Trainability.of(network, squared))).containsExactly("dense1", "softmax1");
        Network plain = MadeSets.network("4", "{dense: {out: 3}}");
        for (long seed = 0; seed < 3; seed++) {
            assertThat(GradientCase.check(plain, Loss.CROSS_ENTROPY, seed)).isEqualTo(15);
            assertThat(GradientCase.check(network, Loss.SQUARED, seed)).isEqualTo(15);
        }
    }

    private static List<String> names(Trainability network) {
        return network.nodes().stream().map(node -> node.name()).toList();
    }

    /** A norm with numbers goes into the matrix in front, which is then what learns. */
    @Test
    void aNormWithNumbersIsPartOfTheMatrixThatLearns() {
        TrainedWeights conv = held(Map.of("kernel", new float[] {1, 2}));
        TrainedWeights norm = held(Map.of("scale", new float[] {3, -1}, "shift", new float[] {0.5f, 0.25f}));
        TrainedWeights dense = held(Map.of("kernel", new float[] {1, 0, 0, 1}));
        NetworkBuilder builder = Network.builder("n", "a", "s");
        int input = builder.input("in", new Shape(1, 1, 1));
        int a = builder.add(
                "conv",
                new Conv(Kernel.point(), 2, 1, false),
                List.of(input),
                mho.workloads.network.Activation.NONE,
                0,
                conv);
        int b = builder.add("norm", new BatchNorm(), List.of(a), mho.workloads.network.Activation.NONE, 0, norm);
        builder.add("dense", new Dense(2, false, false), List.of(b), mho.workloads.network.Activation.NONE, 0, dense);
        TrainingSpec own =
                new TrainingSpec(1, 1, RateSchedule.of(1), Loss.SQUARED, new Initialisation.Own(), Map.of(), false, 1);
        Trainability network = Trainability.of(builder.build(), own);
        TrainingPlan plan = new TrainingPlan(network, own, LearningMatrices.FLOAT);
        assertThat(plan.layers().get(0).weights()[0]).containsExactly(3, -2, 0.5f, 0.25f);
    }

    private static TrainedWeights held(Map<String, float[]> tensors) {
        return new TrainedWeights(Stream.of(tensors)
                .flatMap(all -> all.entrySet().stream())
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey,
                        each -> new Tensor(
                                List.of(each.getValue().length),
                                () -> Arrays.copyOf(each.getValue(), each.getValue().length)))));
    }
}
