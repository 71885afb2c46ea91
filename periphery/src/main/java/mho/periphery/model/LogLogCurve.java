package mho.periphery.model;

/** A curve through published points, straight between neighbours on doubly logarithmic axes; exact at the points, defined only between the first and the last. */
public final class LogLogCurve {

    private final double[] x;
    private final double[] y;

    /** Points by rising x; all values positive. */
    public LogLogCurve(double[] x, double[] y) {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException("as many y as x, and at least one");
        }
        for (int i = 0; i < x.length; i++) {
            if (!(x[i] > 0) || !(y[i] > 0) || (i > 0 && x[i] <= x[i - 1])) {
                throw new IllegalArgumentException("points must be positive and rise in x");
            }
        }
        this.x = x.clone();
        this.y = y.clone();
    }

    public boolean covers(double at) {
        return at >= x[0] && at <= x[x.length - 1];
    }

    double first() {
        return x[0];
    }

    double last() {
        return x[x.length - 1];
    }

    public double at(double value) {
        if (!covers(value)) {
            throw new IllegalArgumentException(value + " lies outside " + x[0] + " to " + x[x.length - 1]);
        }
        int i = 0;
        while (x[i] < value) {
            i++;
        }
        if (x[i] == value) {
            return y[i];
        }
        double part = Math.log(value / x[i - 1]) / Math.log(x[i] / x[i - 1]);
        return y[i - 1] * Math.pow(y[i] / y[i - 1], part);
    }
}
