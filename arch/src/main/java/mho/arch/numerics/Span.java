package mho.arch.numerics;

/** Values that were seen; zero is always among them. */
record Span(float low, float high) {
    static final Span NOTHING = new Span(0, 0);

    static Span of(float[] values, int count) {
        float low = 0;
        float high = 0;
        for (int i = 0; i < count; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        return new Span(low, high);
    }

    Span and(Span other) {
        return new Span(Math.min(low, other.low), Math.max(high, other.high));
    }

    Span times(float factor) {
        return new Span(low * factor, high * factor);
    }

    boolean negative() {
        return low < 0;
    }

    float magnitude() {
        return Math.max(-low, high);
    }
}
