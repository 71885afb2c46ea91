package mho.arch.matrix;

import java.util.random.RandomGenerator;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Tile;
import mho.arch.cut.Rim;
import mho.arch.element.AnalogTiming;
import mho.arch.element.AnalogUse;
import mho.arch.element.Tally;
import mho.arch.element.Use;
import mho.periphery.device.Draws;
import mho.periphery.neuron.Neuron;

/**
 * A memory that is asked with a part of what it holds. Couplings of units stand in the arrays of a tile; what comes out of them, bounded, goes in
 * again, until no unit changes its sign (Anderson's brain state in a box, of which Hopfield's network is the limit of a large gain):
 *
 * <pre>
 * W  = 1/n sum over patterns of p p^T, nothing on the diagonal
 * x' = bounded(gain W x),  bounded to -1 and 1
 * </pre>
 *
 * <p>On a chip whose values stay voltages a vector is converted as it comes in and as it goes out, however often it goes round, and every
 * round adds the error of its amplifiers; on others every round is a read, a decision of the tile's units and a way back.
 *
 * <pre>
 * voltages   T = in + r (way + read + function) + out
 * codes      T = r times an update: {@link PartialRead#updateSeconds}
 * </pre>
 */
public final class AssociativeMemory {
    /** Sums of a stored pattern are near 1, and shall be at the bounds. */
    private static final float GAIN = 4;

    private final ChipSpec chip;
    private final PlacedMatrix placed;
    private final ProgrammedMatrix programmed;
    private final long seed;

    private AssociativeMemory(ChipSpec chip, PlacedMatrix placed, ProgrammedMatrix programmed, long seed) {
        this.chip = chip;
        this.placed = placed;
        this.programmed = programmed;
        this.seed = seed;
    }

    /**
     * Writes couplings into the arrays.
     *
     * @param patterns of -1 and 1, all of one length
     * @param seed of the cells' errors and all noise
     * @throws mho.core.engine.ModelSaysNo if no tile of the chip has arrays enough
     */
    public static AssociativeMemory of(ChipSpec chip, float[][] patterns, long seed) {
        int units = patterns[0].length;
        PlacedMatrix placed = PlacedMatrix.of(chip, "memory", units, units, couplings(patterns), null)
                .goingRound();
        float[] vectors = new float[patterns.length * units];
        for (int p = 0; p < patterns.length; p++) {
            System.arraycopy(patterns[p], 0, vectors, p * units, units);
        }
        return new AssociativeMemory(chip, placed, ProgrammedMatrix.of(placed, vectors, seed), seed);
    }

    private static float[] couplings(float[][] patterns) {
        int units = patterns[0].length;
        float[] couplings = new float[units * units];
        for (float[] pattern : patterns) {
            for (int to = 0; to < units; to++) {
                for (int from = 0; from < units; from++) {
                    couplings[to * units + from] += to == from ? 0 : pattern[to] * pattern[from] / units;
                }
            }
        }
        return couplings;
    }

    /**
     * What a question led to.
     *
     * @param signs of all units, -1 or 1
     * @param rounds the last included, in which nothing changed
     * @param settled whether nothing changed any more
     * @param book what it took
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Recall(float[] signs, int rounds, boolean settled, TileBook book) {}

    /**
     * Lets a vector go round.
     *
     * @param question values from -1 to 1
     * @param most rounds, after which it is given up
     */
    public Recall recall(float[] question, int most) {
        RandomGenerator random = Draws.of(seed, "analog ways", "memory");
        double error =
                chip.element().values(chip.inputBits(), chip.temperature()).errorOnTheWay();
        TileBook book = new TileBook(placed);
        Tally tally = new Tally();
        float[] state = question.clone();
        float[] sums = new float[state.length];
        int rounds = 0;
        boolean settled = false;
        while (!settled && rounds < most) {
            programmed.multiply(state, sums, tally);
            int turned = 0;
            for (int unit = 0; unit < state.length; unit++) {
                double noise = error == 0 ? 0 : error * random.nextGaussian();
                float next = (float) Math.max(-1, Math.min(1, GAIN * sums[unit] + noise));
                turned += next < 0 == state[unit] < 0 ? 0 : 1;
                state[unit] = next;
            }
            rounds++;
            settled = turned == 0;
            count(rounds, settled || rounds == most, turned, book);
        }
        for (int unit = 0; unit < state.length; unit++) {
            state[unit] = state[unit] < 0 ? -1 : 1;
        }
        return new Recall(state, rounds, settled, book);
    }

    private void count(int round, boolean last, int turned, TileBook book) {
        PartialRead whole = placed.whole();
        AnalogTiming analog = placed.analog();
        if (analog == null) {
            book.update(whole, placed.inputs(), turned);
            return;
        }
        Rim rim = new Rim(round == 1, last, false);
        Use lines = placed.use(whole.outputs(), whole.blocks(), placed.inputs());
        book.element(new AnalogUse(lines, rim, placed.inputs(), placed.outputs()));
        book.count(Tile.ACTIVATE, placed.outputs());
        book.waited(seconds(analog, rim, whole.fullest()));
    }

    private double seconds(AnalogTiming analog, Rim rim, int fullest) {
        Neuron bounding = placed.face().tile().activation();
        double in = rim.in() ? analog.inSeconds() : 0;
        double out = rim.out() ? analog.outSeconds().get(fullest - 1) : 0;
        return in + analog.waySeconds() + analog.readSeconds() + bounding.latencySeconds() + out;
    }

    /** Arrays that hold the couplings. */
    public int arrays() {
        return placed.arrays();
    }
}
