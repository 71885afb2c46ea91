package mho.core.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model written down plainly, for the naive engine to run and for the real one to be built from. */
record PlainModel(
        List<Long> clocksHertz,
        List<Resource> resources,
        List<List<Step>> recipes,
        List<Stage> stages,
        List<Edge> edges,
        int images,
        List<Long> arrivals,
        @Nullable Relay relay) {

    PlainModel(
            List<Long> clocksHertz,
            List<Resource> resources,
            List<List<Step>> recipes,
            List<Stage> stages,
            List<Edge> edges,
            int images,
            List<Long> arrivals) {
        this(clocksHertz, resources, recipes, stages, edges, images, arrivals, null);
    }

    /** {@code line} is 1 for a line that ends in lanes, 2 for an exit, else 0. */
    record Resource(int clock, int servers, int setup, int line) {
        Resource(int clock, int servers, int setup) {
            this(clock, servers, setup, 0);
        }
    }

    /**
     * {@code train} is 1 for a train of as many units as its occupancy that begins at its line, 2 for one that goes on, else 0;
     * {@code align} and {@code configuration} are -1 for none; a step of no resources is a delay.
     */
    record Step(
            List<Integer> resources,
            int clock,
            int occupancy,
            int latency,
            int configuration,
            int align,
            List<Integer> after,
            boolean frees,
            int train) {
        Step(
                List<Integer> resources,
                int clock,
                int occupancy,
                int latency,
                int configuration,
                int align,
                List<Integer> after,
                boolean frees) {
            this(resources, clock, occupancy, latency, configuration, align, after, frees, 0);
        }
    }

    record Stage(int windows, List<Integer> recipes, int slots) {
        int recipe(int window) {
            return recipes.get(recipes.size() == 1 ? 0 : window);
        }
    }

    record Edge(int producer, int consumer, List<Integer> lastNeeded, List<Integer> keptFrom, int capacity, int lag) {}

    /** The model, and the numbers its recipes got. */
    record Built(Model model, int[] recipes) {}

    /** The engine's run of it. */
    Timeline run(Model model, Watcher watcher) {
        return Engine.run(model, images, Inflow.ALL, arriving(), watcher);
    }

    /** All at once where no times are given. */
    Arrivals arriving() {
        return arrivals.isEmpty()
                ? Arrivals.AT_ONCE
                : Arrivals.at(arrivals.stream().mapToLong(Long::longValue).toArray());
    }

    Built build() {
        ModelBuilder model = Model.builder();
        int[] clocks = clocksHertz.stream()
                .mapToInt(hertz -> model.clock(Clock.ofHertz(hertz)))
                .toArray();
        if (relay != null) {
            model.relay(
                    new Relay(clocks[relay.clock()], relay.lanes(), relay.depth(), relay.creditCycles(), relay.held()));
        }
        for (Resource r : resources) {
            if (r.line > 0) {
                model.line("r" + model.resourceNames.size(), r.line == 2, "key");
                continue;
            }
            model.resource("r" + model.resourceNames.size(), clocks[r.clock], r.servers, r.setup);
        }
        int[] ids = recipes.stream()
                .mapToInt(steps -> build(model.recipe(), steps, clocks))
                .toArray();
        for (Stage s : stages) {
            int[] recipeOfWindow = s.recipes.stream().mapToInt(r -> ids[r]).toArray();
            model.stage("s" + model.stageNames.size(), s.windows, recipeOfWindow, s.slots);
        }
        for (Edge e : edges) {
            model.edge(e.producer, e.consumer, ints(e.lastNeeded), ints(e.keptFrom), e.capacity, e.lag);
        }
        return new Built(model.build(), ids);
    }

    private static int build(RecipeBuilder recipe, List<Step> steps, int[] clocks) {
        for (Step step : steps) {
            if (step.train == 2) {
                recipe.onwards(step.after.get(0), step.resources.get(0));
                continue;
            }
            int id = step.train == 1
                    ? recipe.train(step.resources.get(0), step.occupancy, step.latency)
                    : step.resources.isEmpty()
                            ? recipe.delay(clocks[step.clock], step.latency)
                            : recipe.step(ints(step.resources), step.occupancy, step.latency, step.configuration);
            step.after.forEach(predecessor -> recipe.after(id, predecessor));
            if (step.align >= 0) {
                recipe.align(id, clocks[step.align]);
            }
            if (step.frees) {
                recipe.frees(id);
            }
        }
        return recipe.build();
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
