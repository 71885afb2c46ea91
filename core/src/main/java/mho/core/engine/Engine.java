package mho.core.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Runs a model. One event per step: because a resource serves in order of arrival, a step reserves its resources the
 * moment it is ready, and only its completion is scheduled. {@link Model} says what happens when, and in which order.
 */
public final class Engine {
    private static final long PROGRESS_MASK = (1L << 20) - 1;

    private final Model model;
    private final Watcher watcher;
    private final Inflow inflow;
    private final int[] code;

    // What is to come: completions as (job, step), and the stages' first starts as the complement of the stage.
    private final RadixHeap agenda = new RadixHeap();
    private final Servers servers;
    private final Jobs jobs;
    private final Flow flow;
    private final @Nullable Teller teller;

    private final Activity activity;
    private final Residence residence;
    private final long[][] start;
    private final long[][] finish;
    private final long[] jobsOfRecipe;
    private long now;
    private long events;

    private Engine(Model model, int images, Inflow inflow, Watcher watcher) {
        this.model = model;
        this.inflow = inflow;
        this.watcher = watcher;
        code = model.code;
        servers = new Servers(model);
        jobs = new Jobs(model);
        flow = new Flow(model, images);
        Spans spans = watcher.spans();
        teller = spans == null ? null : new Teller(spans, model, servers, flow, jobs);
        activity = new Activity(servers, model.stages());
        residence = new Residence(model.stages());
        start = new long[model.stages()][images];
        finish = new long[model.stages()][images];
        jobsOfRecipe = new long[model.recipes()];
    }

    /**
     * Moves all windows of so many images through the model.
     *
     * @throws Stuck if windows remain that can never start
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
        if (most < 1) {
            throw new IllegalArgumentException(most + " images: give at least 1");
        }
        return new Engine(model, most, inflow, watcher).run();
    }

    private Timeline run() {
        for (int stage = 0; stage < model.stages(); stage++) {
            startWindows(stage);
        }
        while (!agenda.isEmpty()) {
            long what = agenda.pop();
            now = agenda.time();
            if (what < 0) {
                activity.begins((int) ~what, now);
            } else {
                complete((int) (what >>> 32), (int) what);
            }
        }
        for (int stage = 0; stage < model.stages(); stage++) {
            if (!flow.finished(stage)) {
                throw Stuck.at(now, model, flow);
            }
        }
        Timeline timeline = timeline();
        if (teller != null) {
            teller.ended(timeline);
        }
        return timeline;
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
        int entry = base + Code.HEAD + code[base + Code.JOINS];
        int entriesEnd = entry + code[base + Code.ENTRIES];
        long firstStart = Long.MAX_VALUE;
        for (; entry < entriesEnd; entry++) {
            ready(job, base + code[entry]);
            firstStart = Math.min(firstStart, servers.start());
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
        int claim = code[step + Code.CLAIM];
        long end;
        try {
            end = teller == null ? servers.serve(claim, now) : teller.serve(job, claim, now);
        } catch (BeyondTime beyond) {
            throw BeyondTime.in(model, jobs.stage(job), servers, claim);
        }
        agenda.push(end, (long) job << 32 | step);
    }

    private void complete(int job, int step) {
        if ((++events & PROGRESS_MASK) == 0) {
            watcher.progress(events, now);
        }
        int next = code[step + Code.NEXT];
        if (next > 0) {
            joinOrReady(job, step + next);
        } else if (next < 0) {
            int list = step - next;
            for (int i = 1; i <= code[list]; i++) {
                joinOrReady(job, step + code[list + i]);
            }
        }
        if (code[step + Code.FREES] != 0) {
            flow.freeSlot(jobs.stage(job));
            startWindows(jobs.stage(job));
        }
        if (next == 0 && jobs.sunk(job)) {
            done(job);
        }
    }

    private void joinOrReady(int job, int step) {
        int join = code[step + Code.JOIN];
        if (join == Code.NO_JOIN || jobs.joined(job, join)) {
            ready(job, step);
        }
    }

    /** The job's last step is done: its window leaves the stage and may let others start. */
    private void done(int job) {
        int stage = jobs.stage(job);
        int image = jobs.image(job);
        residence.leaves(stage, now, jobs.began(job));
        finish[stage][image] = now;
        if (code[model.recipeStart[jobs.recipe(job)] + Code.FREES_EARLY] == 0) {
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
                end,
                events,
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
