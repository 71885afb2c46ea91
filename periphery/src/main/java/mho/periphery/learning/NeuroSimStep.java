package mho.periphery.learning;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.learning.DrawnCells.Effect;

/**
 * NeuroSim's law: each way, the weight over its window follows w(P) = B(1 − e^(−P/A)) of the pulses P given since the lowest, B = 1/(1 −
 * e^(−Pmax/A)), and a pulse goes one further (up) or one back (down) on the curve of its way. A/Pmax follows from the label of that way
 * (label 0: a straight line; negative: it bends the other way). One pulse further on such a curve is w ← B + (w − B)·e^(−1/A): a straight line in w,
 * so that n pulses are n steps of one line. Every pulse adds noise · (highest − lowest) · N(0, 1). Chen, Peng and Yu, IEEE TCAD 37:3067,
 * 2018; MLP_NeuroSim_V3.0 cc13863 (Cell.cpp, formula.cpp), which gives n pulses at once and their noise after the last, √n as large: the
 * same where noise is small against the curve.
 */
@Kind("neurosim")
public record NeuroSimStep(
        @Doc("Pulses from the lowest weight to the highest") @Unit("1") double upPulses,
        @Doc("Pulses from the highest weight to the lowest") @Unit("1") double downPulses,
        @Doc("Label of non-linearity on the way up") @Unit("1") @Range(min = -9, max = 9) double upLabel,
        @Doc("Label of non-linearity on the way down") @Unit("1") @Range(min = -9, max = 9) double downLabel,
        @Doc("Standard deviation of both labels between cells") @Unit("1") @Default("0") @Range(min = 0)
                double labelSpread,
        @Doc("Standard deviation between pulses on one cell, over the window (cycle to cycle)")
                @Unit("1")
                @Default("0")
                @Range(min = 0)
                double windowNoise,
        @Inline CellTraits cells)
        implements UpdateLaw {

    /** Further on the curve, of a weight over its window: the share of the way to B that one pulse goes, and B itself. */
    private record Curve(double share, double asymptote) {
        static Curve of(double label, double pulses, boolean up) {
            double rate = NonlinearityLabel.rate(label);
            double asymptote = rate == 0 ? Double.POSITIVE_INFINITY : -1 / StrictMath.expm1(-rate);
            return new Curve(-StrictMath.expm1((up ? -rate : rate) / pulses), asymptote);
        }

        /** Change at the lowest weight, over the window: share · B, which for a straight line is one pulse of so many. */
        double atLowest(double pulses, boolean up) {
            return Double.isInfinite(asymptote) ? (up ? 1 : -1) / pulses : share * asymptote;
        }
    }

    @Override
    public double change(boolean up, double weight) {
        double pulses = up ? upPulses : downPulses;
        Curve curve = Curve.of(up ? upLabel : downLabel, pulses, up);
        return cells.range() * (curve.atLowest(pulses, up) - curve.share() * cells.level(weight));
    }

    /** Of the pulses of each way, as if its curve were straight. */
    @Override
    public double nominalStep() {
        return cells.range() * (1 / upPulses + 1 / downPulses) / 2;
    }

    /** NeuroSim's rule: of each way's own number of pulses, as if its curve were straight. */
    @Override
    public int pulsesFor(double change) {
        double all = change < 0 ? downPulses : upPulses;
        int pulses = (int) Math.floor(Math.abs(change) / cells.range() * all + 0.5);
        return change < 0 ? -pulses : pulses;
    }

    /**
     * Where a weight of the mean cell stands in a run of pulses one way: 0 at its beginning, before the first. A scheme whose pulses grow needs
     * it, and therefore a read before it writes.
     */
    public double position(boolean up, double weight) {
        double rate = NonlinearityLabel.rate(up ? upLabel : downLabel);
        double level = Math.max(0, Math.min(1, cells.level(weight)));
        double part = rate == 0 ? level : -StrictMath.log1p(level * StrictMath.expm1(-rate)) / rate;
        return up ? part * upPulses : (1 - part) * downPulses;
    }

    @Override
    public CellPopulation population(int rows, int columns, long seed, long... place) {
        DrawnCells drawn = new DrawnCells(cells, rows, columns, seed, place);
        AffineResponse response = new AffineResponse(drawn.count(), 0, windowNoise > 0);
        way(true, drawn, response);
        way(false, drawn, response);
        return new SingleCells(this, drawn, response, nominalStep());
    }

    private void way(boolean up, DrawnCells drawn, AffineResponse response) {
        double pulses = up ? upPulses : downPulses;
        double mean = up ? upLabel : downLabel;
        float[] labels = drawn.drawn(up ? Effect.FIRST_OF_LAW : Effect.SECOND_OF_LAW, mean, labelSpread);
        Curve same = Curve.of(mean, pulses, up);
        for (int cell = 0; cell < drawn.count(); cell++) {
            if (!drawn.stuck(cell)) {
                Curve curve = labelSpread == 0 ? same : Curve.of(labels[cell], pulses, up);
                double range = (double) drawn.highest[cell] - drawn.lowest[cell];
                double atZero = curve.atLowest(pulses, up) * range + curve.share() * drawn.lowest[cell];
                response.way(
                        cell, up ? PulseResponse.UP : PulseResponse.DOWN, atZero, -curve.share(), windowNoise * range);
            }
        }
    }
}
