package mho.core.engine;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs a model. One event per step: because a resource serves in order of arrival, a step reserves its resources the
 * moment it is ready, and only its completion is scheduled. {@link Model} says what happens when, and in which order.
 */
public final class Engine {
    private static final long PROGRESS_MASK = (1L << 20) - 1;

    /** Images of a run too short to repeat itself. */
    private static final int FEW = 3;

    private final Model model;
    private final Watcher watcher;
    private final Inflow inflow;
    private final Arrivals arrivals;
    private final int[] code;

    /** What is to come, if it is an image. */
    private static final long ARRIVAL = Long.MIN_VALUE;

    /** Trains move: this and the numbers behind it, of which the last given out counts. */
    private static final long CROSSING = ARRIVAL + 1;

    private static final long NEVER = Long.MAX_VALUE;

    // What is to come: completions as (job, step), the stages' first starts as the complement of the stage, and
    // arrivals.
    private final RadixHeap agenda = new RadixHeap();
    private final Servers servers;
    private final Jobs jobs;
    private final FlowControl flow;
    private final @Nullable SpanReporter teller;
    private final @Nullable Causes causes;

    private final Activity activity;
    private final Residence residence;
    private final long[][] start;
    private final long[][] finish;
    private final long[] jobsOfRecipe;
    private final @Nullable FastForward ahead;
    private final @Nullable Crossings crossings;
    private final @Nullable Clock crossingClock;
    private long crossingAt = NEVER;
    private long crossingNumber = CROSSING;
    private int come;
    private long now;
    private long events;

    private Engine(Model model, int images, Inflow inflow, Arrivals arrivals, Watcher watcher, boolean eager) {
        this(model, images, inflow, arrivals, watcher, eager, false);
    }

    private Engine(
            Model model,
            int images,
            Inflow inflow,
            Arrivals arrivals,
            Watcher watcher,
            boolean eager,
            boolean explained) {
        this.model = model;
        this.arrivals = arrivals;
        this.watcher = watcher;
        code = model.code;
        servers = new Servers(model);
        jobs = new Jobs(model);
        flow = new FlowControl(model, images);
        SpanListener spans = watcher.spans();
        teller = spans == null ? null : new SpanReporter(spans, model, servers, flow, jobs);
        causes = explained ? new Causes(model, servers, jobs) : null;
        crossings = model.relay == null ? null : new Crossings(model, servers, agenda, teller, model.relay);
        crossingClock = model.relay == null ? null : model.clocks[model.relay.clock()];
        activity = new Activity(servers, model.stages());
        residence = new Residence(model.stages());
        start = new long[model.stages()][images];
        finish = new long[model.stages()][images];
        jobsOfRecipe = new long[model.recipes()];
        boolean allCome = arrivals.by(0, 0, images) == images;
        boolean all = teller != null || watcher.seesAll() || model.relay != null || !allCome || images < FEW;
        ahead = all ? null : fastForward(inflow, eager);
        this.inflow = ahead == null ? inflow : ahead.inflow();
    }

    private FastForward fastForward(Inflow asked, boolean eager) {
        EngineState state = new EngineState(model, flow, servers, jobs, agenda, finish);
        Tallies tallies = new Tallies(flow, servers, residence, start, finish, jobsOfRecipe);
        return new FastForward(flow, state, tallies, asked, eager);
    }

    /**
     * Moves all windows of so many images through the model.
     *
     * @throws Deadlock if windows remain that can never start
     * @throws ModelSaysNo if simulated time exceeds {@link Clock#HORIZON}
     * @throws IllegalArgumentException unless there is at least one image
     */
    public static Timeline run(Model model, int images, Watcher watcher) {
        return run(model, images, Inflow.ALL, watcher);
    }

    /**
     * The same with as many images, up to {@code most}, as are wanted once the run can be seen; {@link Timeline#images} says how many
     * there were.
     */
    public static Timeline run(Model model, int most, Inflow inflow, Watcher watcher) {
        return run(model, most, inflow, Arrivals.AT_ONCE, watcher);
    }

    /**
     * The same with images that come one by one: no window of an image starts before it has come.
     *
     * @throws IllegalArgumentException if fewer come than there may be
     */
    public static Timeline run(Model model, int most, Inflow inflow, Arrivals arrivals, Watcher watcher) {
        if (most < 1) {
            throw new IllegalArgumentException(most + " images: give at least 1");
        }
        if (arrivals.images() < most) {
            throw new IllegalArgumentException(
                    most + " images, of which " + arrivals.images() + " come: give an arrival for each");
        }
        return new Engine(model, most, inflow, arrivals, watcher, false).run();
    }

    /** One image, and why it was not done earlier. */
    static CriticalPaths explained(Model model, Arrivals arrivals) {
        Engine engine = new Engine(model, 1, Inflow.ALL, arrivals, Watcher.NONE, false, true);
        Timeline timeline = engine.run();
        return new CriticalPaths(
                model, timeline, Objects.requireNonNull(engine.causes).last());
    }

    /** The same as {@link #run(Model, int, Watcher)}, with every state compared that may recur, whatever it costs. */
    static Timeline runEagerly(Model model, int images) {
        return new Engine(model, images, Inflow.ALL, Arrivals.AT_ONCE, Watcher.NONE, true).run();
    }

    private Timeline run() {
        scheduleArrivals();
        for (int stage = 0; stage < model.stages(); stage++) {
            startWindows(stage);
        }
        while (!agenda.isEmpty()) {
            long what = agenda.pop();
            if (what >= 0) {
                now = agenda.time();
                complete((int) (what >>> 32), (int) what);
            } else if (what == ARRIVAL) {
                arrive(agenda.time());
            } else if (what < Integer.MIN_VALUE) {
                cross(what);
            } else {
                now = agenda.time();
                activity.begins((int) ~what, now);
            }
        }
        for (int stage = 0; stage < model.stages(); stage++) {
            if (!flow.finished(stage)) {
                throw Deadlock.at(now, model, flow);
            }
        }
        Timeline timeline = timeline();
        if (teller != null) {
            teller.ended(timeline);
        }
        return timeline;
    }

    /** One event for all images that come at once; those that come at tick 0 are there. */
    private void scheduleArrivals() {
        int images = flow.images();
        come = arrivals.by(0, 0, images);
        flow.available(come);
        for (int image = come; image < images; ) {
            long at = arrivals.tick(image);
            agenda.push(at, ARRIVAL);
            image = arrivals.by(at, image, images);
        }
    }

    /** Images come; none does that the run, closed since, no longer has. */
    private void arrive(long at) {
        if (come >= flow.images()) {
            return;
        }
        now = at;
        come = arrivals.by(at, come, flow.images());
        flow.available(come);
        if (causes != null) {
            causes.arrives();
        }
        for (int stage = 0; stage < model.stages(); stage++) {
            startWindows(stage);
        }
    }

    private void startWindows(int stage) {
        while (flow.mayStart(stage)) {
            startWindow(stage, flow.nextImage(stage), flow.nextWindow(stage));
        }
    }

    private void startWindow(int stage, int image, int window) {
        int recipe = model.recipe(stage, window);
        int job = jobs.begin(stage, image, window, recipe, now);
        flow.start(stage);
        if (teller != null) {
            teller.buffers(model.edgesOutOf[stage], now);
        }
        residence.enters(stage, now);
        jobsOfRecipe[recipe]++;
        int base = model.recipeStart[recipe];
        int entry = base + RecipeCode.HEAD + code[base + RecipeCode.JOINS];
        int entriesEnd = entry + code[base + RecipeCode.ENTRIES];
        long firstStart = Long.MAX_VALUE;
        if (causes != null) {
            causes.opening(true);
        }
        for (; entry < entriesEnd; entry++) {
            ready(job, base + code[entry]);
            firstStart = Math.min(firstStart, servers.start());
        }
        if (causes != null) {
            causes.opening(false);
        }
        if (window == 0) {
            start[stage][image] = firstStart;
            if (image == 0) {
                agenda.push(firstStart, ~stage);
            }
        }
    }

    /** All that the step waits for is done: it reserves its resources, and its completion is scheduled. */
    private void ready(int job, int step) {
        int claim = code[step + RecipeCode.CLAIM];
        if (claim < 0) {
            begin(job, step, ~claim);
            return;
        }
        if (causes != null) {
            causes.reserves(job, claim);
        }
        long end;
        try {
            end = teller == null ? servers.serve(claim, now) : teller.serve(job, claim, now);
        } catch (BeyondTime beyond) {
            throw BeyondTime.in(model, jobs.stage(job), servers, claim);
        }
        if (causes != null) {
            causes.reserved(job, step, now, servers.start(), end);
        }
        agenda.push(end, (long) job << 32 | step);
    }

    /** A train stands at its first line. */
    private void begin(int job, int step, int claim) {
        if (crossings == null || crossingClock == null) {
            throw new IllegalStateException("a train in a model without a relay");
        }
        try {
            servers.stand(claim, now);
            if (causes != null) {
                causes.stands(job, step, now, servers.start());
            }
            wake(crossingClock.edge(crossings.enter(job, step, now)));
        } catch (BeyondTime beyond) {
            throw BeyondTime.in(model, jobs.stage(job), servers, claim);
        }
    }

    private void wake(long at) {
        if (at < crossingAt) {
            crossingAt = at;
            agenda.push(at, ++crossingNumber);
        }
    }

    /** Trains move, last of all in their tick, unless they were woken for an earlier one since. */
    private void cross(long number) {
        if (number != crossingNumber || crossings == null || crossingClock == null) {
            return;
        }
        crossingAt = NEVER;
        if (agenda.hasMoreNow()) {
            wake(agenda.time());
            return;
        }
        now = agenda.time();
        long edge = crossingClock.indexAtOrAfter(now);
        try {
            long before = events;
            events += crossings.move(edge);
            if (before >>> 20 != events >>> 20) {
                watcher.progress(events, now);
            }
            if (crossings.mayMoveAfter(edge)) {
                wake(crossingClock.edge(edge + 1));
            }
        } catch (BeyondTime beyond) {
            throw BeyondTime.in(model, jobs.stage(crossings.job()), servers, crossings.claim());
        }
    }

    private void complete(int job, int step) {
        if ((++events & PROGRESS_MASK) == 0) {
            watcher.progress(events, now);
        }
        if (causes != null) {
            causes.handsOn(job, step, now);
        }
        int next = code[step + RecipeCode.NEXT];
        if (next > 0) {
            joinOrReady(job, step + next);
        } else if (next < 0) {
            int list = step - next;
            for (int i = 1; i <= code[list]; i++) {
                joinOrReady(job, step + code[list + i]);
            }
        }
        if (code[step + RecipeCode.FREES] != 0) {
            flow.freeSlot(jobs.stage(job));
            startWindows(jobs.stage(job));
        }
        if (next == 0 && jobs.sunk(job)) {
            done(job);
        }
    }

    private void joinOrReady(int job, int step) {
        int join = code[step + RecipeCode.JOIN];
        if (join == RecipeCode.NO_JOIN || jobs.joined(job, join)) {
            ready(job, step);
        }
    }

    /** The job's last step is done: its window leaves the stage and may let others start. */
    private void done(int job) {
        int stage = jobs.stage(job);
        int image = jobs.image(job);
        residence.leaves(stage, now, jobs.began(job));
        finish[stage][image] = now;
        if (causes != null) {
            causes.done(stage);
        }
        if (code[model.recipeStart[jobs.recipe(job)] + RecipeCode.FREES_EARLY] == 0) {
            flow.freeSlot(stage);
        }
        boolean arrived = flow.done(stage, image, jobs.window(job));
        jobs.end(job);
        if (arrived) {
            if (flow.betweenImages(stage)) {
                tellInflow();
            }
            if (teller != null) {
                teller.buffers(model.edgesInto[stage], now);
                teller.buffers(model.edgesOutOf[stage], now);
            }
            for (int edge : model.edgesOutOf[stage]) {
                startWindows(model.edgeConsumer[edge]);
            }
            for (int edge : model.edgesInto[stage]) {
                startWindows(model.edgeProducer[edge]);
            }
            if (flow.finished(stage)) {
                activity.ends(stage, now);
            }
        }
        startWindows(stage);
        if (arrived && ahead != null && flow.betweenImages(stage) && ahead.movesOn(now, events)) {
            now += ahead.ticks();
            events += ahead.events();
        }
    }

    /** Before anything else starts, so that a run which is closed is the run of so many images. */
    private void tellInflow() {
        while (flow.oneMoreFinished()) {
            if (!flow.closed() && !inflow.more(flow.imagesFinished(), flow.begun(), now, events)) {
                flow.close();
            }
        }
    }

    private Timeline timeline() {
        long[] busy = servers.busyUntil(Clock.HORIZON);
        long end = Math.max(now, servers.allFree());
        int[] peakHeld = new int[model.edges()];
        for (int edge = 0; edge < peakHeld.length; edge++) {
            peakHeld[edge] = flow.peakHeld(edge);
        }
        int images = flow.images();
        return new Timeline(
                images,
                arrivals,
                end,
                events,
                ahead == null ? 0 : ahead.events(),
                first(images, start),
                first(images, finish),
                residence.inFlight(),
                residence.sojourn(),
                busy,
                activity.busy(),
                jobsOfRecipe,
                peakHeld);
    }

    private static long[][] first(int images, long[][] ofStages) {
        return ofStages.length == 0 || ofStages[0].length == images
                ? ofStages
                : Arrays.stream(ofStages)
                        .map(times -> Arrays.copyOf(times, images))
                        .toArray(long[][]::new);
    }
}
