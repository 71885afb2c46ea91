package mho.reports.explore;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import mho.arch.chip.ChipFiles;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import mho.reports.config.NamedInputs;
import mho.reports.config.RunConfig;
import mho.reports.config.RunRequest;
import mho.reports.metrics.Report;
import mho.reports.run.Progress;
import mho.reports.run.Simulation;
import mho.reports.sweep.SweepQuestion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExploreServerTest {
    private static final String LENET = "{\"chip\": \"analog-256\", \"network\": \"lenet5\", \"set\": {}}";

    private static @Nullable ServedExplorer opened;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @BeforeAll
    static void open() {
        opened = ServedExplorer.of(LENET);
    }

    @AfterAll
    static void close() {
        served().close();
    }

    private static ServedExplorer served() {
        return requireNonNull(opened);
    }

    private static String lenet(String path, String value) {
        return "{\"chip\": \"analog-256\", \"network\": \"lenet5\", \"set\": {\"%s\": \"%s\"}}".formatted(path, value);
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.at("/" + field).asText())
                .toList();
    }

    private static JsonNode parameter(JsonNode answer, String path) {
        return StreamSupport.stream(answer.at("/parameters").spliterator(), false)
                .filter(each -> each.at("/path").asText().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static Report run(String chip, String network, String setting) {
        MapNode asked = (MapNode) Yaml.parse("test", "{chip: %s, network: %s}".formatted(chip, network));
        RunConfig config = Binder.bind(asked, RunRequest.class)
                .config(
                        new NamedInputs(),
                        setting.isEmpty() ? List.of() : List.of(mho.core.yaml.Setting.parse(setting)));
        return Simulation.of(config, 1, Progress.NONE).report();
    }

    @ParameterizedTest
    @CsvSource({"tile.core.adc.bits, 6", "tile.core.adc.bits, 8", "tile.core.array.rows, 128", "mapping.copies, fill"})
    void anAnswerIsWhatARunComesTo(String path, String value) {
        JsonNode answer = served().answer(lenet(path, value));
        Report report = run("analog-256", "lenet5", path + "=" + value);

        assertThat(ServedExplorer.figure(answer, "energy_j"))
                .isEqualTo(report.totals().energy().totalJ());
        assertThat(ServedExplorer.figure(answer, "interval_s"))
                .isEqualTo(report.totals().times().intervalS());
        assertThat(ServedExplorer.figure(answer, "latency_s"))
                .isEqualTo(report.totals().times().latencyS());
        assertThat(answer.at("/limit/resource").asText())
                .isEqualTo(report.totals().limit().resource());
        assertThat(answer.at("/charts/layers")).hasSize((int)
                report.layers().stream().filter(layer -> !layer.isStatic()).count());
    }

    @Test
    void aParameterHasValueUnitDefaultMeaningAndSource() {
        JsonNode bits = parameter(served().answer(lenet("tile.core.adc.bits", "6")), "tile.core.adc.bits");
        assertThat(bits.at("/value").asText()).isEqualTo("6");
        assertThat(bits.at("/stated").asText()).isEqualTo("8");
        assertThat(bits.at("/si").asDouble()).isEqualTo(6);
        assertThat(bits.at("/kind").asText()).isEqualTo("set");

        JsonNode answer = served().answer(LENET);
        assertThat(texts(answer.at("/parameters"), "means"))
                .allSatisfy(means -> assertThat(means).isNotNull());
        assertThat(texts(answer.at("/parameters"), "kind")).contains("source", "assumed");
        JsonNode kind = parameter(answer, "tile.core.adc.kind");
        assertThat(kind.at("/choices")).extracting(JsonNode::asText).contains("sar", "ramp");
    }

    private static String design(String chip, String network, String set) {
        return "{\"chip\": \"%s\", \"network\": \"%s\", \"set\": {%s}}".formatted(chip, network, set);
    }

    @Test
    void aNumberHasItsBounds() {
        JsonNode answer = served().answer(LENET);
        JsonNode bits = parameter(answer, "tile.core.adc.bits");
        assertThat(bits.at("/bounds").asText()).isEqualTo("from 1 to 16");
        assertThat(bits.at("/limits"))
                .isEqualTo(
                        ServedExplorer.json("{\"min\": 1.0, \"minOpen\": false, \"max\": 16.0, \"maxOpen\": false}"));
        JsonNode cycle = parameter(answer, "cycle");
        assertThat(cycle.at("/bounds").asText()).isEqualTo("above 0 s to 1 s");
        assertThat(cycle.at("/limits/min").asDouble()).isZero();
        assertThat(cycle.at("/limits/minOpen").asBoolean()).isTrue();
        assertThat(cycle.at("/limits/max").asDouble()).isEqualTo(1);
        assertThat(parameter(answer, "tile.core.adc.kind").at("/limits")).isEmpty();
    }

    @Test
    void whatStandsUnderANameHasFieldsThatCanBeSet() {
        String path = "tile.units.vfu.lanes";
        JsonNode lanes = parameter(served().answer(design("puma", "lenet5", "")), path);
        assertThat(lanes.at("/si").asDouble()).isGreaterThan(1);
        assertThat(lanes.at("/bounds").asText()).isNotEmpty();
        JsonNode one = served().answer(design("puma", "lenet5", "\"" + path + "\": \"1\""));
        assertThat(parameter(one, path).at("/value").asText()).isEqualTo("1");
        assertThat(parameter(one, path).at("/stated").asText())
                .isEqualTo(lanes.at("/value").asText());
        assertThat(parameter(one, path).at("/kind").asText()).isEqualTo("set");

        JsonNode kinds = served().answer(design("hybrid-256", "lenet5", "\"tiles.analog.core.adc.bits\": \"600\""));
        assertThat(texts(kinds.at("/problems"), "path")).containsExactly("tiles.analog.core.adc.bits");
        List<String> paths =
                texts(served().answer(design("hybrid-256", "lenet5", "")).at("/parameters"), "path");
        assertThat(paths)
                .contains("tiles.analog.core.adc.bits", "tiles.digital.count")
                .noneMatch(each -> each.startsWith("tile."));
    }

    @Test
    void listsAndMappingsOfValuesAreOneField() {
        JsonNode slices = parameter(served().answer(design("raella", "lenet5", "")), "tile.core.weights.slices");
        assertThat(slices.at("/value").asText()).isEqualTo("[4, 2, 2]");
        assertThat(slices.at("/bounds").asText()).isNotEmpty();
        JsonNode other = served().answer(design("raella", "lenet5", "\"tile.core.weights.slices\": \"[4, 4]\""));
        assertThat(parameter(other, "tile.core.weights.slices").at("/value").asText())
                .isEqualTo("[4, 4]");

        JsonNode layers = served().answer(lenet("mapping.layers", "{C1: 2, C3: 3}"));
        assertThat(parameter(layers, "mapping.layers").at("/value").asText()).isEqualTo("{C1: 2, C3: 3}");
    }

    private static List<String> copies(JsonNode answer) {
        return StreamSupport.stream(answer.at("/charts/layers").spliterator(), false)
                .map(layer ->
                        layer.at("/name").asText() + " " + layer.at("/copies").asInt())
                .toList();
    }

    @Test
    void copiesAreSetLayerByLayer() {
        JsonNode answer = served().answer(LENET);
        assertThat(texts(answer.at("/copies"), "path"))
                .as("layers in arrays")
                .containsExactly(
                        "mapping.layers.C1",
                        "mapping.layers.C3",
                        "mapping.layers.C5",
                        "mapping.layers.F6",
                        "mapping.layers.output");
        assertThat(copies(answer)).contains("C1 8");
        assertThat(copies(served().answer(lenet("mapping.layers.C1", "3")))).contains("C1 3");

        JsonNode none = served().answer(lenet("mapping.layers.C1", "0")).at("/problems");
        assertThat(texts(none, "path")).containsExactly("mapping.layers.C1");
        assertThat(none.at("/0/says").asText()).isEqualTo("must be above 0, found \"0\"");
        JsonNode unknown = served().answer(lenet("mapping.layers.C9", "2")).at("/problems");
        assertThat(texts(unknown, "path")).containsExactly("mapping.layers");
        assertThat(unknown.at("/0/says").asText()).contains("no layer of this name");
    }

    @Test
    void aNameWithDotsIsSetInBrackets() {
        String network = served().upload(
                        "dots.yaml", "network: dots\ninput: [8]\nlayers:\n  - dense: {out: 4, name: \"fc.1/a\"}\n")
                .at("/name")
                .asText();
        JsonNode answer = served().answer(design("analog-256", network, ""));
        assertThat(texts(answer.at("/copies"), "path")).containsExactly("mapping.layers[\"fc.1/a\"]");
        JsonNode two = served().answer(design("analog-256", network, "\"mapping.layers[\\\"fc.1/a\\\"]\": \"2\""));
        assertThat(copies(two)).as(two.toString()).contains("fc.1/a 2");
    }

    /** Of one input alone: layers and parts as the answer has them, but for what leaks. */
    @Test
    void what_one_input_alone_comes_to_is_drawn_before_the_answer() {
        String design = design("isaac-ce", "lenet5", "\"tiles\": \"93\"");
        JsonNode first = served().ask("certain", "{\"tab\": \"certain\", \"design\": " + design + "}")
                .at("/first");
        JsonNode answer = served().answer(design);
        JsonNode layers = answer.at("/charts/layers");
        assertThat(first.at("/charts/layers")).hasSameSizeAs(layers).hasSizeGreaterThan(5);
        for (int i = 0; i < layers.size(); i++) {
            JsonNode layer = first.at("/charts/layers").get(i);
            for (String key : List.of("name", "latency", "energy", "windows", "copies")) {
                assertThat(layer.get(key)).as(key).isEqualTo(layers.get(i).get(key));
            }
            assertThat(layer.at("/inputs/0")).isEqualTo(layers.get(i).at("/inputs/0"));
        }
        assertThat(first.at("/charts/tiles")).isEqualTo(answer.at("/charts/tiles"));
        assertThat(first.at("/limit/busy").asDouble())
                .isLessThanOrEqualTo(1.01 * answer.at("/limit/busy").asDouble());
        assertThat(first.at("/figures").isMissingNode())
                .as("no bound stands as a figure")
                .isTrue();
        JsonNode parts = answer.at("/charts/components");
        for (int i = 0; i < parts.size(); i++) {
            assertThat(first.at("/charts/components").get(i).get("energy").asDouble())
                    .isLessThanOrEqualTo(1.000001 * parts.get(i).get("energy").asDouble());
        }
    }

    /* What is certain before the answer */

    private static JsonNode certain(String design) {
        return served().ask("certain", "{\"tab\": \"certain\", \"design\": " + design + "}")
                .at("/certain");
    }

    private static JsonNode certain(JsonNode all, String key) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(each -> each.at("/key").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsCertainHoldsOfTheAnswer() {
        String design = design("isaac-ce", "lenet5", "\"tiles\": \"97\"");
        JsonNode certain = certain(design);
        JsonNode answer = served().answer(design);
        for (String key : List.of("latency_s", "area_m2")) {
            assertThat(certain(certain, key).at("/exact").asBoolean()).isTrue();
            assertThat(certain(certain, key).at("/value").asDouble()).isEqualTo(ServedExplorer.figure(answer, key));
        }
        for (String key : List.of("interval_s", "energy_j")) {
            assertThat(certain(certain, key).at("/exact").asBoolean()).isFalse();
            assertThat(certain(certain, key).at("/value").asDouble())
                    .isBetween(ServedExplorer.figure(answer, key) / 100, ServedExplorer.figure(answer, key));
        }
        assertThat(certain(design)).as("the answer is known").isEmpty();
        assertThat(certain(design("isaac-ce", "lenet5", "\"tiles\": \"97\", \"tile.core.adc.area\": \"1 mm2\"")))
                .as("prices simulate nothing")
                .isEmpty();
    }

    @Test
    void ofAReferenceMachineTheAreaAloneIsCertain() {
        String design = design("k80", "lenet5", "\"clock\": \"555 MHz\"");
        assertThat(texts(certain(design), "key")).isSubsetOf("area_m2");
    }

    @Test
    void whatIsCertainIsAskedInVainOfWhatCannotBe() {
        JsonNode told = served().ask(
                        "certain", "{\"tab\": \"certain\", \"design\": " + lenet("tile.core.adc.bits", "600") + "}");
        assertThat(texts(told.at("/problems"), "path")).containsExactly("tile.core.adc.bits");
    }

    @Test
    void problemsStandAtTheFieldsThatCausedThem() {
        JsonNode problems = served().answer("{\"chip\": \"analog-256\", \"network\": \"lenet5\", \"set\":"
                        + " {\"tile.core.adc.bits\": \"600\", \"tile.core.arays\": \"2\"}}")
                .at("/problems");
        assertThat(texts(problems, "path")).containsExactly("tile.core.adc.bits", "tile.core.arays");
        assertThat(problems.at("/0/says").asText()).isEqualTo("must be at most 16, found \"600\"");
        assertThat(problems.at("/1/says").asText()).startsWith("unknown key, did you mean \"arrays\"?");

        assertThat(texts(
                        served().answer("{\"chip\": \"analog-265\", \"network\": \"lenet5\"}")
                                .at("/problems"),
                        "path"))
                .containsExactly("chip");
        assertThat(texts(
                        served().answer("{\"chip\": \"analog-256\", \"network\": \"lenet55\"}")
                                .at("/problems"),
                        "path"))
                .containsExactly("network");
        assertThat(texts(
                        served().answer("{\"chip\": \"analog-256\", \"network\": \"lenet5\", \"images\": \"many\"}")
                                .at("/problems"),
                        "path"))
                .containsExactly("images");
    }

    @Test
    void aProblemOfAPartStandsAtTheKeyThatItsFileNames() {
        assertThat(texts(served().answer(lenet("tile.buffer.size", "64 B")).at("/problems"), "path"))
                .containsExactly("tile.buffer.model");
    }

    @Test
    void aDesignThatDoesNotFitStillTellsItsParameters() {
        JsonNode answer = served().answer("{\"chip\": \"analog-256\", \"network\": \"vgg16\", \"set\":"
                + " {\"mapping.schedule\": \"spatial\", \"chips\": \"1\"}}");
        assertThat(answer.at("/no").asText()).contains("5 chips would do (--set chips=5)");
        assertThat(answer.at("/parameters")).hasSizeGreaterThan(50);
        assertThat(answer.at("/figures").isMissingNode()).isTrue();
    }

    @Test
    void everyFigureThatSaysWhyIsExplained() {
        JsonNode answer = served().answer(LENET);
        int explained = 0;
        for (JsonNode figure : answer.at("/figures")) {
            if (figure.at("/why").asBoolean()) {
                JsonNode why = served().ask(
                                "why",
                                "{\"tab\": \"t\", \"figure\": \"%s\", \"design\": %s}"
                                        .formatted(figure.at("/key").asText(), LENET));
                double value = figure.at("/value").asDouble();
                assertThat(why.at("/tree/value").asDouble()).isCloseTo(value, within(Math.abs(value) * 1e-9));
                explained++;
            }
        }
        assertThat(explained).isGreaterThan(6);
        assertThat(served().ask("why", "{\"tab\": \"t\", \"figure\": \"joules\", \"design\": " + LENET + "}")
                        .at("/problems/0/says")
                        .asText())
                .startsWith("no figure is called \"joules\"");
    }

    @Test
    void accuracyFollowsWhereDataAreGiven() {
        String design = "{\"chip\": \"analog-256\", \"network\": \"fmnist-lenet\", \"data\": \"fashion-mnist-1000\","
                + " \"images\": \"20\", \"set\": {\"tile.core.adc.bits\": \"%s\"}}";
        double fine = ServedExplorer.figure(served().answer(design.formatted("8")), "accuracy");
        double coarse = ServedExplorer.figure(served().answer(design.formatted("2")), "accuracy");
        assertThat(fine).isGreaterThan(0.7);
        assertThat(coarse).isLessThan(fine);
    }

    @Test
    void exportsGoOnFromTheDesign() {
        String design = lenet("tile.core.adc.bits", "6");
        Path chip = directory.resolve("exported.yaml");
        String file = served().export("chip.yaml", design);
        write(chip, file);
        double energy = run(chip.toString(), "lenet5", "").totals().energy().totalJ();
        assertThat(energy).isEqualTo(ServedExplorer.figure(served().answer(design), "energy_j"));

        assertThat(served().export("command.sh", design))
                .isEqualTo("./mho run --chip analog-256 --network lenet5 --set tile.core.adc.bits=6\n");
        assertThat(RunConfig.read(write(directory.resolve("config.yaml"), served().export("config.yaml", design))))
                .satisfies(config -> assertThat(Simulation.of(config, 1, Progress.NONE)
                                .report()
                                .totals()
                                .energy()
                                .totalJ())
                        .isEqualTo(energy));
        assertThat(served().export("report.html", design)).contains("<h1>lenet5 on analog-256</h1>");
    }

    @Test
    void aSweepGoesBetweenThePinnedDesignAndThis() {
        String pinned = "{\"chip\": \"analog-256\", \"network\": \"lenet5\", \"set\": {\"chips\": \"2\"}}";
        String design = "{\"chip\": \"isaac-ce\", \"network\": \"lenet5\", \"set\": {\"chips\": \"2\","
                + " \"mapping.copies\": \"fill\"}}";
        String file = served().ask(
                        "export",
                        "{\"tab\": \"t\", \"form\": \"sweep.yaml\", \"pinned\": %s, \"design\": %s}"
                                .formatted(pinned, design))
                .at("/text")
                .asText();
        MapNode tree = (MapNode) Yaml.parse("sweep.yaml", file);
        assertThat(requireNonNull((MapNode) tree.get("vary")).keys()).containsExactly("chip", "mapping.copies");
        assertThat(Yaml.write(requireNonNull(tree.find("base.set")))).contains("chips: 2");
        assertThat(SweepQuestion.of(tree).name()).isEqualTo("explored");

        assertThat(served().ask("export", "{\"tab\": \"t\", \"form\": \"sweep.yaml\", \"design\": " + LENET + "}")
                        .at("/problems/0/says")
                        .asText())
                .startsWith("a sweep needs two designs that differ");
    }

    @Test
    void aSweepOverListsAndCopiesCanBeRun() {
        String design = design(
                "raella",
                "lenet5",
                "\"mapping.layers.C1\": \"3\", \"mapping.layers.C3\": \"2\", \"tile.core.weights.slices\": \"[4, 4]\"");
        MapNode tree = (MapNode) Yaml.parse("sweep.yaml", served().export("sweep.yaml", design));
        assertThat(Yaml.flow(requireNonNull(tree.get("vary"))))
                .isEqualTo("{mapping.layers: [{}, {C1: 3, C3: 2}], tile.core.weights.slices: [[4, 2, 2], [4, 4]]}");
        assertThat(SweepQuestion.of(tree).name()).isEqualTo("explored");
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /* Who is kept out */

    private static String origin() {
        return "http://" + URI.create(served().address()).getAuthority();
    }

    private static String token() {
        return URI.create(served().address()).getPath();
    }

    @Test
    void withoutTheTokenNothingIsServed() {
        String token = token().replace("/", "");
        for (String path : List.of(
                "/",
                "/start",
                "/explore.js",
                "/" + token, // no stroke behind it
                "/" + token.substring(1) + "/",
                "/" + token + "0/",
                "/" + token.toUpperCase(java.util.Locale.ROOT) + "/start",
                "//" + token + "/",
                "/../" + token + "/",
                "/%2e/" + token + "/",
                "/?token=" + token)) {
            HttpResponse<String> answer = served().send(HttpRequest.newBuilder(URI.create(origin() + path)));
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).doesNotContain(token);
        }
        assertThat(served().send(served().request("")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://localhost:80", "https://127.0.0.1"})
    void pagesOfOtherSitesAreRefused(String origin) {
        assertThat(served().send(served().request("start").header("Origin", origin))
                        .statusCode())
                .isEqualTo(403);
        assertThat(served().send(served().request("answer")
                                .header("Origin", origin)
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(served().send(served().request("start").header("Origin", origin()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(served().send(served().request("start").header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example:PORT",
                "Host: localhost:PORT",
                "Host: 127.0.0.1",
                "Host: 127.0.0.1:PORT\r\nHost: evil.example",
                "Host: 127.0.0.1:PORT.evil.example",
                "X-Host: 127.0.0.1:PORT"
            })
    void namesThatLeadHereAreAnotherHost(String headers) throws IOException {
        assertThat(raw("GET " + token() + " HTTP/1.1", headers))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("<html");
    }

    @Test
    void theHostThatIsServedIsAnswered() throws IOException {
        assertThat(raw("GET " + token() + " HTTP/1.1", "Host: 127.0.0.1:PORT")).startsWith("HTTP/1.1 200");
        assertThat(raw("GET http://evil.example" + token() + " HTTP/1.1", "Host: evil.example:PORT"))
                .startsWith("HTTP/1.1 4");
    }

    private static String raw(String line, String headers) throws IOException {
        int port = URI.create(served().address()).getPort();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request =
                    line + "\r\n" + headers.replace("PORT", String.valueOf(port)) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void onlyTheLoopbackAddressIsServed() throws IOException {
        int port = URI.create(served().address()).getPort();
        for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(each.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> new Socket(address, port).close()).isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void thePageMayAskNobodyElseAndRunNothingButItsOwnScripts() {
        String policy = served().send(served().request(""))
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");
        assertThat(policy).contains("default-src 'none'", "script-src 'self'", "connect-src 'self'");
        assertThat(policy).doesNotContain("unsafe", "*", "http");
        for (String part : List.of("", "explore.js", "page.js", "explore.css", "page.css", "report.js", "chip.js")) {
            HttpResponse<String> answer = served().send(served().request(part));
            assertThat(answer.statusCode()).as(part).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.body()).as(part).doesNotContain("http://", "https://");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../etc/passwd", "Asset.class", "echarts.LICENSE.txt", "%2e%2e/page.js", "start/"})
    void nothingElseIsServed(String path) {
        assertThat(served().send(served().request(path)).statusCode()).isIn(403, 404);
    }

    /* What is sent */

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"tab\": \"t\"}",
                "{\"tab\": [], \"design\": {}}",
                "{\"tab\": \"t\", \"design\": 3}"
            })
    void whatIsNoQuestionIsToldSo(String question) {
        assertThat(served().ask("answer", question).at("/problems/0/says").asText())
                .isNotEmpty();
    }

    @Test
    void questionsAreBounded() {
        String large = "{\"tab\": \"" + "t".repeat(2 << 20) + "\"}";
        assertThat(served().ask("answer", large).at("/problems/0/says").asText())
                .isEqualTo("question: larger than 1 MiB");
    }

    @Test
    void anUploadedNetworkAndChipAreUsed() {
        String network = served().upload(
                        "mine.yaml", "network: mine\ninput: [8]\nlayers:\n  - dense: {out: 4, name: a}\n")
                .at("/name")
                .asText();
        assertThat(network).matches("upload/\\d+/mine\\.yaml");
        String chip = served().upload("wide.yaml", "chip: wide\nextends: analog-256\ntiles: 9\n")
                .at("/name")
                .asText();
        String design = "{\"chip\": \"%s\", \"network\": \"%s\"}".formatted(chip, network);
        JsonNode answer = served().answer(design);
        assertThat(answer.at("/name").asText()).as(answer.toString()).isEqualTo("mine on wide");
        assertThat(answer.at("/charts/floor/tiles")).hasSize(9);
        assertThat(served().export("command.sh", design)).isEqualTo("./mho run --chip wide.yaml --network mine.yaml\n");
        assertThat(served().export("report.html", design)).doesNotContain("mho-explore");
    }

    @Test
    void anUploadedModelComputesValues() throws IOException {
        String network = served().upload(Path.of("examples/fmnist-perceptron.onnx"))
                .at("/name")
                .asText();
        String design =
                "{\"chip\": \"analog-256\", \"network\": \"%s\", \"data\": \"fashion-mnist-1000\", \"images\": \"20\"}"
                        .formatted(network);
        assertThat(ServedExplorer.figure(served().answer(design), "accuracy")).isGreaterThan(0.5);
        assertThat(served().export("command.sh", design)).contains(" --network fmnist-perceptron.onnx ");
        assertThat(served().export("config.yaml", design))
                .contains("from: \"fmnist-perceptron.onnx\"")
                .doesNotContain("mho-explore");
    }

    /** So many pictures of 28 x 28, each in one grey, as MNIST's are stored. */
    private static byte[] pictures(int many) {
        ByteBuffer file = ByteBuffer.allocate(16 + many * 28 * 28);
        file.putInt(0x0803).putInt(many).putInt(28).putInt(28);
        for (int i = 0; i < many * 28 * 28; i++) {
            file.put((byte) (i / (28 * 28)));
        }
        return file.array();
    }

    private static byte[] labels(int many) {
        ByteBuffer file = ByteBuffer.allocate(8 + many).putInt(0x0801).putInt(many);
        for (int i = 0; i < many; i++) {
            file.put((byte) (i % 10));
        }
        return file.array();
    }

    private String upload(String name, byte[] content) throws IOException {
        JsonNode told = served().upload(Files.write(directory.resolve(name), content));
        assertThat(told.at("/problems")).as(told.toString()).isEmpty();
        return told.at("/name").asText();
    }

    @Test
    void uploadedDataAndLabelsAreUsed() throws IOException {
        String data = upload("t10k-images-idx3-ubyte", pictures(80));
        String labels = upload("t10k-labels-idx1-ubyte", labels(80));
        String design = "{\"chip\": \"analog-256\", \"network\": \"fmnist-lenet\", \"images\": \"10\","
                + " \"data\": \"%s\", \"labels\": \"%s\"}";
        JsonNode answer = served().answer(design.formatted(data, labels));
        assertThat(ServedExplorer.figure(answer, "accuracy"))
                .as(answer.toString())
                .isBetween(0.0, 0.9);
        assertThat(served().export("command.sh", design.formatted(data, labels)))
                .contains(" --data t10k-images-idx3-ubyte --labels t10k-labels-idx1-ubyte");

        String few = upload("t10k-labels-idx1-ubyte", labels(7));
        JsonNode problem = served().answer(design.formatted(data, few)).at("/problems/0");
        assertThat(problem.at("/says").asText()).contains("upload/").doesNotContain("mho-explore");
        assertThat(problem.at("/path").asText()).as(problem.toString()).isIn("data", "labels");
    }

    @ParameterizedTest
    @CsvSource({"a.npy, NUMPY", "a.npz, text", "a-ubyte, text", "a.npy.gz, text", "a.csv.zip, PK", "a.gz, PK"})
    void whatIsNoDataIsRefused(String name, String content) {
        assertThat(served().upload(name, content).at("/problems/0/says").asText())
                .startsWith(
                        name.equals("a.csv.zip") || name.equals("a.gz")
                                ? "\"" + name + "\": "
                                : name + ": does not begin")
                .contains(".npy, .npz, .csv or IDX");
    }

    @Test
    void brokenDataAreToldAtTheirField() throws IOException {
        String data = upload("a.npy", new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 1});
        JsonNode problem = served().answer(
                        "{\"chip\": \"analog-256\", \"network\": \"fmnist-lenet\", \"data\": \"" + data + "\"}")
                .at("/problems/0");
        assertThat(problem.at("/path").asText()).isEqualTo("data");
        assertThat(problem.at("/says").asText()).startsWith(data + ": is truncated within the header");
    }

    @Test
    void whatTheCommandLineSetIsWhatThePageBeginsWith() {
        String set = "{\"mapping.layers\": \"{C1: 2}\", \"tile.core.adc.bits\": \"7\"}";
        try (ServedExplorer own =
                ServedExplorer.of("{\"chip\": \"analog-256\", \"network\": \"lenet5\", \"set\": " + set + "}")) {
            JsonNode start = ServedExplorer.json(own.send(own.request("start")).body());
            assertThat(start.at("/design/set")).isEqualTo(ServedExplorer.json(set));
            assertThat(start.at("/design/chip").asText()).isEqualTo("analog-256");
        }
    }

    @Test
    void anUploadedChipReadsNoFileOutside() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret.yaml"), "chip: secret\nextends: analog-256\n");
        for (String file : List.of(
                "chip: a\nextends: " + secret + "\n",
                "chip: a\nextends: ../../../../../../../../.." + secret + "\n",
                "chip: a\nextends: /etc/passwd\n")) {
            JsonNode problems = ask(file).at("/problems");
            assertThat(problems.at("/0/says").asText()).contains("lies outside of what may be read here");
        }
        JsonNode device =
                ask("chip: a\nextends: analog-256\ntile: {core: {array: {cell: {device: " + secret + "}}}}\n");
        assertThat(device.at("/problems/0/says").asText()).contains("no device is called");
        for (String key : List.of("chip", "network", "data")) {
            String design = key.equals("chip")
                    ? "{\"chip\": \"%s\", \"network\": \"lenet5\"}".formatted(secret)
                    : "{\"chip\": \"analog-256\", \"network\": \"%s\", \"data\": \"%s\"}"
                            .formatted(
                                    key.equals("network") ? secret : "fmnist-lenet",
                                    key.equals("data") ? secret : "fashion-mnist-1000");
            assertThat(texts(served().answer(design).at("/problems"), "path")).containsExactly(key);
        }
    }

    private static JsonNode ask(String chip) {
        String name = served().upload("a.yaml", chip).at("/name").asText();
        return served().answer("{\"chip\": \"%s\", \"network\": \"lenet5\"}".formatted(name));
    }

    @Test
    void messagesCallUploadedFilesAsThePageDoes() {
        String name = served().upload("bad.yaml", "chip: bad\nextends: analog-256\ntils: 9\n")
                .at("/name")
                .asText();
        JsonNode problem = served().answer("{\"chip\": \"%s\", \"network\": \"lenet5\"}".formatted(name))
                .at("/problems/0");
        assertThat(problem.at("/says").asText()).startsWith(name + ":3:1: tils: unknown key, did you mean \"tiles\"?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "..%2F..%2Fevil.yaml | upload/\\d+/evil\\.yaml",
                "%5C..%5Cevil.yaml | upload/\\d+/evil\\.yaml",
                "%3Cimg%20src%3Dx%3E.yaml | upload/\\d+/-img-src-x-\\.yaml",
                "a%00b.yaml | upload/\\d+/a-b\\.yaml",
                "%0d%0aX%3A%20y.yaml | upload/\\d+/-X-y\\.yaml"
            })
    void aHostileNameLeadsNowhere(String name, String kept) {
        assertThat(served().upload(name, "network: a\n").at("/name").asText()).matches(kept);
    }

    @Test
    void uploadsAreBoundedAndOfAFormThatIsRead() {
        String large = "#".repeat((int) ServedExplorer.LARGEST + 1);
        assertThat(served().upload("large.yaml", large).at("/problems/0/says").asText())
                .startsWith("large.yaml: larger than the 2000000 bytes that are taken");
        assertThat(served().upload("run.sh", "echo").at("/problems/0/says").asText())
                .contains("a .yaml file");
        assertThat(served().ask("upload", "").at("/problems/0/says").asText()).contains("expected ?name=FILE");
    }

    @Test
    void uploadedFilesAreGoneAtTheEnd() {
        Scratch scratch = new Scratch(ServedExplorer.LARGEST);
        try (Explorer explorer = Explorer.of(AskedDesign.of(Yaml.parse("test", LENET)), scratch)) {
            assertThat(explorer.chips()).containsAll(ChipFiles.names());
            assertThat(scratch.keep("a.yaml", InputStream.nullInputStream())).startsWith("upload/");
            assertThat(scratch.folder()).isNotEmptyDirectory();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(scratch.folder()).doesNotExist();
    }

    @Test
    void filesOfTheCommandLineMayBeRead() throws IOException {
        Path base = Files.writeString(directory.resolve("base.yaml"), "chip: base\nextends: analog-256\n");
        Path chip = Files.writeString(directory.resolve("chip.yaml"), "chip: mine\nextends: " + base + "\ntiles: 7\n");
        String design = "{\"chip\": \"%s\", \"network\": \"lenet5\"}".formatted(chip);
        try (ServedExplorer own = ServedExplorer.of(design)) {
            assertThat(own.answer(design).at("/name").asText()).isEqualTo("lenet5 on mine");
            assertThat(own.send(own.request("start")).body()).contains(chip.toString());
        }
    }

    @Test
    void aDesignThatCannotBeIsToldBeforeAnythingIsServed() {
        assertThatThrownBy(() -> ServedExplorer.of("{\"chip\": \"analog-265\", \"network\": \"lenet5\"}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("did you mean \"analog-256\"?");
    }

    @Test
    void aTabThatLeavesIsForgotten() {
        assertThat(served().ask("leave", "{\"tab\": \"gone\"}").at("/left").asText())
                .isEqualTo("gone");
    }
}
