package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mho.workloads.data.ShippedDataSets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mho run --data}: Fashion-MNIST through modelled arrays. */
class ValuesTest {
    private static final String MODEL = "../workloads/src/main/resources/mho/workloads/zoo/fmnist_lenet.onnx";

    @TempDir
    private Path folder = Path.of("");

    private JsonNode report(String name, String... more) throws IOException {
        return new ObjectMapper().readTree(Files.readString(run(name, more).resolve("report.json")));
    }

    private Path run(String name, String... more) {
        Path out = folder.resolve(name);
        List<String> words = new ArrayList<>(List.of("run", "--network", MODEL, "--out", out.toString()));
        words.addAll(List.of(more));
        if (!words.contains("--data")) {
            words.addAll(List.of("--data", "fashion-mnist-1000"));
        }
        CommandRun outcome = CommandRun.mho(words.toArray(String[]::new));
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        return out;
    }

    @Test
    void theDefaultChipIsNearlyAsRightAsFloatingPoint() throws IOException {
        JsonNode values = report("all").get("values");
        assertThat(values.get("images").asInt()).isEqualTo(936);
        // 911 of all 1,000, by an independent forward pass in NumPy
        assertThat(values.get("float_accuracy").asDouble()).isCloseTo(0.911, within(0.01));
        assertThat(values.get("accuracy").asDouble())
                .isCloseTo(values.get("float_accuracy").asDouble(), within(0.01));
        assertThat(values.get("agreement").asDouble()).isGreaterThan(0.97);
        assertThat(values.get("sqnr_db").asDouble()).isGreaterThan(25);
    }

    @Test
    void allInputsAreComputedWhereOthersCalibrate() throws IOException {
        JsonNode values = report("others", "--calibration-data", "fashion-mnist-1000", "--images", "1000")
                .get("values");
        assertThat(values.get("images").asInt()).isEqualTo(1000);
        // as an independent forward pass in NumPy has it
        assertThat(values.get("float_accuracy").asDouble()).isEqualTo(0.911);
    }

    @Test
    void aTrainingSetBesideTheTestSetCalibrates() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        for (String name : List.of("t10k", "train")) {
            copy("t10k-images-idx3-ubyte.gz", data.resolve(name + "-images-idx3-ubyte.gz"));
            copy("t10k-labels-idx1-ubyte.gz", data.resolve(name + "-labels-idx1-ubyte.gz"));
        }
        JsonNode found = report("found", "--data", data.toString(), "--images", "1000");
        JsonNode named = report("named", "--calibration-data", "fashion-mnist-1000", "--images", "1000");
        assertThat(found.get("values").get("images").asInt()).isEqualTo(1000);
        assertThat(found.get("values").get("calibration_data").asText())
                .isEqualTo(data.resolve("train-images-idx3-ubyte.gz").toString());
        assertThat(named.get("values").get("calibration_data").asText()).isEqualTo("fashion-mnist-1000");
        assertThat(found.get("values").get("sqnr_db"))
                .isEqualTo(named.get("values").get("sqnr_db"));
    }

    private static void copy(String name, Path to) throws IOException {
        try (InputStream in = ShippedDataSets.class.getResourceAsStream("fashion-mnist-1000/" + name)) {
            Files.copy(Objects.requireNonNull(in), to);
        }
    }

    @Test
    void isaacOfSixteenBitsIsAsGoodAsFloatingPoint() throws IOException {
        JsonNode report = report("isaac", "--chip", "isaac-ce", "--images", "60");
        assertThat(report.get("values").get("agreement").asDouble()).isEqualTo(1);
        assertThat(report.get("values").get("sqnr_db").asDouble()).isGreaterThan(60);
        report.get("layers").forEach(layer -> {
            if (layer.has("values")) {
                assertThat(layer.get("values").get("clipped").asDouble()).isZero();
            }
        });
    }

    @Test
    void fewBitsInTheConverterCostAccuracyAndSaveEnergy() throws IOException {
        JsonNode eight = report("eight", "--images", "300");
        JsonNode three = report("three", "--images", "300", "--set", "tile.core.adc.bits=3");
        assertThat(three.get("values").get("accuracy").asDouble())
                .isLessThan(eight.get("values").get("accuracy").asDouble() - 0.02);
    }

    @Test
    void energyOfCellsFollowsTheData() throws IOException {
        JsonNode stated =
                new ObjectMapper().readTree(Files.readString(plain("plain").resolve("report.json")));
        JsonNode counted = report("counted", "--images", "100");
        double before = energy(stated, "tile.core.array");
        double after = energy(counted, "tile.core.array");
        assertThat(after).isNotEqualTo(before).isBetween(before / 20, 2 * before);
        assertThat(energy(counted, "tile.core.control")).isEqualTo(energy(stated, "tile.core.control"));
    }

    private Path plain(String name) {
        Path out = folder.resolve(name);
        assertThat(CommandRun.mho("run", "--network", MODEL, "--out", out.toString())
                        .code())
                .isZero();
        return out;
    }

    private static double energy(JsonNode report, String component) {
        for (JsonNode row : report.get("components")) {
            if (row.get("name").asText().equals(component)) {
                return row.get("energy_j").asDouble();
            }
        }
        throw new AssertionError(component);
    }

    @Test
    void sameBytesForAnyNumberOfThreads() throws IOException {
        String[] noisy = {
            "--images",
            "200",
            "--set",
            "tile.core.array.cell.read-error=1 %",
            "--set",
            "tile.core.array.cell.programming-error=2 %"
        };
        Path one = run("one", with(noisy, "--jobs", "1"));
        Path three = run("three-jobs", with(noisy, "--jobs", "3"));
        for (String file : List.of("config.yaml", "report.json", "report.html", "layers.csv", "components.csv")) {
            assertThat(Files.readString(one.resolve(file))).as(file).isEqualTo(Files.readString(three.resolve(file)));
        }
        assertThat(Files.readString(run("other", with(noisy, "--seed", "2")).resolve("report.json")))
                .isNotEqualTo(Files.readString(one.resolve("report.json")));
    }

    private static String[] with(String[] words, String... more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void whereLabelsAreMissingTheReportSaysSo() throws IOException {
        Path data = folder.resolve("t10k-images-idx3-ubyte.gz");
        copy("t10k-images-idx3-ubyte.gz", data);
        CommandRun outcome = CommandRun.mho(
                "run", "--network", MODEL, "--data", data.toString(), "--images", "5", "--out", folder + "/unlabelled");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).containsPattern("accuracy +not known: the data have no labels \\(--labels\\)");
    }

    @Test
    void aConfigurationAloneRepeatsTheRun() throws IOException {
        Path first = run(
                "first",
                "--images",
                "50",
                "--time",
                "1day",
                "--set",
                "tile.core.array.cell={bits: 8, device: pcm-joshi, read-voltage: 0.2 V}");
        Path again = folder.resolve("again");
        CommandRun outcome =
                CommandRun.mho("run", "--config", first.resolve("config.yaml").toString(), "--out", again.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(Files.readString(again.resolve("report.json")))
                .isEqualTo(Files.readString(first.resolve("report.json")));
    }
}
