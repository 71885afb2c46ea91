package mho.arch.numerics;

import java.util.Objects;
import java.util.random.RandomGenerator;
import mho.periphery.array.Product;
import mho.periphery.driver.Side;
import org.jspecify.annotations.Nullable;

/** One thread's place of work: room for intermediate values, the counts of the layer at hand, its random numbers. */
final class Worker {
    private final Product product = Product.best();
    private float[] codes = {};
    private float[] row = {};
    private float[] own = {};
    private float[] digits = {};
    private float[] read = {};
    private double[] sums = {};
    private Tally tally = new Tally();
    private @Nullable Span observed;
    private @Nullable RandomGenerator random;

    /** Counts into this tally from now on, and draws from these numbers. */
    void begin(Tally counts, RandomGenerator numbers) {
        tally = counts;
        random = numbers;
    }

    /** Sees the sums of columns from now on instead of converting them. */
    void observe() {
        observed = Span.NOTHING;
    }

    Span observed() {
        return Objects.requireNonNull(observed);
    }

    Tally tally() {
        return tally;
    }

    float[] codes(int size) {
        codes = codes.length < size ? new float[size] : codes;
        return codes;
    }

    float[] row(int size) {
        row = row.length < size ? new float[size] : row;
        return row;
    }

    float[] own(int size) {
        own = own.length < size ? new float[size] : own;
        return own;
    }

    float[] digits(int size) {
        digits = digits.length < size ? new float[size] : digits;
        return digits;
    }

    float[] read(int size) {
        read = read.length < size ? new float[size] : read;
        return read;
    }

    /** Zeros. */
    double[] sums(int size) {
        if (sums.length < size) {
            sums = new double[size];
        } else {
            java.util.Arrays.fill(sums, 0, size, 0);
        }
        return sums;
    }

    /** Counts what drivers do and cells conduct. */
    void drive(Crossbar crossbar, float[] driven, int vectors, double largest, int phases) {
        float[] conductance = crossbar.cells().rowConductance();
        int rows = crossbar.rows;
        double sum = 0;
        double conducted = 0;
        long pulses = 0;
        for (int v = 0; v < vectors; v++) {
            float sumOfVector = 0;
            float conductedByVector = 0;
            int pulsesOfVector = 0;
            for (int r = 0; r < rows; r++) {
                float digit = Math.abs(driven[v * rows + r]);
                sumOfVector += digit;
                conductedByVector += digit * conductance[r];
                pulsesOfVector += digit > 0 ? 1 : 0;
            }
            sum += sumOfVector;
            conducted += conductedByVector;
            pulses += pulsesOfVector;
        }
        tally.rowPhases += (long) vectors * rows * phases;
        tally.pulses += pulses * phases;
        tally.digits += phases * sum / largest;
        tally.conducted += phases * conducted / largest;
    }

    /** Sums of the columns, with the noise of reading. */
    void multiply(Crossbar crossbar, Side side, float[] driven, int vectors, float[] sums) {
        int count = crossbar.columns.count();
        product.multiply(driven, vectors, crossbar.rows, crossbar.cells().of(side), count, sums);
        ReadNoise noise = crossbar.cells().noise();
        if (noise != null) {
            noise.add(driven, vectors, crossbar.rows, sums, count, product, Objects.requireNonNull(random));
        }
    }

    /** What is left of the sums behind integrators and converters. */
    void convert(Crossbar crossbar, float[] sums, int vectors) {
        if (observed != null) {
            observed = observed.and(Span.of(sums, vectors * crossbar.columns.count()));
            return;
        }
        tally.conversions += (long) vectors * crossbar.columns.count();
        tally.clipped += crossbar.converter().convert(sums, vectors);
    }
}
