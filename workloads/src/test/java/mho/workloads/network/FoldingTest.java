package mho.workloads.network;

import static mho.workloads.network.Seeds.between;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mho.workloads.network.Elementwise.Operator;
import mho.workloads.network.Recurrent.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FoldingTest {
    private static final Conv CONV = new Conv(Kernel.square(3, 1, 1), 8, 1, false);
    private final NetworkBuilder net = Network.builder("net", "about", "source");
    private final int input = net.input("input", new Shape(8, 6, 6));

    @Test
    void batchNormAndActivationGoIntoTheConvolution() {
        int conv = net.add("conv", CONV, input);
        int norm = net.add("norm", new BatchNorm(), conv);
        net.add("relu", new ActivationLayer(Activation.RELU), norm);

        Network folded = net.build().folded();
        assertThat(lines(folded)).containsExactly("input", "conv relu <- input");
        assertThat(folded.node(1).matrix()).isEqualTo(new Matrix(1, 72, 8, 1, true)); // the shift becomes a bias
        assertThat(folded.node(1).work().byUnit()).isEqualTo(new DigitalWork.ByUnit(0, 0, 0, 8));
    }

    @Test
    void batchNormStaysWhereSomebodyElseReadsTheConvolution() {
        int conv = net.add("conv", CONV, input);
        int norm = net.add("norm", new BatchNorm(), conv);
        int relu = net.add("relu", new ActivationLayer(Activation.RELU), norm);
        net.add("add", new Elementwise(Operator.ADD), conv, relu);
        assertThat(lines(net.build().folded()))
                .containsExactly("input", "conv <- input", "norm relu <- conv", "add <- conv norm");
    }

    @Test
    void batchNormStaysBehindAnActivationOrAPool() {
        int conv = net.add("conv", CONV, input);
        int relu = net.add("relu", new ActivationLayer(Activation.RELU), conv);
        int norm = net.add("norm", new BatchNorm(), relu);
        int pool = net.add("pool", new Pool(Reduction.MAX, Kernel.square(2, 2, 0), false), norm);
        net.add("norm2", new BatchNorm(), pool);
        assertThat(lines(net.build().folded()))
                .containsExactly("input", "conv relu <- input", "norm <- conv", "pool <- norm", "norm2 <- pool");
    }

    @Test
    void aNodeTakesOneActivationOnly() {
        int conv = net.add("conv", CONV, input);
        int relu = net.add("relu", new ActivationLayer(Activation.RELU), conv);
        net.add("tanh", new ActivationLayer(Activation.TANH), relu);
        assertThat(lines(net.build().folded())).containsExactly("input", "conv relu <- input", "tanh <- conv");
    }

    @Test
    void anActivationOnTheInputStays() {
        net.add("relu", new ActivationLayer(Activation.RELU), input);
        assertThat(lines(net.build().folded())).containsExactly("input", "relu <- input");
    }

    @Test
    void aRecurrentStateIsNotTouchedByAnActivationBehindIt() {
        int steps = net.add("steps", View.reshape(new Shape(8, 6, 6), Shape.sequence(8, 36)), input);
        int lstm = net.add("lstm", new Recurrent(Cell.LSTM, 4, true), steps);
        net.add("relu", new ActivationLayer(Activation.RELU), lstm);
        assertThat(lines(net.build().folded())).containsExactly("input", "lstm <- input", "relu <- lstm");
    }

    @Test
    void nothingHappensInAnIdentityOrAnActivationNone() {
        int same = net.add("dropout", View.identity(new Shape(8, 6, 6)), input);
        int none = net.add("none", new ActivationLayer(Activation.NONE), same);
        net.add("conv", CONV, none);
        Network folded = net.build().folded();
        assertThat(lines(folded)).containsExactly("input", "conv <- input");
        assertThat(folded.node(1).field(0)).isEqualTo(net.build().node(3).field(0));
    }

    @Test
    void aReshapeThatKeepsPositionsLeavesTheFieldAlone() {
        int steps = net.add("steps", View.reshape(new Shape(8, 6, 6), Shape.sequence(8, 36)), input);
        net.add("dense", new Dense(5, true, true), steps);
        Network folded = net.build().folded();
        assertThat(lines(folded)).containsExactly("input", "dense <- input");
        assertThat(folded.node(1).field(0).lastNeeded()).startsWith(0, 1, 2).endsWith(35);
    }

    @Test
    void aFlattenBeforeADenseLayerWaitsForTheMapAndReadsItOnce() {
        int flat = net.add("flatten", View.flatten(new Shape(8, 6, 6)), input);
        net.add("dense", new Dense(10, true, false), flat);
        Network folded = net.build().folded();
        assertThat(lines(folded)).containsExactly("input", "dense <- input");
        ReceptiveField field = folded.node(1).field(0);
        assertThat(field.lastNeeded(0)).isEqualTo(35);
        assertThat((long) field.neededTaps(0) * folded.node(1).inputChannels(0)).isEqualTo(8 * 36);
    }

    @Test
    void aTransposeIsABarrierInFrontOfItsConsumer() {
        int turned = net.add("transpose", View.permuted("transpose", new Shape(6, 8, 6)), input);
        net.add("conv", CONV, turned);
        Network folded = net.build().folded();
        assertThat(lines(folded)).containsExactly("input", "conv <- input");
        ReceptiveField field = folded.node(1).field(0);
        assertThat(field.windows()).isEqualTo(48);
        assertThat(field.lastNeeded(0)).isEqualTo(35);
        assertThat(field.neededTaps(0)).isEqualTo(4);
        assertThat(folded.node(1).inputChannels(0)).isEqualTo(6);
    }

    @Test
    void anActivationBehindAViewGoesIntoTheProducer() {
        int conv = net.add("conv", CONV, input);
        int flat = net.add("flatten", View.flatten(new Shape(8, 6, 6)), conv);
        int relu = net.add("relu", new ActivationLayer(Activation.RELU), flat);
        net.add("dense", new Dense(10, true, false), relu);
        assertThat(lines(net.build().folded())).containsExactly("input", "conv relu <- input", "dense <- conv");
    }

    @Test
    void anActivationOfASliceStaysOutside() {
        int conv = net.add("conv", CONV, input);
        int half = net.add("half", Slice.ofChannels(new Shape(8, 6, 6), 0, 4), conv);
        net.add("relu", new ActivationLayer(Activation.RELU), half);
        Network folded = net.build().folded();
        assertThat(lines(folded)).containsExactly("input", "conv <- input", "relu <- conv");
        assertThat(folded.node(2).inputChannels(0)).isEqualTo(4);
    }

    @Test
    void paddingOfItsOwnGoesIntoTheConvolution() {
        int pad = net.add("pad", new Pad(0, 1, 2, 3), input);
        net.add("conv", new Conv(Kernel.square(3, 2, 0), 4, 1, true), pad);
        Network folded = net.build().folded();
        assertThat(lines(folded)).containsExactly("input", "conv <- input");
        Kernel explicit = new Kernel(3, 3, 2, 2, 0, 1, 2, 3, 1, 1);
        assertThat(folded.node(1).field(0)).isEqualTo(explicit.over(new Shape(8, 6, 6), new Shape(4, 3, 4)));
    }

    @Test
    void aBackwardPassReadsTheSequenceFromItsEnd() {
        NetworkBuilder both = Network.builder("both", "", "");
        Shape sequence = Shape.sequence(3, 4);
        int in = both.input("input", sequence);
        int forward = both.add("forward", new Recurrent(Cell.LSTM, 5, true), in);
        int turned = both.add("turned", Slice.reversed(sequence), in);
        int backward = both.add("backward", new Recurrent(Cell.LSTM, 5, true), turned);
        int back = both.add("back", Slice.reversed(Shape.sequence(5, 4)), backward);
        both.add("concat", new Concat(Concat.Along.CHANNELS), forward, back);
        Network folded = both.build().folded();
        assertThat(lines(folded))
                .containsExactly("input", "forward <- input", "backward <- input", "concat <- forward backward");
        assertThat(folded.node(2).field(0).lastNeeded()).containsExactly(3, 2, 1, 0);
        assertThat(folded.node(3).field(1).lastNeeded()).containsExactly(3, 2, 1, 0);
    }

    @Test
    void namesAboutSourceCopiesAndWeightsAreKept() {
        TrainedWeights kernel = new TrainedWeights(Map.of("kernel", new Tensor(List.of(1), () -> new float[] {2})));
        TrainedWeights scale = new TrainedWeights(Map.of("scale", new Tensor(List.of(1), () -> new float[] {3})));
        int conv = net.add("conv", CONV, List.of(input), Activation.NONE, 4, kernel);
        net.add("norm", new BatchNorm(), List.of(conv), Activation.RELU, 0, scale);
        Network folded = net.build().folded();
        assertThat(folded.name() + folded.about() + folded.source()).isEqualTo("netaboutsource");
        assertThat(folded.node(1).copies()).isEqualTo(4);
        assertThat(folded.node(1).activation()).isEqualTo(Activation.RELU);
        assertThat(folded.node(1).weightsHeld()).isNotNull().satisfies(w -> assertThat(w.tensors())
                .containsOnlyKeys("kernel", "scale"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("mho.workloads.network.Seeds#many")
    void foldingKeepsWeightsMacsAndWhatIsRead(long seed) {
        Random random = new Random(seed);
        Shape in = new Shape(between(random, 1, 4), between(random, 1, 7), between(random, 1, 7));
        NetworkBuilder builder = Network.builder("random", "", "");
        int last = builder.input("input", in);
        List<Integer> views = new ArrayList<>();
        for (int i = between(random, 0, 3); i > 0; i--) {
            last = builder.add("view" + i, view(random, builder.shape(last)), last);
            views.add(last);
        }
        Kernel kernel = ReceptiveFieldTest.fitting(random, builder.shape(last));
        int conv = builder.add("conv", new Conv(kernel, 3, 1, false), last);
        int norm = builder.add("norm", new BatchNorm(), conv);
        builder.add("relu", new ActivationLayer(Activation.RELU), norm);
        Network network = builder.build();
        Network folded = network.folded();

        assertThat(lines(folded)).containsExactly("input", "conv relu <- input");
        assertThat(folded.weights()).isEqualTo(network.weights());
        assertThat(folded.macs()).isEqualTo(network.macs());
        assertThat(folded.folded()).isEqualTo(folded);
        ReceptiveField field = folded.node(1).field(0);
        assertThat(field.positions()).isEqualTo(in.positions());
        for (int w = 0; w < network.node(conv).windows(); w++) {
            TreeSet<Integer> needed = new TreeSet<>(List.of(w));
            needed = sources(network.node(conv).field(0), needed);
            for (int i = views.size() - 1; i >= 0; i--) {
                needed = sources(network.node(views.get(i)).field(0), needed);
            }
            if (field.barrier() == 0) {
                assertThat(field.neededTaps(w)).as("window %d", w).isEqualTo(needed.size());
                assertThat(field.firstNeeded(w)).isEqualTo(needed.isEmpty() ? -1 : needed.first());
                assertThat(field.lastNeeded(w)).isEqualTo(needed.isEmpty() ? -1 : needed.last());
            }
        }
    }

    /** Positions that a field needs for these windows, by brute force. */
    private static TreeSet<Integer> sources(ReceptiveField field, TreeSet<Integer> windows) {
        TreeSet<Integer> sources = new TreeSet<>();
        for (int w : windows) {
            for (int y : AxisTest.enumerated(field.rows(), w / field.columns().out())) {
                for (int x :
                        AxisTest.enumerated(field.columns(), w % field.columns().out())) {
                    sources.add(y * field.columns().in() + x);
                }
            }
        }
        return sources;
    }

    private static Layer view(Random random, Shape in) {
        return switch (random.nextInt(5)) {
            case 0 -> View.identity(in);
            case 1 -> View.reshape(in, new Shape(in.channels(), in.width(), in.height()));
            case 2 -> new Pad(
                    between(random, 0, 2), between(random, 0, 2), between(random, 0, 2), between(random, 0, 2));
            case 3 -> Slice.reversed(in);
            default -> {
                int top = random.nextInt(in.height());
                int left = random.nextInt(in.width());
                yield new Slice(
                        0,
                        between(random, 1, in.channels()),
                        top,
                        left,
                        between(random, 1, in.height() - top),
                        between(random, 1, (in.width() - 1 - left) / 2 + 1),
                        1,
                        2);
            }
        };
    }

    /** A network as "name activation &lt;- inputs". */
    private static List<String> lines(Network network) {
        return network.nodes().stream()
                .map(node -> node.name()
                        + (node.activation() == Activation.NONE
                                ? ""
                                : " " + node.activation().label())
                        + (node.edges().isEmpty() ? "" : " <- ")
                        + node.inputs().stream()
                                .map(id -> network.node(id).name())
                                .collect(Collectors.joining(" ")))
                .toList();
    }
}
