package mho.workloads.ising;

/**
 * Temperatures of sweeps, in units of the energy: from the first to the last by equal factors (Kirkpatrick, Gelatt and Vecchi, Science
 * 220, 1983). Equal ends keep one temperature.
 *
 * @param first of the first sweep, above 0
 * @param last of the last one, above 0
 */
public record CoolingSchedule(double first, double last, int sweeps) {
    public CoolingSchedule {
        if (!(first > 0 && last > 0 && first < Double.POSITIVE_INFINITY && last < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "temperatures are positive: give two of them, not " + first + ", " + last);
        }
        if (sweeps < 1) {
            throw new IllegalArgumentException("at least 1 sweep has to be made, not " + sweeps);
        }
    }

    /** The temperature of a sweep, counted from 0. */
    public double of(int sweep) {
        return sweeps == 1 ? first : first * StrictMath.pow(last / first, (double) sweep / (sweeps - 1));
    }
}
