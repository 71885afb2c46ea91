package mho.periphery.readout;

import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What a converter does to a value besides rounding it. Errors differ from converter to converter and stay with it; columns that share a converter share them. An absent error is none.
 *
 * @param offsetError standard deviation, in least significant bits
 * @param gainError standard deviation, relative
 * @param nonlinearity standard deviation of the deviation at mid-scale, in least significant bits; it is a parabola, zero at both ends of the range
 */
public record ConverterErrors(
        @Scales(why = "where the references stand, not what a conversion does")
                @Doc(
                        "Range that is converted: full-scale (fixed by design), calibrated (found once on calibration data), or units (a code for each unit of a sum: exact until it saturates)")
                @Default("calibrated")
                RangeSource range,
        @Scales(why = "values alone follow it")
                @Doc(
                        "The part of the range that is converted; what is beyond clips. With range: full-scale a part of that, with calibrated the"
                                + " share of the columns' sums on each side of zero that calibration data may not exceed. Absent: all")
                @Unit("1")
                @Range(max = 1)
                @Nullable
                Double coverage,
        @Scales(why = "values alone follow it")
                @Doc("Offset between converters, one standard deviation in least significant bits. Absent: none")
                @Unit("1")
                @Range(min = 0)
                @Nullable
                Double offsetError,
        @Scales(why = "values alone follow it")
                @Doc("Difference of gain between converters, one standard deviation, relative. Absent: none")
                @Unit("1")
                @Range(min = 0)
                @Nullable
                Double gainError,
        @Scales(why = "values alone follow it")
                @Doc(
                        "Integral non-linearity: deviation at mid-scale between converters, one standard deviation in least"
                                + " significant bits. Absent: none")
                @Unit("1")
                @Range(min = 0)
                @Nullable
                Double nonlinearity) {

    /** A converter that only rounds. */
    public static ConverterErrors ideal(RangeSource range) {
        return new ConverterErrors(range, null, null, null, null);
    }

    /** Whether a converter only rounds and clips. */
    public boolean ideal() {
        return orNone(offsetError) == 0 && orNone(gainError) == 0 && orNone(nonlinearity) == 0;
    }

    /** The part of the full scale that is converted, where design fixes the range. */
    double partOfScale() {
        return coverage == null || range != RangeSource.FULL_SCALE ? 1 : coverage;
    }

    /** The share of the sums seen in calibration that is converted, where calibration finds the range. */
    public double shareOfSeen() {
        return coverage == null || range != RangeSource.CALIBRATED ? 1 : coverage;
    }

    static double orNone(@Nullable Double sigma) {
        return sigma == null ? 0 : sigma;
    }
}
