package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantised models with data: what could not stay as the model has it is said wherever the figures stand. */
class QuantisedRunTest {
    private static final Path MODELS = Path.of("../workloads/src/test/resources/onnx");
    private static final int PIXELS = 28 * 28;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    /** Pictures of random pixels, a line each, the label first. */
    private Path pictures() throws IOException {
        Random random = new Random(4);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 72; i++) {
            StringBuilder line = new StringBuilder().append(i % 10);
            for (int p = 0; p < PIXELS; p++) {
                line.append(',').append(random.nextInt(256) / 255f);
            }
            lines.add(line.toString());
        }
        return Files.write(directory.resolve("pictures.csv"), lines);
    }

    private CommandRun run(String model, String chip, String... more) throws IOException {
        List<String> words = new ArrayList<>(
                List.of("run", "--network", MODELS.resolve(model).toString()));
        words.addAll(List.of("--chip", chip, "--data", pictures().toString()));
        words.addAll(List.of("--out", directory.resolve("out").toString()));
        words.addAll(List.of(more));
        CommandRun run = CommandRun.mho(words.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run;
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(directory.resolve("out").resolve("report.json")));
    }

    /** Drivers of 8 bits and a sign have one code less than the 256 of a model's inputs. */
    @ParameterizedTest
    @CsvSource({"qdq.onnx, conv", "dynquant.onnx, mmi"})
    void whatDoesNotFitIsSaidInTheOutputTheReportAndOnThePage(String model, String layer) throws IOException {
        String said = layer + ": inputs have 256 codes, drivers one less: the last is clipped";
        CommandRun run = run(model, "hermes-64-4phase");
        assertThat(run.out()).contains("note: " + said);
        assertThat(report().at("/run/remarks").toString()).contains(said);
        assertThat(directory.resolve("out").resolve("report.html")).content().contains("Note: " + said);
        assertThat(report().at("/values/agreement").asDouble()).isBetween(0.5, 1.0);
    }

    @Test
    void codesThatFitAreNotSpokenOf() throws IOException {
        CommandRun run = run("qdq.onnx", "isaac-ce");
        assertThat(run.out()).doesNotContain("note:");
        assertThat(report().at("/run/remarks")).isEmpty();
        assertThat(report().at("/values/agreement").asDouble()).isEqualTo(1);
    }

    /** Four bits of cells for eight of the model. */
    @Test
    void requantisedWeightsAreSpokenOf() throws IOException {
        CommandRun run = run("qdq.onnx", "analog-256", "--set", "tile.core.weights.bits=4");
        assertThat(report().at("/run/remarks").toString()).contains("weights have codes from", "4 bits hold");
        assertThat(run.out()).contains("weights have codes from");
    }
}
