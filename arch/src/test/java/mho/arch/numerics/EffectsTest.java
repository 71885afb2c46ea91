package mho.arch.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.Seeds;
import mho.arch.spec.ChipSpec;
import mho.workloads.network.Network;
import mho.workloads.values.Batch;
import mho.workloads.values.FloatArithmetic;
import mho.workloads.values.Interpreter;
import org.junit.jupiter.api.Test;

/** One effect at a time, against its closed form, through whole arrays. */
class EffectsTest {
    private static final int ROWS = 200;
    private static final int COLUMNS = 60;
    private static final int VECTORS = 256;

    private final Random random = Seeds.random(7);
    private final Network network = Trained.dense(weights()).folded();
    private final List<Batch> inputs =
            List.of(Trained.evenly(VECTORS, network.node(0).output(), 0, 1, random));
    private final List<Batch> wanted = new Interpreter(network, new FloatArithmetic()).run(inputs);

    private float[][] weights() {
        float[][] weights = new float[ROWS][COLUMNS];
        for (float[] row : weights) {
            for (int c = 0; c < row.length; c++) {
                row[c] = (float) (2 * random.nextDouble() - 1);
            }
        }
        weights[0][0] = 1;
        return weights;
    }

    /** A chip whose rounding is far below the effects looked at. */
    private static ChipSpec fine(String... settings) {
        return Given.chip(
                "analog-256",
                Stream.concat(
                                Stream.of(
                                        "precision.values=14 bit",
                                        "tile.core.driver.bits=14",
                                        "tile.core.weights.bits=14",
                                        "tile.core.array.cell.bits=14",
                                        "tile.core.adc.bits=16"),
                                Stream.of(settings))
                        .toList());
    }

    private Tally tally(ChipSpec chip, double seconds, long seed) {
        return compare(chip, seconds, seed, wanted.get(0));
    }

    private Batch computed(ChipSpec chip, double seconds, long seed) {
        AnalogNetwork analog = AnalogNetwork.of(chip, network, inputs, seconds, seed);
        AnalogArithmetic arithmetic = new AnalogArithmetic(analog, false);
        arithmetic.begin(0);
        return new Interpreter(network, arithmetic).run(inputs).get(0);
    }

    private Tally compare(ChipSpec chip, double seconds, long seed, Batch reference) {
        Tally tally = new Tally();
        tally.compare(reference.values(), computed(chip, seconds, seed).values());
        return tally;
    }

    private double inputPower() {
        double power = 0;
        for (float x : inputs.get(0).values()) {
            power += (double) x * x;
        }
        return power;
    }

    @Test
    void aFineChipHasHardlyAnyError() {
        assertThat(LayerValues.sqnrDb(tally(fine(), 0, 1))).isGreaterThan(65);
    }

    @Test
    void programmingNoiseAddsTheSumOfSquares() {
        // sigma_out^2 = sum x^2 sigma^2, twice for the two cells of a pair; one weight is a conductance window. Inputs
        // are alike, so a
        // column has little more than one degree of freedom: 40 draws of 60 columns estimate the variance to sqrt(2 /
        // 2400) = 2.9 %.
        double sigma = 0.05;
        double expected = 2 * sigma * sigma * inputPower() * COLUMNS;
        double error = 0;
        for (int seed = 0; seed < 40; seed++) {
            error += tally(fine("tile.core.array.cell.programming-error=5 %"), 0, seed).error / 40;
        }
        assertThat(error).isCloseTo(expected, within(0.09 * expected));
    }

    @Test
    void readNoiseAddsTheSumOfSquaresEitherWay() {
        double expected = 2 * 0.02 * 0.02 * inputPower() * COLUMNS;
        for (String per : List.of("column", "cell")) {
            ChipSpec chip = fine("tile.core.array.cell.read-error=2 %", "tile.core.array.cell.read-error-per=" + per);
            assertThat(tally(chip, 0, 3).error).as(per).isCloseTo(expected, within(0.06 * expected));
        }
    }

    @Test
    void aBitMoreInTheConverterIsSixDecibels() {
        double[] sqnr = new double[6];
        for (int i = 0; i < sqnr.length; i++) {
            sqnr[i] = LayerValues.sqnrDb(tally(fine("tile.core.adc.bits=" + (4 + i)), 0, 1));
        }
        for (int i = 1; i < sqnr.length; i++) {
            assertThat(sqnr[i] - sqnr[i - 1]).isCloseTo(6.02, within(0.7));
        }
    }

    @Test
    void roundingOfTheConverterIsATwelfthOfAStepSquared() {
        ChipSpec chip = fine("tile.core.adc.bits=8");
        AnalogNetwork analog = AnalogNetwork.of(chip, network, inputs, 0, 1);
        Crossbar crossbar = analog.layer(1).groups().get(0).crossbars().get(0);
        double largestCode = (1 << 14) - 1;
        double largestWeight = (1 << 13) - 1;
        double step = crossbar.converter().step() / (largestCode * largestWeight);
        double expected = 2 * step * step / 12 * COLUMNS * VECTORS;
        assertThat(tally(chip, 0, 1).error).isCloseTo(expected, within(0.1 * expected));
    }

    @Test
    void moreResistanceInTheWiresNeverHelps() {
        double before = Double.POSITIVE_INFINITY;
        for (String ohms : List.of("0 Ohm", "0.1 Ohm", "0.5 Ohm", "2 Ohm", "10 Ohm")) {
            ChipSpec chip = fine("tile.core.array.wires={row: " + ohms + ", column: " + ohms + "}");
            double sqnr = LayerValues.sqnrDb(tally(chip, 0, 1));
            assertThat(sqnr).as(ohms).isLessThanOrEqualTo(before + 0.1);
            before = sqnr;
        }
        assertThat(before).isLessThan(30);
    }

    @Test
    void drivingBothEndsLosesLess() {
        String wires = "tile.core.array.wires={row: 5 Ohm, column: 0.1 Ohm, drive: %s}";
        double one = LayerValues.sqnrDb(tally(fine(wires.formatted("one-side")), 0, 1));
        double both = LayerValues.sqnrDb(tally(fine(wires.formatted("both-sides")), 0, 1));
        assertThat(both).isGreaterThan(one + 2);
    }

    @Test
    void timeMakesPhaseChangeCellsWorseAndCompensationHelps() {
        String[] pcm = {"tile.core.array.cell={bits: 14, device: pcm-joshi}"};
        String[] compensated = {"tile.core.array.cell={bits: 14, device: pcm-joshi, drift-compensation: true}"};
        double fresh = LayerValues.sqnrDb(tally(fine(pcm), 20, 1));
        double aYear = LayerValues.sqnrDb(tally(fine(pcm), 3.15e7, 1));
        double aYearCompensated = LayerValues.sqnrDb(tally(fine(compensated), 3.15e7, 1));
        assertThat(aYear).isLessThan(fresh - 3);
        assertThat(aYearCompensated).isGreaterThan(aYear + 3);
    }

    @Test
    void integratorsThatSaturateAreCountedAndClip() {
        ChipSpec chip = fine("tile.core.integration.saturation=0.1");
        AnalogNetwork analog = AnalogNetwork.of(chip, network, inputs, 0, 1);
        AnalogArithmetic arithmetic = new AnalogArithmetic(analog, false);
        arithmetic.begin(0);
        new Interpreter(network, arithmetic).run(inputs);
        Tally tally = arithmetic.tally(1);
        assertThat((double) tally.saturated / tally.integrations).isBetween(0.2, 0.8);
        assertThat(LayerValues.sqnrDb(tally(chip, 0, 1))).isLessThan(20);
    }

    @Test
    void sameSeedSameValues() {
        ChipSpec chip = fine("tile.core.array.cell.programming-error=5 %", "tile.core.array.cell.read-error=2 %");
        assertThat(computed(chip, 0, 5).values())
                .containsExactly(computed(chip, 0, 5).values());
        assertThat(computed(chip, 0, 6).values())
                .isNotEqualTo(computed(chip, 0, 5).values());
    }

    @Test
    void zerosDriveNothing() {
        AnalogNetwork analog = AnalogNetwork.of(fine(), network, inputs, 0, 1);
        AnalogArithmetic arithmetic = new AnalogArithmetic(analog, false);
        arithmetic.begin(0);
        Batch zeros = new Batch(3, inputs.get(0).shape(), new float[3 * ROWS]);
        new Interpreter(network, arithmetic).run(List.of(zeros));
        LayerValues values = LayerValues.of(1, arithmetic.tally(1), 3);
        assertThat(values.conductedPerImage()).isZero();
        assertThat(values.pulsesPerImage()).isZero();
        assertThat(values.activity()).isZero();
    }

    @Test
    void whatConductsIsTheSumOfConductanceTimesDuration() {
        ChipSpec chip = fine();
        AnalogNetwork analog = AnalogNetwork.of(chip, network, inputs, 0, 1);
        AnalogArithmetic arithmetic = new AnalogArithmetic(analog, false);
        arithmetic.begin(0);
        new Interpreter(network, arithmetic).run(inputs);
        float[][] weights =
                mho.workloads.values.TrainedMatrix.of(network.node(1)).weights(0, 0);
        double off = 0.1 / 25;
        double expected = 0;
        for (int v = 0; v < VECTORS; v++) {
            for (int r = 0; r < ROWS; r++) {
                for (float weight : weights[r]) {
                    double pair = 2 * off + (1 - off) * Math.abs(weight);
                    expected += inputs.get(0).values()[v * ROWS + r] * pair;
                }
            }
        }
        assertThat(arithmetic.tally(1).conducted).isCloseTo(expected, within(2e-3 * expected));
    }
}
