package mho.periphery.scheme;

import java.util.Arrays;
import mho.periphery.learning.CellState;
import mho.periphery.random.NormalStream;

/**
 * Reads matrices of weights forward and in reverse, with the errors of {@link ReadPath}, and counts. Each way has a stream of noise of its
 * own, evaluation has two others and counts apart, so that looking at a network in between leaves its training as it is. Allocates nothing
 * while it reads. Not for use by two threads at once.
 */
public final class LearningReader {
    private static final int FORWARD = 0;
    private static final int REVERSE = 1;
    private static final int EVALUATION = 2;
    private static final int WAYS = 4;
    private static final int COUNT_WORDS = 4;

    private final int rows;
    private final int columns;
    private final double scale;
    private final ReadPath[] paths;
    private final OutputChain[] chains;
    private final NormalStream[] streams = new NormalStream[WAYS];
    private final ReadCounts[] counts = new ReadCounts[WAYS];
    private final float[] inputs;
    private final double[] sums;
    private int evaluation;

    LearningReader(ReadPath forward, ReadPath reverse, int rows, int columns, double scale, long seed, long... place) {
        this.rows = rows;
        this.columns = columns;
        this.scale = scale;
        paths = new ReadPath[] {forward, reverse};
        chains = new OutputChain[] {new OutputChain(forward, rows), new OutputChain(reverse, columns)};
        for (int way = 0; way < WAYS; way++) {
            long[] where = Arrays.copyOf(place, place.length + 2);
            where[place.length] = MatrixSite.Use.READS.ordinal();
            where[place.length + 1] = way;
            streams[way] = NormalStream.of(seed, where);
            counts[way] = new ReadCounts();
        }
        inputs = new float[Math.max(rows, columns)];
        sums = new double[Math.max(rows, columns)];
    }

    /** Whether reads that follow only look at the network. */
    public void evaluation(boolean begins) {
        evaluation = begins ? EVALUATION : 0;
    }

    /** Reads forward while training. */
    public ReadCounts forwardCounts() {
        return counts[FORWARD];
    }

    /** Reads in reverse while training. */
    public ReadCounts reverseCounts() {
        return counts[REVERSE];
    }

    /** Reads forward that only looked. */
    public ReadCounts evaluationCounts() {
        return counts[EVALUATION + FORWARD];
    }

    /**
     * y[yAt + c] = Σ over r of x[xAt + r] · W[r][c], as the array reads it.
     *
     * @param weights row by row, as {@link LearningCells#weights} writes them
     */
    public void forward(float[] weights, float[] x, int xAt, float[] y, int yAt) {
        read(FORWARD, weights, x, xAt, rows, y, yAt, columns);
    }

    /** dx[dxAt + r] = Σ over c of W[r][c] · delta[deltaAt + c], as the array reads it; weights as in {@link #forward}. */
    public void reverse(float[] weights, float[] delta, int deltaAt, float[] dx, int dxAt) {
        read(REVERSE, weights, delta, deltaAt, columns, dx, dxAt, rows);
    }

    private void read(
            int way, float[] weights, float[] in, int inAt, int inCount, float[] out, int outAt, int outCount) {
        ReadPath path = paths[way];
        OutputChain chain = chains[way];
        ReadCounts counted = counts[evaluation + way];
        double alpha = 1;
        if (path.noiseManagement() == ReadPath.NoiseManagement.ABS_MAX) {
            alpha = PulseWriter.largest(in, inAt, inCount);
            if (alpha == 0) {
                Arrays.fill(out, outAt, outAt + outCount, 0);
                return;
            }
        }
        counted.vector();
        double first = alpha;
        boolean again = true;
        while (again) {
            int driven = drive(path, in, inAt, inCount, alpha);
            multiply(way, weights);
            counted.read(driven, outCount);
            boolean clips = false;
            for (int i = 0; i < outCount; i++) {
                sums[i] = chain.sum(sums[i] / scale, streams[evaluation + way]);
                clips |= chain.clips(sums[i]);
            }
            again = clips && mayRepeat(path, 2 * alpha / first, driven);
            if (again) {
                alpha *= 2;
            }
        }
        for (int i = 0; i < outCount; i++) {
            out[outAt + i] = (float) (scale * alpha * chain.converted(sums[i]));
        }
    }

    private static boolean mayRepeat(ReadPath path, double rescaling, int driven) {
        return path.boundManagement() == ReadPath.BoundManagement.ITERATIVE
                && rescaling <= path.mostRescaling()
                && driven > 0;
    }

    /** Converts inputs; returns how many lines are driven. */
    private int drive(ReadPath path, float[] in, int inAt, int count, double alpha) {
        double limit = path.inputLimit();
        double step = path.inputStep();
        int driven = 0;
        for (int i = 0; i < count; i++) {
            double value = Math.max(-limit, Math.min(limit, in[inAt + i] / alpha));
            inputs[i] = (float) ReadPath.nearest(value, step);
            driven += inputs[i] == 0 ? 0 : 1;
        }
        return driven;
    }

    private void multiply(int way, float[] weights) {
        if (way == FORWARD) {
            Arrays.fill(sums, 0, columns, 0);
            for (int row = 0; row < rows; row++) {
                double x = inputs[row];
                if (x != 0) {
                    int at = row * columns;
                    for (int column = 0; column < columns; column++) {
                        sums[column] += x * weights[at + column];
                    }
                }
            }
        } else {
            for (int row = 0; row < rows; row++) {
                double sum = 0;
                int at = row * columns;
                for (int column = 0; column < columns; column++) {
                    sum += (double) inputs[column] * weights[at + column];
                }
                sums[row] = sum;
            }
        }
    }

    /** Puts down all that {@link #restore} needs to go on to the same bytes. */
    public void save(CellState into) {
        long[] words = new long[WAYS * (NormalStream.STATE_WORDS + COUNT_WORDS)];
        for (int way = 0; way < WAYS; way++) {
            int at = way * (NormalStream.STATE_WORDS + COUNT_WORDS);
            streams[way].save(words, at);
            System.arraycopy(counts[way].words(), 0, words, at + NormalStream.STATE_WORDS, COUNT_WORDS);
        }
        into.longs("reads", words);
    }

    /** Takes up what {@link #save} of a reader of the same description put down. */
    public void restore(CellState from) {
        long[] words = new long[WAYS * (NormalStream.STATE_WORDS + COUNT_WORDS)];
        from.take("reads", words);
        for (int way = 0; way < WAYS; way++) {
            int at = way * (NormalStream.STATE_WORDS + COUNT_WORDS);
            streams[way].restore(words, at);
            counts[way].take(words, at + NormalStream.STATE_WORDS);
        }
    }
}
