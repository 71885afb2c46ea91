package mho.arch.cut;

/**
 * Where a layer's values are converted: those that come in as codes become voltages at its rows, sums that go out as codes are read by
 * converters. What stays a voltage from one layer to the next has neither.
 *
 * @param in whether its inputs are codes
 * @param out whether its outputs become codes
 * @param bent whether a circuit bends its sums before they become codes, so that codes are those of its activation
 */
public record Rim(boolean in, boolean out, boolean bent) {
    /** A layer between two buffers. */
    public static final Rim BOTH = new Rim(true, true, false);
}
