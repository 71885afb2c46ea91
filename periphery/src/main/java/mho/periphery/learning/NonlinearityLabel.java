package mho.periphery.learning;

/**
 * NeuroSim's label of non-linearity, and the exponential it stands for: conductance over the window goes with the pulse's place x = P/Pmax
 * as (1 − e^(−x/a))/(1 − e^(−1/a)). The label says by how much that leaves the diagonal: its largest distance above it is 0.07·√2·|label|.
 * NeuroSim has a table of 900 labels (MLP_NeuroSim_V3.0 cc13863, formula.cpp), which obeys this within what it prints.
 */
final class NonlinearityLabel {

    /** The distance of a label of 1: 7 % along the normal of the diagonal. */
    private static final double DISTANCE = 0.07 * Math.sqrt(2);

    /** The largest label of NeuroSim's table. */
    static final double LARGEST = 9;

    private NonlinearityLabel() {}

    /** 1/a, with the sign of the label; 0 for none, where the curve is the diagonal. */
    static double rate(double label) {
        double distance = DISTANCE * Math.min(Math.abs(label), LARGEST);
        // The distance grows from k/8 at small rates k, ever more slowly: Newton's steps come from below and never pass
        // the solution.
        double rate = 8 * distance;
        if (rate < 1e-3) {
            return Math.copySign(rate, label);
        }
        double before = 0;
        for (int i = 0; i < 100 && rate > before; i++) {
            before = rate;
            rate += (distance - distance(rate)) / growth(rate);
        }
        return Math.copySign(rate, label);
    }

    /** Largest distance of the curve above the diagonal: the derivative is 0 at x = ln(k/E)/k, E = 1 − e^−k. */
    private static double distance(double k) {
        double e = -StrictMath.expm1(-k);
        return 1 / e - 1 / k + StrictMath.log(e / k) / k;
    }

    private static double growth(double k) {
        double e = -StrictMath.expm1(-k);
        double tail = 1 - e;
        return (tail / k - tail / e) / e - StrictMath.log(e / k) / (k * k);
    }
}
