package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mho run --trace}. */
class TraceCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private CommandRun lenet(String name, String... more) {
        String[] args = {
            "run", "--network", "lenet5", "--out", directory.resolve(name).toString()
        };
        String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return CommandRun.mho(all);
    }

    private byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(directory.resolve(file));
    }

    @Test
    void aTraceChangesNothingElseAndIsTheSameEachTime() throws IOException {
        CommandRun without = lenet("without");
        CommandRun with = lenet("with", "--trace");
        lenet("again", "--trace");

        assertThat(with.err()).isEmpty();
        for (String file : new String[] {"report.json", "layers.csv", "components.csv", "config.yaml"}) {
            assertThat(bytes("with/" + file)).as(file).isEqualTo(bytes("without/" + file));
        }
        assertThat(bytes("with/trace.json.gz")).isEqualTo(bytes("again/trace.json.gz"));
        assertThat(directory.resolve("without/trace.json.gz")).doesNotExist();
        assertThat(with.out().replace("with\n", "without\n"))
                .matches(java.util.regex.Pattern.quote(without.out())
                        .replace("\n\nWritten", "\n\nTrace: 129694 spans, \\E\\d+\\Q arrows\n\nWritten"));
    }

    /** Times of events are those of the report: when layers begin and end, to the nanosecond and beyond. */
    @Test
    void timesAreThoseOfTheReport() throws IOException {
        lenet("a", "--trace");
        ObjectMapper json = new ObjectMapper();
        JsonNode report = json.readTree(directory.resolve("a/report.json").toFile());
        JsonNode trace;
        try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(directory.resolve("a/trace.json.gz")))) {
            trace = json.readTree(in);
        }
        java.util.Map<String, JsonNode> layers = new java.util.HashMap<>();
        for (JsonNode event : trace.get("traceEvents")) {
            if (event.path("cat").asText().equals("layer")
                    && event.get("ph").asText().equals("X")) {
                layers.put(event.get("name").asText(), event);
            }
        }
        int compared = 0;
        for (JsonNode layer : report.get("layers")) {
            for (int input = 0; input < layer.path("inputs").size(); input++) {
                JsonNode event = java.util.Objects.requireNonNull(
                        layers.get(layer.get("name").asText() + " #" + input));
                double start = layer.at("/inputs/" + input + "/start_s").asDouble();
                double finish = layer.at("/inputs/" + input + "/finish_s").asDouble();
                double ts = event.get("ts").asDouble();
                assertThat(ts * 1e-6).isCloseTo(start, within(1e-15));
                assertThat((ts + event.get("dur").asDouble()) * 1e-6).isCloseTo(finish, within(1e-15));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(10);
    }

    @Test
    void whatIsLeftOutIsSaid() {
        CommandRun run = lenet("a", "--trace", "--trace-from", "10us", "--trace-to", "60 us", "--trace-size", "200 kB");

        assertThat(run.out())
                .containsPattern("Left out: \\d+ spans outside 10 us to 60 us\n")
                .containsPattern(
                        "Left out: \\d+ spans, none that begins before [0-9.]+ us \\(200 kB hold no more, see --trace-size");
    }

    @Test
    void aRunThatFailsLeavesNothingBehind() throws IOException {
        CommandRun run = lenet(
                "a",
                "--trace",
                "--set",
                "chips=1",
                "--set",
                "tiles=1",
                "--set",
                "tile.cores=1",
                "--set",
                "tile.core.arrays=1");

        assertThat(run.code()).isEqualTo(Main.MODEL_SAYS_NO);
        try (var left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }
}
