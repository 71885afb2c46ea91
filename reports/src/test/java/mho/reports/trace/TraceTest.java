package mho.reports.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mho.core.engine.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trace, read back, is the run: nothing lost, nothing twice, nothing on top of anything else. */
class TraceTest {
    /** A residual network with two readers of one buffer, on a chip with ports of several servers. */
    private static final String RESIDUAL =
            """
            network: residual
            input: [3, 8, 8]
            layers:
              - conv: {out: 8, kernel: 3, pad: 1, name: 'a "quoted" \\ </script> name'}
              - conv: {out: 8, kernel: 3, pad: 1, name: 'ünïcode 卷积 😀'}
              - add: {from: ['a "quoted" \\ </script> name', 'ünïcode 卷积 😀']}
              - dense: {out: 10}
            """;

    @ParameterizedTest
    @CsvSource({"analog-256, lenet5, 3", "isaac-ce, mlp, 2", "isaac-ce, lenet5, 2", "hermes-64-4phase, lenet5, 1"})
    void everyStepIsOnItsServersTrackAndTracksNeverOverlap(String chip, String network, int images) {
        check(ExampleTraces.of(TraceRange.ALL, chip, network, images));
    }

    @Test
    void whateverLayersAreCalledTheFileIsWhole() {
        ExampleTraces traced = ExampleTraces.of(TraceRange.ALL, "isaac-ce", ExampleTraces.network(RESIDUAL), 2);
        check(traced);
        assertThat(traced.layers())
                .extracting(layer -> layer.get("name").asText())
                .contains("a \"quoted\" \\ </script> name #1", "ünïcode 卷积 😀 #0");
    }

    private static void check(ExampleTraces traced) {
        assertThat(traced.about().get("note").asText()).isEqualTo("nothing in the range is left out");
        assertThat(traced.about().get("complete_until_fs").isNull()).isTrue();
        spansAreThoseTold(traced);
        busyIsTheSumOfSpans(traced);
        tracksAreDisjoint(traced.events("X"));
        namesAreUnique(traced);
        layersAreThoseOfTheTimeline(traced);
        buffersFillAndEmpty(traced);
        arrowsLeadFromWhatIsNeededToWhatNeedsIt(traced);
    }

    private static void spansAreThoseTold(ExampleTraces traced) {
        Tracks tracks = new Tracks(traced.program());
        List<JsonNode> spans = traced.spans();
        assertThat(spans).hasSameSizeAs(traced.told()).hasSize((int)
                traced.note().spans());
        WindowNames names =
                new WindowNames(traced.timed().placement(), traced.program().model());
        for (int i = 0; i < spans.size(); i++) {
            JsonNode span = spans.get(i);
            ExampleTraces.Told told = traced.told().get(i);
            assertThat(span.get("tid").asInt()).isEqualTo(tracks.threadOf(told.server()));
            assertThat(span.get("pid").asInt()).isEqualTo(tracks.processOf(told.server()));
            assertThat(ExampleTraces.ticks(span.get("ts"))).isEqualTo(told.start());
            assertThat(ExampleTraces.ticks(span.get("dur"))).isEqualTo(told.end() - told.start());
            assertThat(span.get("cat").asText())
                    .isEqualTo(Tracks.category(traced.program().model().resourceName(resource(traced, told.server()))))
                    .matches("[a-z -]+");
            JsonNode args = span.get("args");
            assertThat(args.get("image").asInt()).isEqualTo(told.image());
            JsonNode waited = args.get("waited_us");
            assertThat(waited == null ? 0 : ExampleTraces.ticks(waited)).isEqualTo(told.start() - told.ready());
            assertThat(span.get("name").asText())
                    .isEqualTo(name(traced, told))
                    .startsWith(traced.program().model().stageName(told.stage()));
        }
    }

    /** The name once more, from the placement alone. */
    private static String name(ExampleTraces traced, ExampleTraces.Told told) {
        var placement = traced.timed().placement();
        var node = placement.pipeline().stages().get(told.stage()).node();
        int window = placement.orders().get(told.stage()).windowAt()[told.window()];
        String where = node.windows() == 1
                ? ""
                : node.output().height() == 1
                        ? "[" + window + "]"
                        : "[" + window / node.output().width() + ","
                                + window % node.output().width() + "]";
        return node.name() + where + " #" + told.image();
    }

    private static int resource(ExampleTraces traced, int server) {
        Model model = traced.program().model();
        return IntStream.range(0, model.resources())
                .filter(r -> server >= model.firstServer(r) && server < model.firstServer(r) + model.servers(r))
                .findFirst()
                .orElseThrow();
    }

    private static void busyIsTheSumOfSpans(ExampleTraces traced) {
        Model model = traced.program().model();
        Map<String, Long> busy = new HashMap<>();
        Map<Integer, String> processes = names(traced, "process_name", "pid");
        Map<Integer, String> threads = names(traced, "thread_name", "tid");
        for (JsonNode span : traced.spans()) {
            String process = processes.get(span.get("pid").asInt());
            String thread = threads.get(span.get("tid").asInt());
            busy.merge(process + "|" + thread, ExampleTraces.ticks(span.get("dur")), Long::sum);
        }
        long all = 0;
        for (int r = 0; r < model.resources(); r++) {
            all += traced.timeline().busy(r);
            long own = 0;
            for (int i = 0; i < model.servers(r); i++) {
                own += busy.getOrDefault(track(traced, r, i), 0L);
            }
            assertThat(own)
                    .as(model.resourceName(r))
                    .isEqualTo(traced.timeline().busy(r));
        }
        assertThat(busy.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(all);
    }

    /** Where a server's track has to be, said otherwise than the code says it. */
    private static String track(ExampleTraces traced, int resource, int server) {
        Model model = traced.program().model();
        String name = model.resourceName(resource);
        String port = model.servers(resource) == 1 ? "" : "[" + server + "]";
        for (int stage = 0; stage < model.stages(); stage++) {
            if (traced.program().pipelines().get(stage).get(resource)) {
                String layer = model.stageName(stage);
                return "arrays of " + layer + "|" + name.replace(layer + ".", "") + port;
            }
        }
        return name.contains(".") ? name.replaceFirst("\\.", "|") + port : "links|" + name + port;
    }

    /** As viewers have them: a double times a thousand, whole nanoseconds. */
    static void tracksAreDisjoint(List<JsonNode> spans) {
        Map<Integer, TreeMap<Long, Long>> tracks = new HashMap<>();
        for (JsonNode span : spans) {
            long from = ExampleTraces.viewed(span.get("ts"));
            long to = from + ExampleTraces.viewed(span.get("dur"));
            TreeMap<Long, Long> track = tracks.computeIfAbsent(span.get("tid").asInt(), t -> new TreeMap<>());
            if (from == to) {
                continue;
            }
            Map.Entry<Long, Long> before = track.floorEntry(from);
            Map.Entry<Long, Long> after = track.ceilingEntry(from);
            assertThat(before == null || before.getValue() <= from)
                    .as("%s", span)
                    .isTrue();
            assertThat(after == null || after.getKey() >= to).as("%s", span).isTrue();
            track.put(from, to);
        }
        assertThat(tracks).isNotEmpty();
    }

    private static void namesAreUnique(ExampleTraces traced) {
        Map<Integer, Integer> processOf = new HashMap<>();
        for (JsonNode event : traced.events("X")) {
            Integer known =
                    processOf.put(event.get("tid").asInt(), event.get("pid").asInt());
            assertThat(known == null || known == event.get("pid").asInt()).isTrue();
        }
        Map<Integer, String> processes = names(traced, "process_name", "pid");
        Map<Integer, String> threads = names(traced, "thread_name", "tid");
        assertThat(threads.keySet()).isEqualTo(processOf.keySet()).doesNotContainAnyElementsOf(processes.keySet());
        assertThat(processes.values()).doesNotHaveDuplicates();
        Set<String> tracks = new HashSet<>();
        threads.forEach((thread, name) ->
                assertThat(tracks.add(processOf.get(thread) + name)).as(name).isTrue());
        assertThat(processes.get(Tracks.LAYERS)).isEqualTo("layers");
    }

    private static Map<Integer, String> names(ExampleTraces traced, String kind, String id) {
        return traced.events("M").stream()
                .filter(event -> event.get("name").asText().equals(kind))
                .collect(Collectors.toMap(
                        event -> event.get(id).asInt(),
                        event -> event.get("args").get("name").asText()));
    }

    private static void layersAreThoseOfTheTimeline(ExampleTraces traced) {
        Model model = traced.program().model();
        List<String> expected = new ArrayList<>();
        for (int image = 0; image < traced.timed().stream().images(); image++) {
            for (int stage = 0; stage < model.stages(); stage++) {
                expected.add(model.stageName(stage) + " #" + image + " "
                        + traced.timeline().start(stage, image) + " "
                        + traced.timeline().finish(stage, image));
            }
        }
        assertThat(traced.layers())
                .extracting(layer -> layer.get("name").asText() + " "
                        + ExampleTraces.ticks(layer.get("ts")) + " "
                        + (ExampleTraces.ticks(layer.get("ts")) + ExampleTraces.ticks(layer.get("dur"))))
                .containsExactlyElementsOf(expected);
    }

    private static void buffersFillAndEmpty(ExampleTraces traced) {
        Map<String, TreeMap<Long, Long>> counters = counters(traced);
        assertThat(counters).hasSize(traced.program().model().edges());
        int edge = 0;
        for (Map.Entry<String, TreeMap<Long, Long>> counter : counters.entrySet()) {
            int peak = IntStream.range(0, counters.size())
                    .map(traced.timeline()::peakHeld)
                    .max()
                    .orElseThrow();
            assertThat(counter.getValue().values()).as(counter.getKey()).allMatch(v -> v >= 0 && v <= peak);
            assertThat(counter.getValue().lastEntry().getValue())
                    .as(counter.getKey())
                    .isZero();
            edge++;
        }
        assertThat(traced.about().get("counters").asInt())
                .isEqualTo(traced.events("C").size());
        assertThat(edge).isPositive();
    }

    static Map<String, TreeMap<Long, Long>> counters(ExampleTraces traced) {
        Map<String, TreeMap<Long, Long>> counters = new HashMap<>();
        for (JsonNode event : traced.events("C")) {
            Long twice = counters.computeIfAbsent(event.get("name").asText(), name -> new TreeMap<>())
                    .put(
                            ExampleTraces.ticks(event.get("ts")),
                            event.get("args").get("windows").asLong());
            assertThat(twice).as("one value a tick: %s", event).isNull();
        }
        return counters;
    }

    /** Both ends of each stand in spans, of a window that is needed and of the one that needs it, and time runs along it. */
    private static void arrowsLeadFromWhatIsNeededToWhatNeedsIt(ExampleTraces traced) {
        Map<Long, JsonNode> ends = new HashMap<>();
        traced.events("f").forEach(end -> assertThat(ends.put(end.get("id").asLong(), end))
                .isNull());
        List<JsonNode> begins = traced.events("s");
        assertThat(begins).hasSameSizeAs(ends.values()).hasSize((int)
                traced.note().arrows());
        Map<Integer, List<JsonNode>> spans = traced.events("X").stream()
                .collect(Collectors.groupingBy(span -> span.get("tid").asInt()));
        Model model = traced.program().model();
        Set<String> between = new HashSet<>();
        for (JsonNode begin : begins) {
            JsonNode end = Objects.requireNonNull(ends.get(begin.get("id").asLong()));
            assertThat(end.get("bp").asText()).isEqualTo("e");
            assertThat(ExampleTraces.ticks(begin.get("ts"))).isLessThanOrEqualTo(ExampleTraces.ticks(end.get("ts")));
            JsonNode from = about(spans, begin);
            JsonNode to = about(spans, end);
            assertThat(ExampleTraces.ticks(to.get("ts"))).isEqualTo(ExampleTraces.ticks(end.get("ts")));
            assertThat(from.at("/args/image")).isEqualTo(to.at("/args/image"));
            String[] names = {layer(from), layer(to)};
            assertThat(begin.get("name").asText()).isEqualTo(names[0] + " to " + names[1]);
            assertThat(IntStream.range(0, model.edges()))
                    .anyMatch(edge -> model.stageName(model.producer(edge)).equals(names[0])
                            && model.stageName(model.consumer(edge)).equals(names[1]));
            between.add(begin.get("cat").asText());
        }
        assertThat(between).containsExactlyInAnyOrder("layer", "window");
    }

    private static JsonNode about(Map<Integer, List<JsonNode>> spans, JsonNode arrow) {
        long time = ExampleTraces.ticks(arrow.get("ts"));
        return Objects.requireNonNull(spans.get(arrow.get("tid").asInt())).stream()
                .filter(span -> ExampleTraces.ticks(span.get("ts")) <= time
                        && time <= ExampleTraces.ticks(span.get("ts")) + ExampleTraces.ticks(span.get("dur")))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError("in no span: " + arrow));
    }

    private static String layer(JsonNode span) {
        return span.get("name").asText().replaceAll("(\\[[0-9,]+])? #\\d+$", "");
    }

    /** Once more from the model alone: every window, along every edge, is led to from the last one it needs. */
    @Test
    void everyWindowIsLedToFromTheLastOneItNeeds() {
        ExampleTraces traced = ExampleTraces.of(TraceRange.ALL, "analog-256", "lenet5", 2);
        Model model = traced.program().model();
        Set<List<Integer>> spanned = new HashSet<>();
        traced.told().forEach(told -> spanned.add(List.of(told.stage(), told.image(), told.window())));
        List<String> expected = new ArrayList<>();
        Set<List<Integer>> seen = new HashSet<>();
        for (ExampleTraces.Told told : traced.told()) {
            boolean first = seen.add(List.of(told.stage(), told.image(), told.window()));
            for (int edge = 0; first && edge < model.edges(); edge++) {
                int producer = model.producer(edge);
                int needed = model.consumer(edge) == told.stage() ? model.lastNeeded(edge, told.window()) : -1;
                if (needed >= 0 && spanned.contains(List.of(producer, told.image(), needed))) {
                    ExampleTraces.Told from = new ExampleTraces.Told(0, producer, told.image(), needed, 0, 0, 0);
                    expected.add(name(traced, from) + " to " + name(traced, told));
                }
            }
        }
        Map<Integer, List<JsonNode>> spans = traced.events("X").stream()
                .collect(Collectors.groupingBy(span -> span.get("tid").asInt()));
        Map<Long, JsonNode> ends = new HashMap<>();
        traced.events("f").forEach(end -> ends.put(end.get("id").asLong(), end));
        assertThat(traced.events("s").stream()
                        .filter(begin -> begin.get("cat").asText().equals("window"))
                        .map(begin -> about(spans, begin).get("name").asText() + " to "
                                + about(
                                                spans,
                                                Objects.requireNonNull(
                                                        ends.get(begin.get("id").asLong())))
                                        .get("name")
                                        .asText()))
                .hasSizeGreaterThan(500)
                .containsExactlyElementsOf(expected);
    }
}
