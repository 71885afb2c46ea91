package mho.reports.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Part of a run, and no more than there is room for: what is left out is said. */
class TraceRangeTest {
    private static final long MICROSECOND = 1_000_000_000;
    private static final ExampleTraces WHOLE = ExampleTraces.of(TraceRange.ALL, "analog-256", "lenet5", 3);
    private static final TraceRange MIDDLE =
            new TraceRange(30 * MICROSECOND, 40 * MICROSECOND, TraceRange.DEFAULT_BYTES);
    private static final ExampleTraces PART = ExampleTraces.of(MIDDLE, "analog-256", "lenet5", 3);

    /** Nothing is shown outside, so that the first thing to be seen is where the range begins. */
    @Test
    void aRangeHoldsTheSpansThatReachIntoItCutToIt() {
        List<JsonNode> reaching =
                WHOLE.events("X").stream().filter(TraceRangeTest::reaches).toList();
        List<JsonNode> part = PART.events("X");
        assertThat(part).hasSizeLessThan(WHOLE.events("X").size() / 2).hasSameSizeAs(reaching);
        int cut = 0;
        for (int i = 0; i < part.size(); i++) {
            JsonNode whole = reaching.get(i);
            JsonNode args = part.get(i).get("args");
            long begins = ExampleTraces.ticks(whole.get("ts"));
            long ends = begins + ExampleTraces.ticks(whole.get("dur"));
            long from = ExampleTraces.ticks(part.get(i).get("ts"));
            assertThat(part.get(i).get("name")).isEqualTo(whole.get("name"));
            assertThat(from).isEqualTo(Math.max(begins, MIDDLE.from()));
            assertThat(from + ExampleTraces.ticks(part.get(i).get("dur"))).isEqualTo(Math.min(ends, MIDDLE.to()));
            assertThat(args.has("begins_us")).isEqualTo(begins < MIDDLE.from());
            assertThat(args.has("ends_us")).isEqualTo(ends > MIDDLE.to());
            if (args.has("begins_us")) {
                assertThat(ExampleTraces.ticks(args.get("begins_us"))).isEqualTo(begins);
                cut++;
            }
        }
        assertThat(cut).isPositive();
        for (String phase : List.of("X", "C", "s", "f")) {
            assertThat(PART.events(phase))
                    .as(phase)
                    .isNotEmpty()
                    .allMatch(event -> ExampleTraces.ticks(event.get("ts")) >= MIDDLE.from()
                            && ExampleTraces.ticks(event.get("ts")) < MIDDLE.to());
        }
        assertThat(PART.note().spans() + PART.note().outside())
                .isEqualTo(WHOLE.note().spans());
        assertThat(PART.note().text()).contains("Left out: " + PART.note().outside() + " spans outside 30 us to 40 us");
        TraceTest.tracksAreDisjoint(PART.events("X"));
    }

    @Test
    void aTraceBeginsWhereSomethingIsToBeSeen() {
        for (ExampleTraces traced : List.of(WHOLE, PART)) {
            long first = traced.spans().stream()
                    .mapToLong(span -> ExampleTraces.ticks(span.get("ts")))
                    .min()
                    .orElseThrow();
            for (String phase : List.of("X", "C", "s", "f")) {
                assertThat(traced.events(phase))
                        .as(phase)
                        .allMatch(event -> ExampleTraces.ticks(event.get("ts")) >= first);
            }
        }
    }

    private static boolean reaches(JsonNode span) {
        long from = ExampleTraces.ticks(span.get("ts"));
        long to = from + ExampleTraces.ticks(span.get("dur"));
        return from < MIDDLE.to() && (to > MIDDLE.from() || from >= MIDDLE.from());
    }

    @Test
    void buffersBeginWithWhatTheyHeldByThen() {
        Map<String, TreeMap<Long, Long>> whole = TraceTest.counters(WHOLE);
        Map<String, TreeMap<Long, Long>> part = TraceTest.counters(PART);
        long from = MIDDLE.from();
        long to = MIDDLE.to();
        int begun = 0;
        for (Map.Entry<String, TreeMap<Long, Long>> counter : whole.entrySet()) {
            TreeMap<Long, Long> expected = new TreeMap<>(counter.getValue().subMap(from, to));
            Map.Entry<Long, Long> before = counter.getValue().floorEntry(from);
            if (before != null && before.getValue() > 0) {
                expected.put(from, before.getValue());
                begun++;
            }
            assertThat(part.getOrDefault(counter.getKey(), new TreeMap<>()))
                    .as(counter.getKey())
                    .isEqualTo(expected);
        }
        assertThat(begun).isPositive();
    }

    @Test
    void aFullFileHoldsEverySpanThatBeginsBeforeItWasFull() {
        ExampleTraces small = ExampleTraces.of(new TraceRange(0, Long.MAX_VALUE, 300_000), "analog-256", "lenet5", 3);
        assertThat(small.bytes()).isBetween(200_000L, 300_000L);
        long until = small.about().get("complete_until_fs").asLong();
        assertThat(until).isPositive();
        List<JsonNode> earlier = WHOLE.spans().stream()
                .filter(span -> ExampleTraces.ticks(span.get("ts")) < until)
                .toList();
        assertThat(small.spans()).containsAll(earlier).isSubsetOf(WHOLE.spans());
        assertThat(earlier).hasSizeGreaterThan(500);
        assertThat(small.note().spans() + small.note().beyond())
                .isEqualTo(WHOLE.note().spans());
        assertThat(small.layers()).as("layers have room of their own").isEqualTo(WHOLE.layers());
        assertThat(small.note().text())
                .contains("Left out: " + small.note().beyond() + " spans, none that begins before ")
                .contains("(300 kB hold no more");
        assertThat(small.about().get("note").asText()).contains("300 kB hold no more");
        TraceTest.tracksAreDisjoint(small.events("X"));
    }

    @Test
    void layersTooAreOnlyAsManyAsThereIsRoomFor() {
        ExampleTraces many =
                ExampleTraces.of(new TraceRange(0, Long.MAX_VALUE, TraceRange.LEAST_BYTES), "isaac-ce", "mlp", 300);
        assertThat(many.bytes()).isLessThanOrEqualTo(TraceRange.LEAST_BYTES);
        assertThat(many.note().layersLeftOut()).isPositive();
        assertThat(many.layers().size() + many.note().layersLeftOut())
                .isEqualTo(300L * many.program().model().stages());
        assertThat(many.note().text()).contains(many.note().layersLeftOut() + " spans of layers");
    }

    @Test
    void sameRunSameBytesAndNoTimeOfDay() {
        ExampleTraces again = ExampleTraces.of(MIDDLE, "analog-256", "lenet5", 3);
        assertThat(again.file()).isEqualTo(PART.file());
        assertThat(again.file()).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0);
    }
}
