package mho.arch.machine;

import static mho.arch.machine.OneLayer.COLUMNS;
import static mho.arch.machine.OneLayer.ROWS;
import static mho.arch.machine.OneLayer.VECTORS;
import static mho.arch.machine.OneLayer.fine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.arch.element.crossbar.values.WrittenArrays;
import mho.core.quantity.Quantity;
import mho.periphery.readout.Converter;
import mho.periphery.readout.Readout;
import mho.workloads.network.Activation;
import mho.workloads.values.TrainedMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Capacitors, converters and neurons, one imperfection at a time against its closed form, through a whole layer. */
class ReadoutEffectsTest {
    private static final double OFF = 0.1 / (25 - 0.1); // off-conductance over the window
    private static final double LARGEST_INPUT = (1 << 14) - 1;
    private static final double LARGEST_WEIGHT = (1 << 13) - 1;
    private static final int SEEDS = 24;

    private final OneLayer layer = new OneLayer(Activation.NONE);

    @ParameterizedTest
    @ValueSource(strings = {"1 ms", "200 us", "50 us"})
    void droopScalesEveryOutputByAnExponential(String tau) {
        ChipSpec chip = fine("tile.core.integration.droop-time=" + tau);
        Readout adc = Given.crossbar(chip).adc();
        double held =
                adc.convertSeconds(adc.columnsPerConverter(Given.crossbar(chip).columns()));
        double left = Math.exp(-held / Quantity.parse(tau, "s"));
        float[] made = layer.computed(chip, 0, 1).values();
        double product = 0;
        double power = 0;
        for (int i = 0; i < made.length; i++) {
            product += (double) made[i] * layer.wanted.values()[i];
            power += (double) layer.wanted.values()[i] * layer.wanted.values()[i];
        }
        assertThat(product / power).isCloseTo(left, within(1e-3));
        assertThat(left).isLessThan(0.98);
    }

    @Test
    void errorsOfSamplesAddUpAsSquares() {
        // Two samples an output, of sigma = error * full scale; a full scale is 256 rows at their highest, each a
        // largest
        // input times a largest weight.
        double error = 2e-4;
        ChipSpec chip = fine(
                "tile.core.integration={kind: sample-and-hold, error: %s, energy: 1 pJ, area: 1 um2}".formatted(error));
        double sigma = error * 256 * largestInput();
        double expected = 2 * sigma * sigma * COLUMNS * VECTORS;
        assertThat(layer.tally(chip, 0, 1).error).isCloseTo(expected, within(0.05 * expected));
    }

    private double largestInput() {
        double largest = 0;
        for (float x : layer.inputs.get(0).values()) {
            largest = Math.max(largest, x);
        }
        return largest;
    }

    @Test
    void offsetsOfConvertersMoveEveryConversionOfAColumnAlike() {
        expectOfConverters("offset-error=20", lsb -> 20 * lsb);
    }

    @Test
    void gainsOfConvertersErrInProportionToTheSum() {
        expect("gain-error=1 %", (sum, lsb, width) -> 0.01 * sum);
    }

    @Test
    void theBowOfAConverterIsAParabolaBetweenItsEnds() {
        expect("nonlinearity=20", (sum, lsb, width) -> 20 * lsb * 4 * (sum / width) * (1 - sum / width));
    }

    private interface Deviation {
        /** One standard deviation of what a column yields, in units of the output. */
        double of(double sum, double lsb, double width);
    }

    private void expectOfConverters(String setting, DoubleUnaryOperator ofLsb) {
        expect(setting, (sum, lsb, width) -> ofLsb.applyAsDouble(lsb));
    }

    /** A column has a converter of its own, so 24 chips of 120 columns estimate a variance to sqrt(2 / 2880) = 2.6 %. */
    private void expect(String setting, Deviation deviation) {
        ChipSpec chip = fine("tile.core.adc.bits=12", "tile.core.adc." + setting);
        ProgrammedNetwork on = layer.on(chip, 0, 1);
        Converter converter =
                WrittenArrays.of(on.state(on.network().node(1)), 1).get(0).converter();
        double unit = largestInput() / LARGEST_INPUT / LARGEST_WEIGHT;
        double lsb = converter.step() * unit;
        double width = converter.high() * unit;
        double expected = 0;
        float[][] weights = TrainedMatrix.of(layer.network.node(1)).weights(0, 0);
        for (int v = 0; v < VECTORS; v++) {
            for (int c = 0; c < COLUMNS; c++) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    double sigma = deviation.of(sum(weights, v, c, sign), lsb, width);
                    expected += sigma * sigma;
                }
            }
        }
        double error = IntStream.range(0, SEEDS)
                        .mapToDouble(seed -> layer.tally(chip, 0, seed).error)
                        .sum()
                / SEEDS;
        assertThat(error).isCloseTo(expected, within(0.09 * expected));
    }

    private double sum(float[][] weights, int vector, int column, int sign) {
        double sum = 0;
        for (int r = 0; r < ROWS; r++) {
            sum += layer.inputs.get(0).values()[vector * ROWS + r] * (Math.max(0, sign * weights[r][column]) + OFF);
        }
        return sum;
    }

    @ParameterizedTest(name = "{0} in {1} pieces")
    @CsvSource({"SIGMOID, 4", "SIGMOID, 8", "SIGMOID, 16", "TANH, 4", "TANH, 8", "TANH, 16"})
    void aFunctionOfStraightPiecesErrsBySquareOfTheirNumber(Activation function, int pieces) {
        OneLayer bent = new OneLayer(function);
        double bound = (function == Activation.TANH ? 2 : 1) * 0.83 / (pieces * (double) pieces);
        double exact = bent.largestError(fine());
        double error = bent.largestError(fine("tile.activation.segments=" + pieces));
        assertThat(error).isBetween(0.4 * bound, bound + exact);
        assertThat(exact).as("rounding of the chip without").isLessThan(bound / 3);
    }

    @Test
    void aFiniteGainRoundsTheCornerOfAReluByAnEighthOfFullScaleOverGain() {
        OneLayer bent = new OneLayer(Activation.RELU);
        double fullScale = 0;
        for (float sum : layer.wanted.values()) {
            fullScale = Math.max(fullScale, Math.abs(sum));
        }
        double error = bent.largestError(fine("tile.activation.segments=1", "tile.activation.gain=20"));
        assertThat(error).isCloseTo(fullScale / (8 * 20), within(0.03 * fullScale / (8 * 20)));
        assertThat(bent.largestError(fine("tile.activation.segments=1"))).isLessThan(error / 10);
    }

    @Test
    void aBitMoreNeverCostsSqnr() {
        double before = Double.NEGATIVE_INFINITY;
        for (int bits = 2; bits <= 16; bits++) {
            double sqnr = LayerValues.sqnrDb(layer.tally(fine("tile.core.adc.bits=" + bits), 0, 1));
            assertThat(sqnr).as("%d bits", bits).isGreaterThan(before - 0.3);
            before = sqnr;
        }
    }
}
