package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sweeps whose points are trainings, of a hundred pictures. */
class TrainingSweepTest {
    private static final List<String> QUESTION = List.of(
            "--train",
            "--network",
            "mlp",
            "--data",
            "fashion-mnist-1000",
            "--images",
            "60",
            "--tests",
            "40",
            "--vary",
            "tile.core.learning.devices=[reram-sb],[gst-pcm]",
            "--vary",
            "seed=1..3");

    @TempDir
    private Path folder = Path.of("");

    private CommandRun sweep(String name, String... more) {
        List<String> words = new ArrayList<>(List.of("sweep"));
        words.addAll(QUESTION);
        words.addAll(List.of("--out", folder.resolve(name).toString()));
        words.addAll(Arrays.asList(more));
        return CommandRun.mho(words.toArray(String[]::new));
    }

    private List<CSVRecord> csv(String file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser lines = CSVParser.parse(Files.readString(folder.resolve(file)), format)) {
            return lines.getRecords();
        }
    }

    @Test
    void a_point_is_the_training_that_would_be_asked_for_alone() throws IOException {
        assertThat(sweep("s", "--keep").err()).isEmpty();
        CSVRecord fifth = csv("s/points.csv").get(4);
        assertThat(fifth.toMap()).containsAllEntriesOf(Map.of("tile.core.learning.devices", "[gst-pcm]", "seed", "2"));
        CommandRun.mho(
                "train",
                "--network",
                "mlp",
                "--data",
                "fashion-mnist-1000",
                "--images",
                "60",
                "--tests",
                "40",
                "--seed",
                "2",
                "--set",
                "tile.core.learning.devices=[gst-pcm]",
                "--out",
                folder.resolve("alone").toString());
        String kept = "s/points/" + fifth.get("config") + "/";
        for (String file : List.of("training.json", "epochs.csv")) {
            assertThat(folder.resolve(kept + file)).hasSameBinaryContentAs(folder.resolve("alone/" + file));
        }
        CSVRecord epoch = csv("alone/epochs.csv").get(0);
        for (String figure : List.of("loss", "training_accuracy", "test_accuracy", "time_s", "energy_j")) {
            assertThat(fifth.get(figure)).as(figure).isEqualTo(epoch.get(figure));
        }
    }

    @Test
    void bytes_depend_neither_on_workers_nor_on_being_killed() throws IOException {
        sweep("one", "--jobs", "1");
        sweep("three", "--jobs", "3");
        Path store = folder.resolve("killed/points.jsonl");
        sweep("killed", "--jobs", "1");
        List<String> lines = Files.readAllLines(store);
        Files.writeString(
                store, lines.get(4) + "\n" + lines.get(1) + "\n" + lines.get(2).substring(0, 40));
        Files.delete(folder.resolve("killed/points.csv"));
        assertThat(sweep("killed").out()).contains("6 points: 4 computed, 2 found in the store");
        for (String other : List.of("three", "killed")) {
            for (String file : List.of("points.jsonl", "points.csv", "pareto.csv", "seeds.csv", "sweep.html")) {
                assertThat(folder.resolve(other).resolve(file))
                        .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
            }
        }
    }

    @Test
    void means_and_deviations_over_seeds_are_those_of_a_pencil() throws IOException {
        CommandRun swept = sweep("s");
        assertThat(swept.out()).contains("mean ± standard deviation over seeds").contains("[gst-pcm]");
        List<CSVRecord> points = csv("s/points.csv");
        CSVRecord pcm = csv("s/seeds.csv").get(1);
        double[] losses = points.subList(3, 6).stream()
                .mapToDouble(point -> Double.parseDouble(point.get("loss")))
                .toArray();
        double mean = (losses[0] + losses[1] + losses[2]) / 3;
        double squares = 0;
        for (double loss : losses) {
            squares += (loss - mean) * (loss - mean);
        }
        assertThat(pcm.get("seeds")).isEqualTo("3");
        assertThat(Double.parseDouble(pcm.get("loss"))).isCloseTo(mean, within(1e-12));
        assertThat(squares).isPositive();
        assertThat(Double.parseDouble(pcm.get("loss_deviation"))).isCloseTo(Math.sqrt(squares / 2), within(1e-12));
    }

    @Test
    void a_file_asks_the_same_as_the_command_line() throws IOException {
        sweep("s");
        Path file = folder.resolve("s.yaml");
        Files.writeString(
                file,
                """
                sweep: mlp-devices-seed
                training: {network: mlp, data: fashion-mnist-1000, images: 60, tests: 40}
                vary:
                  tile.core.learning.devices: [[reram-sb], [gst-pcm]]
                  seed: 1..3
                """);
        CommandRun fromFile = CommandRun.mho(
                "sweep", file.toString(), "--out", folder.resolve("f").toString());
        assertThat(fromFile.err()).isEmpty();
        assertThat(folder.resolve("f/points.csv")).hasSameBinaryContentAs(folder.resolve("s/points.csv"));
        CommandRun again = CommandRun.mho(
                "sweep",
                folder.resolve("s/sweep.yaml").toString(),
                "--out",
                folder.resolve("s").toString());
        assertThat(again.out()).contains("6 points: 0 computed, 6 found in the store");
    }

    /** Asymmetry and states of a device, a learning rate that changes, and a scheme: none needs a file. */
    @Test
    void devices_schemes_and_rates_vary_without_files() throws IOException {
        CommandRun swept = CommandRun.mho(
                "sweep",
                "--train",
                "--network",
                "mlp",
                "--data",
                "fashion-mnist-1000",
                "--images",
                "40",
                "--tests",
                "20",
                "--vary",
                "tile.core.learning.update.up-down=0,0.05",
                "--vary",
                "tile.core.learning.update.step=0.02,0.002",
                "--vary",
                "tile.core.learning.scheme={kind: stochastic},{kind: counted}",
                "--vary",
                "rate=[0.01, {kind: steps, rates: [0.03, 0.005], epochs: [1]}]",
                "--sample",
                "latin-hypercube 6",
                "--out",
                folder.resolve("s").toString());
        assertThat(swept.err()).isEmpty();
        List<CSVRecord> points = csv("s/points.csv");
        assertThat(points).hasSize(6).allSatisfy(point -> assertThat(point.get("failure"))
                .isEmpty());
        assertThat(points.stream().map(point -> point.get("loss")).distinct().count())
                .isEqualTo(points.stream()
                        .map(point -> point.get("config"))
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--network mlp --epochs 2 --vary seed=1,2                            | --epochs: of trainings; give --train too",
                "--train --network mlp --vary seed=1,2                               | data is missing",
                "--train --data fashion-mnist-1000 --vary seed=1,2                   | --network is missing",
                "--train --network mlp --data fashion-mnist-1000 --time 1h --vary seed=1,2 | training.time: unknown key",
                "--train --network mlp --data fashion-mnist-1000 --vary seed=1,2 --pareto latency_s_min | expected a metric",
                "--train --network mlp --data fashion-mnist-1000 --vary seed=1,2 --constraint latency_s<1 | no metric is called",
            })
    void what_cannot_be_asked_is_told_in_a_line(String options, String told) {
        List<String> words = new ArrayList<>(List.of("sweep"));
        words.addAll(Arrays.asList(options.strip().split(" ")));
        CommandRun run = CommandRun.mho(words.toArray(String[]::new));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(told.strip()).doesNotContain("Exception");
        assertThat(run.err().lines().count()).isEqualTo(1);
    }

    @Test
    void a_file_of_runs_and_trainings_is_refused() throws IOException {
        Path file = folder.resolve("s.yaml");
        Files.writeString(file, "{sweep: s, base: {network: mlp}, training: {network: mlp}, vary: {seed: [1, 2]}}");
        CommandRun run = CommandRun.mho("sweep", file.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("points are runs (base) or trainings (training), not both");
    }

    /** Time and energy of training without data are runs, whose program may vary as well. */
    @Test
    void the_program_train_is_swept_without_data() throws IOException {
        CommandRun swept = CommandRun.mho(
                "sweep",
                "--chip",
                "analog-train",
                "--network",
                "mlp",
                "--vary",
                "program=infer,train",
                "--vary",
                "tile.core.learning.pulse=1 ns,5 ns",
                "--out",
                folder.resolve("s").toString());
        assertThat(swept.err()).isEmpty();
        List<CSVRecord> points = csv("s/points.csv");
        double[] latencies = points.stream()
                .mapToDouble(point -> Double.parseDouble(point.get("latency_s")))
                .toArray();
        assertThat(latencies[0]).isEqualTo(latencies[1]);
        assertThat(latencies[2]).isGreaterThan(latencies[0]).isLessThan(latencies[3]);
    }
}
