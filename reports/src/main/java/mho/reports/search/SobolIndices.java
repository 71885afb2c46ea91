package mho.reports.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * How much of the variance of a function of independent inputs each input has by itself (first order), and with all it does together with others
 * (total); by the estimators of Saltelli et al. 2010, table 2 (b) and (f), the latter Jansen's.
 *
 * @param first for each input
 * @param total for each input
 * @see <a href="https://doi.org/10.1016/j.cpc.2009.09.018">Saltelli et al. 2010</a>
 */
record SobolIndices(double[] first, double[] total) {

    /**
     * @param function of inputs in [0, 1), each as likely as any other
     * @param draws pairs of inputs that are drawn; the function is asked (inputs + 2) times as often
     */
    static SobolIndices of(ToDoubleFunction<double[]> function, int inputs, int draws, RandomGenerator random) {
        List<double[]> as = drawn(inputs, draws, random);
        List<double[]> bs = drawn(inputs, draws, random);
        double[] atA = as.stream().mapToDouble(function).toArray();
        double[] atB = bs.stream().mapToDouble(function).toArray();
        double mean = 0;
        for (int i = 0; i < draws; i++) {
            mean += (atA[i] + atB[i]) / (2 * draws);
        }
        double variance = 0;
        for (int i = 0; i < draws; i++) {
            variance += ((atA[i] - mean) * (atA[i] - mean) + (atB[i] - mean) * (atB[i] - mean)) / (2 * draws);
        }
        double[] first = new double[inputs];
        double[] total = new double[inputs];
        for (int input = 0; input < inputs; input++) {
            for (int i = 0; i < draws; i++) {
                double[] mixed = as.get(i).clone();
                mixed[input] = bs.get(i)[input];
                double at = function.applyAsDouble(mixed);
                first[input] += (atB[i] - mean) * (at - atA[i]) / draws;
                total[input] += (atA[i] - at) * (atA[i] - at) / (2.0 * draws);
            }
            first[input] = part(first[input], variance);
            total[input] = part(total[input], variance);
        }
        return new SobolIndices(first, total);
    }

    /** Estimates may leave [0, 1] by their error. */
    private static double part(double of, double variance) {
        return variance > 0 ? Math.max(0, Math.min(1, of / variance)) : 0;
    }

    private static List<double[]> drawn(int inputs, int draws, RandomGenerator random) {
        List<double[]> drawn = new ArrayList<>();
        for (int i = 0; i < draws; i++) {
            drawn.add(random.doubles(inputs).toArray());
        }
        return drawn;
    }
}
