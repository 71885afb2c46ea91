package mho.workloads.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import mho.core.yaml.BadInput;
import org.junit.jupiter.api.Test;

/** What training adds to a network. */
class TrainingNetworkTest {

    private static Network chain() {
        NetworkBuilder builder = Network.builder("chain", "", "");
        int in = builder.input("in", new Shape(3, 8, 8));
        int conv = builder.add("conv", new Conv(Kernel.square(3, 1, 1), 5, 1, true), in);
        int relu = builder.add("relu", new ActivationLayer(Activation.RELU), conv);
        int pool = builder.add("pool", new Pool(Reduction.MAX, Kernel.square(2, 2, 0), false), relu);
        int dense = builder.add("dense", new Dense(10, true, false), pool);
        builder.add("softmax", new Softmax(1), dense);
        return builder.build().folded();
    }

    @Test
    void every_layer_with_weights_is_read_in_reverse_and_updated_but_the_first_is_only_updated() {
        Network training = TrainingNetwork.of(chain());
        assertThat(training.nodes().stream().map(Node::name).toList())
                .containsExactly(
                        "in",
                        "conv",
                        "pool",
                        "dense",
                        "softmax",
                        "softmax.gradient",
                        "dense.gradient",
                        "dense.reverse",
                        "dense.update",
                        "pool.gradient",
                        "conv.gradient",
                        "conv.update");
    }

    /** Two operations a weight and window forward, as many for the update, and for the reverse but in the first layer. */
    @Test
    void work_is_three_times_that_of_the_answer_less_the_first_layers_reverse() {
        Network forward = chain();
        long conv = forward.nodes().get(1).ops();
        assertThat(TrainingNetwork.of(forward).ops()).isEqualTo(3 * forward.ops() - conv);
    }

    /** What went over an edge comes back over it, tap by tap. */
    @Test
    void gradients_come_back_from_wherever_values_went() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            int in = 1 + random.nextInt(9);
            int kernel = 1 + random.nextInt(4);
            int stride = 1 + random.nextInt(3);
            int pad = random.nextInt(kernel);
            int dilation = 1 + random.nextInt(2);
            int reach = (kernel - 1) * dilation + 1;
            int out = (in + 2 * pad - reach) / stride + 1;
            if (in + 2 * pad < reach) {
                continue;
            }
            Axis axis = new Axis(kernel, stride, pad, dilation, 1, in, out);
            Transposed back = Transposed.of(axis);
            for (int p = 0; p < in; p++) {
                int first = -1;
                int last = -1;
                int taps = 0;
                for (int o = 0; o < out; o++) {
                    boolean reads = false;
                    for (int k = 0; k < kernel; k++) {
                        reads |= axis.index(o, k) == p;
                    }
                    if (reads) {
                        assertThat(back.index(p, taps)).isEqualTo(o);
                        first = first < 0 ? o : first;
                        last = o;
                        taps++;
                    }
                }
                assertThat(List.of(back.first(p), back.last(p), back.taps(p))).isEqualTo(List.of(first, last, taps));
            }
        }
    }

    /** Branches that part forward meet in the gradient, which adds them up. */
    @Test
    void a_layer_with_two_readers_has_one_gradient_of_both() {
        NetworkBuilder builder = Network.builder("branch", "", "");
        int in = builder.input("in", new Shape(4, 6, 6));
        int stem = builder.add("stem", new Conv(Kernel.square(3, 1, 1), 4, 1, false), in);
        int branch = builder.add("branch", new Conv(Kernel.square(3, 1, 1), 4, 1, false), stem);
        builder.add("sum", new Elementwise(Elementwise.Operator.ADD), stem, branch);
        Network training = TrainingNetwork.of(builder.build().folded());
        Node gradient = training.nodes().stream()
                .filter(node -> node.name().equals("stem.gradient"))
                .findFirst()
                .orElseThrow();
        assertThat(gradient.inputs().stream()
                        .map(id -> training.node(id).name())
                        .toList())
                .containsExactly("stem", "branch.reverse", "sum.gradient");
        // nine patches of a 3 x 3 kernel but for the rim: 16 * 16 / 36 on the average, and the sum's, less what is
        // there
        assertThat(gradient.work().count(ScalarOperation.ADD)).isEqualTo(4 * ((16 * 16 + 35) / 36 + 1 - 1));
    }

    private static Node node(Network network, String name) {
        return network.nodes().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Values that each input of a node holds ready for a window, and the position it is of; -1 for none. */
    private static List<List<Integer>> read(Network network, Node node, int window) {
        return node.edges().stream()
                .map(edge -> List.of(edge.channels(), edge.field().firstNeeded(window)))
                .toList();
    }

    /** Five steps of an LSTM of 6 units on 3 values: the last step's errors come first, and each step hands 12 on to the one before. */
    @Test
    void errors_come_back_through_a_sequence_from_its_last_step() {
        NetworkBuilder builder = Network.builder("sequence", "", "");
        int in = builder.input("in", Shape.sequence(2, 5));
        int first = builder.add("first", new Recurrent(Recurrent.Cell.RNN, 3, true), in);
        builder.add("lstm", new Recurrent(Recurrent.Cell.LSTM, 6, true), first);
        Network forward = builder.build().folded();
        Network training = TrainingNetwork.of(forward);
        assertThat(training.nodes().stream().map(Node::name).toList())
                .containsExactly(
                        "in",
                        "first",
                        "lstm",
                        "lstm.gradient",
                        "lstm.reverse",
                        "lstm.update",
                        "first.gradient",
                        "first.reverse",
                        "first.update");
        assertThat(node(training, "lstm").output().channels()).isEqualTo(6 + 36);
        assertThat(node(training, "lstm").ownChannels()).isEqualTo(6);
        assertThat(node(training, "first").output().channels()).isEqualTo(3);
        Node reverse = node(training, "lstm.reverse");
        assertThat(reverse.recurrent()).isTrue();
        assertThat(reverse.ownChannels()).isEqualTo(12);
        assertThat(reverse.output()).isEqualTo(Shape.sequence(4 * 6 + 3 + 6 + 6, 5));
        assertThat(read(training, reverse, 0)).containsExactly(List.of(6, 4), List.of(36, 4), List.of(6, 3));
        assertThat(read(training, reverse, 4)).containsExactly(List.of(6, 0), List.of(36, 0), List.of(6, -1));
        assertThat(reverse.work().count(ScalarOperation.MULTIPLY)).isEqualTo(16 * 6);
        Node update = node(training, "lstm.update");
        assertThat(read(training, update, 0)).containsExactly(List.of(24, 0), List.of(3, 4), List.of(6, 3));
        assertThat(read(training, update, 4)).containsExactly(List.of(24, 4), List.of(3, 0), List.of(6, -1));
        Node gradient = node(training, "first.gradient"); // of its outputs, which it reads for their slope
        assertThat(read(training, gradient, 0)).containsExactly(List.of(3, 0), List.of(3, 4));
        assertThat(read(training, gradient, 4)).containsExactly(List.of(3, 4), List.of(3, 0));
        assertThat(training.ops()).isEqualTo(3 * forward.ops());
    }

    /** The one that runs backwards forward runs forwards in reverse. */
    @Test
    void the_other_direction_of_a_bidirectional_layer_goes_from_the_first_step_to_the_last() {
        NetworkBuilder builder = Network.builder("both", "", "");
        int in = builder.input("in", Shape.sequence(3, 4));
        int turned = builder.add("turned", Slice.reversed(Shape.sequence(3, 4)), in);
        builder.add("gru", new Recurrent(Recurrent.Cell.GRU, 2, false), turned);
        Network training = TrainingNetwork.of(builder.build().folded());
        Node update = node(training, "gru.update");
        assertThat(read(training, update, 0)).containsExactly(List.of(6, 0), List.of(3, 0), List.of(2, 2));
        assertThat(read(training, update, 3)).containsExactly(List.of(6, 3), List.of(3, 3), List.of(2, -1));
    }

    @Test
    void what_has_no_gradient_is_told_all_at_once() {
        NetworkBuilder builder = Network.builder("odd", "", "");
        int in = builder.input("in", Shape.sequence(5, 4));
        int norm = builder.add("norm", new LayerNorm(), in);
        builder.add("lstm", new Recurrent(Recurrent.Cell.LSTM, 6, true), norm);
        assertThatThrownBy(() -> TrainingNetwork.of(builder.build().folded()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no gradient is known here of norm (layer-norm); train a network without it");
    }

    @Test
    void a_network_without_weights_has_nothing_to_learn() {
        NetworkBuilder builder = Network.builder("plain", "", "");
        builder.add("relu", new ActivationLayer(Activation.RELU), builder.input("in", Shape.vector(4)));
        assertThatThrownBy(() -> TrainingNetwork.of(builder.build().folded())).hasMessageContaining("no weights");
    }
}
