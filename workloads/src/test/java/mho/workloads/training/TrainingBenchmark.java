package mho.workloads.training;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import mho.workloads.data.DataSet;
import mho.workloads.network.Network;
import mho.workloads.zoo.Zoo;
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
 * Examples per second of training in floating point, on one thread: read, led back and learnt. Inputs are noise of which {@code dark} is
 * black, as pixels around a digit are (four fifths of MNIST's), which takes less time.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(TrainingBenchmark.EXAMPLES)
@State(Scope.Thread)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class TrainingBenchmark {
    static final int EXAMPLES = 1000;

    @Param({"rpu-mlp", "prime-cnn-1"})
    String network = "rpu-mlp";

    @Param({"1", "32"})
    int batch = 1;

    @Param({"0", "0.8"})
    double dark;

    private final Random random = new Random(1);

    private Trainer trainer = trainer();

    @Setup
    public void prepare() {
        trainer = trainer();
    }

    private Trainer trainer() {
        Network read = Zoo.load(network);
        int size = (int) read.node(0).output().size();
        float[] values = new float[EXAMPLES * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < dark ? 0 : random.nextFloat();
        }
        int[] labels = random.ints(EXAMPLES, 0, 10).toArray();
        DataSet data = DataSet.of("noise", read.node(0).output(), values, labels);
        TrainingSpec spec = TrainingSpec.of(1, batch, RateSchedule.of(1e-3), 1);
        return Trainer.of(read, spec, LearningMatrices.FLOAT, data, null);
    }

    /** An epoch of a thousand examples. */
    @Benchmark
    public double epoch() {
        return trainer.epoch().loss();
    }
}
