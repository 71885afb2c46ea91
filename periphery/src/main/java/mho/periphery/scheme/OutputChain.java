package mho.periphery.scheme;

import mho.periphery.random.NormalStream;

/** What becomes of a sum of so many lines on a line of outputs: noise, the limit, the converter. */
final class OutputChain {
    private final double noise;
    private final double limit;
    private final double step;

    OutputChain(ReadPath path, int lines) {
        noise = path.outputNoise();
        limit = path.outputLimit(lines);
        step = path.outputStep(lines);
    }

    double sum(double ideal, NormalStream stream) {
        return noise == 0 ? ideal : ideal + noise * stream.normal();
    }

    boolean clips(double sum) {
        return Math.abs(sum) >= limit;
    }

    double converted(double sum) {
        double within = Math.max(-limit, Math.min(limit, sum));
        return ReadPath.nearest(within, step);
    }
}
