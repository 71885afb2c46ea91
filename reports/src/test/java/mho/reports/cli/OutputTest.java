package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard output for scripts. */
class OutputTest {
    @TempDir
    private Path folder = Path.of("");

    private String said(String... args) {
        CommandRun said = CommandRun.mho(args);
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        return said.out();
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void runPrintsTheFilesThatItWrites() throws IOException {
        assertThat(said("run", "--network", "mlp", "--json", "--out", out("a")))
                .isEqualTo(Files.readString(folder.resolve("a/report.json")));
        assertThat(said("run", "--network", "mlp", "--csv", "--out", out("b")))
                .isEqualTo(Files.readString(folder.resolve("b/layers.csv")));
    }

    @Test
    void runWithATracePrintsNothingElseEither() throws IOException {
        assertThat(said("run", "--network", "mlp", "--trace", "--json", "--out", out("a")))
                .isEqualTo(Files.readString(folder.resolve("a/report.json")));
    }

    @Test
    void sweepPrintsItsPoints() throws IOException {
        List<String> asked = new ArrayList<>(
                List.of("sweep", "--network", "mlp", "--vary", "tile.core.adc.bits=6,7,99", "--out", out("s")));
        asked.add("--csv");
        assertThat(said(asked.toArray(String[]::new))).isEqualTo(Files.readString(folder.resolve("s/points.csv")));
        asked.set(asked.size() - 1, "--json");
        JsonNode points = json(said(asked.toArray(String[]::new)));
        assertThat(points.at("/axes/0").asText()).isEqualTo("tile.core.adc.bits");
        assertThat(points.at("/points")).hasSize(3);
        assertThat(points.toString()).as("parts of one, not percent").doesNotContain("\"%\"");
        assertThat(points.at("/points/0/settings/tile.core.adc.bits").asText()).isEqualTo("6");
        assertThat(points.at("/points/0/energy_j").asDouble()).isBetween(1e-12, 1e-3);
        assertThat(points.at("/points/2/energy_j").isNull()).isTrue();
        assertThat(points.at("/points/2/failure").asText()).contains("tile.core.adc.bits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chips", "networks", "models", "parameters"})
    void listsHaveARowForEachThing(String what) throws IOException {
        JsonNode rows = json(said("list", what, "--json")).at("/rows");
        assertThat(rows).isNotEmpty();
        assertThat(said("list", what, "--csv").lines().count()).isGreaterThan(rows.size());
    }

    @Test
    void aChipsPartsAddUpToItsPower() {
        List<String> lines = said("show", "isaac-ce", "--csv").lines().toList();
        List<String> head = List.of(lines.get(0).split(","));
        double sum = lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[head.indexOf("chip_power_w")]))
                .sum();
        assertThat(sum).isBetween(65.7, 65.9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run --network mlp", "show isaac-ce", "list chips", "validate", "sweep --vary chip=a"})
    void oneFormAtATime(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--json", "--csv"));
        CommandRun said = CommandRun.mho(words.toArray(String[]::new));
        assertThat(said.err()).isEqualTo("--json and --csv: both go to standard output, give one of them\n");
        assertThat(said.code()).isEqualTo(2);
    }
}
