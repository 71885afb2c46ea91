package mho.periphery.scheme;

import java.util.List;
import java.util.concurrent.TimeUnit;
import mho.core.yaml.Binder;
import mho.core.yaml.Yaml;
import mho.periphery.device.Device;
import mho.periphery.random.NormalStream;
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
 * Updates per second of a 256 x 256 matrix, x from 0 to 1 with every other one zero, errors normal, the learning rate such that the stated
 * share of all weights takes a pulse; {@code pulses} says how many pulses that are a second. Trains are drawn, coincidences found, cells
 * pulsed, all counted.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(UpdateBenchmark.VECTORS)
@State(Scope.Thread)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-XX:+UseParallelGC"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class UpdateBenchmark {
    static final int VECTORS = 64;

    private static final int LINES = 256;
    private static final double STEP = 0.0016;
    private static final String SPREADS =
            "step: 0.0016, step-spread: 30 %, up-down-spread: 1 %, highest-spread: 30 %, lowest-spread: 30 %, pulse-noise: 0.3";

    /** What the cells obey. */
    public enum Cells {
        CONSTANT_STEP("{kind: constant-step, " + SPREADS + "}"),
        SOFT_BOUNDS("{kind: soft-bounds, write-noise: 10, " + SPREADS + "}");

        private final String law;

        Cells(String law) {
            this.law = law;
        }
    }

    /** What pulses become of an update. */
    public enum Rule {
        /** 31 slots for every update. */
        FULL_TRAINS("{kind: stochastic, length-management: false}"),
        /** As many as an update needs, 31 at most. */
        MANAGED_TRAINS("{kind: stochastic}"),
        /** Managed trains, a row read and a buffer filled after each. */
        TIKI_TAKA_V2("{kind: tiki-taka-v2, fast: {kind: stochastic}}");

        private final String scheme;

        Rule(String scheme) {
            this.scheme = scheme;
        }
    }

    @Param({"CONSTANT_STEP", "SOFT_BOUNDS"})
    Cells cells = Cells.CONSTANT_STEP;

    @Param({"FULL_TRAINS", "MANAGED_TRAINS", "TIKI_TAKA_V2"})
    Rule rule = Rule.FULL_TRAINS;

    /** Pulses of an update over all weights. */
    @Param({"0.01", "0.03"})
    double share = 0.01;

    private final float[] x = new float[VECTORS * LINES];
    private final float[] delta = new float[VECTORS * LINES];
    private float rate;
    private LearningCells learning = made();

    /** Pulses that were given, for JMH to count by the second. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Given {
        public long pulses;
    }

    private LearningCells made() {
        Device device = Binder.bind(
                Yaml.parse("bench.yaml", "{device: bench, about: bench, source: assumed, update: " + cells.law + "}"),
                Device.class);
        UpdateScheme scheme = Binder.bind(Yaml.parse("bench.yaml", rule.scheme), UpdateScheme.class);
        return scheme.cells(List.of(device), LINES, LINES, 1, 1);
    }

    @Setup
    public void prepare() {
        NormalStream stream = NormalStream.of(1);
        double sizes = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 2 == 0 ? 0 : (float) stream.uniform();
            delta[i] = 0.01f * (float) stream.normal();
            sizes += Math.abs(delta[i]) / x.length;
        }
        rate = (float) (share * STEP / (0.25 * sizes));
        learning = made();
    }

    /** A batch. */
    @Benchmark
    public long run(Given given) {
        long before = learning.counts().updates().coincidences();
        for (int vector = 0; vector < VECTORS; vector++) {
            learning.update(x, vector * LINES, delta, vector * LINES, rate);
        }
        long pulses = learning.counts().updates().coincidences() - before;
        given.pulses += pulses;
        return pulses;
    }
}
