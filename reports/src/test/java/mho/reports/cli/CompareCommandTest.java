package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private static final String MODEL = "../workloads/src/main/resources/mho/workloads/zoo/fmnist_lenet.onnx";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path runs;

    @BeforeAll
    static void simulate() {
        run("a", "--chip", "isaac-ce", "--network", "lenet5");
        run("b", "--chip", "isaac-ce", "--network", "lenet5", "--set", "tile.core.adc.count=4");
        run("c", "--chip", "analog-256", "--network", "mlp");
    }

    private static void run(String name, String... more) {
        List<String> args = new ArrayList<>(List.of("run", "--out", at(name)));
        args.addAll(List.of(more));
        assertThat(CommandRun.mho(args.toArray(String[]::new)).code()).isZero();
    }

    private static String at(String name) {
        return runs.resolve(name).toString();
    }

    private static CommandRun compare(String a, String b, String... more) {
        List<String> args = new ArrayList<>(List.of("compare", at(a), at(b)));
        args.addAll(List.of(more));
        return CommandRun.mho(args.toArray(String[]::new));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static double total(String run, String key) throws IOException {
        return json(Files.readString(runs.resolve(run).resolve("report.json")))
                .at("/totals/" + key)
                .asDouble();
    }

    @Test
    void tellsTheSettingsThatDifferFirstThenTotalsLayersAndOrigins() {
        CommandRun told = compare("a", "b");

        assertThat(told.err()).isEmpty();
        assertThat(told.code()).isZero();
        assertThat(told.out())
                .containsSubsequence(
                        "A (base)",
                        "setting",
                        "chip.tile.core.adc.count",
                        "one input",
                        "latency",
                        "C1",
                        "(static)",
                        "geometric mean",
                        "energy by component",
                        "100.0 %",
                        "energy by layer",
                        "100.0 %");
    }

    @Test
    void aSettingIsTheOnlyDifferenceThatWasMade() throws IOException {
        JsonNode settings = json(compare("a", "b", "--json").out()).get("configuration");

        assertThat(settings).hasSize(1);
        assertThat(settings.at("/0/path").asText()).isEqualTo("chip.tile.core.adc.count");
        assertThat(settings.at("/0/values")).hasToString("[\"8\",\"4\"]");
    }

    @Test
    void itSaysWhoSetWhatAndWhatOnlyFollowed() throws IOException {
        run("rows", "--chip", "isaac-ce", "--network", "lenet5", "--set", "tile.core.array.rows=64");
        JsonNode told = json(compare("a", "rows", "--json").out()).get("configuration");
        List<String> set = new ArrayList<>();
        List<String> followed = new ArrayList<>();
        told.forEach(difference -> {
            if (!difference.get("note").asBoolean()) {
                (difference.get("followed").asBoolean() ? followed : set)
                        .add(difference.get("path").asText() + " "
                                + difference.at("/by/1").asText());
            }
        });
        assertThat(set).containsExactly("chip.tile.core.array.rows set by --set tile.core.array.rows=64");
        assertThat(followed).isNotEmpty().allMatch(one -> one.contains("stated as"));

        String text = compare("a", "rows").out();
        assertThat(text)
                .contains("who set it", "B: set by --set tile.core.array.rows=64", "followed what was set: ")
                .contains(followed.get(0).split(" ")[0]);
        assertThat(compare("a", "rows", "--csv").out())
                .contains("setting,chip.tile.core.array.rows,,")
                .contains("followed," + followed.get(0).split(" ")[0] + ",,")
                .contains(",,,,set by --set tile.core.array.rows=64\n");
        Path page = runs.resolve("who/rows.html");
        compare("a", "rows", "--html", page.toString());
        String html = Files.readString(page);
        assertThat(html)
                .contains("id=\"setting-table\"", "id=\"followed-table\"", "B: set by --set tile.core.array.rows=64");
        assertThat(html.substring(html.indexOf("id=\"setting-table\""), html.indexOf("id=\"followed-table\"")))
                .doesNotContain("stated as");
    }

    @Test
    void runsWithValuesTellAccuracyAndDecibels() {
        for (String bits : List.of("8", "4")) {
            String name = "bits-" + bits;
            String data = "fashion-mnist-1000";
            run(name, "--network", MODEL, "--data", data, "--images", "20", "--set", "tile.core.adc.bits=" + bits);
        }
        CommandRun told = compare("bits-8", "bits-4", "--fail-if", "agreement < 99 %");
        assertThat(told.out())
                .containsPattern("\nSQNR +\\d+\\.\\d dB +\\d+\\.\\d dB +-\\d+\\.\\d dB\n")
                .containsPattern("\nvalues +SQNR A +B +clipped A +B\n");
        assertThat(told.code()).isEqualTo(1);
        assertThat(told.err()).startsWith("--fail-if agreement < 99 %: " + at("bits-4"));
    }

    @Test
    void aPageIsWrittenBesideWhateverIsPrinted() throws IOException {
        Path page = runs.resolve("pages/a-b.html");
        CommandRun told = compare("a", "b", "--html", page.toString());
        assertThat(told.err()).isEmpty();
        assertThat(told.out()).endsWith("Written to " + page + "\n");
        assertThat(page).content().contains("chip.tile.core.adc.count", "mho compare " + at("a") + " " + at("b"));

        String json = compare("a", "b", "--html", page.toString(), "--json").out();
        assertThat(json(json).at("/schema").asText()).isEqualTo("mho.comparison/1");
        try (var files = Files.list(page.getParent())) {
            assertThat(files).containsExactly(page);
        }
    }

    @Test
    void aPageThatCannotBeWrittenIsSaidAndNothingIsPrinted() {
        CommandRun told =
                compare("a", "b", "--html", runs.resolve("a/report.json/x.html").toString());
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
        assertThat(told.err())
                .startsWith("--html " + runs.resolve("a/report.json/x.html") + ": cannot be written (")
                .endsWith("), give a file in another directory\n");
    }

    @Test
    void ratiosAreFiguresOverThoseOfTheBase() throws IOException {
        JsonNode told = json(compare("a", "b", "--json").out());

        for (JsonNode metric : told.get("totals")) {
            String key = metric.get("metric").asText();
            if (key.equals("energy_j") || key.equals("latency_s") || key.equals("interval_s")) {
                assertThat(metric.at("/values/0").asDouble()).isEqualTo(total("a", key));
                assertThat(metric.at("/values/1").asDouble()).isEqualTo(total("b", key));
                assertThat(metric.at("/ratios/0").asDouble()).isEqualTo(1);
                assertThat(metric.at("/ratios/1").asDouble()).isEqualTo(total("b", key) / total("a", key));
            }
        }
        assertThat(total("b", "interval_s")).isGreaterThan(total("a", "interval_s"));
    }

    @Test
    void sharesSumToTheWholeDifference() throws IOException {
        for (String other : List.of("b", "c")) {
            JsonNode origin = json(compare("a", other, "--json").out()).at("/energy_difference/0");
            double whole = total(other, "energy_j") - total("a", "energy_j");

            for (String by : List.of("components", "layers")) {
                double difference = 0;
                double share = 0;
                double last = Double.POSITIVE_INFINITY;
                for (JsonNode part : origin.get(by)) {
                    double own = part.get("difference_j").asDouble();
                    difference += own;
                    share += part.get("share").asDouble();
                    assertThat(Math.abs(own)).as("ranked").isLessThanOrEqualTo(last);
                    last = Math.abs(own);
                }
                assertThat(difference).isCloseTo(whole, within(1e-12 * total("a", "energy_j")));
                assertThat(share).isCloseTo(1, within(1e-9));
            }
        }
    }

    @Test
    void layersOfOneRunOnlyAreShownAsSuch() throws IOException {
        CommandRun told = compare("a", "c");

        assertThat(told.out())
                .contains("C1 (only A)", "dense1 (only B)", "(static)")
                .doesNotContain("(static) (only");
        JsonNode conv = json(compare("a", "c", "--json").out()).at("/layers/4");
        assertThat(conv.get("name").asText()).isEqualTo("C1");
        assertThat(conv.at("/energy_j/1").isNull()).isTrue();
        assertThat(conv.at("/energy_j_ratio/1").isNull()).isTrue();
    }

    @Test
    void aRunIsLikeItself() throws IOException {
        CommandRun told = compare("a", "a", "--fail-if", "energy_j > 1");

        assertThat(told.code()).isZero();
        assertThat(told.out()).contains("The configurations are the same.", "No difference in energy by component.");
        assertThat(json(compare("a", "a", "--json").out())
                        .at("/geometric_mean/energy_j_ratio/1")
                        .asDouble())
                .isEqualTo(1);
    }

    @Test
    void sameRunsSameBytes() {
        for (String form : List.of("--json", "--csv")) {
            assertThat(compare("a", "c", form)).isEqualTo(compare("a", "c", form));
        }
        assertThat(compare("a", "c")).isEqualTo(compare("a", "c"));
    }

    @Test
    void aBrokenBoundIsALineAndExitsWithOne() throws IOException {
        double ratio = total("b", "interval_s") / total("a", "interval_s");

        CommandRun broken = compare("a", "b", "--fail-if", "interval_s > 1.05", "--fail-if", "latency_s > 1000");
        CommandRun held = compare("a", "b", "--fail-if", "interval_s > " + (ratio + 0.01));

        assertThat(broken.code()).isEqualTo(Main.MODEL_SAYS_NO);
        assertThat(broken.err().lines()).hasSize(1);
        assertThat(broken.err())
                .startsWith("--fail-if interval_s > 1.05: " + at("b") + " has ")
                .endsWith("ratio %.6g\n".formatted(ratio));
        assertThat(broken.out()).contains("one input");
        assertThat(held.code()).isZero();
        assertThat(held.err()).isEmpty();
    }

    @Test
    void everyRunIsHeldToEveryBound() {
        CommandRun broken = CommandRun.mho(
                "compare", at("b"), at("a"), at("a"), "--fail-if", "interval_s < 0.95", "--fail-if", "tops > 1.01");

        assertThat(broken.code()).isEqualTo(Main.MODEL_SAYS_NO);
        assertThat(broken.err().lines()).hasSize(4);
    }

    @Test
    void theTableForScriptsHasALineForEachFigureOfEachRun() throws IOException {
        List<String> lines = compare("a", "b", "--csv").out().lines().toList();

        assertThat(lines.get(0)).isEqualTo("of,name,figure,run,base,value,ratio,difference,share,by");
        assertThat(lines)
                .contains("setting,chip.tile.core.adc.count,,%s,8,4,,,,set by --set tile.core.adc.count=4"
                        .formatted(at("b")));
        assertThat(lines.stream().filter(line -> line.startsWith("total,,energy_j,")))
                .hasSize(1);
    }

    @Test
    void manyRunsHaveALineEach() {
        List<String> args = new ArrayList<>(List.of("compare"));
        for (int i = 0; i < 10; i++) {
            args.add(at(i == 9 ? "b" : "a"));
        }
        CommandRun told = CommandRun.mho(args.toArray(String[]::new));

        assertThat(told.err()).isEmpty();
        assertThat(told.out()).contains("over the base", "Layers are shown for up to 8 runs");
    }

    @Test
    void aFigureThatARunLacksIsNotBounded() {
        CommandRun told = compare("a", "b", "--fail-if", "accuracy < 0.99");

        assertThat(told.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(told.out()).isEmpty();
        assertThat(told.err())
                .isEqualTo("--fail-if accuracy < 0.99: " + at("a")
                        + " has no accuracy, which needs values and labels: run it with --data\n");
    }

    @Test
    void aKeptPointOfASweepIsARun() throws IOException {
        String sweep = at("sweep");
        CommandRun swept = CommandRun.mho(
                "sweep",
                "--network",
                "mlp",
                "--vary",
                "tile.core.adc.bits=6,8",
                "--keep",
                "--jobs",
                "1",
                "--out",
                sweep);
        assertThat(swept.code()).isZero();

        CommandRun told = CommandRun.mho("compare", sweep + "@2", sweep + "@1", "--json");

        assertThat(told.err()).isEmpty();
        assertThat(json(told.out()).at("/configuration/0/values")).hasToString("[\"8\",\"6\"]");
        // the reasoning for 8 bits does not stand in for the 6 that the sweep set
        assertThat(json(told.out()).at("/configuration/1/path").asText()).isEqualTo("chip.tile.core.adc.assumed.bits");
        assertThat(json(told.out()).at("/configuration/1/note").asBoolean()).isTrue();
        assertThat(json(told.out()).at("/configuration/2").isMissingNode()).isTrue();
    }

    @Test
    void aReportCutShortIsSaid() throws IOException {
        Path cut = copy("a", "cut");
        String whole = Files.readString(cut.resolve("report.json"));
        Files.writeString(cut.resolve("report.json"), whole.substring(0, whole.length() / 2));

        CommandRun told = compare("a", "cut");

        assertThat(told.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(told.err())
                .startsWith(cut.resolve("report.json") + ":")
                .endsWith(": cut short, or no JSON; run it again into a new directory\n");
    }

    @Test
    void aConfigurationCutShortIsSaid() throws IOException {
        Path cut = copy("a", "cut-config");
        Path config = cut.resolve("config.yaml");
        String whole = Files.readString(config);
        Files.writeString(config, whole.substring(0, whole.lastIndexOf('\n', whole.length() - 2) + 1));

        assertThat(compare("a", "cut-config").err())
                .isEqualTo(config + ": is not what report.json was made from (cut short, or changed since);"
                        + " run it again into a new directory\n");
    }

    @Test
    void anotherSchemaIsNamedBesideOurs() throws IOException {
        Path other = copy("a", "other");
        Path report = other.resolve("report.json");
        Files.writeString(report, Files.readString(report).replace("mho.report/2", "mho.report/7"));

        assertThat(compare("a", "other").err())
                .isEqualTo(report + ": its schema is \"mho.report/7\", this mho compares \"mho.report/2\";"
                        + " run it again with this mho (mho run --config)\n");
    }

    @Test
    void aFieldThatIsNotThereIsNamed() throws IOException {
        Path other = copy("a", "field");
        Path report = other.resolve("report.json");
        Files.writeString(
                report,
                Files.readString(report)
                        .replaceFirst("\"energy_j\"", "\"joules\"")
                        .replaceFirst(",\n  \"sha256\" : \"[0-9a-f]+\"", "")); // as of an older mho

        assertThat(compare("a", "field").err())
                .isEqualTo(report
                        + ": totals.energy_j should be a number and is not; run it again into a new directory\n");
    }

    private static Path copy(String from, String to) throws IOException {
        Path directory = Files.createDirectories(runs.resolve(to));
        for (String file : List.of("report.json", "config.yaml")) {
            Files.copy(runs.resolve(from).resolve(file), directory.resolve(file));
        }
        return directory;
    }
}
