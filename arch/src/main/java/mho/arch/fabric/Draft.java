package mho.arch.fabric;

import java.util.BitSet;
import mho.core.cost.Action;
import mho.core.cost.ActionIndex;
import mho.core.cost.Counts;
import mho.core.engine.ModelBuilder;
import mho.core.engine.RecipeBuilder;

/** One window's recipe while it is written: its steps for the engine and, beside them, its actions for the ledger. */
public final class Draft {
    /** Stands for "after nothing": the step begins the recipe. */
    public static final int START = -1;

    private final RecipeBuilder recipe;
    private final Counts counts;
    private final BitSet resources = new BitSet();
    private int built = -1;

    /** @param actions numbers of actions, shared by recipes that are added up */
    public Draft(ModelBuilder model, ActionIndex actions) {
        recipe = model.recipe();
        counts = new Counts(actions);
    }

    /** A step on one resource. */
    public int step(int after, int resource, int occupancyCycles, int latencyCycles) {
        resources.set(resource);
        int step = recipe.step(resource, occupancyCycles, latencyCycles);
        return after(step, after);
    }

    /** A step that holds several resources at once, set up for the given configuration. */
    public int path(int after, int[] held, int cycles, int latencyCycles, int configuration) {
        for (int resource : held) {
            resources.set(resource);
        }
        return after(recipe.step(held, cycles, latencyCycles, configuration), after);
    }

    /** A train of so many units over a line, each on its way for so many cycles. */
    public int train(int after, int line, int units, int delayCycles) {
        resources.set(line);
        return after(recipe.train(line, units, delayCycles), after);
    }

    /** The train's units over a further line. */
    public int onwards(int train, int line) {
        resources.set(line);
        return recipe.onwards(train, line);
    }

    /** A step that holds nothing but takes time. */
    public int delay(int after, int clock, int cycles) {
        return after(recipe.delay(clock, cycles), after);
    }

    /** Lets {@code step} also wait for {@code predecessor}. */
    public int after(int step, int predecessor) {
        if (predecessor != START) {
            recipe.after(step, predecessor);
        }
        return step;
    }

    public int align(int step, int clock) {
        recipe.align(step, clock);
        return step;
    }

    /** The window's slot is free for the next one once this step is done. */
    public void frees(int step) {
        recipe.frees(step);
    }

    public void act(Action action, double amount) {
        counts.add(action, amount);
    }

    /** What one window does. */
    public Counts counts() {
        return counts;
    }

    /** Resources that the recipe uses. */
    public BitSet resources() {
        return resources;
    }

    /** Finishes the recipe. */
    public void build() {
        built = recipe.build();
    }

    /** Number of the finished recipe. */
    public int recipe() {
        return built;
    }
}
