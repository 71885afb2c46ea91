package mho.periphery.device;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/** slope · ln x + offset, clipped at both ends. */
@Kind("logarithm")
public record ClippedLogarithm(
        @Doc("Factor of ln x") @Unit("1") @Range(min = Double.NEGATIVE_INFINITY) double slope,
        @Doc("Value at x = 1") @Unit("1") @Default("0") @Range(min = Double.NEGATIVE_INFINITY) double offset,
        @Doc("Smallest value") @Unit("1") @Range(min = 0) @Nullable Double min,
        @Doc("Largest value") @Unit("1") @Nullable Double max)
        implements ConductanceCurve {

    @Override
    public double at(double x) {
        double value = slope * StrictMath.log(x) + offset;
        double floored = min == null ? value : Math.max(min, value);
        return max == null ? floored : Math.min(max, floored);
    }
}
