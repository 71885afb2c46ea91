package mho.periphery.learning;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import mho.core.yaml.Binder;
import mho.core.yaml.Yaml;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Vectors per second by which 256 x 256 cells are updated by coincidence, trains of 31 slots on all lines, signs at random, the trains of
 * the columns sorted for every vector. Lines fire with probabilities spread evenly from none to twice the mean, which is such that
 * the stated share of all cells takes a pulse; {@code pulses} says how many pulses that are.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(CoincidenceBenchmark.VECTORS)
@State(Scope.Thread)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-XX:+UseParallelGC"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class CoincidenceBenchmark {
    static final int VECTORS = 64;

    private static final int LINES = 256;
    private static final int SLOTS = 31;
    private static final String BETWEEN_CELLS =
            "step-spread: 30 %, up-down-spread: 1 %, highest-spread: 30 %, lowest-spread: 30 %";

    /** What the cells obey. */
    public enum Cells {
        CONSTANT_STEP("{kind: constant-step, step: 0.0016, pulse-noise: 0.3, " + BETWEEN_CELLS + "}"),
        SOFT_BOUNDS("{kind: soft-bounds, step: 0.0016, pulse-noise: 0.3, write-noise: 10, " + BETWEEN_CELLS + "}"),
        EXPONENTIAL_STEP(
                "{kind: exponential-step, step: 0.00135, pulse-noise: 5, write-noise: 75, a-up: -1.18445, a-down:"
                        + " -0.081404, gamma-up: 5, gamma-down: 5, slope: -0.5, offset: -0.5, " + BETWEEN_CELLS + "}");

        private final String law;

        Cells(String law) {
            this.law = law;
        }
    }

    @Param({"CONSTANT_STEP", "SOFT_BOUNDS", "EXPONENTIAL_STEP"})
    Cells cells = Cells.CONSTANT_STEP;

    /** Share of cells that take a pulse. */
    @Param({"0.01", "0.02", "0.03"})
    double coincide = 0.02;

    private final long[][] rows = new long[VECTORS][LINES];
    private final long[][] columns = new long[VECTORS][LINES];
    private final long[][] rowSigns = new long[VECTORS][LINES / Long.SIZE];
    private final long[][] columnSigns = new long[VECTORS][LINES / Long.SIZE];
    private final ColumnTrains trains = new ColumnTrains(LINES);
    private CellPopulation population = drawn(cells);
    private boolean back;

    /** Pulses given, per second of the measurement. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Given {
        public long pulses;
    }

    @Setup
    public void prepare() {
        population = drawn(cells);
        SplittableRandom random = new SplittableRandom(1);
        double mean = Math.sqrt(coincide / SLOTS);
        for (int vector = 0; vector < VECTORS; vector++) {
            fill(rows[vector], rowSigns[vector], mean, random);
            fill(columns[vector], columnSigns[vector], mean, random);
        }
    }

    private static CellPopulation drawn(Cells cells) {
        return Binder.bind(Yaml.parse("bench.yaml", cells.law), UpdateLaw.class).population(LINES, LINES, 1);
    }

    private static void fill(long[] words, long[] signs, double mean, SplittableRandom random) {
        for (int line = 0; line < LINES; line++) {
            double probability = 2 * mean * random.nextDouble();
            for (int slot = 0; slot < SLOTS; slot++) {
                words[line] |= random.nextDouble() < probability ? 1L << slot : 0;
            }
            signs[line / Long.SIZE] |= (random.nextBoolean() ? 1L : 0) << line;
        }
    }

    /** A batch of vectors, every second time back, so that no cell comes to rest at a bound; returns a weight, so that none is left out. */
    @Benchmark
    public float update(Given given) {
        long before = population.upPulses() + population.downPulses();
        for (int vector = 0; vector < VECTORS; vector++) {
            trains.set(columns[vector], columnSigns[vector]);
            for (int row = 0; row < LINES; row++) {
                boolean negative = (rowSigns[vector][row / Long.SIZE] >>> row & 1) != 0;
                population.pulseRow(row, rows[vector][row], negative ^ back, trains);
            }
        }
        back = !back;
        given.pulses += population.upPulses() + population.downPulses() - before;
        return population.weight(0, 0);
    }
}
