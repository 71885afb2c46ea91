package mho.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Where no two steps share a resource, more of anything never slows anything: every time is then a maximum of earlier times
 * plus constants. Where steps do share one, this is no theorem: whoever arrives earlier may push another behind it
 * (Graham, "Bounds on multiprocessing timing anomalies", SIAM J. Appl. Math. 17(2), 1969).
 */
class MonotoneTest {
    private static final int SEEDS = 1000;

    @Test
    void twiceTheServersNeverSlowAnything() {
        neverSlower(g -> new PlainModel(
                g.clocksHertz(),
                g.resources().stream()
                        .map(r -> new PlainModel.Resource(r.clock(), 2 * r.servers(), r.setup()))
                        .toList(),
                g.recipes(),
                g.stages(),
                g.edges(),
                g.images(),
                g.arrivals()));
    }

    @Test
    void twiceTheBuffersNeverSlowAnything() {
        neverSlower(g -> new PlainModel(
                g.clocksHertz(),
                g.resources(),
                g.recipes(),
                g.stages(),
                g.edges().stream()
                        .map(e -> new PlainModel.Edge(
                                e.producer(),
                                e.consumer(),
                                e.lastNeeded(),
                                e.keptFrom(),
                                e.capacity() == Model.UNBOUNDED ? e.capacity() : 2 * e.capacity(),
                                e.lag()))
                        .toList(),
                g.images(),
                g.arrivals()));
    }

    @Test
    void twiceTheSlotsNeverSlowAnything() {
        neverSlower(g -> new PlainModel(
                g.clocksHertz(),
                g.resources(),
                g.recipes(),
                g.stages().stream()
                        .map(s -> new PlainModel.Stage(s.windows(), s.recipes(), 2 * s.slots()))
                        .toList(),
                g.edges(),
                g.images(),
                g.arrivals()));
    }

    private static void neverSlower(UnaryOperator<PlainModel> more) {
        int faster = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            PlainModel graph = unshared(new RandomModel(seed).next());
            Timeline before;
            try {
                before = run(graph);
            } catch (Deadlock stuck) {
                continue;
            }
            Timeline after = run(more.apply(graph));
            for (int s = 0; s < graph.stages().size(); s++) {
                for (int i = 0; i < graph.images(); i++) {
                    assertThat(after.finish(s, i))
                            .as("seed %d, stage %d, image %d", seed, s, i)
                            .isLessThanOrEqualTo(before.finish(s, i));
                    faster += after.finish(s, i) < before.finish(s, i) ? 1 : 0;
                }
            }
        }
        assertThat(faster).as("and often it helps").isGreaterThan(SEEDS / 2);
    }

    private static Timeline run(PlainModel graph) {
        return Engine.run(graph.build().model(), graph.images(), Watcher.NONE);
    }

    /** The same graph, with a recipe for each stage and a resource for each of its steps. */
    private static PlainModel unshared(PlainModel g) {
        List<PlainModel.Resource> resources = new ArrayList<>();
        List<List<PlainModel.Step>> recipes = new ArrayList<>();
        for (PlainModel.Stage stage : g.stages()) {
            List<PlainModel.Step> steps = new ArrayList<>();
            for (PlainModel.Step step : g.recipes().get(stage.recipe(0))) {
                List<Integer> own = List.of();
                if (!step.resources().isEmpty()) {
                    own = List.of(resources.size());
                    resources.add(g.resources().get(step.resources().get(0)));
                }
                steps.add(new PlainModel.Step(
                        own,
                        step.clock(),
                        step.occupancy(),
                        step.latency(),
                        -1,
                        step.align(),
                        step.after(),
                        step.frees()));
            }
            recipes.add(steps);
        }
        List<PlainModel.Stage> stages = IntStream.range(0, g.stages().size())
                .mapToObj(s -> new PlainModel.Stage(
                        g.stages().get(s).windows(),
                        List.of(s),
                        g.stages().get(s).slots()))
                .toList();
        return new PlainModel(g.clocksHertz(), resources, recipes, stages, g.edges(), g.images(), g.arrivals());
    }
}
