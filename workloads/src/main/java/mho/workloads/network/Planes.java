package mho.workloads.network;

import org.jspecify.annotations.Nullable;

/**
 * Two axes counted as one direction, as a convolution over depth, height and width needs it: row d * H + h of a map is row h
 * of plane d, and a tap is one of a plane and one of a row in it. Where either falls on padding, both do.
 */
public record Planes(Axis depth, Axis rows) implements Direction {
    @Override
    public int kernel() {
        return Math.multiplyExact(depth.kernel(), rows.kernel());
    }

    @Override
    public int in() {
        return depth.in() * rows.in();
    }

    @Override
    public int out() {
        return depth.out() * rows.out();
    }

    @Override
    public int first(int o) {
        return row(depth.first(o / rows.out()), rows.first(o % rows.out()));
    }

    @Override
    public int last(int o) {
        return row(depth.last(o / rows.out()), rows.last(o % rows.out()));
    }

    @Override
    public int taps(int o) {
        return depth.taps(o / rows.out()) * rows.taps(o % rows.out());
    }

    @Override
    public int index(int o, int k) {
        return row(depth.index(o / rows.out(), k / rows.kernel()), rows.index(o % rows.out(), k % rows.kernel()));
    }

    private int row(int plane, int row) {
        return plane < 0 || row < 0 ? -1 : plane * rows.in() + row;
    }

    @Override
    public int within(int o, int... behind) {
        return depth.within(o / rows.out(), behind[0]) * rows.within(o % rows.out(), behind[1]);
    }

    @Override
    public boolean isWhole() {
        return false;
    }

    @Override
    public boolean isIdentity() {
        return depth.isIdentity() && rows.isIdentity();
    }

    /** Only what changes nothing is seen through; behind anything else everything has to be there. */
    @Override
    public @Nullable Direction through(Direction view) {
        return view.isIdentity() && view.out() == in() ? this : null;
    }

    @Override
    public @Nullable Axis single() {
        return null;
    }
}
