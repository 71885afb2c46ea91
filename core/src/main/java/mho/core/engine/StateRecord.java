package mho.core.engine;

import java.util.Arrays;

/** A state that is kept, and then compared with others word by word. */
final class StateRecord implements StateWords {
    private long[] words = new long[64];
    private int size;
    private boolean comparing;
    private int at;
    private boolean same;

    /** What is added from now on is kept, and all before it forgotten. */
    void keep() {
        size = 0;
        comparing = false;
    }

    /** What is added from now on is compared with what is kept. */
    void compare() {
        at = 0;
        comparing = true;
        same = true;
    }

    @Override
    public void add(long word) {
        if (comparing) {
            same = same && at < size && words[at] == word;
            at++;
        } else {
            if (size == words.length) {
                words = Arrays.copyOf(words, Ints.grown(size));
            }
            words[size++] = word;
        }
    }

    /** Whether what was added so far begins what is kept; true of what is itself being kept. */
    boolean sameSoFar() {
        return !comparing || same;
    }

    /** Whether all of what is kept was added again, and no more. */
    boolean sameAsKept() {
        return same && at == size;
    }
}
