package mho.reports.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mho.reports.config.RunConfig;
import mho.reports.form.sweep.Point;
import mho.reports.form.sweep.PointsCsv;
import mho.reports.form.sweep.SweepResult;
import mho.reports.run.InputCache;
import mho.reports.run.Progress;
import mho.reports.run.Simulation;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Points that use another one's timeline or values come out as runs of their own do, byte by byte. */
class ReusedPartsTest {
    private static final String LENET = "../workloads/src/main/resources/mho/workloads/zoo/fmnist_lenet.onnx";

    /** A sweep, and how many timelines and values it may need at most. */
    record Shared(String question, int timelines, int values) {}

    static List<Shared> sweeps() {
        return List.of(
                new Shared(
                        """
                        sweep: isaac-prices
                        base: {chip: isaac-ce, network: lenet5}
                        vary:
                          tile.core.adc.power: [1 mW, 2 mW]
                          tile.core.array.area: [25 um2, 50 um2]
                          tile.core.array.input-activity: [0.4, 0.5]
                          tile.buffer.leakage: [0 W, 1 mW]
                        """,
                        1,
                        0),
                new Shared(
                        """
                        sweep: isaac-models
                        base: {chip: isaac-ce, network: mlp, images: 3, set: {tile.core.adc.power: null, tile.core.adc.area: null}}
                        vary:
                          tile.core.adc.model: [isaac-scaled, accelergy-regression]
                          tile.core.adc.bits: [6, 8]
                          technology: [32 nm, 45 nm]
                          tile.core.adc.count: [2, 8]
                          tile.core.array.rows: [64, 128]
                        """,
                        4,
                        0),
                new Shared(
                        """
                        sweep: analog-structure
                        base: {network: lenet5}
                        vary:
                          tile.core.array.columns: [128, 256]
                          tile.core.array.cell.read-voltage: [0.1 V, 0.2 V]
                          tile.core.adc.bits: [6, 8]
                          tile.core.control.energy: [10 pJ, 20 pJ]
                        """,
                        4,
                        0),
                new Shared(
                        """
                        sweep: analog-values
                        base: {network: %s, data: fashion-mnist-1000, images: 12, calibration: 8}
                        vary:
                          tile.core.array.cell.programming-error: [0 %%, 5 %%]
                          tile.core.control.energy: [10 pJ, 20 pJ]
                          tile.core.adc.bits: [5, 8]
                          tile.core.merge: [2 ns, 9 ns]
                        """
                                .formatted(LENET),
                        4,
                        4),
                new Shared(
                        """
                        sweep: isaac-values
                        base: {chip: isaac-ce, network: %s, data: fashion-mnist-1000, images: 4, calibration: 4}
                        vary:
                          tile.core.adc.power: [1 mW, 2 mW]
                          tile.core.weights.flipped: [false, true]
                          seed: [1, 2]
                          images: [2, 4]
                        """
                                .formatted(LENET),
                        1,
                        8));
    }

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @MethodSource("sweeps")
    void everyPointIsWhatARunOfItsOwnIs(Shared shared) throws Exception {
        SweepResult swept = ExampleSweeps.run(shared.question(), folder.resolve("s"), 2, true, SweepProgress.NONE);

        assertThat(swept.tally().failed()).isZero();
        assertThat(swept.tally().simulated()).as("timelines").isLessThanOrEqualTo(shared.timelines());
        assertThat(swept.tally().valued()).as("values").isLessThanOrEqualTo(shared.values());
        SweepQuestion question = ExampleSweeps.question(shared.question());
        for (Point point : question.points(5000)) {
            RunPoints.Prepared prepared =
                    (RunPoints.Prepared) question.prepared(new RunPoints(), point, InputCache.shared());
            RunConfig config = prepared.run().config();
            Simulation alone = Simulation.of(config, 1, Progress.NONE);
            Path kept = folder.resolve("s/points").resolve(PointsCsv.shortHash(config.sha256()));
            for (Map.Entry<String, String> file :
                    Simulation.files(config, alone.report()).entrySet()) {
                assertThat(Files.readString(kept.resolve(file.getKey())))
                        .as("%s of %s", file.getKey(), point.settings())
                        .isEqualTo(file.getValue());
            }
        }
    }
}
