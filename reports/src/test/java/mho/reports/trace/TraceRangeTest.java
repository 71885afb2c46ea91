package mho.reports.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Part of a run, and no more than there is room for: what is left out is said. */
class TraceRangeTest {
    private static final long MICROSECOND = 1_000_000_000;
    private static final Traced WHOLE = Traced.of(TraceRange.ALL, "analog-256", "lenet5", 3);
    private static final TraceRange MIDDLE =
            new TraceRange(30 * MICROSECOND, 40 * MICROSECOND, TraceRange.DEFAULT_BYTES);
    private static final Traced PART = Traced.of(MIDDLE, "analog-256", "lenet5", 3);

    @Test
    void aRangeHoldsTheSpansThatReachIntoItWhole() {
        List<JsonNode> reaching =
                WHOLE.events("X").stream().filter(TraceRangeTest::reaches).toList();
        assertThat(PART.events("X"))
                .hasSizeLessThan(WHOLE.events("X").size() / 2)
                .isEqualTo(reaching);
        assertThat(PART.note().spans() + PART.note().outside())
                .isEqualTo(WHOLE.note().spans());
        assertThat(PART.note().text()).contains("Left out: " + PART.note().outside() + " spans outside 30 us to 40 us");
        TraceTest.tracksAreDisjoint(PART.events("X"));
    }

    private static boolean reaches(JsonNode span) {
        long from = span.get("ts").asLong() * PART.note().scale().ticks;
        long to = from + span.get("dur").asLong() * PART.note().scale().ticks;
        return from < MIDDLE.to() && (to > MIDDLE.from() || from >= MIDDLE.from());
    }

    @Test
    void buffersBeginWithWhatTheyHeldByThen() {
        Map<String, TreeMap<Long, Long>> whole = TraceTest.counters(WHOLE);
        Map<String, TreeMap<Long, Long>> part = TraceTest.counters(PART);
        long from = MIDDLE.from() / PART.note().scale().ticks;
        long to = MIDDLE.to() / PART.note().scale().ticks;
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
        Traced small = Traced.of(new TraceRange(0, Long.MAX_VALUE, 300_000), "analog-256", "lenet5", 3);
        assertThat(small.bytes()).isBetween(200_000L, 300_000L);
        long until = small.about().get("complete_until_fs").asLong();
        assertThat(until).isPositive();
        List<JsonNode> earlier = WHOLE.spans().stream()
                .filter(span -> span.get("ts").asLong() * WHOLE.note().scale().ticks < until)
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
        Traced many = Traced.of(new TraceRange(0, Long.MAX_VALUE, TraceRange.LEAST_BYTES), "isaac-ce", "mlp", 300);
        assertThat(many.bytes()).isLessThanOrEqualTo(TraceRange.LEAST_BYTES);
        assertThat(many.note().layersLeftOut()).isPositive();
        assertThat(many.layers().size() + many.note().layersLeftOut())
                .isEqualTo(300L * many.program().model().stages());
        assertThat(many.note().text()).contains(many.note().layersLeftOut() + " spans of layers");
    }

    @Test
    void timesThatViewersCannotHoldAreLeftOutNotWrapped() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TraceWriter writer = TraceWriter.to(
                out, TraceRange.ALL, WHOLE.timed().placement(), WHOLE.timed().program(), 3);
        long late = (Scale.LARGEST + 1) * WHOLE.note().scale().ticks;
        writer.busy(0, 0, 0, 0, late, late, late);
        writer.ended(WHOLE.timeline());
        TraceNote note = Objects.requireNonNull(writer.note());
        assertThat(note.spans()).isZero();
        assertThat(note.text()).contains("viewers hold no later times");
    }

    @Test
    void sameRunSameBytesAndNoTimeOfDay() {
        Traced again = Traced.of(MIDDLE, "analog-256", "lenet5", 3);
        assertThat(again.file()).isEqualTo(PART.file());
        assertThat(again.file()).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0);
    }

    @Test
    void theScaleIsTheCoarsestThatLosesNothing() {
        assertThat(Scale.of(25_000_000)).isEqualTo(Scale.NANOSECOND);
        assertThat(Scale.of(1_500_000)).isEqualTo(Scale.PICOSECOND);
        assertThat(Scale.of(1_200)).isEqualTo(Scale.FEMTOSECOND);
        assertThat(Scale.FEMTOSECOND.holds(Scale.LARGEST)).isTrue();
        assertThat(Scale.FEMTOSECOND.holds(Scale.LARGEST + 1)).isFalse();
        assertThat(Math.multiplyExact(Scale.LARGEST, 1000L))
                .as("as nanoseconds")
                .isPositive();
    }
}
