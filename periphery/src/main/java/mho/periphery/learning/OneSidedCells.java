package mho.periphery.learning;

import java.util.Arrays;

/** A population whose weights are held by two devices each, both pulsed upwards only. */
final class OneSidedCells extends CellPopulation {
    private final OneSidedPair pair;
    private final CellPopulation plus;
    private final CellPopulation minus;
    private final int columns;

    OneSidedCells(OneSidedPair pair, int rows, int columns, long seed, long... place) {
        super(pair, rows, columns);
        this.pair = pair;
        this.columns = columns;
        plus = pair.cell().population(rows, columns, seed, side(place, 0));
        minus = pair.cell().population(rows, columns, seed, side(place, 1));
        set(new float[rows * columns]);
    }

    private static long[] side(long[] place, long side) {
        long[] where = Arrays.copyOf(place, place.length + 1);
        where[place.length] = side;
        return where;
    }

    @Override
    public void pulse(int row, int column, int pulses) {
        (pulses > 0 ? plus : minus).pulse(row, column, Math.abs(pulses));
    }

    @Override
    public int pulseRow(int row, long train, boolean negative, ColumnTrains trains) {
        check(trains);
        int[] firing = trains.firing();
        int sign = negative ? 1 : 0;
        int given = 0;
        for (long slots = train & trains.slots(); slots != 0; slots &= slots - 1) {
            int slot = Long.numberOfTrailingZeros(slots);
            int end = trains.endOf(slot);
            for (int i = trains.firstOf(slot); i < end; i++) {
                boolean up = ((firing[i] ^ sign) & 1) == 0;
                (up ? plus : minus).pulse(row, firing[i] >> 1, 1);
            }
            given += end - trains.firstOf(slot);
        }
        return given;
    }

    @Override
    public void leak(int examples) {
        plus.leak(examples);
        minus.leak(examples);
    }

    @Override
    public void reset(int row, int column) {
        plus.reset(row, column);
        minus.reset(row, column);
    }

    /** On the one side, the other at its lowest. */
    @Override
    public void set(int row, int column, float weight) {
        float floor = (float) pair.cells().lowest();
        plus.set(row, column, floor + Math.max(0, weight));
        minus.set(row, column, floor + Math.max(0, -weight));
    }

    @Override
    public float weight(int row, int column) {
        return plus.weight(row, column) - minus.weight(row, column);
    }

    @Override
    public float kept(int row, int column) {
        return plus.kept(row, column) - minus.kept(row, column);
    }

    @Override
    public void readRow(int row, float[] into) {
        check(into);
        for (int column = 0; column < columns; column++) {
            into[row * columns + column] = weight(row, column);
        }
    }

    @Override
    public int refresh() {
        int refreshed = 0;
        float highest = (float) pair.cells().highest();
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows(); row++) {
                float first = plus.weight(row, column) / highest;
                float second = minus.weight(row, column) / highest;
                if (Math.max(first, second) > pair.refreshAbove() && Math.min(first, second) > pair.refreshOther()) {
                    refresh(row, column, weight(row, column));
                    refreshed++;
                }
            }
        }
        return refreshed;
    }

    private void refresh(int row, int column, float weight) {
        reset(row, column);
        CellPopulation side = weight < 0 ? minus : plus;
        for (int i = 0; i < pair.refreshPulses(); i++) {
            float now = weight(row, column);
            if (weight < 0 ? now <= weight : now >= weight) {
                return;
            }
            side.pulse(row, column, 1);
        }
    }

    @Override
    public float lowest(int row, int column) {
        return plus.lowest(row, column) - minus.highest(row, column);
    }

    @Override
    public float highest(int row, int column) {
        return plus.highest(row, column) - minus.lowest(row, column);
    }

    @Override
    public int saturated() {
        int count = 0;
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns; column++) {
                count += full(plus, row, column) || full(minus, row, column) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean full(CellPopulation devices, int row, int column) {
        float highest = devices.highest(row, column);
        return devices.kept(row, column) >= highest && devices.lowest(row, column) < highest;
    }

    @Override
    public long upPulses() {
        return plus.upPulses();
    }

    @Override
    public long downPulses() {
        return minus.upPulses();
    }

    @Override
    public long resets() {
        return plus.resets() + minus.resets();
    }

    @Override
    public int wear(int row, int column) {
        return Math.max(plus.wear(row, column), minus.wear(row, column));
    }

    @Override
    public void save(String name, CellState into) {
        plus.save(name + "/plus", into);
        minus.save(name + "/minus", into);
    }

    @Override
    public void restore(String name, CellState from) {
        plus.restore(name + "/plus", from);
        minus.restore(name + "/minus", from);
    }
}
