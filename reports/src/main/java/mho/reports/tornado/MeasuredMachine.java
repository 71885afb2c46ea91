package mho.reports.tornado;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import mho.arch.chip.ChipFiles;
import mho.arch.chip.Inventory;
import mho.arch.plan.Cuts;
import mho.arch.power.BookedPrices;
import mho.arch.run.InputCount;
import mho.arch.run.Run;
import mho.arch.run.RunResult;
import mho.arch.run.TimedRun;
import mho.core.engine.Watcher;
import mho.core.yaml.MapNode;
import mho.core.yaml.Setting;
import mho.reports.metrics.Metrics;
import mho.reports.metrics.Report;
import mho.reports.sheet.ChipSheet;
import mho.workloads.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * A machine of any kind that figures are taken from; runs nothing before it is asked. One that differs from another in prices alone takes
 * that one's timelines.
 */
public final class MeasuredMachine {
    private static final Report.RunFacts FACTS = new Report.RunFacts("", "", 0, 0, "", "");

    private final ChipFiles.Loaded chip;
    private final @Nullable MeasuredMachine like;
    private final Map<Network, TimedRun> timelines = new IdentityHashMap<>();
    private final Map<Network, Report> reports = new IdentityHashMap<>();
    private @Nullable Inventory inventory;
    private @Nullable ChipSheet sheet;

    private MeasuredMachine(ChipFiles.Loaded chip, @Nullable MeasuredMachine like) {
        this.chip = chip;
        this.like = like;
    }

    /**
     * By name or file.
     *
     * @throws mho.core.yaml.BadInput for whatever is wrong with the file or a setting
     */
    public static MeasuredMachine of(String name, List<Setting> settings) {
        return new MeasuredMachine(ChipFiles.load(name, settings), null);
    }

    /**
     * The same had its file said something else. What else the file states stays as stated: this is another belief about the machine, where
     * {@code --set} makes another machine, whose figures follow.
     *
     * @throws mho.core.yaml.BadInput if the file cannot say so
     */
    MeasuredMachine believed(MapNode other) {
        ChipFiles.Loaded bound = ChipFiles.bind(other);
        boolean alike = bound.file().timingKey().equals(chip.file().timingKey());
        return new MeasuredMachine(bound, alike ? this : null);
    }

    MapNode tree() {
        return chip.tree();
    }

    public synchronized ChipSheet sheet() {
        if (sheet == null) {
            sheet = ChipSheet.of(chip);
        }
        return sheet;
    }

    /**
     * A network on it, one input alone and as many behind one another as it takes.
     *
     * @throws mho.core.engine.ModelSaysNo if the network does not fit or the run gets stuck
     */
    public synchronized Report report(Network network) {
        Report known = reports.get(network);
        if (known == null) {
            RunResult run = new RunResult(chip.file(), timed(network), inventory(), null);
            known = Metrics.of(run, chip.tree(), FACTS);
            reports.put(network, known);
        }
        return known;
    }

    private synchronized TimedRun timed(Network network) {
        if (like != null) {
            return like.timed(network);
        }
        TimedRun known = timelines.get(network);
        if (known == null) {
            known = simulated(network.folded());
            timelines.put(network, known);
        }
        return known;
    }

    private TimedRun simulated(Network folded) {
        return chip.file()
                .as(
                        spec -> Run.time(
                                spec.timingView(),
                                new BookedPrices(spec, inventory()),
                                folded,
                                Cuts.of(spec, folded),
                                InputCount.untilSteady(2),
                                (placement, program) -> Watcher.NONE,
                                phase -> {}),
                        machine ->
                                Run.time(machine, folded, 2, null, (placement, program) -> Watcher.NONE, phase -> {}));
    }

    private Inventory inventory() {
        if (inventory == null) {
            inventory = chip.inventory();
        }
        return inventory;
    }
}
