package mho.core.engine;

import java.util.Arrays;

/**
 * Trains under way, each over one line, as stretches of one array that are reused. A train is the branch of another, whose units it
 * takes from the lane they lie in, or begins at its line.
 */
final class Trains {
    static final int NONE = -1;

    static final int JOB = 0;
    static final int STEP = 1;
    static final int LINE = 2;
    /** Units of the train, and how many of them have crossed the line. */
    static final int UNITS = 3;

    static final int CROSSED = 4;
    /** Units that all branches have taken from the lane. */
    static final int TAKEN = 5;
    /** The lane at the line's far end, once it has one. */
    static final int LANE = 6;
    /** The lane its units come from, or {@link #NONE} where the train begins. */
    static final int FROM = 7;
    /** The first of its branches, and the next of those it is one of. */
    static final int BRANCH = 8;

    static final int SIBLING = 9;
    /** The train behind it in the lane; of a stretch that is free, the next free one. */
    static final int BEHIND = 10;
    /** The train behind it in the queue of the line they begin at. */
    static final int NEXT = 11;
    /** Who still asks for it: the train it is a branch of, and the lane it is in. */
    private static final int NEEDED = 12;

    static final int WORDS = 13;

    private int[] words = new int[WORDS * 64];
    private int used;
    private int free = NONE;

    int begin(int job, int step, int line, int units, int from) {
        int train = free;
        if (train == NONE) {
            train = used;
            used += WORDS;
            if (used > words.length) {
                words = Arrays.copyOf(words, Ints.grown(used));
            }
        } else {
            free = words[train + BEHIND];
        }
        words[train + JOB] = job;
        words[train + STEP] = step;
        words[train + LINE] = line;
        words[train + UNITS] = units;
        words[train + CROSSED] = 0;
        words[train + TAKEN] = 0;
        words[train + LANE] = NONE;
        words[train + FROM] = from;
        words[train + BRANCH] = NONE;
        words[train + SIBLING] = NONE;
        words[train + BEHIND] = NONE;
        words[train + NEXT] = NONE;
        words[train + NEEDED] = from == NONE ? 1 : 2;
        return train;
    }

    int get(int train, int word) {
        return words[train + word];
    }

    void set(int train, int word, int value) {
        words[train + word] = value;
    }

    void branch(int train, int branch) {
        words[branch + SIBLING] = words[train + BRANCH];
        words[train + BRANCH] = branch;
    }

    boolean begun(int train) {
        return words[train + CROSSED] > 0;
    }

    /** One more unit crosses; returns whether it was the last. */
    boolean cross(int train) {
        return ++words[train + CROSSED] == words[train + UNITS];
    }

    /** Units that every branch of the train has taken. */
    int takenByAll(int train) {
        int least = words[train + UNITS];
        for (int branch = words[train + BRANCH]; branch != NONE; branch = words[branch + SIBLING]) {
            least = Math.min(least, words[branch + CROSSED]);
        }
        return least;
    }

    /** One of those who ask for the train no longer does; the last gives its stretch back. */
    void leave(int train) {
        if (--words[train + NEEDED] == 0) {
            words[train + BEHIND] = free;
            free = train;
        }
    }

    /** All branches have all units: the train is done with them. */
    void leaveBranches(int train) {
        for (int branch = words[train + BRANCH]; branch != NONE; ) {
            int next = words[branch + SIBLING];
            leave(branch);
            branch = next;
        }
    }
}
