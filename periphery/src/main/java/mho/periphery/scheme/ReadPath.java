package mho.periphery.scheme;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/**
 * How an array is read one way while it learns: y = α · f_out(Σ w · f_in(x/α) + noise · N(0, 1)). f_in limits to the input bound and rounds to
 * the nearest of 2^bits − 1 values from one bound to the other (of two as near, the larger), f_out likewise. α = 1, or the largest |x| of a vector (noise management
 * {@code abs-max}); where an output comes to its bound and bound management is {@code iterative}, α is doubled and the vector read again,
 * until none does, the input can no longer be told from zero, or α has grown by {@code most-rescaling}. Each repeat is a read in full.
 * Bounds and noise are in composed weights times inputs. IBM aihwkit 4545f11 (IOParameters), whose figures are 7 and 9 bits, an output bound
 * of 12 and noise of 0.06; what is absent here is ideal.
 */
public record ReadPath(
        @Doc("Bits of an input, its sign included; any value when absent")
                @Unit("1")
                @Range(min = 2, max = 24)
                @Nullable
                Integer inputBits,
        @Doc("Largest input, either sign; none when absent and bits are absent, else 1") @Unit("1") @Nullable
                Double inputBound,
        @Doc("Bits of an output, its sign included; any value when absent")
                @Unit("1")
                @Range(min = 2, max = 24)
                @Nullable
                Integer outputBits,
        @Doc("Largest output, either sign; none when absent") @Unit("1") @Nullable Double outputBound,
        @Doc("What the bound is of: of every output alike, or for each line that inputs come by") @Default("output")
                BoundOf boundOf,
        @Doc("Standard deviation of an output, before it is converted") @Unit("1") @Default("0") @Range(min = 0)
                double outputNoise,
        @Doc("What inputs are divided by") @Default("none") NoiseManagement noiseManagement,
        @Doc("What happens where an output comes to its bound") @Default("none") BoundManagement boundManagement,
        @Doc("Most by which iterative bound management divides inputs") @Unit("1") @Default("1000") @Range(min = 1)
                double mostRescaling) {

    /** What the largest output is stated of. */
    public enum BoundOf {
        /** Of every output, however many lines add up in it. */
        OUTPUT,
        /** Of each of its lines: a bound of 1 holds whatever inputs of 1 and weights of 1 can add up to, and steps grow with arrays. */
        LINE
    }

    /** What inputs of a vector are divided by before they are converted, and outputs multiplied with after. */
    public enum NoiseManagement {
        /** By nothing: small vectors drown. */
        NONE,
        /** By the largest of the vector; a vector of zeros is not read. */
        ABS_MAX
    }

    /** What happens to a vector of which an output comes to its bound. */
    public enum BoundManagement {
        /** Outputs stay at the bound. */
        NONE,
        /** Read again with inputs of half the size. */
        ITERATIVE
    }

    /** Without any error. */
    public static final ReadPath IDEAL =
            new ReadPath(null, null, null, null, BoundOf.OUTPUT, 0, NoiseManagement.NONE, BoundManagement.NONE, 1000);

    public ReadPath {
        if (outputBits != null && outputBound == null) {
            throw new IllegalArgumentException(
                    "output bits divide the range to a bound: state output-bound as well, 12 say");
        }
        if (boundManagement == BoundManagement.ITERATIVE && outputBound == null) {
            throw new IllegalArgumentException("bound-management needs an output-bound, 12 say");
        }
    }

    double inputLimit() {
        return inputBound != null ? inputBound : inputBits != null ? 1 : Double.POSITIVE_INFINITY;
    }

    /** Of outputs in which so many lines add up. */
    double outputLimit(int lines) {
        return outputBound == null ? Double.POSITIVE_INFINITY : outputBound * (boundOf == BoundOf.LINE ? lines : 1);
    }

    /** Between neighbouring inputs; 0 where all can be told apart. */
    double inputStep() {
        return step(inputBits, inputLimit());
    }

    double outputStep(int lines) {
        return step(outputBits, outputLimit(lines));
    }

    /** The nearest multiple of a step, of two that are as near the one farther from zero; any value where the step is 0. */
    static double nearest(double value, double step) {
        return step == 0 ? value : Math.copySign(Math.floor(Math.abs(value) / step + 0.5) * step, value);
    }

    private static double step(@Nullable Integer bits, double limit) {
        return bits == null ? 0 : 2 * limit / ((1 << bits) - 2);
    }
}
