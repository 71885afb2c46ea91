package mho.core.cost;

/** How a stated figure follows a parameter it was stated with, once that parameter is changed. */
public enum ScalingLaw {
    /** It does not. */
    SAME,
    LINEAR,
    SQUARE,
    ROOT,
    /** By no law that has a source, and not by much: it stays, and says what it was stated for. */
    NOTED,
    /** By no law that has a source: the figure is refused until it is stated again. */
    RESTATE;

    /** The factor on the figure; for {@link #RESTATE} there is none. */
    public double factor(double stated, double now) {
        double ratio = now / stated;
        return switch (this) {
            case SAME, NOTED -> 1;
            case LINEAR -> ratio;
            case SQUARE -> ratio * ratio;
            case ROOT -> Math.sqrt(ratio);
            case RESTATE -> throw new IllegalStateException("a figure that must be stated again has no factor");
        };
    }
}
