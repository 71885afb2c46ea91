package mho.core.engine;

import java.util.ArrayList;
import java.util.List;

/** A model on a clock of 10 ticks, and short words for building it. */
final class SmallModel {
    final ModelBuilder model = Model.builder();
    final int clock = model.clock(Clock.ofPeriod(10));

    int resource(String name) {
        return resource(name, 1, 0);
    }

    int resource(String name, int servers, int setupCycles) {
        return model.resource(name, clock, servers, setupCycles);
    }

    /** A recipe of one step. */
    int recipe(int resource, int occupancyCycles, int latencyCycles) {
        RecipeBuilder recipe = model.recipe();
        recipe.step(resource, occupancyCycles, latencyCycles);
        return recipe.build();
    }

    /** A recipe of one step that holds all the resources in a configuration. */
    int path(int configuration, int occupancyCycles, int... resources) {
        RecipeBuilder recipe = model.recipe();
        recipe.step(resources, occupancyCycles, occupancyCycles, configuration);
        return recipe.build();
    }

    int delay(int cycles) {
        RecipeBuilder recipe = model.recipe();
        recipe.delay(clock, cycles);
        return recipe.build();
    }

    /** A stage of one window per image, so that the timeline tells of each. */
    int stage(String name, int recipe) {
        return model.stage(name, 1, new int[] {recipe}, 0);
    }

    int stage(String name, int windows, int recipe, int slots) {
        return model.stage(name, windows, new int[] {recipe}, slots);
    }

    /** The consumer's only window needs the producer's only window. */
    int edge(int producer, int consumer) {
        return model.edge(producer, consumer, new int[] {0}, new int[] {0}, Model.UNBOUNDED);
    }

    Timeline run(int images) {
        return Engine.run(model.build(), images, Watcher.NONE);
    }

    static List<Long> starts(Timeline timeline, int stage) {
        List<Long> starts = new ArrayList<>();
        for (int image = 0; image < timeline.images(); image++) {
            starts.add(timeline.start(stage, image));
        }
        return starts;
    }

    static List<Long> finishes(Timeline timeline, int stage) {
        List<Long> finishes = new ArrayList<>();
        for (int image = 0; image < timeline.images(); image++) {
            finishes.add(timeline.finish(stage, image));
        }
        return finishes;
    }
}
