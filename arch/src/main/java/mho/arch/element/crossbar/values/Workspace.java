package mho.arch.element.crossbar.values;

import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import mho.arch.element.Tally;
import mho.periphery.array.CellModel;
import mho.periphery.array.ComposedBits;
import mho.periphery.array.Product;
import mho.periphery.driver.WeightSide;
import mho.periphery.readout.Integration;
import org.jspecify.annotations.Nullable;

/** One thread's place of work: room for intermediate values, the counts of the layer at hand, its random numbers. */
final class Workspace {
    private final @Nullable Integration integration;
    private final double heldSeconds;
    private final CellModel cells;
    private final DrivenRows rows;
    private final @Nullable PassedPulses passed;
    private final Guesses guesses = new Guesses(this);
    private float[] codes = {};
    private float[] row = {};
    private float[] own = {};
    private float[] digits = {};
    private float[] read = {};
    private float[] gathered = {};
    private double[] sums = {};
    private Tally tally = new Tally();
    private @Nullable ColumnSums seen;
    private @Nullable RandomGenerator random;

    Workspace(CrossbarValues circuits, CellModel cells) {
        this.integration = circuits.integration();
        this.heldSeconds = circuits.heldSeconds();
        this.cells = cells;
        this.rows = new DrivenRows(cells);
        this.passed = PassedPulses.of(circuits);
    }

    /** Counts into this tally from now on, and draws from these numbers. */
    void begin(Tally counts, RandomGenerator numbers) {
        tally = counts;
        random = numbers;
    }

    /** Shows those that are converted. */
    private void see(
            ColumnSums seen, Crossbar crossbar, int phase, @Nullable ComposedBits composed, float[] sums, int vectors) {
        if (composed == null) {
            seen.add(sums, vectors * crossbar.columns.count());
            return;
        }
        int[][] ofSlice = PartialConverters.bySlice(crossbar.columns);
        float[] room = new float[vectors * crossbar.columns.count()];
        for (int slice = 0; slice < ofSlice.length; slice++) {
            if (composed.of(phase, slice) > 0) {
                PartialConverters.gather(sums, crossbar.columns.count(), ofSlice[slice], vectors, room);
                seen.add(room, vectors * ofSlice[slice].length);
            }
        }
    }

    /** Shows the sums of columns to this from now on instead of converting them. */
    void observe(ColumnSums sums) {
        seen = sums;
    }

    /** Conversions that are repeated bit by bit where they saturate. */
    Guesses guesses() {
        return guesses;
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
            Arrays.fill(sums, 0, size, 0);
        }
        return sums;
    }

    /** Counts what drivers do and cells conduct in a phase: {@link DrivenRows#count}. */
    void drive(Crossbar crossbar, WeightSide side, float[] driven, int vectors, float largest, boolean voltages) {
        float[] conductance = crossbar.cells().rowConductance().of(side);
        rows.count(driven, vectors, conductance, largest, voltages, tally);
    }

    /** The same of voltages of either sign, of which cells conduct what the magnitude is. */
    void driveEitherSign(Crossbar crossbar, float[] driven, int vectors, float largest) {
        float[] magnitude = new float[vectors * crossbar.rows];
        for (int i = 0; i < magnitude.length; i++) {
            magnitude[i] = Math.abs(driven[i]);
        }
        drive(crossbar, WeightSide.BOTH, magnitude, vectors, largest, true);
    }

    /**
     * Sums of the columns, with the noise of reading.
     *
     * @param longest pulse, where rows' pulses pass from array to array
     */
    void multiply(Crossbar crossbar, WeightSide side, float[] driven, int vectors, double longest, float[] sums) {
        Product product = crossbar.cells().products().of(side);
        if (passed == null) {
            product.multiply(driven, vectors, sums);
        } else {
            int columns = crossbar.columns.count();
            passed.multiply(
                    product, crossbar.rows, columns, driven, vectors, longest, sums, Objects.requireNonNull(random));
        }
        BySide<ReadNoise> noise = crossbar.cells().noise();
        if (noise != null) {
            noise.of(side).add(driven, vectors, crossbar.rows, sums, Objects.requireNonNull(random));
        }
    }

    /** The currents of cells that are not proportional to the voltages on their rows. */
    void distort(float[] driven, int count, int largest) {
        for (int i = 0; i < count; i++) {
            driven[i] = largest * cells.current(driven[i] / largest);
        }
    }

    /** What is left of sums behind what stands between a column and whoever reads it. */
    void integrate(float[] sums, int count, double fullScale) {
        if (integration != null && !integration.exact()) {
            tally.saturated += integration.keep(sums, count, fullScale, heldSeconds, Objects.requireNonNull(random));
        }
        tally.integrations += count;
    }

    /** Whether sums are looked at instead of converted, as they then were. */
    boolean looksAt(float[] sums, int count) {
        if (seen == null) {
            return false;
        }
        seen.add(sums, count);
        return true;
    }

    /**
     * What is left of the sums behind integrators and converters. A sample is held until the last column of its converter is done.
     *
     * @param composed bits of each partial sum; null where all are converted whole
     * @param fullScale the largest sum by design
     */
    void convert(
            Crossbar crossbar,
            int phase,
            @Nullable ComposedBits composed,
            float[] sums,
            int vectors,
            double fullScale) {
        int columns = crossbar.columns.count();
        int count = vectors * columns;
        integrate(sums, count, fullScale);
        if (seen != null) {
            see(seen, crossbar, phase, composed, sums, vectors);
            return;
        }
        tally.conversions += composed == null ? count : (long) count / composed.slices() * composed.converted(phase);
        gathered = composed == null || gathered.length >= count ? gathered : new float[count];
        tally.clipped += crossbar.converter().convert(phase, sums, vectors, gathered);
    }
}
