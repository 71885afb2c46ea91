package mho.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a run shows to whoever wants to see it. */
class SpanListenerTest {
    private static final int SEEDS = 600;

    @Test
    void everyReservationIsSeenOnItsServerInTheOrderItIsMade() {
        for (int seed = 0; seed < SEEDS; seed++) {
            PlainModel graph = graph(seed);
            NaiveEngine naive = new NaiveEngine(graph);
            boolean finishes = naive.run().isEmpty();
            SpanLog seen = new SpanLog();
            Model model = graph.build().model();
            if (!finishes) {
                assertThatThrownBy(() -> graph.run(model, seen)).isInstanceOf(Deadlock.class);
                assertThat(seen.ended).as("seed %d", seed).isNull();
                continue;
            }
            Timeline timeline = graph.run(model, seen);
            assertThat(seen.asked).isEqualTo(1);
            assertThat(seen.ended).isSameAs(timeline);
            assertThat(seen.spans).as("seed %d", seed).isEqualTo(naive.spans);
            busyIsTheSumOfSpans(seed, model, timeline, seen.spans);
            serversDoOneThingAtATime(seed, model, seen.spans);
        }
    }

    @Test
    void everyBufferIsSeenToFillAndEmpty() {
        int changes = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            PlainModel graph = graph(seed);
            NaiveEngine naive = new NaiveEngine(graph);
            if (!naive.run().isEmpty()) {
                continue;
            }
            SpanLog seen = new SpanLog();
            Timeline timeline = graph.run(graph.build().model(), seen);
            changes += seen.held.size();
            assertThat(atEachTick(seen.held)).as("seed %d", seed).isEqualTo(atEachTick(naive.held));
            for (int e = 0; e < graph.edges().size(); e++) {
                int edge = e;
                long[] held = seen.held.stream()
                        .filter(h -> h.edge() == edge)
                        .mapToLong(NaiveEngine.Held::windows)
                        .toArray();
                assertThat(held[held.length - 1])
                        .as("seed %d: nothing is left in buffer %d", seed, e)
                        .isZero();
                assertThat(java.util.Arrays.stream(held).max().orElseThrow()).isEqualTo(timeline.peakHeld(e));
            }
        }
        assertThat(changes).isGreaterThan(1000);
    }

    @Test
    void whoSeesChangesNothing() {
        for (int seed = 0; seed < 50; seed++) {
            PlainModel graph = new RandomModel(seed).next();
            if (!new NaiveEngine(graph).run().isEmpty()) {
                continue;
            }
            Model model = graph.build().model();
            Timeline unseen = Engine.run(model, graph.images(), Watcher.NONE);
            Timeline seen = Engine.run(model, graph.images(), new SpanLog());
            assertThat(seen).as("seed %d", seed).usingRecursiveComparison().isEqualTo(unseen);
        }
    }

    @Test
    void aSpanIsTheOccupancyWithSetUpNotTheLatency() {
        SmallModel lab = new SmallModel();
        int bus = lab.resource("bus", 2, 3);
        lab.resource("unused");
        int path = lab.path(7, 5, bus);
        int pipe = lab.resource("pipe");
        lab.stage("conv", 2, path, 0);
        lab.stage("pool", 1, lab.recipe(pipe, 1, 9), 0);
        SpanLog seen = new SpanLog();
        Engine.run(lab.model.build(), 1, seen);
        assertThat(seen.spans)
                .containsExactly(
                        new NaiveEngine.Span(0, 0, 0, 0, 0, 0, 80),
                        new NaiveEngine.Span(1, 0, 0, 1, 0, 0, 80),
                        new NaiveEngine.Span(3, 1, 0, 0, 0, 0, 10));
    }

    @Test
    void theGrainIsAMultipleOfEveryTime() {
        assertThat(Model.builder().build().grain()).isEqualTo(1);
        assertThat(grain(1_000_000_000L, 10_000_000L)).isEqualTo(1_000_000);
        assertThat(grain(1_250_000_000L, 1_000_000_000L)).isEqualTo(200_000);
        assertThat(grain(1_200_000_000L, 10_000_000L))
                .as("a period that is not whole leaves single ticks")
                .isEqualTo(1);
    }

    private static PlainModel graph(int seed) {
        return seed % 3 == 0
                ? new RandomModel(seed).next()
                : seed % 3 == 1 ? RandomModel.open(seed) : RandomModel.withTrains(seed);
    }

    private static long grain(long... hertz) {
        ModelBuilder model = Model.builder();
        for (long each : hertz) {
            model.clock(Clock.ofHertz(each));
        }
        return model.build().grain();
    }

    private static void busyIsTheSumOfSpans(int seed, Model model, Timeline timeline, List<NaiveEngine.Span> spans) {
        for (int r = 0; r < model.resources(); r++) {
            int from = model.firstServer(r);
            int to = from + model.servers(r);
            long busy = spans.stream()
                    .filter(s -> s.server() >= from && s.server() < to)
                    .mapToLong(s -> s.to() - s.from())
                    .sum();
            assertThat(busy).as("seed %d, resource %d", seed, r).isEqualTo(timeline.busy(r));
        }
    }

    private static void serversDoOneThingAtATime(int seed, Model model, List<NaiveEngine.Span> spans) {
        long[] free = new long[model.servers()];
        for (NaiveEngine.Span span : spans) {
            assertThat(span.from()).as("seed %d", seed).isGreaterThanOrEqualTo(free[span.server()]);
            assertThat(span.from()).as("seed %d", seed).isGreaterThanOrEqualTo(span.ready());
            free[span.server()] = span.to();
        }
    }

    /** What each buffer holds when a tick is over, where that is not what it held before. */
    private static Map<Integer, Map<Long, Long>> atEachTick(List<NaiveEngine.Held> held) {
        Map<Integer, TreeMap<Long, Long>> last = new TreeMap<>();
        held.forEach(h -> last.computeIfAbsent(h.edge(), e -> new TreeMap<>()).put(h.time(), h.windows()));
        Map<Integer, Map<Long, Long>> changes = new TreeMap<>();
        last.forEach((edge, values) -> {
            long before = 0;
            for (Map.Entry<Long, Long> each : values.entrySet()) {
                if (each.getValue() != before) {
                    before = each.getValue();
                    changes.computeIfAbsent(edge, e -> new TreeMap<>()).put(each.getKey(), before);
                }
            }
        });
        return changes;
    }
}
