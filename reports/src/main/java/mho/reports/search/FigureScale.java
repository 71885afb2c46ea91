package mho.reports.search;

import java.util.Arrays;

/**
 * A scale on which figures have a mean of zero and a variance of one: of their logarithms where all have one sign.
 *
 * @param sign 1 or -1 for logarithms of figures of that sign, 0 for the figures themselves
 */
record FigureScale(int sign, double mean, double deviation) {
    static FigureScale of(double[] figures) {
        int sign = Arrays.stream(figures).allMatch(figure -> figure > 0)
                ? 1
                : Arrays.stream(figures).allMatch(figure -> figure < 0) ? -1 : 0;
        double[] on = Arrays.stream(figures).map(figure -> on(sign, figure)).toArray();
        double mean = Arrays.stream(on).average().orElse(0);
        double variance =
                Arrays.stream(on).map(f -> (f - mean) * (f - mean)).average().orElse(0);
        return new FigureScale(sign, mean, variance > 0 ? Math.sqrt(variance) : 1);
    }

    private static double on(int sign, double figure) {
        return sign == 0 ? figure : Math.log(sign * figure);
    }

    double standardised(double figure) {
        return (on(sign, figure) - mean) / deviation;
    }

    double figure(double standardised) {
        double on = mean + deviation * standardised;
        return sign == 0 ? on : sign * Math.exp(on);
    }
}
