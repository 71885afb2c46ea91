package mho.periphery.array;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import mho.core.yaml.Binder;
import mho.core.yaml.Yaml;
import mho.periphery.driver.Driver;
import mho.periphery.driver.Encoding;
import mho.periphery.neuron.ShiftAdd;
import mho.periphery.readout.Converter;
import mho.periphery.readout.Integration;
import mho.periphery.readout.Readout;
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
 * Vectors per second through a 256 x 256 array, 64 at a time: input codes encoded, multiplied, integrated, converted, shifted and added into floats. A slice is an array of its own, so with four of
 * them a vector yields 256 outputs from 1024 columns. The collector is the launcher's: what a loop compiles to depends on it.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(PipelineBenchmark.VECTORS)
@State(Scope.Thread)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-XX:+UseParallelGC"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class PipelineBenchmark {

    static final int VECTORS = 64;

    private static final int ROWS = 256;
    private static final int COLUMNS = 256;
    private static final String FREE = "energy: 1 pJ, area: 1 um2}";

    /** What drives, slices and converts. */
    public enum Design {
        /** 8-bit pulses, an integrator that saturates, one 8-bit conversion. */
        PULSE,
        /** The same in cells as programming and wires left them, drawn and found once when the array was programmed. */
        PULSE_PROGRAMMED,
        /** Four slices of 2 bits, each converted. */
        SLICES,
        /** Four slices of 2 bits, inputs a bit at a time: 32 products and conversions. */
        SLICES_BIT_SERIAL
    }

    @Param({"PULSE", "PULSE_PROGRAMMED", "SLICES", "SLICES_BIT_SERIAL"})
    Design design = Design.PULSE;

    @Param({"plain", "best"})
    String kernel = "plain";

    private final float[] codes = new float[VECTORS * ROWS];
    private final float[] digits = new float[VECTORS * ROWS];
    private final float[] sums = new float[VECTORS * COLUMNS];
    private final float[] outputs = new float[VECTORS * COLUMNS];
    private final SplittableRandom random = new SplittableRandom(1);
    private Encoding encoding = part(Driver.class, "{kind: bit-serial, " + FREE).encoding(8, false);
    private Integration integrator = part(Integration.class, "{kind: integrator, " + FREE);
    private Converter converter = converter(1);
    private Product[] slices = {};
    private double fullScale;

    @Setup
    public void prepare() {
        boolean pulses = design != Design.SLICES_BIT_SERIAL;
        boolean sliced = design == Design.SLICES || design == Design.SLICES_BIT_SERIAL;
        String limit = sliced ? "" : "saturation: 0.5, ";
        integrator = part(Integration.class, "{kind: integrator, " + limit + FREE);
        String driver = pulses ? "{kind: pulse-duration, bits: 8, unit: 1 ns, " : "{kind: bit-serial, ";
        encoding = part(Driver.class, driver + FREE).encoding(8, false);
        int levels = sliced ? 4 : 256;
        slices = new Product[sliced ? 4 : 1];
        for (int slice = 0; slice < slices.length; slice++) {
            float[][] digits = digits(levels);
            slices[slice] = (kernel.equals("plain") ? ProductKernel.PLAIN : ProductKernel.BEST)
                    .product(design == Design.PULSE_PROGRAMMED ? programmed(digits, levels - 1) : digits, COLUMNS);
        }
        for (int i = 0; i < codes.length; i++) {
            codes[i] = random.nextInt(256);
        }
        fullScale = (double) ROWS * encoding.largestDigit() * (levels - 1);
        converter = converter(fullScale / 2);
    }

    private float[][] digits(int levels) {
        float[][] digits = new float[ROWS][COLUMNS];
        for (float[] row : digits) {
            for (int c = 0; c < COLUMNS; c++) {
                row[c] = random.nextInt(levels);
            }
        }
        return digits;
    }

    private float[][] programmed(float[][] digits, int largest) {
        scale(digits, 1f / largest);
        CellModel cells = CellModel.of(part(Cell.class, "{device: rram-wan}"), 1);
        cells.program(digits, random);
        float[][] sensed = cells.behind(part(ArrayWires.class, "{row: 1 Ohm, column: 1 Ohm}"), digits);
        scale(sensed, largest);
        return sensed;
    }

    private static void scale(float[][] values, float factor) {
        for (float[] row : values) {
            for (int c = 0; c < row.length; c++) {
                row[c] *= factor;
            }
        }
    }

    private static Converter converter(double high) {
        return part(Readout.class, "{kind: sar, bits: 8, rate: 1 GS/s, count: 1, " + FREE)
                .conversion()
                .converter(COLUMNS, 1, 0, high, 1, new SplittableRandom(2));
    }

    private static <T> T part(Class<T> type, String yaml) {
        return Binder.bind(Yaml.parse("bench.yaml", yaml), type);
    }

    /** A batch; returns what clipped or saturated. */
    @Benchmark
    public long run() {
        long lost = 0;
        Arrays.fill(outputs, 0);
        for (int phase = 0; phase < encoding.phases(); phase++) {
            encoding.digits(phase, codes, codes.length, digits);
            double weight = encoding.significance(phase);
            for (Product slice : slices) {
                slice.multiply(digits, VECTORS, sums);
                lost += integrator.keep(sums, sums.length, fullScale, 0, random);
                lost += converter.convert(sums, VECTORS);
                ShiftAdd.add(sums, sums.length, (float) weight, outputs);
                weight *= 4;
            }
        }
        return lost;
    }
}
