package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxRunTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private Path model() {
        return directory.resolve("net.onnx");
    }

    private void refuses(String what, String... more) throws IOException {
        String[] args = Arrays.copyOf(new String[] {"run", "--network", "{dir}/net.onnx"}, 3 + more.length);
        System.arraycopy(more, 0, args, 3, more.length);
        CommandCase.of("net.onnx", args)
                .says(Main.BAD_INPUT, "{dir}/net.onnx: " + what)
                .check(directory);
    }

    @Test
    void aModelRunsAndItsConfigurationRepeatsTheRun() throws IOException {
        OnnxModel.write(model(), "Relu", true);
        Path first = directory.resolve("a");
        Path second = directory.resolve("b");

        CommandRun run =
                CommandRun.mho("run", "--network", model().toString(), "--dim", "n=4", "--out", first.toString());
        CommandRun again =
                CommandRun.mho("run", "--config", first.resolve("config.yaml").toString(), "--out", second.toString());

        assertThat(run.err()).isEmpty();
        assertThat(again.err()).isEmpty();
        assertThat(second.resolve("report.json")).hasSameTextualContentAs(first.resolve("report.json"));
    }

    @Test
    void aValueForAnInputPicksTheBranchAndIsRepeatedFromTheConfiguration() throws IOException {
        OnnxModel.writeBranches(model());
        Path first = directory.resolve("a");
        Path second = directory.resolve("b");
        Path other = directory.resolve("c");

        CommandRun run = CommandRun.mho(
                "run", "--network", model().toString(), "--input", "rate=8000", "--out", first.toString());
        CommandRun again =
                CommandRun.mho("run", "--config", first.resolve("config.yaml").toString(), "--out", second.toString());
        CommandRun.mho("run", "--network", model().toString(), "--input", "rate=16000", "--out", other.toString());

        assertThat(run.err()).isEmpty();
        assertThat(again.err()).isEmpty();
        assertThat(second.resolve("report.json")).hasSameTextualContentAs(first.resolve("report.json"));
        assertThat(first.resolve("layers.csv")).content().contains("relu");
        assertThat(other.resolve("layers.csv")).content().doesNotContain("relu");
    }

    @Test
    void aReportSaysWhichZerosAreNotStored() throws IOException {
        OnnxModel.writePruned(model());
        Path whole = directory.resolve("whole");
        Path left = directory.resolve("left");

        CommandRun.mho("run", "--network", model().toString(), "--out", whole.toString());
        CommandRun run = CommandRun.mho(
                "run", "--network", model().toString(), "--set", "mapping.compact=zeros", "--out", left.toString());

        assertThat(run.err()).isEmpty();
        assertThat(leftOut(whole)).containsExactly(0, 0);
        assertThat(leftOut(left)).containsExactly(3, 1);
        assertThat(whole.resolve("report.json")).content().doesNotContain("mapping.compact:");
        assertThat(left.resolve("report.json"))
                .content()
                .contains(
                        "mapping.compact: of nothing but zeros and not stored: 3 of 4 rows and 1 of 3 columns of matmul_0");
    }

    /** Of the matrix that is left, one row of one column is fed; of the whole one, the second and the fourth of four rows are fed zeros. */
    @Test
    void layersTellWhatWasLeftOutAndSkippedWhereSomethingWas() throws IOException {
        OnnxModel.writePruned(model());
        Path data = Files.writeString(directory.resolve("x.csv"), "1,0,1,0\n".repeat(4));
        String[] given = {"--data", data.toString(), "--calibration", "1"};

        assertThat(columns("as-ever", given)).doesNotContain("rows_left_out", "columns_left_out", "row_phases_skipped");
        assertThat(columns("left", "--set", "mapping.compact=zeros"))
                .containsSubsequence("rows_left_out", "columns_left_out")
                .doesNotContain("row_phases_skipped")
                .containsSequence("3", "1");
        assertThat(columns("stated", "--set", "tile.core.driver.skip-zeros=0.25"))
                .contains("row_phases_skipped")
                .doesNotContain("rows_left_out")
                .endsWith("0.25");
        assertThat(columns("counted", with(given, "--set", "tile.core.driver.skip-zeros=0.25")))
                .endsWith("0.5");
        assertThat(columns("both", "--set", "tile.core.driver.skip-zeros=0.25", "--set", "mapping.compact=zeros"))
                .containsSequence("rows_left_out", "columns_left_out", "row_phases_skipped")
                .endsWith("3", "1", "0.25");

        assertThat(page("as-ever")).doesNotContain("left out<").doesNotContain("phases skipped<");
        assertThat(page("counted")).contains("row phases skipped<").doesNotContain("rows left out<");
        assertThat(page("left")).contains("rows left out<", "columns left out<").doesNotContain("phases skipped<");
    }

    /** Names of the columns of layers.csv, and what its one layer has in them. */
    private List<String> columns(String name, String... more) throws IOException {
        String[] run = {
            "run",
            "--network",
            model().toString(),
            "--out",
            directory.resolve(name).toString()
        };
        assertThat(CommandRun.mho(with(run, more)).err()).isEmpty();
        List<String> lines = Files.readAllLines(directory.resolve(name).resolve("layers.csv"));
        String[] head = lines.get(0).split(",");
        String[] dense = lines.stream()
                .filter(line -> line.contains(",dense,"))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        assertThat(dense).hasSameSizeAs(head);
        return Stream.concat(Stream.of(head), Stream.of(dense)).toList();
    }

    private String page(String name) throws IOException {
        return Files.readString(directory.resolve(name).resolve("report.html"));
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    /** Rows and columns. */
    private static List<Integer> leftOut(Path run) throws IOException {
        JsonNode layers =
                new ObjectMapper().readTree(run.resolve("report.json").toFile()).get("layers");
        int rows = 0;
        int columns = 0;
        for (JsonNode layer : layers) {
            rows += layer.get("rows_left_out").asInt();
            columns += layer.get("columns_left_out").asInt();
        }
        return List.of(rows, columns);
    }

    @Test
    void aNetworkWithoutWeightsHasNoZerosToLeaveOut() {
        CommandRun run = CommandRun.mho("run", "--network", "lenet5", "--set", "mapping.compact=zeros");

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).startsWith("mapping.compact=zeros: nothing says which weights of layer ");
    }

    @Test
    void withoutDataTheRunSaysWhichPartOfZerosItSupposes() throws IOException {
        OnnxModel.write(model(), "Relu", false);
        Path out = directory.resolve("a");

        CommandRun run = CommandRun.mho(
                "run",
                "--network",
                model().toString(),
                "--set",
                "tile.core.driver.skip-zeros=0.25",
                "--out",
                out.toString());

        assertThat(run.err()).isEmpty();
        assertThat(out.resolve("report.json"))
                .content()
                .contains("tile.core.driver.skip-zeros: without data, 0.25 of the rows' phases are taken to be zero");
    }

    /** A network of one layer of that name. */
    private Path named(String layer) throws IOException {
        return Files.writeString(
                directory.resolve("dots.yaml"),
                """
                network: dots
                input: [3, 8, 8]
                layers:
                  - conv: {name: "%s", out: 4, kernel: 3}
                """
                        .formatted(layer));
    }

    @Test
    void aLayerWhoseNameHoldsDotsAndSlashesIsNamedInBracketsAndQuotes() throws IOException {
        Path network = named("a.b/c");
        Path first = directory.resolve("a");
        Path second = directory.resolve("b");

        CommandRun run = CommandRun.mho(
                "run",
                "--network",
                network.toString(),
                "--set",
                "mapping.layers[\"a.b/c\"]=2",
                "--out",
                first.toString());
        CommandRun again =
                CommandRun.mho("run", "--config", first.resolve("config.yaml").toString(), "--out", second.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("a.b/c.copy[0]").containsPattern("a.b/c +conv +36 +2 +2");
        assertThat(again.err()).isEmpty();
        assertThat(second.resolve("report.json")).hasSameTextualContentAs(first.resolve("report.json"));
    }

    @Test
    void aNameThatFallsApartAtItsDotsIsShownAsItIsToBeQuoted() throws IOException {
        Path network = named("a.b.c/d");
        CommandRun run = CommandRun.mho("run", "--network", network.toString(), "--set", "mapping.layers.a.b.c/d=2");
        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err())
                .isEqualTo("--set mapping.layers.a.b.c/d=2: mapping.layers.a: expected a whole number, found a mapping;"
                        + " a name that holds dots is quoted, as in mapping.layers[\"a.b.c/d\"]\n");
    }

    @Test
    void aNetworkWithSeveralOutputsSaysWhichIsScored() throws IOException {
        OnnxModel.writeTwoOutputs(model());
        Path out = directory.resolve("a");
        Path data = Files.writeString(directory.resolve("x.csv"), "0,0.5,0.25,0.75,1\n".repeat(80));

        CommandRun run = CommandRun.mho(
                "run", "--network", model().toString(), "--data", data.toString(), "--out", out.toString());

        String said = "of the 2 outputs of the network the first, \"matmul_0\"";
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("note: " + said);
        assertThat(out.resolve("report.json")).content().contains(said.replace("\"", "\\\""));
        assertThat(out.resolve("report.html")).content().contains("Note: of the 2 outputs");
    }

    @Test
    void aChangedModelIsNotTheOneOfTheConfiguration() throws IOException {
        OnnxModel.write(model(), "Relu", false);
        CommandRun.mho(
                "run",
                "--network",
                model().toString(),
                "--out",
                directory.resolve("a").toString());
        OnnxModel.write(model(), "Sigmoid", false);

        CommandRun again = CommandRun.mho(
                "run", "--config", directory.resolve("a/config.yaml").toString());

        assertThat(again.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(again.err())
                .isEqualTo(model() + ": not the file the configuration was written for (its SHA-256 differs);"
                        + " give the file with --network to run what it is now\n");
    }

    @Test
    void anEmptyFile() throws IOException {
        Files.writeString(model(), "");
        refuses("the file is empty, export or download it again");
    }

    @Test
    void aFileThatIsNoModel() throws IOException {
        Files.writeString(model(), "This is no model.");
        refuses("holds no graph with operators, so it is no ONNX model of a network");
    }

    @Test
    void aModelCutOff() throws IOException {
        OnnxModel.write(model(), "Relu", false);
        byte[] whole = Files.readAllBytes(model());
        Files.write(model(), Arrays.copyOf(whole, whole.length / 2));
        refuses("is not a complete ONNX model (the data breaks off or makes no sense), export or download it again");
    }

    @Test
    void anOperatorThatHasNoPlaceInANetwork() throws IOException {
        OnnxModel.write(model(), "StringNormalizer", false);
        refuses(
                "operators that cannot be placed: StringNormalizer (\"stringnormalizer_0\"); cut them off the model when exporting");
    }

    @Test
    void aSizeLeftOpen() throws IOException {
        OnnxModel.write(model(), "Relu", true);
        refuses("open dimensions need a size: n, give --dim n=…");
    }

    @Test
    void aSizeOfNoSuchDimension() throws IOException {
        OnnxModel.write(model(), "Relu", true);
        refuses("no open dimension is called \"m\", there are n", "--dim", "m=4");
    }

    @Test
    void aSizeThatDoesNotAgree() throws IOException {
        OnnxModel.write(model(), "Relu", true);
        refuses("MatMul \"matmul_0\": its factors 1x5 and 4x3 do not agree: 5 values meet 4", "--dim", "n=5");
    }
}
