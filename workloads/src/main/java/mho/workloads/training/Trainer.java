package mho.workloads.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import mho.core.yaml.BadInput;
import mho.workloads.data.DataSet;
import mho.workloads.network.Network;
import mho.workloads.network.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Trains a network, epoch by epoch, by stochastic gradient descent:
 *
 * <pre>
 * y = f(Wᵀ x)       every layer, forwards
 * δ = f'(z) · (W δ) every layer, backwards, from dE/dy of the loss
 * W -= rate/n x δᵀ  for each of the n examples of a batch, once all of them have been read
 * </pre>
 *
 * The network is folded as a chip runs it; weights are in {@link LearningMatrix matrices} that a chip may be. The same seed gives
 * the same bytes. For one thread; the examples' path allocates nothing.
 */
public final class Trainer {
    private final Trainability network;
    private final TrainingSpec spec;
    private final LearningMatrices maker;
    private final DataSet training;
    private final @Nullable DataSet test;
    private final @Nullable Staleness staleness;
    private final TrainingPlan plan;
    private final List<ExampleMemory> memories = new ArrayList<>();
    private final LearningMatrix[] matrices;
    private @Nullable Map<String, String> configuration;
    private int epochs;

    private Trainer(
            Trainability network,
            TrainingSpec spec,
            LearningMatrices maker,
            DataSet training,
            @Nullable DataSet test,
            @Nullable Staleness staleness) {
        this.staleness = staleness;
        this.network = network;
        this.spec = spec;
        this.maker = maker;
        this.training = training;
        this.test = test;
        this.plan = new TrainingPlan(network, spec, maker);
        this.matrices = plan.layers().stream()
                .flatMap(layer -> List.of(layer.matrices()).stream())
                .toArray(LearningMatrix[]::new);
        memories.add(new ExampleMemory(plan));
        int inFlight =
                staleness == null ? spec.batch() : memories.get(0).steps().last() + 1;
        int together = Math.min(inFlight, training.size());
        checkMemory(together);
        while (memories.size() < together) {
            memories.add(new ExampleMemory(plan));
        }
    }

    /**
     * Ready for the first epoch.
     *
     * @param test null to go without test accuracy
     * @throws BadInput that names every layer of the network that has no gradient; or if data has no labels, labels beyond the
     *     network's classes or another shape than the network's input
     */
    public static Trainer of(
            Network network, TrainingSpec spec, LearningMatrices matrices, DataSet training, @Nullable DataSet test) {
        return of(network, spec, matrices, training, test, null);
    }

    /**
     * The same with examples that follow one another before updates are done.
     *
     * @param staleness null for one example, or batch, after the other
     * @throws BadInput as above; for stale weights in batches
     */
    public static Trainer of(
            Network network,
            TrainingSpec spec,
            LearningMatrices matrices,
            DataSet training,
            @Nullable DataSet test,
            @Nullable Staleness staleness) {
        if (staleness != null && spec.batch() > 1) {
            throw new BadInput(
                    "a batch of %d: stale weights are learnt example by example; take a batch of 1, or wait for updates (mapping.updates=waited)"
                            .formatted(spec.batch()));
        }
        Trainability trainable = Trainability.of(network, spec);
        int classes = trainable.answer().shape().channels();
        check(trainable, training, classes);
        if (test != null) {
            check(trainable, test, classes);
        }
        return new Trainer(trainable, spec, matrices, training, test, staleness);
    }

    /** Throws {@link BadInput} that names every layer without a gradient, with what to do about it; else does nothing. */
    public static void requireTrainable(Network network, TrainingSpec spec) {
        Trainability.of(network, spec);
    }

    private static void check(Trainability network, DataSet data, int classes) {
        Shape wanted = network.input().output();
        if (!data.shape().equals(wanted)) {
            throw new BadInput("%s: its inputs are %s, %s takes %s"
                    .formatted(data.name(), data.shape(), network.network().name(), wanted));
        }
        data.checkClasses(classes);
    }

    private void checkMemory(int together) {
        long all = memories.get(0).bytes() * together;
        long memory = Runtime.getRuntime().maxMemory();
        if (all > memory / 2) {
            throw new BadInput(
                    "a batch of %,d examples of %s takes %,d MB, more than half of the %,d MB Java may use; take smaller batches or raise -Xmx"
                            .formatted(together, network.network().name(), all >> 20, memory >> 20));
        }
    }

    /** Epochs that are over. */
    public int epochs() {
        return epochs;
    }

    /** All epochs that are left. */
    public List<EpochRecord> run() {
        List<EpochRecord> records = new ArrayList<>();
        while (epochs < spec.epochs()) {
            records.add(epoch());
        }
        return records;
    }

    /** One epoch more. Throws {@link BadInput} if the loss or a weight is no longer a finite number. */
    public EpochRecord epoch() {
        return epoch(done -> {});
    }

    /**
     * The same, and tells how many examples have been learnt.
     *
     * @param done told after each batch
     */
    public EpochRecord epoch(IntConsumer done) {
        Epoch epoch = new Epoch(spec.rate().at(epochs));
        epoch.run(done);
        requireFiniteWeights();
        epochs++;
        double accuracy = test == null ? Double.NaN : accuracy(test);
        return epoch.record(accuracy);
    }

    /** Share of the inputs of a data set that are told right with the weights as they are. */
    public double accuracy(DataSet data) {
        check(network, data, network.answer().shape().channels());
        evaluation(true);
        ExampleMemory memory = memories.get(0);
        int right = 0;
        for (int i = 0; i < data.size(); i++) {
            data.copy(i, memory.input());
            memory.forward();
            right += Loss.said(memory.answer()) == data.label(i) ? 1 : 0;
        }
        evaluation(false);
        return (double) right / data.size();
    }

    private void evaluation(boolean begins) {
        for (LearningMatrix matrix : matrices) {
            matrix.evaluation(begins);
        }
    }

    /** The folded network with the weights as they are. */
    public Network learnt() {
        return plan.learnt();
    }

    /** Writes all that {@link #restore} needs. Throws {@link BadInput} if the file cannot be written. */
    public void save(Path file) {
        save(file, Map.of());
    }

    /**
     * The same, and what somebody else wants to find there.
     *
     * @param beside numbers under names of theirs
     */
    public void save(Path file, Map<String, long[]> beside) {
        TrainingCheckpoint.write(file, configuration(), epochs, plan.layers(), beside);
    }

    /**
     * Goes on where a training was saved, to the bytes that it would have come to.
     *
     * @return what was put down beside it
     * @throws BadInput if the file is none of this training's; says what differs
     */
    public Map<String, long[]> restore(Path file) {
        TrainingCheckpoint.Taken taken = TrainingCheckpoint.read(file, configuration(), plan.layers());
        epochs = taken.epochs();
        return taken.beside();
    }

    /** The layers that learn, by their names, in the order of {@link EpochRecord#layers}. */
    public List<String> layers() {
        return plan.layers().stream().map(LearnedLayer::name).toList();
    }

    private Map<String, String> configuration() {
        Map<String, String> known = configuration;
        if (known == null) {
            known = TrainingCheckpoint.configuration(network, spec, maker, training, staleness);
            configuration = known;
        }
        return known;
    }

    private void requireFiniteWeights() {
        for (LearnedLayer layer : plan.layers()) {
            for (float[] weights : layer.weights()) {
                for (float weight : weights) {
                    if (!Float.isFinite(weight)) {
                        throw new BadInput("%s: epoch %d: a weight of %s has become %s; take a lower learning rate"
                                .formatted(network.network().name(), epochs + 1, layer.name(), weight));
                    }
                }
            }
        }
    }

    /** An epoch on its way. */
    private final class Epoch {
        private final double rate;
        private final LayerTally[] tallies;
        private final int[] order;
        private double loss;
        private int right;

        Epoch(double rate) {
            this.rate = rate;
            this.tallies = new LayerTally[plan.layers().size()];
            for (int i = 0; i < tallies.length; i++) {
                tallies[i] = new LayerTally();
            }
            this.order = order();
        }

        private int[] order() {
            int[] order = new int[training.size()];
            for (int i = 0; i < order.length; i++) {
                order[i] = i;
            }
            return spec.shuffle()
                    ? SeededStreams.shuffled(order.length, SeededStreams.of(spec.seed(), "order", epochs))
                    : order;
        }

        void run(IntConsumer done) {
            if (staleness == null) {
                oneAfterTheOther(done);
            } else {
                new StaleExamples(memories, plan, staleness, spec.loss(), training, this::met)
                        .run(order, (float) rate, tallies, done);
            }
        }

        private void oneAfterTheOther(IntConsumer done) {
            for (int from = 0; from < order.length; from += memories.size()) {
                int count = Math.min(memories.size(), order.length - from);
                for (int k = 0; k < count; k++) {
                    read(memories.get(k), order[from + k]);
                }
                learn(count);
                done.accept(from + count);
            }
        }

        private void read(ExampleMemory memory, int example) {
            training.copy(example, memory.input());
            memory.forward();
            met(memory, example, memory.reverse(spec.loss(), training.label(example)));
            memory.tell(tallies);
        }

        private void met(ExampleMemory memory, int example, double lost) {
            if (!Double.isFinite(lost)) {
                throw diverged(memory, example, lost);
            }
            loss += lost;
            right += Loss.said(memory.answer()) == training.label(example) ? 1 : 0;
        }

        private void learn(int count) {
            float each = (float) (rate / count);
            for (int k = 0; k < count; k++) {
                memories.get(k).update(each);
                for (LearningMatrix matrix : matrices) {
                    matrix.exampleEnds();
                }
            }
            for (LearningMatrix matrix : matrices) {
                matrix.batchEnds();
            }
        }

        private BadInput diverged(ExampleMemory memory, int example, double lost) {
            String first = memory.firstNotFinite();
            return new BadInput(
                    "%s: epoch %d: the loss of input %,d is %s, %s; take a lower learning rate or smaller first weights"
                            .formatted(
                                    network.network().name(),
                                    epochs + 1,
                                    example,
                                    lost,
                                    first == null
                                            ? "though all values are finite"
                                            : "the first layer with a value that is not finite is " + first));
        }

        EpochRecord record(double testAccuracy) {
            List<LayerMeans> layers = new ArrayList<>();
            for (int i = 0; i < tallies.length; i++) {
                layers.add(tallies[i].means(plan.layers().get(i).name()));
            }
            double all = order.length;
            return new EpochRecord(epochs, rate, loss / all, right / all, testAccuracy, layers);
        }
    }
}
