package mho.reports.metrics;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import mho.arch.chip.Chips;
import mho.arch.chip.Inventory;
import mho.arch.machine.Evaluation;
import mho.arch.machine.ProgrammedNetwork;
import mho.arch.machine.Reference;
import mho.arch.machine.Values;
import mho.arch.plan.Cuts;
import mho.arch.run.InputCount;
import mho.arch.run.InputPrices;
import mho.arch.run.OpenLoad;
import mho.arch.run.RegularArrivals;
import mho.arch.run.Run;
import mho.arch.run.RunResult;
import mho.arch.run.TimedRun;
import mho.core.engine.Watcher;
import mho.core.yaml.Setting;
import mho.workloads.data.DataReader;
import mho.workloads.data.DataSet;
import mho.workloads.data.ShippedDataSets;
import mho.workloads.network.Network;
import mho.workloads.onnx.OnnxOptions;
import mho.workloads.onnx.OnnxReader;
import mho.workloads.zoo.Zoo;

/** Reports to look at. */
public final class ExampleReports {
    private ExampleReports() {}

    /** Fashion-MNIST on the default chip, four images of it. */
    public static Report withValues() {
        Chips.Loaded chip = Chips.load("analog-256", List.of(Setting.parse("tile.pool.area=1 um2")));
        Path file = Path.of("../workloads/src/main/resources/mho/workloads/zoo/fmnist_lenet.onnx");
        Network network = OnnxReader.read(file, OnnxOptions.DEFAULT);
        DataSet data = DataReader.read(
                ShippedDataSets.FASHION, null, null, network.node(0).output());
        Network folded = network.folded();
        ProgrammedNetwork analog = ProgrammedNetwork.of(chip.spec(), folded, List.of(data.batch(4, 4)), 0, 1);
        Values values = Evaluation.of(analog, Reference.of(folded, data.first(4)), data.range(4, 8), 1, done -> {});
        TimedRun timed = Run.time(
                chip.spec().timingView(),
                InputPrices.NONE,
                folded,
                Cuts.of(chip.spec(), folded),
                InputCount.exactly(2),
                new OpenLoad(new RegularArrivals(1e6), 3),
                (placement, program) -> Watcher.NONE,
                phase -> {});
        return Metrics.of(
                new RunResult(chip.spec(), timed, Inventory.of(chip.spec()), values),
                chip.tree(),
                new Report.RunFacts("analog-256", "fmnist_lenet", 2, 1, "test", ""));
    }

    /** A network of the zoo on a chip that comes with mho. */
    public static Report report(String chip, String network, int images, String... settings) {
        Chips.Loaded loaded = Chips.load(
                chip, List.copyOf(Arrays.stream(settings).map(Setting::parse).toList()));
        return Metrics.of(
                Run.run(loaded.spec(), Zoo.load(network), InputCount.untilSteady(images), Watcher.NONE),
                loaded.tree(),
                new Report.RunFacts(chip, network, images, 1, "test", ""));
    }
}
