package mho.core.engine;

/**
 * Writes one recipe: the steps of a window on its way through a stage, and which waits for which. Steps without
 * predecessor start when the job does; the job is done when every step is.
 *
 * <p>Steps are numbered from 0 as they are added, and a step may only wait for steps added before it.
 */
public final class RecipeBuilder {
    /** Steps of one recipe. */
    private static final int MOST_STEPS = 1 << 22;

    /** Words of all recipes and claims, half a gigabyte. */
    private static final long MOST_WORDS = 1L << 27;

    private static final int NONE = -1;

    final ModelBuilder model;
    // One entry per step; `resourcesEnd` delimits its stretch of `resources`.
    final Ints occupancy = new Ints();
    final Ints latency = new Ints();
    final Ints configuration = new Ints();
    final Ints clock = new Ints();
    final Ints align = new Ints();
    final Ints resources = new Ints();
    final Ints resourcesEnd = new Ints();
    // One entry per arrow.
    final Ints before = new Ints();
    final Ints behind = new Ints();
    /** Of a train its units' delay is the latency; whether each step is one. */
    final Ints trains = new Ints();

    int freeing = NONE;

    RecipeBuilder(ModelBuilder model) {
        this.model = model;
    }

    /**
     * A step that holds one resource, in whatever configuration it is.
     *
     * @param occupancyCycles cycles of the resource's clock until it can take the next step
     * @param latencyCycles cycles until the result is handed on; may be less than the occupancy (cut-through) or more
     * @return the step's number
     */
    public int step(int resource, int occupancyCycles, int latencyCycles) {
        return step(new int[] {resource}, occupancyCycles, latencyCycles, NONE);
    }

    /**
     * A step that holds several resources at once, from the moment all of them are free: a circuit-switched path, say.
     * Cycles are those of the first resource's clock. Where a server was last in another configuration, or in none yet,
     * the step first takes that resource's set-up cycles; several resources set up at the same time.
     *
     * @param configuration what the resources must be set to, or -1 for a step that neither needs nor changes it
     * @return the step's number
     */
    public int step(int[] resources, int occupancyCycles, int latencyCycles, int configuration) {
        model.checkResources(resources);
        return add(model.clockOf(resources[0]), resources, occupancyCycles, latencyCycles, configuration);
    }

    /**
     * A step that holds nothing: it starts on the next edge of the clock and hands on after the given cycles.
     *
     * @return the step's number
     */
    public int delay(int clock, int latencyCycles) {
        model.checkClock(clock);
        return add(clock, new int[0], 0, latencyCycles, NONE);
    }

    /**
     * A step that is a train: so many units that cross a line, one a cycle, as {@link Relay} says. It begins at the line once all that it
     * waits for is done, and hands on, if the line is an exit, {@code delayCycles} after its last unit has crossed; if not, its units
     * {@linkplain #onwards go on}.
     *
     * @param delayCycles of a unit from one line to the next, at least {@link Relay#LEAST_DELAY}
     * @return the step's number
     */
    public int train(int line, int units, int delayCycles) {
        model.checkLine(line);
        if (units < 1 || delayCycles < Relay.LEAST_DELAY) {
            throw new IllegalArgumentException("a train of " + units + " units, a delay of " + delayCycles
                    + " cycles: give at least 1 and " + Relay.LEAST_DELAY);
        }
        int step = add(model.clockOf(line), new int[] {line}, units, delayCycles, NONE);
        trains.set(step, 1);
        return step;
    }

    /**
     * Lets the units of a train cross a further line from the lane where they are; a second time for the same train, it branches.
     *
     * @return the step's number; the train waits for nothing else
     */
    public int onwards(int train, int line) {
        checkStep(train);
        model.checkLine(line);
        if (!underWay(train)) {
            throw new IllegalArgumentException("step " + train + " is no train in a lane: nothing goes on from it");
        }
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) == train && lineOf(behind.get(i)) == line) {
                throw new IllegalArgumentException(
                        "train " + train + " goes on by " + model.resourceNames.get(line) + " twice: name it once");
            }
        }
        int step = train(line, occupancy.get(train), latency.get(train));
        trains.set(step, 2);
        before.add(train);
        behind.add(step);
        return step;
    }

    /** A train whose units are in a lane behind its line. */
    private boolean underWay(int step) {
        return trains.get(step) != 0 && !model.isExit(lineOf(step));
    }

    private int lineOf(int train) {
        return resources.get(resourcesEnd.get(train) - 1);
    }

    /** Lets {@code step} wait for {@code predecessor}; call it once for each. */
    public RecipeBuilder after(int step, int predecessor) {
        checkStep(step);
        if (trains.get(step) == 2) {
            throw new IllegalArgumentException("step " + step + " goes on from a train and waits for nothing else");
        }
        if (predecessor >= 0 && predecessor < step && underWay(predecessor)) {
            throw new IllegalArgumentException("step " + step + " after step " + predecessor
                    + ", a train under way: wait for where it leaves its lines");
        }
        if (predecessor < 0 || predecessor >= step) {
            throw new IllegalArgumentException(
                    "step " + step + " after step " + predecessor + ": a step can wait only for one added before it");
        }
        before.add(predecessor);
        behind.add(step);
        return this;
    }

    /** Lets {@code step} hand on at the first edge of {@code clock} at or after its end. */
    public RecipeBuilder align(int step, int clock) {
        checkStep(step);
        model.checkClock(clock);
        align.set(step, clock);
        return this;
    }

    /** Frees the stage's slot when {@code step} completes, rather than when the job is done. */
    public RecipeBuilder frees(int step) {
        checkStep(step);
        if (underWay(step)) {
            throw new IllegalArgumentException(
                    "step " + step + " is a train under way: where it leaves its lines may free the slot");
        }
        if (freeing != NONE && freeing != step) {
            throw new IllegalArgumentException("steps " + freeing + " and " + step + " both free the slot: name one");
        }
        freeing = step;
        return this;
    }

    /**
     * Adds the recipe to the model.
     *
     * @return the recipe's number; recipes that are equal share one
     */
    public int build() {
        if (occupancy.size() == 0) {
            throw new IllegalArgumentException("a recipe without steps: give it one, if only a delay of 0 cycles");
        }
        checkTrainsEnd();
        return new RecipeWriter(this).write();
    }

    private void checkTrainsEnd() {
        boolean[] followed = new boolean[occupancy.size()];
        for (int i = 0; i < before.size(); i++) {
            followed[before.get(i)] = true;
        }
        for (int step = 0; step < followed.length; step++) {
            if (underWay(step) && !followed[step]) {
                throw new IllegalArgumentException("train " + step + " ends in a lane: let it go on to an exit");
            }
        }
    }

    private int add(int clockOfStep, int[] held, int occupancyCycles, int latencyCycles, int configurationOrNone) {
        if (occupancyCycles < 0 || latencyCycles < 0 || configurationOrNone < NONE) {
            throw new IllegalArgumentException("a step of occupancy " + occupancyCycles + ", latency " + latencyCycles
                    + ", configuration " + configurationOrNone + ": cycles are 0 or more, configurations -1 or more");
        }
        if (occupancy.size() == MOST_STEPS
                || model.recipes.words().size() + model.claims.words().size() > MOST_WORDS) {
            throw new ModelSaysNo(
                    "what windows do, step by step, takes more room than a run has: %d steps in one, or %d words in all; they go to too many tiles: give fewer and larger tiles, or fewer copies"
                            .formatted(MOST_STEPS, MOST_WORDS));
        }
        occupancy.add(occupancyCycles);
        latency.add(latencyCycles);
        configuration.add(configurationOrNone);
        clock.add(clockOfStep);
        align.add(NONE);
        trains.add(0);
        resources.addAll(held);
        resourcesEnd.add(resources.size());
        return occupancy.size() - 1;
    }

    private void checkStep(int step) {
        if (step < 0 || step >= occupancy.size()) {
            throw new IllegalArgumentException("no step " + step + ": this recipe has " + occupancy.size());
        }
    }
}
