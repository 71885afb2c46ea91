package mho.workloads.network;

/**
 * Digital work of one window. A lone multiplication counts as a MAC: it takes the same unit.
 *
 * @param activations evaluations of a nonlinear function (also exp, square root, reciprocal)
 */
public record DigitalWork(long adds, long macs, long compares, long activations) {
    public static final DigitalWork NONE = new DigitalWork(0, 0, 0, 0);

    public DigitalWork plus(DigitalWork other) {
        return new DigitalWork(
                adds + other.adds, macs + other.macs, compares + other.compares, activations + other.activations);
    }

    /** What is left of it once {@code done} is. */
    public DigitalWork minus(DigitalWork done) {
        return new DigitalWork(
                adds - done.adds, macs - done.macs, compares - done.compares, activations - done.activations);
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
