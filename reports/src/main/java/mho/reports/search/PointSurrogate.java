package mho.reports.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mho.reports.sweep.Knob;

/**
 * A figure of all designs, told from those that were computed: a Gaussian process whose correlation is a product over the knobs, Matérn with 3/2
 * of how far they are turned, and of choices one number for any two that differ. How far a knob reaches is what predicts best the points that are
 * left out one by one (Rasmussen and Williams 2006, eq. 4.17 and 5.12).
 *
 * @see <a href="https://gaussianprocess.org/gpml/">Rasmussen and Williams 2006, Gaussian Processes for Machine Learning</a>
 */
final class PointSurrogate {
    /** More points are not taken, as they are inverted together. */
    private static final int MOST_POINTS = 160;

    private static final double[] REACHES = {0.1, 0.3, 1, 3, 10};
    private static final int ROUNDS = 2;

    /** Of the variance, so that points that stand close together can be inverted. */
    private static final double NUGGET = 1e-6;

    private final List<Knob> knobs;
    private final double[][] places;
    private final FigureScale scale;
    private final double[] figures;
    private final double[] reaches;
    private double[] weights = {};
    private double left = Double.POSITIVE_INFINITY;

    private PointSurrogate(List<Knob> knobs, double[][] places, double[] figures, double[] reaches) {
        this.knobs = knobs;
        this.places = places;
        this.scale = FigureScale.of(figures);
        this.figures = Arrays.stream(figures).map(scale::standardised).toArray();
        this.reaches = reaches;
    }

    /** @param figures of the places */
    static PointSurrogate of(List<Knob> knobs, List<double[]> places, double[] figures) {
        double[] reaches = new double[knobs.size()];
        Arrays.fill(reaches, 1);
        PointSurrogate surrogate = of(knobs, places, figures, reaches);
        for (int round = 0; round < ROUNDS; round++) {
            surrogate.fit();
        }
        return surrogate;
    }

    /** The same of more points, from which knobs reach about as far. */
    PointSurrogate with(List<double[]> more, double[] of) {
        PointSurrogate surrogate = of(knobs, more, of, reaches.clone());
        surrogate.fit();
        return surrogate;
    }

    private static PointSurrogate of(List<Knob> knobs, List<double[]> places, double[] figures, double[] reaches) {
        int[] taken = evenly(places.size());
        double[][] some = Arrays.stream(taken).mapToObj(places::get).toArray(double[][]::new);
        double[] own = Arrays.stream(taken).mapToDouble(i -> figures[i]).toArray();
        return new PointSurrogate(knobs, some, own, reaches);
    }

    private static int[] evenly(int points) {
        int taken = Math.min(points, MOST_POINTS);
        return IntStream.range(0, taken)
                .map(i -> (int) ((long) i * points / taken))
                .toArray();
    }

    /** One knob after the other. */
    private void fit() {
        for (int knob = 0; knob < reaches.length; knob++) {
            double best = reaches[knob];
            for (double reach : REACHES) {
                reaches[knob] = reach;
                best = tried() ? reach : best;
            }
            reaches[knob] = best;
        }
    }

    /** Whether these reaches predict better than any before; kept if so. */
    private boolean tried() {
        double[][] inverse = SymmetricInverse.of(correlations());
        double[] solved = new double[figures.length];
        double error = 0;
        for (int i = 0; i < solved.length; i++) {
            for (int j = 0; j < solved.length; j++) {
                solved[i] += inverse[i][j] * figures[j];
            }
            double out = solved[i] / inverse[i][i];
            error += out * out / solved.length;
        }
        if (!(error < left)) {
            return false;
        }
        left = error;
        weights = solved;
        return true;
    }

    private double[][] correlations() {
        double[][] all = new double[places.length][places.length];
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j <= i; j++) {
                all[i][j] = correlation(places[i], places[j]) + (i == j ? NUGGET : 0);
                all[j][i] = all[i][j];
            }
        }
        return all;
    }

    private double correlation(double[] one, double[] other) {
        double product = 1;
        for (int i = 0; i < one.length; i++) {
            double apart = Math.abs(one[i] - other[i]);
            if (apart > 0) {
                double far = Math.sqrt(3) * (knobs.get(i).ordered() ? apart : 1) / reaches[i];
                product *= (1 + far) * Math.exp(-far);
            }
        }
        return product;
    }

    /** At any place, on a scale on which the points have a variance of one. */
    double standardised(double[] place) {
        double figure = 0;
        for (int i = 0; i < weights.length; i++) {
            figure += weights[i] * correlation(places[i], place);
        }
        return figure;
    }

    /** At any place. */
    double at(double[] place) {
        return scale.figure(standardised(place));
    }

    /** Part of the points' variance that is told right of points left out. */
    double explained() {
        return Math.max(0, 1 - left);
    }
}
