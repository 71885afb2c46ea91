package mho.core.engine;

import java.util.List;

/** A model written down plainly, for the naive engine to run and for the real one to be built from. */
record PlainModel(
        List<Long> clocksHertz,
        List<Resource> resources,
        List<List<Step>> recipes,
        List<Stage> stages,
        List<Edge> edges,
        int images,
        List<Long> arrivals) {
    record Resource(int clock, int servers, int setup) {}

    /** {@code align} and {@code configuration} are -1 for none; a step of no resources is a delay. */
    record Step(
            List<Integer> resources,
            int clock,
            int occupancy,
            int latency,
            int configuration,
            int align,
            List<Integer> after,
            boolean frees) {}

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
        for (Resource r : resources) {
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
            int id = step.resources.isEmpty()
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
