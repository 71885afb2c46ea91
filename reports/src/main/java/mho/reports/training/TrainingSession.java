package mho.reports.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.arch.chip.ChipFace;
import mho.arch.chip.ChipFiles;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
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
import mho.core.yaml.BadInput;
import mho.core.yaml.Setting;
import mho.reports.config.TrainingConfig;
import mho.reports.metrics.Metrics;
import mho.reports.metrics.Report;
import mho.reports.run.Progress;
import mho.workloads.data.DataSet;
import mho.workloads.network.Network;
import mho.workloads.network.Partner;
import mho.workloads.network.Shape;
import mho.workloads.network.TrainingNetwork;
import mho.workloads.training.EpochRecord;
import mho.workloads.training.LearningMatrices;
import mho.workloads.training.Trainer;
import org.jspecify.annotations.Nullable;

/**
 * A training on its way, epoch by epoch. Values are learnt in the cells of the chip; time and energy are those of the chip's training
 * program, with pulses as they happened: trains as long as the layer that needs most of them took on the average.
 */
public final class TrainingSession {
    private static final Happened PLANNED = new Happened(0, 0);

    private final TrainingConfig.Loaded config;
    private final ChipFiles.Loaded chip;
    private final Network network;
    private final Network program;
    private final Trainer trainer;
    private final @Nullable Learner learner;
    private final DataSet examples;
    private final Map<Happened, TimedRun> byPulses = new HashMap<>();
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
        time(null); // what does not fit is known before hours of work
        Shape wanted = folded.nodes().get(0).output();
        this.examples = first(asked.data().training(wanted), asked.images());
        DataSet tests = first(asked.data().test(wanted), asked.tests());
        this.trainer = Trainer.of(
                network, asked.training(), learner == null ? LearningMatrices.FLOAT : learner, examples, tests);
        this.before = learnt();
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

    /** One epoch more. */
    public TrainedEpoch epoch() {
        EpochRecord learnt = trainer.epoch();
        Map<Integer, LearntArrays> now = learnt();
        Map<Integer, LearntArrays> inEpoch = new LinkedHashMap<>();
        now.forEach((layer, arrays) -> {
            LearntArrays earlier = before.get(layer);
            inEpoch.put(layer, earlier == null ? arrays : arrays.since(earlier));
        });
        before = now;
        return new TrainedEpoch(learnt, examples.size(), List.copyOf(inEpoch.values()), cost(inEpoch));
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
        double slots = layers.values().stream()
                .mapToDouble(layer -> layer.updates() == 0 ? 0 : (double) layer.slots() / layer.updates())
                .max()
                .orElse(0);
        double reads = layers.values().stream()
                .mapToDouble(LearntArrays::forwardReads)
                .max()
                .orElse(1);
        Happened happened = layers.isEmpty() ? null : new Happened(Math.max(1, (int) Math.ceil(slots)), reads);
        return EpochCost.of(report(layers, happened), examples.size());
    }

    private Report report(Map<Integer, LearntArrays> layers, @Nullable Happened happened) {
        TimedRun timed = time(happened);
        ChipSpec spec = spec(happened);
        Inventory inventory = chip.inventory();
        RunResult run = new RunResult(spec, timed, inventory, null);
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

    /**
     * What time hangs on of what was learnt, of the layer that took most.
     *
     * @param slots of an update, all its phases, the mean
     * @param reads of a vector forward, the mean
     */
    private record Happened(int slots, double reads) {}

    /** @param happened null for what the chip file plans */
    private TimedRun time(@Nullable Happened happened) {
        return byPulses.computeIfAbsent(happened == null ? PLANNED : happened, key -> {
            ChipSpec spec = spec(happened);
            return Run.time(
                    spec.timingView(),
                    new BookedPrices(spec, chip.inventory()),
                    program,
                    Cuts.of(spec, program),
                    InputCount.untilSteady(2),
                    Progress.NONE::watching,
                    phase -> {});
        });
    }

    private ChipSpec spec(@Nullable Happened happened) {
        ChipSpec planned = tiles();
        if (happened == null) {
            return planned;
        }
        List<Setting> settings = new ArrayList<>();
        for (ChipFace face : planned.faces()) {
            if (face.chip().element().learner() != null) {
                settings.add(Setting.parse(face.path().in("tile.core.learning.slots") + "=" + happened.slots));
                settings.add(Setting.parse(face.path().in("tile.core.learning.phases") + "=1"));
                settings.add(Setting.parse(face.path().in("tile.core.learning.forward-reads") + "=" + happened.reads));
            }
        }
        return ChipFiles.bind(ChipFiles.with(chip.tree(), settings)).file().as(spec -> spec, machine -> planned);
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

    /** The network with the weights as they are read now. */
    public Network trained() {
        return trainer.learnt();
    }

    /** Writes all that {@link #restore} needs. */
    public void save(Path file) {
        trainer.save(file);
    }

    /** Goes on where a training of the same configuration was saved, to the same bytes. */
    public void restore(Path file) {
        trainer.restore(file);
        before = learnt();
    }
}
