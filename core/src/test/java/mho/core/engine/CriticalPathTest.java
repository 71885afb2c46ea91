package mho.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The closed form: where nothing contends, no buffer is full and no slot is short, a stage finishes when the sum along the
 * critical path says, to the tick.
 */
class CriticalPathTest {
    @Test
    void withoutContentionLatencyIsTheSumAlongTheCriticalPath() {
        int compared = 0;
        for (int seed = 0; seed < 1000; seed++) {
            PlainModel graph = uncontended(new RandomModel(seed).next());
            Timeline t = Engine.run(graph.build().model(), graph.images(), Watcher.NONE);
            List<long[]> done = new ArrayList<>();
            for (int s = 0; s < graph.stages().size(); s++) {
                done.add(criticalPath(graph, s, done));
                int windows = graph.stages().get(s).windows();
                for (int i = 0; i < graph.images(); i++) {
                    long last = 0;
                    for (int w = 0; w < windows; w++) {
                        last = Math.max(last, done.get(s)[i * windows + w]);
                    }
                    assertThat(t.finish(s, i))
                            .as("seed %d, stage %d, image %d", seed, s, i)
                            .isEqualTo(last);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(5000);
    }

    /** Servers for everybody, no configurations, no slots, endless buffers, no recurrence. */
    private static PlainModel uncontended(PlainModel g) {
        List<PlainModel.Resource> resources = g.resources().stream()
                .map(r -> new PlainModel.Resource(r.clock(), 3000, 0))
                .toList();
        List<PlainModel.Stage> stages = g.stages().stream()
                .map(s -> new PlainModel.Stage(s.windows(), s.recipes(), 0))
                .toList();
        List<PlainModel.Edge> edges = g.edges().stream()
                .filter(e -> e.producer() != e.consumer())
                .map(e -> new PlainModel.Edge(
                        e.producer(), e.consumer(), e.lastNeeded(), e.keptFrom(), Model.UNBOUNDED, e.lag()))
                .toList();
        return new PlainModel(g.clocksHertz(), resources, g.recipes(), stages, edges, g.images(), g.arrivals());
    }

    /** When each window of the stage is done, all images in a row, given the same of the stages before. */
    private static long[] criticalPath(PlainModel graph, int stage, List<long[]> done) {
        int windows = graph.stages().get(stage).windows();
        long[] result = new long[windows * graph.images()];
        long start = 0;
        for (int number = 0; number < result.length; number++) {
            for (PlainModel.Edge e : graph.edges()) {
                int last = e.consumer() == stage ? e.lastNeeded().get(number % windows) : -1;
                if (last >= 0) {
                    int upTo =
                            number / windows * graph.stages().get(e.producer()).windows() + last;
                    start = Math.max(
                            start,
                            IntStream.rangeClosed(0, upTo)
                                    .mapToLong(n -> done.get(e.producer())[n])
                                    .max()
                                    .orElseThrow());
                }
            }
            result[number] = throughRecipe(graph, graph.stages().get(stage).recipe(number % windows), start);
        }
        return result;
    }

    private static long throughRecipe(PlainModel graph, int recipe, long start) {
        List<Long> ends = new ArrayList<>();
        for (PlainModel.Step step : graph.recipes().get(recipe)) {
            long ready = step.after().stream().mapToLong(ends::get).max().orElse(start);
            int clock = step.resources().isEmpty()
                    ? step.clock()
                    : graph.resources().get(step.resources().get(0)).clock();
            NaiveClock ticking = new NaiveClock(graph.clocksHertz().get(clock));
            long end = ticking.edge(ticking.indexAtOrAfter(ready) + step.latency());
            if (step.align() >= 0) {
                NaiveClock align = new NaiveClock(graph.clocksHertz().get(step.align()));
                end = align.edge(align.indexAtOrAfter(end));
            }
            ends.add(end);
        }
        return ends.stream().mapToLong(Long::longValue).max().orElseThrow();
    }
}
