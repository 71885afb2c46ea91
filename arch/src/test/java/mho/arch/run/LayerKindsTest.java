package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.RunInvariants;
import mho.arch.chip.ChipSpec;
import mho.arch.plan.Stage;
import mho.workloads.network.Activation;
import mho.workloads.network.ActivationLayer;
import mho.workloads.network.BatchNorm;
import mho.workloads.network.Concat;
import mho.workloads.network.Conv;
import mho.workloads.network.Dense;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Embedding;
import mho.workloads.network.Kernel;
import mho.workloads.network.Layer;
import mho.workloads.network.LayerNorm;
import mho.workloads.network.LocallyConnected;
import mho.workloads.network.MatMul;
import mho.workloads.network.Network;
import mho.workloads.network.NetworkBuilder;
import mho.workloads.network.Pool;
import mho.workloads.network.Recurrent;
import mho.workloads.network.Reduce;
import mho.workloads.network.Reduction;
import mho.workloads.network.Resize;
import mho.workloads.network.Shape;
import mho.workloads.network.Softmax;
import mho.workloads.network.TransposedConv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No free work: whatever moves or computes takes time and energy, kind by kind. */
final class LayerKindsTest {
    /** Folded into the fields of those who read them, carrying nothing themselves; or made for training, where its tests are. */
    private static final Set<String> NOTHING_TO_DO =
            Set.of("View", "Slice", "Pad", "Codes", "BackwardLayer", "RecurrentKept");

    @ParameterizedTest
    @ValueSource(strings = {"isaac-ce", "analog-256", "hermes-64-1phase"})
    void every_kind_of_layer_takes_time_and_energy(String chip) {
        TreeMap<String, Double> seen = new TreeMap<>();
        for (Network network : networks().toList()) {
            RunResult run = Given.run(Given.chip(chip, "chips=4"), network, 2);
            RunInvariants.hold(run, network.name());
            for (Stage stage : run.placement().pipeline().stages()) {
                seen.merge(
                        stage.node().layer().getClass().getSimpleName(),
                        RunInvariants.energyJ(run, stage.id()),
                        Double::sum);
            }
        }
        TreeSet<String> kinds = new TreeSet<>();
        Arrays.stream(Layer.class.getPermittedSubclasses()).forEach(k -> kinds.add(k.getSimpleName()));
        kinds.removeAll(NOTHING_TO_DO);
        assertThat(seen.keySet()).containsAll(kinds);
        assertThat(seen.values()).allSatisfy(joules -> assertThat(joules).isPositive());
    }

    @Test
    void more_work_of_a_kind_costs_more() {
        for (String layer : List.of(
                "activation: {function: relu}",
                "add: {from: [input, input]}",
                "multiply: {from: [input, input]}",
                "concat: {from: [input, input]}",
                "pool: {kernel: 2}",
                "pool: {kind: average, kernel: 2}",
                "global-pool: {}",
                "softmax: {}",
                "layer-norm: {}",
                "resize: {scale: 2}",
                "conv: {out: 4, kernel: 3}",
                "dense: {out: 4}")) {
            double few = RunInvariants.energyJ(Given.run(Given.chip("isaac-ce"), Given.network("4, 6, 6", layer)), 1);
            double many = RunInvariants.energyJ(Given.run(Given.chip("isaac-ce"), Given.network("8, 6, 6", layer)), 1);
            assertThat(many).as(layer).isGreaterThan(few);
        }
    }

    @Test
    void an_embedding_fetches_its_row_over_the_input_link() {
        RunResult run =
                Given.run(Given.chip("isaac-ce"), Given.network("1, 1, 3", "embedding: {vocabulary: 100, width: 50}"));
        assertThat(run.perImage(1, ChipSpec.LINK)).isEqualTo(3 * 50 * 2);
    }

    private static Stream<Network> networks() {
        Shape map = new Shape(6, 5, 5);
        Kernel three = Kernel.square(3, 1, 1);
        return Stream.of(
                single(map, new Conv(three, 7, 1, true)),
                single(map, new TransposedConv(Kernel.square(2, 2, 0), 0, 0, 3, 1, true)),
                single(map, new LocallyConnected(three, 2, true)),
                single(map, new Dense(9, true, false)),
                single(Shape.sequence(5, 4), new Recurrent(Recurrent.Cell.LSTM, 6, true)),
                single(Shape.sequence(5, 4), new Recurrent(Recurrent.Cell.GRU, 6, true)),
                single(Shape.sequence(5, 4), new Recurrent(Recurrent.Cell.RNN, 6, true)),
                single(Shape.sequence(1, 4), new Embedding(10, 6)),
                single(map, new Pool(Reduction.MAX, three, false)),
                single(map, new Pool(Reduction.AVERAGE, three, false)),
                single(map, new Reduce(Reduction.SUM)),
                single(map, new ActivationLayer(Activation.GELU)),
                single(map, new Softmax(1)),
                single(map, new BatchNorm()),
                single(map, new LayerNorm()),
                single(map, new Resize(10, 10, Resize.Interpolation.NEAREST)),
                joined(map, new Concat(Concat.Along.CHANNELS)),
                joined(map, new MatMul(1, true)),
                Stream.of(Elementwise.Operator.values())
                        .map(o -> joined(map, new Elementwise(o)))
                        .reduce((a, b) -> b)
                        .orElseThrow(),
                joined(map, new Elementwise(Elementwise.Operator.ADD)));
    }

    private static Network single(Shape input, Layer layer) {
        NetworkBuilder builder = Network.builder(layer.kind(), "", "");
        builder.add("layer", layer, builder.input("input", input));
        return builder.build();
    }

    private static Network joined(Shape input, Layer layer) {
        NetworkBuilder builder = Network.builder(layer.kind(), "", "");
        int in = builder.input("input", input);
        int left = builder.add("left", new Conv(Kernel.point(), 5, 1, true), in);
        int right = builder.add("right", new Conv(Kernel.point(), 5, 1, true), in);
        builder.add("layer", layer, left, right);
        return builder.build();
    }
}
