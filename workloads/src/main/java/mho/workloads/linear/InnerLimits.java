package mho.workloads.linear;

/**
 * When a correction is good enough.
 *
 * @param reduction part of what was left, as the method itself sees it, at which it ends
 * @param iterations at which it ends in any case
 */
public record InnerLimits(double reduction, int iterations) {
    public InnerLimits {
        if (!(reduction > 0 && reduction < 1) || iterations < 1) {
            throw new IllegalArgumentException("a correction ends below a part of 1 and after 1 iteration or more, not "
                    + reduction + ", " + iterations);
        }
    }
}
