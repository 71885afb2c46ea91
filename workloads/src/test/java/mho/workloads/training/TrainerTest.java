package mho.workloads.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mho.core.yaml.BadInput;
import mho.workloads.data.DataSet;
import mho.workloads.data.NamedArrays;
import mho.workloads.network.Network;
import mho.workloads.network.Shape;
import mho.workloads.values.FloatArithmetic;
import mho.workloads.values.Interpreter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the loop does with epochs, batches, seeds, data and files. */
class TrainerTest {
    private static final String SMALL = "{dense: {out: 6, activation: tanh}}, {dense: {out: 3}}";
    private static final Shape FOUR = Shape.vector(4);

    @TempDir
    private Path folder = Path.of("");

    private static DataSet clusters(int count, long points) {
        return MadeSets.clusters(count, 3, FOUR, 0.2, 7, points);
    }

    private static Network small() {
        return MadeSets.network("4", SMALL);
    }

    private static Trainer trainer(TrainingSpec spec) {
        return Trainer.of(small(), spec, LearningMatrices.FLOAT, clusters(60, 1), clusters(30, 2));
    }

    private static TrainingSpec spec(int epochs, int batch, long seed) {
        return TrainingSpec.of(epochs, batch, RateSchedule.of(0.1), seed);
    }

    private static byte[] bytes(Trainer trainer, Path file) throws IOException {
        trainer.save(file);
        return Files.readAllBytes(file);
    }

    @Test
    void exclusiveOrIsLearnt() {
        Network network = MadeSets.network("2", "{dense: {out: 8, activation: tanh}}, {dense: {out: 2}}");
        Trainer trainer = Trainer.of(
                network,
                spec(20, 1, 3),
                LearningMatrices.FLOAT,
                MadeSets.exclusiveOr(400, 1),
                MadeSets.exclusiveOr(400, 2));
        List<EpochRecord> records = trainer.run();
        assertThat(records).hasSize(20);
        assertThat(records.get(19).testAccuracy()).isGreaterThan(0.95);
        assertThat(records.get(19).loss()).isLessThan(records.get(0).loss() / 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void clustersAreLearntByEitherLossInBatchesOrNot(int batch) {
        for (Loss loss : Loss.values()) {
            TrainingSpec spec = new TrainingSpec(
                    30, batch, RateSchedule.of(0.3), loss, new Initialisation.Xavier(), Map.of(), true, 3);
            Network network = MadeSets.network(
                    "4",
                    "{dense: {out: 12, activation: sigmoid}}, {dense: {out: 3%s}}"
                            .formatted(loss == Loss.SQUARED ? ", activation: sigmoid" : ""));
            Trainer trainer = Trainer.of(network, spec, LearningMatrices.FLOAT, clusters(300, 1), clusters(300, 2));
            trainer.run();
            assertThat(trainer.accuracy(clusters(300, 5))).as(loss.toString()).isGreaterThan(0.95);
        }
    }

    @Test
    void barsAreLearntByConvolutionsAndSequencesByAnLstm() {
        Network network = MadeSets.network(
                "[1, 6, 6]",
                "{conv: {out: 6, kernel: 3, activation: relu}}, {global-pool: {kind: max}}, {dense: {out: 2}}");
        Trainer seen = Trainer.of(
                network, spec(15, 4, 1), LearningMatrices.FLOAT, MadeSets.bars(400, 6, 1), MadeSets.bars(200, 6, 2));
        seen.run();
        assertThat(seen.accuracy(MadeSets.bars(200, 6, 3))).isGreaterThan(0.95);
        Shape steps = Shape.sequence(2, 6);
        Trainer heard = Trainer.of(
                MadeSets.network("[2, 1, 6]", "{lstm: {hidden: 8, last: true}}, {dense: {out: 3}}"),
                spec(15, 1, 1),
                LearningMatrices.FLOAT,
                MadeSets.clusters(300, 3, steps, 0.3, 4, 5),
                null);
        heard.run();
        assertThat(heard.accuracy(MadeSets.clusters(300, 3, steps, 0.3, 4, 6))).isGreaterThan(0.95);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOthers() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (long seed : new long[] {5, 5, 6}) {
            Trainer trainer = trainer(spec(2, 4, seed));
            trainer.run();
            files.add(bytes(trainer, folder.resolve("a.npz")));
        }
        assertThat(files.get(0)).isEqualTo(files.get(1));
        assertThat(files.get(0)).isNotEqualTo(files.get(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void goingOnIsNeverHavingStopped(int batch) throws IOException {
        Trainer straight = trainer(spec(5, batch, 9));
        List<EpochRecord> all = straight.run();
        Trainer begun = trainer(spec(2, batch, 9));
        begun.run();
        begun.save(folder.resolve("b.npz"));
        Trainer goneOn = trainer(spec(5, batch, 9));
        goneOn.restore(folder.resolve("b.npz"));
        assertThat(goneOn.epochs()).isEqualTo(2);
        assertThat(goneOn.run()).isEqualTo(all.subList(2, 5));
        assertThat(bytes(goneOn, folder.resolve("c.npz"))).isEqualTo(bytes(straight, folder.resolve("d.npz")));
    }

    @Test
    void aCheckpointOfAnotherTrainingIsRefusedWithWhatDiffers() {
        Trainer one = trainer(spec(2, 4, 1));
        Path file = folder.resolve("e.npz");
        one.save(file);
        Trainer other = Trainer.of(
                MadeSets.network("4", "{dense: {out: 6, activation: relu}}, {dense: {out: 3}}"),
                TrainingSpec.of(3, 2, RateSchedule.of(0.2), 1),
                LearningMatrices.FLOAT,
                clusters(59, 1),
                null);
        assertThatThrownBy(() -> other.restore(file))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(file + ": is the checkpoint of another training: ")
                .hasMessageContaining("batch is 4 there and 2 here")
                .hasMessageContaining("rate is Constant[rate=0.1] there and Constant[rate=0.2] here")
                .hasMessageContaining("layer dense1 is ")
                .hasMessageContaining("training data is 60 inputs")
                .hasMessageEndingWith("; go on as it was begun, or begin anew");
    }

    static Stream<Arguments> others() {
        RateSchedule rate = RateSchedule.of(0.1);
        Loss loss = Loss.CROSS_ENTROPY;
        Initialisation xavier = new Initialisation.Xavier();
        return Stream.of(
                Arguments.of("batch", new TrainingSpec(2, 3, rate, loss, xavier, Map.of(), true, 1)),
                Arguments.of(
                        "rate",
                        new TrainingSpec(2, 4, new RateSchedule.Inverse(0.1, 1), loss, xavier, Map.of(), true, 1)),
                Arguments.of("loss", new TrainingSpec(2, 4, rate, Loss.SQUARED, xavier, Map.of(), true, 1)),
                Arguments.of(
                        "initialisation",
                        new TrainingSpec(2, 4, rate, loss, new Initialisation.He(), Map.of(), true, 1)),
                Arguments.of("shuffle", new TrainingSpec(2, 4, rate, loss, xavier, Map.of(), false, 1)),
                Arguments.of("seed", new TrainingSpec(2, 4, rate, loss, xavier, Map.of(), true, 2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void everyFactThatWhatFollowsDependsOnIsCompared(String what, TrainingSpec other) {
        Path file = folder.resolve("f.npz");
        trainer(spec(2, 4, 1)).save(file);
        assertThatThrownBy(() -> trainer(other).restore(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(": is the checkpoint of another training: " + what + " is ");
    }

    /** A matrix that counts its updates keeps count over a checkpoint, to the bit. */
    @Test
    void matricesPutDownWhatTheyLike() {
        List<CountingMatrix> made = new ArrayList<>();
        TrainingSpec spec = spec(2, 1, 1);
        Network network = MadeSets.network("4", "{dense: {out: 3}}");
        Trainer one = Trainer.of(network, spec, counting(made), clusters(9, 1), null);
        one.epoch();
        one.save(folder.resolve("g.npz"));
        Trainer other = Trainer.of(network, spec, counting(made), clusters(9, 1), null);
        other.restore(folder.resolve("g.npz"));
        assertThat(made).extracting(matrix -> matrix.updates).containsExactly(9 + (1L << 60), 9 + (1L << 60));
        Trainer floats = Trainer.of(network, spec, LearningMatrices.FLOAT, clusters(9, 1), null);
        assertThatThrownBy(() -> floats.restore(folder.resolve("g.npz")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("matrices is counting there and floating point here");
    }

    private static LearningMatrices counting(List<CountingMatrix> made) {
        return new LearningMatrices() {
            @Override
            public LearningMatrix matrix(MatrixPlace place) {
                CountingMatrix matrix = new CountingMatrix(new FloatMatrix(place.rows(), place.columns()));
                made.add(matrix);
                return matrix;
            }

            @Override
            public String about() {
                return "counting";
            }
        };
    }

    private static final class CountingMatrix implements LearningMatrix {
        private final FloatMatrix of;
        private long updates = 1L << 60;

        CountingMatrix(FloatMatrix of) {
            this.of = of;
        }

        @Override
        public int rows() {
            return of.rows();
        }

        @Override
        public int columns() {
            return of.columns();
        }

        @Override
        public void forward(float[] x, int xAt, float[] y, int yAt) {
            of.forward(x, xAt, y, yAt);
        }

        @Override
        public void reverse(float[] delta, int deltaAt, float[] dx, int dxAt) {
            of.reverse(delta, deltaAt, dx, dxAt);
        }

        @Override
        public void update(float[] x, int xAt, float[] delta, int deltaAt, float rate) {
            updates++;
            of.update(x, xAt, delta, deltaAt, rate);
        }

        @Override
        public void weights(float[] into) {
            of.weights(into);
        }

        @Override
        public void set(float[] from) {
            of.set(from);
        }

        @Override
        public void save(LearningState into) {
            LearningMatrix.super.save(into);
            into.longs("updates", new long[] {updates});
        }

        @Override
        public void restore(LearningState from) {
            LearningMatrix.super.restore(from);
            updates = from.longs("updates")[0];
        }
    }

    @Test
    void aFileThatIsNoCheckpointIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "1,2\n");
        assertThatThrownBy(() -> trainer(spec(1, 1, 1)).restore(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is no .npz file");
    }

    /** What was learnt is what the interpreter of values computes: weights of every kind of layer find back to their tensors. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{conv: {out: 4, kernel: 3, stride: 2, pad: 1, groups: 2}}, {conv: {out: 2, kernel: 1}}, {dense: {out: 3}}",
                "{conv: {out: 3, kernel: 2, norm: false, activation: relu}}, {pool: {kernel: 2, ceil: true}}, {flatten: {}}, {dense: {out: 3, bias: false}}",
                "{transposed-conv: {out: 3, kernel: 2, stride: 2}}, {pool: {kind: average, kernel: 3, stride: 2, pad: 1}}, {dense: {out: 3}}",
                "{local: {out: 2, kernel: 3, activation: tanh}}, {residual: {layers: [{conv: {out: 2, kernel: 1}}]}}, {dense: {out: 3}}",
                "{reshape: {to: [8, 1, 4]}}, {lstm: {hidden: 3, bidirectional: true}}, {rnn: {hidden: 4, last: true}}, {dense: {out: 3}}",
            })
    void whatWasLearntIsWhatIsRunAfterwards(String layers) {
        Shape shape = new Shape(2, 4, 4);
        DataSet data = MadeSets.clusters(40, 3, shape, 0.5, 2, 3);
        Trainer trainer =
                Trainer.of(MadeSets.network("[2, 4, 4]", layers), spec(2, 1, 8), LearningMatrices.FLOAT, data, null);
        trainer.run();
        float[] said = new Interpreter(trainer.learnt(), new FloatArithmetic())
                .run(List.of(data.batch(0, 40)))
                .get(0)
                .values();
        int right = 0;
        for (int i = 0; i < 40; i++) {
            right += Loss.said(Arrays.copyOfRange(said, 3 * i, 3 * i + 3)) == data.label(i) ? 1 : 0;
        }
        assertThat(right / 40.0).isEqualTo(trainer.accuracy(data));
        TrainingSpec own =
                new TrainingSpec(1, 1, RateSchedule.of(1), Loss.SQUARED, new Initialisation.Own(), Map.of(), false, 1);
        TrainingPlan plan = new TrainingPlan(Trainability.of(trainer.learnt(), own), own, LearningMatrices.FLOAT);
        trainer.save(folder.resolve("w.npz"));
        NamedArrays saved = NamedArrays.read(folder.resolve("w.npz"));
        for (int l = 0; l < plan.layers().size(); l++) {
            float[][] weights = plan.layers().get(l).weights();
            for (int m = 0; m < weights.length; m++) {
                assertThat(saved.floats("layer%d.matrix%d.f.weights".formatted(l, m)))
                        .as(plan.layers().get(l).name())
                        .isEqualTo(weights[m]);
            }
        }
        ExampleMemory memory = new ExampleMemory(plan);
        for (int i = 0; i < 40; i++) {
            data.copy(i, memory.input());
            memory.forward();
            for (int c = 0; c < 3; c++) {
                assertThat(memory.answer()[c]).isCloseTo(said[3 * i + c], within(1e-5f));
            }
        }
    }

    @Test
    void everyEpochShowsEveryExampleOnceInAnotherOrder() {
        List<List<Integer>> orders = new ArrayList<>();
        for (int epoch = 0; epoch < 3; epoch++) {
            List<Integer> order = Arrays.stream(SeededStreams.shuffled(50, SeededStreams.of(1, "order", epoch)))
                    .boxed()
                    .toList();
            assertThat(order).doesNotHaveDuplicates().hasSize(50).contains(0, 49);
            orders.add(order);
        }
        assertThat(orders).doesNotHaveDuplicates();
        // Unshuffled, the first example of an epoch is the first of the set.
        List<Float> firsts = new ArrayList<>();
        LearningMatrices spying = spying(new ArrayList<>(), firsts);
        TrainingSpec spec = new TrainingSpec(
                2, 1, RateSchedule.of(0.1), Loss.CROSS_ENTROPY, new Initialisation.He(), Map.of(), false, 1);
        DataSet data = clusters(5, 1);
        Trainer.of(MadeSets.network("4", "{dense: {out: 3}}"), spec, spying, data, null)
                .run();
        List<Float> expected = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            expected.add(data.batch(i % 5, 1).values()[0]);
        }
        assertThat(firsts).isEqualTo(expected);
    }

    @Test
    void theOrderOfAnEpochIsThatOfItsNumber() {
        List<Float> firsts = new ArrayList<>();
        DataSet data = clusters(30, 1);
        Trainer.of(
                        MadeSets.network("4", "{dense: {out: 3}}"),
                        spec(2, 1, 1),
                        spying(new ArrayList<>(), firsts),
                        data,
                        null)
                .run();
        assertThat(firsts.subList(0, 30))
                .containsExactlyInAnyOrderElementsOf(firsts.subList(30, 60))
                .isNotEqualTo(firsts.subList(30, 60));
    }

    /** The contract that a chip relies on, as a trace: f forward, r reverse, u update, e example, b batch. */
    @Test
    void matricesAreReadAndWrittenInTheOrderThatIsPromised() {
        List<String> trace = new ArrayList<>();
        Trainer.of(small(), spec(1, 2, 1), spying(trace, new ArrayList<>()), clusters(3, 1), null)
                .run();
        assertThat(String.join(" ", trace))
                .isEqualTo("f1 f2 r2 f1 f2 r2 u1/0.05 u2/0.05 e1 e2 u1/0.05 u2/0.05 e1 e2 b1 b2"
                        + " f1 f2 r2 u1/0.1 u2/0.1 e1 e2 b1 b2");
        trace.clear();
        Trainer.of(small(), spec(1, 1, 1), spying(trace, new ArrayList<>()), clusters(3, 1), clusters(3, 2))
                .run();
        assertThat(trace.subList(0, 9)).containsExactly("f1", "f2", "r2", "u1/0.1", "u2/0.1", "e1", "e2", "b1", "b2");
        assertThat(String.join(" ", trace)).endsWith("b1 b2 [1 [2 f1 f2 f1 f2 f1 f2 ]1 ]2");
    }

    /** Matrices in float that write down what is done to them. */
    private static LearningMatrices spying(List<String> trace, List<Float> firsts) {
        return new LearningMatrices() {
            private int made;

            @Override
            public LearningMatrix matrix(MatrixPlace place) {
                made++;
                return new SpiedMatrix(new FloatMatrix(place.rows(), place.columns()), made, trace, firsts);
            }

            @Override
            public String about() {
                return "spied on";
            }
        };
    }

    private record SpiedMatrix(FloatMatrix of, int number, List<String> trace, List<Float> firsts)
            implements LearningMatrix {
        @Override
        public int rows() {
            return of.rows();
        }

        @Override
        public int columns() {
            return of.columns();
        }

        @Override
        public void forward(float[] x, int xAt, float[] y, int yAt) {
            assertThat(x[xAt + rows() - 1]).as("the row of biases").isEqualTo(1);
            trace.add("f" + number);
            firsts.add(x[xAt]);
            of.forward(x, xAt, y, yAt);
        }

        @Override
        public void reverse(float[] delta, int deltaAt, float[] dx, int dxAt) {
            trace.add("r" + number);
            of.reverse(delta, deltaAt, dx, dxAt);
        }

        @Override
        public void update(float[] x, int xAt, float[] delta, int deltaAt, float rate) {
            trace.add("u" + number + "/" + rate);
            of.update(x, xAt, delta, deltaAt, rate);
        }

        @Override
        public void exampleEnds() {
            trace.add("e" + number);
        }

        @Override
        public void batchEnds() {
            trace.add("b" + number);
        }

        @Override
        public void evaluation(boolean begins) {
            trace.add((begins ? "[" : "]") + number);
        }

        @Override
        public void weights(float[] into) {
            of.weights(into);
        }

        @Override
        public void set(float[] from) {
            of.set(from);
        }
    }

    /** By hand: one example (1, -2), class 0 of 2, weights next to nothing: shares are a half, δ = (-1/2, 1/2). */
    @Test
    void meansOfAnEpochAreThoseOfItsExamples() {
        DataSet one = DataSet.of("one", Shape.vector(2), new float[] {1, -2}, new int[] {0});
        Network network = MadeSets.network("2", "{dense: {out: 2, activation: relu}}, {dense: {out: 2}}");
        TrainingSpec spec = new TrainingSpec(
                1, 1, RateSchedule.of(0.5), Loss.CROSS_ENTROPY, new Initialisation.Uniform(1e-30), Map.of(), false, 1);
        EpochRecord record =
                Trainer.of(network, spec, LearningMatrices.FLOAT, one, one).epoch();
        assertThat(record.loss()).isCloseTo(Math.log(2), within(1e-6));
        assertThat(record.epoch()).isEqualTo(1);
        assertThat(record.rate()).isEqualTo(0.5);
        assertThat(record.testAccuracy()).isEqualTo(1);
        LayerMeans first = record.layers().get(0);
        LayerMeans second = record.layers().get(1);
        assertThat(first.layer()).isEqualTo("dense1");
        assertThat(first.meanInput()).isEqualTo(1.5);
        assertThat(second.meanError()).isEqualTo(0.5);
        assertThat(second.zeroErrors()).isZero();
        assertThat(second.meanInput()).isLessThan(1e-29);
    }

    @Test
    void aLossThatIsNoNumberIsToldWithTheLayerWhereItBegins() {
        TrainingSpec spec = new TrainingSpec(
                5, 1, RateSchedule.of(1e20), Loss.SQUARED, new Initialisation.Xavier(), Map.of(), true, 1);
        Network network = MadeSets.network(
                "4", "{dense: {out: 6, activation: relu}}, {dense: {out: 6, activation: relu}}, {dense: {out: 3}}");
        assertThatThrownBy(() -> Trainer.of(network, spec, LearningMatrices.FLOAT, clusters(60, 1), null)
                        .run())
                .isInstanceOf(BadInput.class)
                .hasMessageMatching(
                        "n: epoch 1: the loss of input \\d+ is (NaN|Infinity), the first layer with a value that is not finite is dense[123]; take a lower learning rate or smaller first weights");
    }

    @Test
    void aWeightThatIsNoNumberIsToldThoughTheLossIsOne() {
        DataSet one = DataSet.of("one", Shape.vector(2), new float[] {1e20f, 1e20f}, new int[] {0});
        TrainingSpec spec = new TrainingSpec(
                1, 1, RateSchedule.of(1e30), Loss.SQUARED, new Initialisation.Uniform(1e-3), Map.of(), true, 1);
        assertThatThrownBy(() -> Trainer.of(
                                MadeSets.network("2", "{dense: {out: 2}}"), spec, LearningMatrices.FLOAT, one, null)
                        .run())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("epoch 1: a weight of dense1 has become ");
    }

    @Test
    void labelsBeyondTheClassesAreRefusedWithTheFileAndTheInput() {
        DataSet data = DataSet.of("digits", FOUR, new float[8], new int[] {0, 3});
        assertThatThrownBy(() -> Trainer.of(small(), spec(1, 1, 1), LearningMatrices.FLOAT, data, null))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("digits: the label of input 1 is 3, the network tells classes 0 to 2 apart");
    }

    @Test
    void inputsOfAnotherShapeAreRefused() {
        DataSet data = MadeSets.clusters(6, 3, Shape.vector(5), 0.1, 1, 1);
        assertThatThrownBy(() -> Trainer.of(small(), spec(1, 1, 1), LearningMatrices.FLOAT, data, null))
                .isInstanceOf(BadInput.class)
                .hasMessage("clusters: its inputs are 5 x 1 x 1, n takes 4 x 1 x 1");
    }

    @Test
    void aBatchHoldsNoMoreExamplesThanThereAre() {
        int size = 1 << 16;
        DataSet data = DataSet.of("large", Shape.vector(size), new float[size], new int[] {0});
        Network network = MadeSets.network("65536", "{dense: {out: 2}}");
        Trainer one = Trainer.of(network, spec(1, 1_000_000, 1), LearningMatrices.FLOAT, data, null);
        assertThat(one.epoch().layers()).hasSize(1);
    }

    /** Slots of a batch, passes, tallies: all made before the first example. */
    @Test
    void examplesAllocateNothing() {
        DataSet many = MadeSets.clusters(4000, 3, new Shape(2, 4, 4), 0.3, 7, 1);
        Network network = MadeSets.network(
                "[2, 4, 4]",
                "{conv: {out: 4, kernel: 3, pad: 1, activation: relu}}, {pool: {kernel: 2}}, {flatten: {}}, {reshape: {to: [4, 1, 4]}}, {lstm: {hidden: 4, last: true}}, {dense: {out: 3}}");
        Trainer trainer = Trainer.of(network, spec(3, 3, 1), LearningMatrices.FLOAT, many, null);
        trainer.epoch();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        trainer.epoch();
        long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(bytes).as("an epoch has its order and its record").isLessThan(100_000);
        assertThat(trainer.epochs()).isEqualTo(2);
    }
}
