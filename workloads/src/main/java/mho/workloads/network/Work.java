package mho.workloads.network;

/**
 * Digital work of one window. A lone multiplication counts as a MAC: it takes the same unit.
 *
 * @param activations evaluations of a nonlinear function (also exp, square root, reciprocal)
 */
public record Work(long adds, long macs, long compares, long activations) {
    public static final Work NONE = new Work(0, 0, 0, 0);

    public Work plus(Work other) {
        return new Work(
                adds + other.adds, macs + other.macs, compares + other.compares, activations + other.activations);
    }

    /** What is left of it once {@code done} is. */
    public Work minus(Work done) {
        return new Work(adds - done.adds, macs - done.macs, compares - done.compares, activations - done.activations);
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
