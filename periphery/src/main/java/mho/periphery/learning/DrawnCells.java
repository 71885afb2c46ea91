package mho.periphery.learning;

import java.util.Arrays;
import mho.periphery.random.NormalStream;
import org.jspecify.annotations.Nullable;

/** What is drawn once for each cell, whatever law it obeys. Every effect has streams of its own, one a row. */
final class DrawnCells {

    /** What differs between cells; a later one leaves the draws of those before as they are. */
    enum Effect {
        PULSES,
        HIGHEST,
        LOWEST,
        STEP,
        UP_DOWN,
        STUCK,
        STUCK_AT,
        LIFETIME,
        RESET,
        FIRST_OF_LAW,
        SECOND_OF_LAW
    }

    final CellTraits traits;
    final int rows;
    final int columns;

    /** Bounds of the weights that cells keep; those of a stuck cell are equal. A law may move them before cells are made. */
    final float[] lowest;

    final float[] highest;

    /** Where a reset leads, and a leak. */
    final float[] rest;

    /** What is left of the distance from there after an example; null where nothing leaks. */
    final float @Nullable [] left;

    private final long seed;
    private final long[] place;

    DrawnCells(CellTraits traits, int rows, int columns, long seed, long... place) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "a population has at least one row and one column, found " + rows + " x " + columns);
        }
        this.traits = traits;
        this.rows = rows;
        this.columns = columns;
        this.seed = seed;
        this.place = place.clone();
        highest = drawn(Effect.HIGHEST, traits.highest(), traits.highest() * traits.highestSpread());
        lowest = drawn(Effect.LOWEST, traits.lowest(), traits.lowest() * traits.lowestSpread());
        for (int cell = 0; cell < highest.length; cell++) {
            float high = Math.max(highest[cell], lowest[cell]);
            float low = Math.min(highest[cell], lowest[cell]);
            highest[cell] = Math.abs(high);
            lowest[cell] = -Math.abs(low);
        }
        stick();
        rest = drawn(Effect.RESET, traits.reset(), traits.resetSpread());
        left = traits.lifetime() == null ? null : left(traits.lifetime());
    }

    int count() {
        return rows * columns;
    }

    boolean stuck(int cell) {
        return lowest[cell] >= highest[cell];
    }

    NormalStream stream(Effect effect, int row) {
        long[] where = Arrays.copyOf(place, place.length + 2);
        where[place.length] = effect.ordinal();
        where[place.length + 1] = row;
        return NormalStream.of(seed, where);
    }

    /** A normal figure of each cell. */
    float[] drawn(Effect effect, double mean, double deviation) {
        float[] figures = new float[count()];
        if (deviation == 0) {
            Arrays.fill(figures, (float) mean);
            return figures;
        }
        for (int row = 0; row < rows; row++) {
            NormalStream stream = stream(effect, row);
            for (int cell = row * columns; cell < (row + 1) * columns; cell++) {
                figures[cell] = (float) (mean + deviation * stream.normal());
            }
        }
        return figures;
    }

    private void stick() {
        if (traits.stuck() == 0) {
            return;
        }
        double within = traits.stuckWithin() == null ? Double.POSITIVE_INFINITY : traits.stuckWithin();
        for (int row = 0; row < rows; row++) {
            NormalStream whether = stream(Effect.STUCK, row);
            NormalStream where = stream(Effect.STUCK_AT, row);
            for (int cell = row * columns; cell < (row + 1) * columns; cell++) {
                double low = Math.max(lowest[cell], -within);
                double high = Math.min(highest[cell], within);
                float at = (float) (low + (high - low) * where.uniform());
                if (whether.uniform() < traits.stuck()) {
                    lowest[cell] = at;
                    highest[cell] = at;
                }
            }
        }
    }

    private float[] left(double lifetime) {
        float[] shares = drawn(Effect.LIFETIME, lifetime, lifetime * traits.lifetimeSpread());
        for (int cell = 0; cell < shares.length; cell++) {
            shares[cell] = stuck(cell) ? 1 : shares[cell] > 1 ? 1 - 1 / shares[cell] : 0;
        }
        return shares;
    }
}
