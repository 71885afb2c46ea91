package mho.periphery.neuron;

/**
 * A function of straight pieces: at each breakpoint a comparator turns on a further slope.
 *
 * <p>A comparator of finite gain turns it on gradually over a width 2w around its breakpoint, as a line from none to all of it; so the corner becomes the parabola (u + w)^2 / 4w, off by w / 4 at most.
 */
final class PiecewiseResponse implements NeuronResponse {

    private final double[] at;
    private final double[] turn;
    private final double rest;
    private final double width;

    /**
     * @param pieces between the outermost breakpoints
     * @param width half the range over which a comparator switches; 0 for one of infinite gain
     */
    PiecewiseResponse(NeuronFunction curve, int pieces, double width) {
        this.at = Breakpoints.of(curve, pieces);
        this.turn = new double[at.length];
        this.rest = curve.of(at[0]);
        this.width = width;
        double slope = 0;
        for (int i = 0; i < at.length; i++) {
            double next = slopeAfter(curve, i);
            turn[i] = next - slope;
            slope = next;
        }
    }

    private double slopeAfter(NeuronFunction curve, int i) {
        if (curve == NeuronFunction.RELU) {
            return 1;
        }
        return i + 1 == at.length ? 0 : (curve.of(at[i + 1]) - curve.of(at[i])) / (at[i + 1] - at[i]);
    }

    @Override
    public void apply(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = (float) of(values[i]);
        }
    }

    double of(double x) {
        double y = rest;
        for (int i = 0; i < at.length; i++) {
            y += turn[i] * corner(x - at[i]);
        }
        return y;
    }

    private double corner(double u) {
        if (Math.abs(u) < width) {
            return (u + width) * (u + width) / (4 * width);
        }
        return Math.max(u, 0);
    }
}
