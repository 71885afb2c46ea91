package mho.periphery.device;

import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/** factor · x^exponent, at most {@code max}. */
@Kind("power")
public record CappedPower(
        @Doc("Value at x = 1") @Unit("1") double factor,
        @Doc("Exponent of x") @Unit("1") @Range(min = Double.NEGATIVE_INFINITY) double exponent,
        @Doc("Largest value") @Unit("1") @Nullable Double max)
        implements ConductanceCurve {

    @Override
    public double at(double x) {
        double value = factor * StrictMath.pow(x, exponent);
        return max == null ? value : Math.min(max, value);
    }
}
