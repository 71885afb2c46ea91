package mho.core.engine;

import java.util.Arrays;

/**
 * The windows in flight. A job is a stretch of one array: who it is, when it began, how many of its last steps are still
 * to come, and a counter for each step that waits for several. Its identity is where the stretch begins; stretches are
 * reused by later jobs with as many counters.
 */
final class Jobs {
    private static final int STAGE = 0;
    private static final int RECIPE = 1;
    private static final int SINKS_LEFT = 2;
    private static final int IMAGE = 3;
    private static final int WINDOW = 4;
    private static final int BEGAN_LOW = 5;
    private static final int BEGAN_HIGH = 6;
    private static final int COUNTERS = 7;
    private static final int NONE = -1;

    private final int[] code;
    private final int[] recipeStart;
    private int[] words = new int[1024];
    private int used;
    // Head of the list of free stretches by number of counters, linked through STAGE.
    private int[] free = new int[0];

    Jobs(Model model) {
        this.code = model.code;
        this.recipeStart = model.recipeStart;
    }

    int begin(int stage, int image, int window, int recipe, long now) {
        int base = recipeStart[recipe];
        int joins = code[base + RecipeCode.JOINS];
        int job = take(joins);
        words[job + STAGE] = stage;
        words[job + RECIPE] = recipe;
        words[job + SINKS_LEFT] = code[base + RecipeCode.SINKS];
        words[job + IMAGE] = image;
        words[job + WINDOW] = window;
        began(job, now);
        for (int i = 0; i < joins; i++) {
            words[job + COUNTERS + i] = code[base + RecipeCode.HEAD + i];
        }
        return job;
    }

    /** One of the steps that {@code join} waits for is done; was it the last? */
    boolean joined(int job, int join) {
        return --words[job + COUNTERS + join] == 0;
    }

    /** One of the job's last steps is done; is the job? */
    boolean sunk(int job) {
        return --words[job + SINKS_LEFT] == 0;
    }

    void end(int job) {
        int joins = joins(job);
        words[job + STAGE] = free[joins];
        free[joins] = job;
    }

    int stage(int job) {
        return words[job + STAGE];
    }

    int recipe(int job) {
        return words[job + RECIPE];
    }

    int image(int job) {
        return words[job + IMAGE];
    }

    int window(int job) {
        return words[job + WINDOW];
    }

    long began(int job) {
        return (words[job + BEGAN_LOW] & 0xFFFFFFFFL) | ((long) words[job + BEGAN_HIGH] << 32);
    }

    /** Places below which all jobs lie. */
    int room() {
        return used;
    }

    /** Who the job is, how old, and what it still waits for, relative to now and to the images finished. */
    void write(StateWords to, int job, int finished, long now) {
        to.add(words[job + STAGE]);
        to.add(words[job + IMAGE] - finished);
        to.add(words[job + WINDOW]);
        to.add(now - began(job));
        to.add(words[job + SINKS_LEFT]);
        for (int i = 0; i < joins(job); i++) {
            to.add(words[job + COUNTERS + i]);
        }
    }

    /** Makes all jobs those of windows so many images further that began so much later; free stretches do not mind. */
    void moveOn(int images, long ticks) {
        for (int job = 0; job < used; job += COUNTERS + joins(job)) {
            words[job + IMAGE] += images;
            began(job, began(job) + ticks);
        }
    }

    private int joins(int job) {
        return code[recipeStart[words[job + RECIPE]] + RecipeCode.JOINS];
    }

    private void began(int job, long at) {
        words[job + BEGAN_LOW] = (int) at;
        words[job + BEGAN_HIGH] = (int) (at >>> 32);
    }

    private int take(int joins) {
        if (joins >= free.length) {
            int known = free.length;
            free = Arrays.copyOf(free, joins + 1);
            Arrays.fill(free, known, free.length, NONE);
        }
        int job = free[joins];
        if (job != NONE) {
            free[joins] = words[job + STAGE];
            return job;
        }
        job = used;
        while (words.length - used < COUNTERS + joins) {
            words = Arrays.copyOf(words, Ints.grown(words.length));
        }
        used += COUNTERS + joins;
        return job;
    }
}
