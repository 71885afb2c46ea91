package mho.arch.cut;

/**
 * Where a layer's values are converted: those that come in as codes become voltages at its rows, sums that go out as codes are read by
 * converters. What stays a voltage from one layer to the next has neither.
 *
 * @param in whether its inputs are codes
 * @param out whether its outputs become codes
 */
public record Rim(boolean in, boolean out) {
    /** A layer between two buffers. */
    public static final Rim BOTH = new Rim(true, true);
}
