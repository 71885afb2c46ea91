package mho.reports.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import mho.arch.chip.ChipFace;
import mho.arch.chip.ChipFiles;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
import mho.arch.chip.LearntPace;
import mho.arch.chip.Mapping;
import mho.arch.element.CellLevels;
import mho.arch.element.Learner;
import mho.arch.element.LearntArrays;
import mho.arch.plan.Cuts;
import mho.arch.plan.Stage;
import mho.arch.power.BookedPrices;
import mho.arch.run.InputCount;
import mho.arch.run.LearntInputs;
import mho.arch.run.Run;
import mho.arch.run.RunResult;
import mho.arch.run.TimedRun;
import mho.core.engine.Watcher;
import mho.core.yaml.BadInput;
import mho.reports.config.TrainingConfig;
import mho.reports.metrics.Metrics;
import mho.reports.metrics.Report;
import mho.workloads.data.DataDescription;
import mho.workloads.data.DataSet;
import mho.workloads.data.NamedArrays;
import mho.workloads.data.ShippedDataSets;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.Partner;
import mho.workloads.network.Shape;
import mho.workloads.network.Tensor;
import mho.workloads.network.TrainedWeights;
import mho.workloads.network.TrainingNetwork;
import mho.workloads.training.EpochRecord;
import mho.workloads.training.LearningMatrices;
import mho.workloads.training.Staleness;
import mho.workloads.training.Trainer;
import org.jspecify.annotations.Nullable;

/**
 * A training on its way, epoch by epoch. Values are learnt in the cells of the chip; time and energy are those of the chip's training
 * program, with pulses and repeated reads as they happened, of each layer the mean over the epoch.
 */
public final class TrainingSession {
    private final TrainingConfig.Loaded config;
    private final ChipFiles.Loaded chip;
    private final Network network;
    private final Network program;
    private final Trainer trainer;
    private final @Nullable Learner learner;
    private final DataSet examples;
    private final DataSet tests;
    private final List<TrainedEpoch> done = new ArrayList<>();
    private final Map<String, float[]> firstWeights;
    private final Map<Integer, List<Long>> firstCells;
    private Map<Integer, LearntArrays> before = Map.of();

    private TrainingSession(TrainingConfig.Loaded loaded) {
        this.config = loaded;
        TrainingConfig asked = loaded.config();
        this.chip = asked.loadChip();
        this.network = asked.network().load();
        Network folded = network.folded();
        ChipSpec tiles = tiles();
        Trainer.requireTrainable(folded, asked.training());
        this.program = TrainingNetwork.of(folded);
        this.learner = asked.ideal() ? null : learner(tiles);
        time(Map.of()); // what does not fit is known before hours of work
        Shape wanted = folded.nodes().get(0).output();
        Sets sets = Sets.of(asked.data(), wanted);
        this.examples = first(sets.training, asked.images());
        this.tests = first(sets.tests, asked.tests());
        this.trainer = Trainer.of(
                network,
                asked.training(),
                learner == null ? LearningMatrices.FLOAT : learner,
                examples,
                tests,
                staleness(tiles.mapping()));
        this.before = learnt();
        this.firstWeights = weights();
        this.firstCells = cells();
    }

    /**
     * Ready for its first epoch.
     *
     * @throws BadInput for whatever is wrong with files, network, data, devices
     * @throws mho.core.engine.ModelSaysNo if the network does not fit or the chip does not train
     */
    public static TrainingSession of(TrainingConfig.Loaded config) {
        return new TrainingSession(config);
    }

    /** What is learnt from, and what is told from it; of one set that comes along the last fifth. */
    private record Sets(DataSet training, DataSet tests) {
        private static final double TOLD = 0.2;

        static Sets of(DataDescription data, Shape wanted) {
            DataSet tests = data.test(wanted);
            if (!ShippedDataSets.has(data.data())) {
                return new Sets(data.training(wanted), tests);
            }
            int learnt = (int) Math.round((1 - TOLD) * tests.size());
            return new Sets(tests.range(0, learnt), tests.range(learnt, tests.size()));
        }
    }

    private static DataSet first(DataSet all, @Nullable Integer most) {
        return most == null ? all : all.first(Math.min(most, all.size()));
    }

    private ChipSpec tiles() {
        return chip.file().as(spec -> spec, machine -> {
            throw new BadInput(
                    "chip: " + machine.chip()
                            + " is a reference machine (kind: roofline), which is not modelled to train: take a chip of tiles (analog-train)");
        });
    }

    private static @Nullable Staleness staleness(Mapping mapping) {
        return mapping.updates() == Mapping.Updates.STALE ? new Staleness(mapping.behind()) : null;
    }

    private static Learner learner(ChipSpec chip) {
        for (ChipFace face : chip.faces()) {
            Learner learner = face.chip().element().learner();
            if (learner != null) {
                return learner;
            }
        }
        throw new BadInput(
                "chip: the arrays of " + chip.chip()
                        + " do not learn; state what that takes (tile.core.learning), or take a chip that trains (analog-train)");
    }

    /**
     * One epoch more.
     *
     * @param told told how many of its examples have been learnt
     */
    public TrainedEpoch epoch(IntConsumer told) {
        EpochRecord learnt = trainer.epoch(told);
        Map<Integer, LearntArrays> now = learnt();
        Map<Integer, LearntArrays> inEpoch = new LinkedHashMap<>();
        now.forEach((layer, arrays) -> {
            LearntArrays earlier = before.get(layer);
            inEpoch.put(layer, earlier == null ? arrays : arrays.since(earlier));
        });
        before = now;
        TrainedEpoch epoch = new TrainedEpoch(learnt, examples.size(), List.copyOf(inEpoch.values()), cost(inEpoch));
        done.add(epoch);
        return epoch;
    }

    /** What has come of it, from its first epoch on. Throws {@link IllegalStateException} before that. */
    public Training training() {
        if (done.isEmpty()) {
            throw new IllegalStateException("no epoch is over");
        }
        return new Training(config, chipName(), networkName(), tests.size(), done, distributions());
    }

    private List<LearntDistribution> distributions() {
        Map<String, float[]> weights = weights();
        Map<Integer, List<Long>> cells = cells();
        List<LearntDistribution> layers = new ArrayList<>();
        for (Node node : trainer.learnt().nodes()) {
            float[] first = firstWeights.get(node.name());
            float[] last = weights.get(node.name());
            if (first != null && last != null) {
                layers.add(LearntDistribution.of(
                        node.name(),
                        first,
                        last,
                        firstCells.getOrDefault(node.id(), List.of()),
                        cells.getOrDefault(node.id(), List.of())));
            }
        }
        return layers;
    }

    /** Of every layer that learns, by its name, all that is learnt of it. */
    private Map<String, float[]> weights() {
        List<String> learning = trainer.layers();
        Map<String, float[]> weights = new LinkedHashMap<>();
        for (Node node : trainer.learnt().nodes()) {
            TrainedWeights held = node.weightsHeld();
            if (held != null && learning.contains(node.name())) {
                float[] all = new float[0];
                for (Tensor tensor : new TreeMap<>(held.tensors()).values()) {
                    float[] values = tensor.values().get();
                    int from = all.length;
                    all = Arrays.copyOf(all, from + values.length);
                    System.arraycopy(values, 0, all, from, values.length);
                }
                weights.put(node.name(), all);
            }
        }
        return weights;
    }

    /** Of every layer, by its node, where its cells stand; nothing where weights are ideal. */
    private Map<Integer, List<Long>> cells() {
        Map<Integer, CellLevels> layers = new LinkedHashMap<>();
        if (learner != null) {
            learner.levels(LearntDistribution.BINS)
                    .forEach(matrix -> layers.merge(matrix.node(), matrix, CellLevels::and));
        }
        Map<Integer, List<Long>> counts = new LinkedHashMap<>();
        layers.forEach((node, levels) -> counts.put(node, levels.counts()));
        return counts;
    }

    /** Of every layer, all its matrices together. */
    private Map<Integer, LearntArrays> learnt() {
        Map<Integer, LearntArrays> layers = new LinkedHashMap<>();
        if (learner != null) {
            learner.learnt().forEach(matrix -> layers.merge(matrix.node(), matrix, LearntArrays::and));
        }
        return layers;
    }

    private EpochCost cost(Map<Integer, LearntArrays> layers) {
        Map<String, LearntPace> paces = new HashMap<>();
        for (LearntArrays layer : layers.values()) {
            if (layer.updates() > 0) {
                double updates = layer.updates();
                LearntPace pace = new LearntPace(
                        (layer.slots() + layer.transferSlots()) / updates,
                        layer.forwardReads(),
                        layer.readRounds() / updates,
                        layer.lineReads() / updates);
                paces.put(program.node(layer.node()).name(), pace);
            }
        }
        return EpochCost.of(report(layers, paces), examples.size());
    }

    private Report report(Map<Integer, LearntArrays> layers, Map<String, LearntPace> paces) {
        TimedRun timed = time(paces);
        Inventory inventory = chip.inventory();
        RunResult run = new RunResult(chip.file(), timed, inventory, null);
        Map<Integer, LearntArrays> byStage = new HashMap<>();
        for (Stage stage : timed.placement().pipeline().stages()) {
            Partner partner = stage.node().partner();
            LearntArrays arrays =
                    partner == null || partner.role() != Partner.Role.UPDATE ? null : layers.get(partner.node());
            if (arrays != null) {
                byStage.put(stage.id(), arrays);
            }
        }
        RunResult priced = byStage.isEmpty() ? run : run.with(new LearntInputs(byStage, examples.size()));
        return Metrics.of(
                priced,
                chip.tree(),
                new Report.RunFacts(
                        chip.file().chip(),
                        network.name(),
                        timed.stream().images(),
                        config.config().training().seed(),
                        String.valueOf(config.config().version()),
                        config.sha256()));
    }

    /** @param paces of layers that have learnt; empty for what the chip file plans */
    private TimedRun time(Map<String, LearntPace> paces) {
        ChipSpec spec = tiles();
        return Run.time(
                spec.timingView().with(paces),
                new BookedPrices(spec, chip.inventory()),
                program,
                Cuts.of(spec, program),
                InputCount.untilSteady(2),
                (placement, compiled) -> Watcher.NONE,
                phase -> {});
    }

    /** Epochs that are over. */
    public int epochs() {
        return trainer.epochs();
    }

    public int examples() {
        return examples.size();
    }

    public String networkName() {
        return network.name();
    }

    public String chipName() {
        return chip.file().chip();
    }

    /** Writes the weights as they are read now, each tensor of each layer under "layer/tensor". */
    public void writeWeights(Path file) {
        NamedArrays arrays = NamedArrays.empty();
        for (Node node : trainer.learnt().nodes()) {
            TrainedWeights held = node.weightsHeld();
            if (held != null) {
                new TreeMap<>(held.tensors())
                        .forEach((name, tensor) -> arrays.put(
                                node.name() + "/" + name, tensor.values().get(), tensor.dims()));
            }
        }
        arrays.write(file);
    }

    /** Writes all that {@link #restore} needs. */
    public void save(Path file) {
        trainer.save(file, KeptEpochs.numbers(done, tests));
    }

    /**
     * Goes on where a training of the same configuration was saved, to the same bytes: its epochs are told as if it had never stopped.
     *
     * @throws BadInput if the file is none of this training's
     */
    public void restore(Path file) {
        Map<String, long[]> beside = trainer.restore(file);
        done.clear();
        for (KeptEpochs.Kept epoch :
                KeptEpochs.read(file.toString(), beside, trainer.epochs(), trainer.layers(), tests)) {
            Map<Integer, LearntArrays> arrays = new LinkedHashMap<>();
            epoch.arrays().forEach(layer -> arrays.put(layer.node(), layer));
            done.add(new TrainedEpoch(epoch.learnt(), examples.size(), epoch.arrays(), cost(arrays)));
        }
        before = learnt();
    }
}
