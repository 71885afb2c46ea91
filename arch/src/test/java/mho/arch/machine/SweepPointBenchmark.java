package mho.arch.machine;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import mho.arch.Given;
import mho.arch.Seeds;
import mho.arch.chip.ChipSpec;
import mho.workloads.data.DataSet;
import mho.workloads.network.Network;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One point of a sweep over the bits of converters: a 784-256-128-10 network programmed into the arrays of {@code analog-256}, calibrated, and
 * 10,000 images through it on all cores. The reference in floating point is computed once for all points.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 4)
@Measurement(iterations = 5)
public class SweepPointBenchmark {
    private static final int IMAGES = 10_000;
    private static final int CALIBRATION = 64;

    @Param({"4", "6", "8"})
    int bits = 8;

    private Network network = Given.network("1, 1, 1", "dense: {out: 1}");
    private DataSet data = Pictures.shipped();
    private Reference reference = Reference.of(network, data);
    private ChipSpec chip = Given.chip("analog-256");

    @Setup
    public void prepare() {
        Random random = Seeds.random(3);
        DataSet training = Pictures.shipped();
        Perceptron perceptron = new Perceptron(random, 784, 256, 128, 10);
        perceptron.train(training, 5);
        network = perceptron.network(training);
        data = Pictures.perturbed(IMAGES + CALIBRATION);
        reference = Reference.of(network, data.range(CALIBRATION, data.size()), Reference.ROOM);
        chip = Given.chip("analog-256", "tile.core.adc.bits=" + bits);
    }

    /** Returns the accuracy. */
    @Benchmark
    public double point() {
        ProgrammedNetwork analog = ProgrammedNetwork.of(chip, network, List.of(data.batch(0, CALIBRATION)), 0, 1);
        int threads = Runtime.getRuntime().availableProcessors();
        Values values = Evaluation.of(analog, reference, data.first(CALIBRATION), threads, done -> {});
        return values.accuracy() == null ? 0 : values.accuracy();
    }
}
