package mho.arch.cut;

/** A stretch of a layer's channels, as fractions of all of them. */
public record Interval(double from, double to) {
    public static final Interval ALL = new Interval(0, 1);
    public static final Interval NONE = new Interval(0, 0);
    private static final double GRAIN = 1e-9;

    public double length() {
        return Math.max(0, to - from);
    }

    public boolean isEmpty() {
        return length() < GRAIN;
    }

    /** The smallest stretch that covers both. */
    public Interval hull(Interval other) {
        if (isEmpty()) {
            return other;
        }
        return other.isEmpty() ? this : new Interval(Math.min(from, other.from), Math.max(to, other.to));
    }

    public Interval meet(Interval other) {
        double low = Math.max(from, other.from);
        double high = Math.min(to, other.to);
        return high - low < GRAIN ? NONE : new Interval(low, high);
    }

    /** Whole channels of so many. */
    public int of(int channels) {
        return (int) Math.ceil(length() * channels - GRAIN * channels);
    }
}
