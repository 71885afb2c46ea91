package mho.periphery.learning;

import mho.periphery.random.NormalStream;
import org.jspecify.annotations.Nullable;

/** A population whose weights are held by one device each. */
final class SingleCells extends CellPopulation {
    private final int columns;
    private final PulseResponse response;

    /** The lowest and the highest weight of each cell, one after the other. */
    private final float[] bounds;

    private final float[] rest;
    private final float @Nullable [] left;
    private final float resetNoise;

    /** Standard deviation of what is shown from what is kept, in weights. */
    private final float writeNoise;

    private final NormalStream[] streams;
    private final float[] kept;

    /** The same array as {@link #kept} where there is no write noise. */
    private final float[] shown;

    private final int[] wear;
    private long ups;
    private long downs;
    private long resets;

    /**
     * @param cells as drawn, bounds as the law has moved them
     * @param noiseStep the step that write noise is stated in
     */
    SingleCells(UpdateLaw law, DrawnCells cells, PulseResponse response, double noiseStep) {
        super(law, cells.rows, cells.columns);
        this.columns = cells.columns;
        this.response = response;
        bounds = new float[2 * cells.count()];
        for (int cell = 0; cell < cells.count(); cell++) {
            bounds[2 * cell] = cells.lowest[cell];
            bounds[2 * cell + 1] = cells.highest[cell];
        }
        rest = cells.rest;
        left = cells.left;
        resetNoise = (float) cells.traits.resetNoise();
        writeNoise = (float) (cells.traits.writeNoise() * noiseStep);
        streams = new NormalStream[cells.rows];
        for (int row = 0; row < streams.length; row++) {
            streams[row] = cells.stream(DrawnCells.Effect.PULSES, row);
        }
        kept = new float[cells.count()];
        shown = writeNoise == 0 ? kept : new float[cells.count()];
        wear = new int[cells.count()];
        for (int row = 0; row < cells.rows; row++) {
            for (int cell = row * columns; cell < (row + 1) * columns; cell++) {
                put(cell, 0, streams[row]);
            }
        }
    }

    private void put(int cell, float weight, NormalStream stream) {
        keep(cell, response.held(cell, within(cell, weight)), stream);
    }

    private float within(int cell, float weight) {
        float low = bounds[2 * cell];
        float high = bounds[2 * cell + 1];
        return weight < low ? low : weight > high ? high : weight;
    }

    private boolean moves(int cell) {
        return bounds[2 * cell] < bounds[2 * cell + 1];
    }

    private void keep(int cell, float weight, NormalStream stream) {
        kept[cell] = weight;
        if (writeNoise != 0) {
            shown[cell] = moves(cell) ? weight + writeNoise * (float) stream.normal() : weight;
        }
    }

    @Override
    public void pulse(int row, int column, int pulses) {
        int cell = cell(row, column);
        if (pulses == 0) {
            return;
        }
        int way = pulses > 0 ? PulseResponse.UP : PulseResponse.DOWN;
        int count = Math.abs(pulses);
        NormalStream stream = streams[row];
        float weight = kept[cell];
        for (int i = 0; i < count; i++) {
            weight = within(cell, response.after(cell, way, weight, stream));
        }
        keep(cell, weight, stream); // the noise of all pulses but the last has been written over
        wear[cell] += count;
        if (pulses > 0) {
            ups += count;
        } else {
            downs += count;
        }
    }

    @Override
    public int pulseRow(int row, long train, boolean negative, ColumnTrains trains) {
        check(trains);
        int first = cell(row, 0);
        NormalStream stream = streams[row];
        int[] firing = trains.firing();
        int sign = negative ? 1 : 0;
        int given = 0;
        int givenDown = 0;
        for (long slots = train & trains.slots(); slots != 0; slots &= slots - 1) {
            int slot = Long.numberOfTrailingZeros(slots);
            int end = trains.endOf(slot);
            for (int i = trains.firstOf(slot); i < end; i++) {
                int entry = firing[i];
                int cell = first + (entry >> 1);
                int way = (entry ^ sign) & 1; // unlike signs: down
                keep(cell, within(cell, response.after(cell, way, kept[cell], stream)), stream);
                wear[cell]++;
                givenDown += way;
            }
            given += end - trains.firstOf(slot);
        }
        ups += given - givenDown;
        downs += givenDown;
        return given;
    }

    @Override
    public void leak(int examples) {
        float[] shares = left;
        if (shares == null || examples == 0) {
            return;
        }
        for (int cell = 0; cell < kept.length; cell++) {
            float share = examples == 1 ? shares[cell] : (float) StrictMath.pow(shares[cell], examples);
            float before = kept[cell];
            float after = within(cell, rest[cell] + (before - rest[cell]) * share);
            float noise = shown[cell] - before;
            kept[cell] = after;
            shown[cell] = after + noise;
        }
    }

    @Override
    public void reset(int row, int column) {
        int cell = cell(row, column);
        NormalStream stream = streams[row];
        float noise = resetNoise == 0 ? 0 : resetNoise * (float) stream.normal();
        put(cell, rest[cell] + noise, stream);
        wear[cell]++;
        resets++;
    }

    @Override
    public void set(int row, int column, float weight) {
        put(cell(row, column), weight, streams[row]);
    }

    @Override
    public float weight(int row, int column) {
        return shown[cell(row, column)];
    }

    @Override
    public float kept(int row, int column) {
        return kept[cell(row, column)];
    }

    @Override
    public void readRow(int row, float[] into) {
        check(into);
        int first = cell(row, 0);
        System.arraycopy(shown, first, into, first, columns);
    }

    @Override
    public float lowest(int row, int column) {
        return bounds[2 * cell(row, column)];
    }

    @Override
    public float highest(int row, int column) {
        return bounds[2 * cell(row, column) + 1];
    }

    @Override
    public int saturated() {
        int count = 0;
        for (int cell = 0; cell < kept.length; cell++) {
            boolean atBound = kept[cell] <= bounds[2 * cell] || kept[cell] >= bounds[2 * cell + 1];
            count += atBound && moves(cell) ? 1 : 0;
        }
        return count;
    }

    @Override
    public long upPulses() {
        return ups;
    }

    @Override
    public long downPulses() {
        return downs;
    }

    @Override
    public long resets() {
        return resets;
    }

    @Override
    public int wear(int row, int column) {
        return wear[cell(row, column)];
    }

    @Override
    public void save(String name, CellState into) {
        into.floats(name + "/kept", kept);
        if (shown != kept) {
            into.floats(name + "/shown", shown);
        }
        long[] worn = new long[wear.length];
        for (int cell = 0; cell < wear.length; cell++) {
            worn[cell] = wear[cell];
        }
        into.longs(name + "/wear", worn);
        long[] words = new long[streams.length * NormalStream.STATE_WORDS];
        for (int row = 0; row < streams.length; row++) {
            streams[row].save(words, row * NormalStream.STATE_WORDS);
        }
        into.longs(name + "/streams", words);
        into.longs(name + "/pulses", ups, downs, resets);
    }

    @Override
    public void restore(String name, CellState from) {
        from.take(name + "/kept", kept);
        if (shown != kept) {
            from.take(name + "/shown", shown);
        }
        long[] worn = new long[wear.length];
        from.take(name + "/wear", worn);
        for (int cell = 0; cell < wear.length; cell++) {
            wear[cell] = Math.toIntExact(worn[cell]);
        }
        long[] words = new long[streams.length * NormalStream.STATE_WORDS];
        from.take(name + "/streams", words);
        for (int row = 0; row < streams.length; row++) {
            streams[row].restore(words, row * NormalStream.STATE_WORDS);
        }
        long[] pulses = new long[3];
        from.take(name + "/pulses", pulses);
        ups = pulses[0];
        downs = pulses[1];
        resets = pulses[2];
    }
}
