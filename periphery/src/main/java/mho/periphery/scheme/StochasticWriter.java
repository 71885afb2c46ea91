package mho.periphery.scheme;

import mho.periphery.learning.CellState;
import mho.periphery.random.NormalStream;

/** Trains drawn for every line that carries a value; cells draw for themselves, where lines coincide. */
final class StochasticWriter extends PulseWriter {
    private static final int SHORT = Integer.SIZE;
    private static final long TOP = 1L << 62;

    private final TrainGains gains;
    private final int phases;
    private final NormalStream ofRows;
    private final NormalStream ofColumns;
    private final PulseTrains trains;
    private final SlotTally tally = new SlotTally();

    StochasticWriter(PulsedCells cells, TrainShape shape, NormalStream ofRows, NormalStream ofColumns) {
        super(cells);
        this.gains = new TrainGains(shape);
        this.phases = shape.phases();
        this.ofRows = ofRows;
        this.ofColumns = ofColumns;
        this.trains = new PulseTrains(cells.columns, cells.separatesSigns());
    }

    @Override
    double room() {
        return gains.room();
    }

    @Override
    void write(float[] x, int xAt, float[] delta, int deltaAt, float rate, PulseCounts counts) {
        float largestX = largest(x, xAt, cells.rows);
        float largestDelta = largest(delta, deltaAt, cells.columns);
        if (largestX == 0 || largestDelta == 0) {
            return;
        }
        gains.find(largestX, largestDelta, rate / cells.step());
        int slots = gains.slots();
        trains.clear();
        tally.clear();
        for (int column = 0; column < cells.columns; column++) {
            float value = delta[deltaAt + column];
            if (value != 0) {
                long train = train(ofColumns, gains.ofDelta(value), slots);
                boolean negative = value > 0; // against the gradient
                trains.add(column, train, negative);
                tally.column(train, negative);
            }
        }
        for (int row = 0; row < cells.rows; row++) {
            float value = x[xAt + row];
            if (value != 0) {
                long train = train(ofRows, gains.ofX(value), slots);
                tally.row(train, value < 0);
                cells.pulseRow(row, train, value < 0, trains);
            }
        }
        tally.count(cells, slots, phases, counts);
        cells.requestEnds();
    }

    /**
     * So many slots, each set with a probability. A slot is a uniform number below the probability, compared digit by digit of base 2 in all
     * slots at once, with no more random words than it takes to decide them: about seven for 31 slots, two of them in a word.
     */
    static long train(NormalStream stream, double probability, int slots) {
        long undecided = slots == Long.SIZE ? -1L : (1L << slots) - 1;
        if (probability >= 1) {
            return undecided;
        }
        long digits = (long) (probability * 0x1p63);
        long train = 0;
        while (undecided != 0 && digits != 0) {
            long random = stream.bits();
            for (int halves = slots <= SHORT ? 2 : 1; halves > 0; halves--) {
                long digit = -(digits >>> 62 & 1); // all ones where the probability has a one
                train |= undecided & digit & ~random;
                undecided &= ~(digit ^ random);
                digits = (digits & (TOP - 1)) << 1;
                random >>>= SHORT;
            }
        }
        return train;
    }

    @Override
    void save(String name, CellState into) {
        long[] words = new long[2 * NormalStream.STATE_WORDS];
        ofRows.save(words, 0);
        ofColumns.save(words, NormalStream.STATE_WORDS);
        into.longs(name + "/streams", words);
    }

    @Override
    void restore(String name, CellState from) {
        long[] words = new long[2 * NormalStream.STATE_WORDS];
        from.take(name + "/streams", words);
        ofRows.restore(words, 0);
        ofColumns.restore(words, NormalStream.STATE_WORDS);
    }
}
