package mho.workloads.network;

import org.jspecify.annotations.Nullable;

/**
 * A direction the other way round: which output indices of a window's direction an input index has a part in. Gradients come back so.
 */
record Transposed(Direction of, int[] first, int[] last, int[] taps) implements Direction {

    static Transposed of(Direction of) {
        int[] first = new int[of.in()];
        int[] last = new int[of.in()];
        int[] taps = new int[of.in()];
        java.util.Arrays.fill(first, -1);
        java.util.Arrays.fill(last, -1);
        for (int o = 0; o < of.out(); o++) {
            for (int k = 0; k < of.kernel(); k++) {
                int i = of.index(o, k);
                if (i >= 0) {
                    first[i] = first[i] < 0 ? o : Math.min(first[i], o);
                    taps[i] += last[i] == o ? 0 : 1;
                    last[i] = Math.max(last[i], o);
                }
            }
        }
        return new Transposed(of, first, last, taps);
    }

    /** The most outputs that an input has a part in. */
    @Override
    public int kernel() {
        int most = 1;
        for (int i : taps) {
            most = Math.max(most, i);
        }
        return most;
    }

    @Override
    public int in() {
        return of.out();
    }

    @Override
    public int out() {
        return of.in();
    }

    @Override
    public int first(int o) {
        return first[o];
    }

    @Override
    public int last(int o) {
        return last[o];
    }

    @Override
    public int taps(int o) {
        return taps[o];
    }

    @Override
    public int index(int o, int k) {
        int seen = 0;
        for (int window = Math.max(0, first[o]); window <= last[o]; window++) {
            if (reads(window, o) && seen++ == k) {
                return window;
            }
        }
        return -1;
    }

    private boolean reads(int window, int input) {
        for (int k = 0; k < of.kernel(); k++) {
            if (of.index(window, k) == input) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int within(int o, int... behind) {
        return taps[o];
    }

    @Override
    public boolean isIdentity() {
        return of.isIdentity();
    }

    @Override
    public boolean isWhole() {
        return of.isWhole();
    }

    @Override
    public @Nullable Direction through(Direction view) {
        return null;
    }

    @Override
    public @Nullable Axis single() {
        return null;
    }
}
