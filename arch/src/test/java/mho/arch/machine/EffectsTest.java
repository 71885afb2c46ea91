package mho.arch.machine;

import static mho.arch.machine.OneLayer.COLUMNS;
import static mho.arch.machine.OneLayer.ROWS;
import static mho.arch.machine.OneLayer.VECTORS;
import static mho.arch.machine.OneLayer.fine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import mho.arch.chip.ChipSpec;
import mho.arch.element.Tally;
import mho.arch.element.crossbar.values.WrittenArrays;
import mho.periphery.readout.Converter;
import mho.workloads.network.Activation;
import mho.workloads.network.Network;
import mho.workloads.values.Batch;
import mho.workloads.values.Interpreter;
import org.junit.jupiter.api.Test;

/** One effect at a time, against its closed form, through whole arrays. */
class EffectsTest {
    private final OneLayer layer = new OneLayer(Activation.NONE);
    private final Network network = layer.network;
    private final List<Batch> inputs = layer.inputs;

    private double inputPower() {
        double power = 0;
        for (float x : inputs.get(0).values()) {
            power += (double) x * x;
        }
        return power;
    }

    @Test
    void aFineChipHasHardlyAnyError() {
        assertThat(LayerValues.sqnrDb(layer.tally(fine(), 0, 1))).isGreaterThan(65);
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
            error += layer.tally(fine("tile.core.array.cell.programming-error=5 %"), 0, seed).error / 40;
        }
        assertThat(error).isCloseTo(expected, within(0.09 * expected));
    }

    @Test
    void readNoiseAddsTheSumOfSquaresEitherWay() {
        double expected = 2 * 0.02 * 0.02 * inputPower() * COLUMNS;
        for (String per : List.of("column", "cell")) {
            ChipSpec chip = fine("tile.core.array.cell.read-error=2 %", "tile.core.array.cell.read-error-per=" + per);
            assertThat(layer.tally(chip, 0, 3).error).as(per).isCloseTo(expected, within(0.06 * expected));
        }
    }

    @Test
    void aPhaseThatReadsOneSideHasTheNoiseOfThatSideAlone() {
        // Each input meets either side once, in phases of their own: as much noise as in one phase.
        double expected = 2 * 0.02 * 0.02 * inputPower() * COLUMNS;
        for (String per : List.of("column", "cell")) {
            ChipSpec chip = fine(
                    "tile.core.weights.sign=cell-pair",
                    "tile.core.driver={kind: pulse-duration, bits: 15, unit: 1 ns, signed: true, phases: 4, energy: 1 pJ, area: 1 um2}",
                    "tile.core.adc={kind: sar, bits: 16, rate: 1 GS/s, count: 2, energy: 1 pJ, area: 1 um2}",
                    "tile.core.adc.once=false",
                    "tile.core.array.cell.read-error=2 %",
                    "tile.core.array.cell.read-error-per=" + per);
            assertThat(layer.tally(chip, 0, 3).error).as(per).isCloseTo(expected, within(0.06 * expected));
        }
    }

    @Test
    void aBitMoreInTheConverterIsSixDecibels() {
        double[] sqnr = new double[6];
        for (int i = 0; i < sqnr.length; i++) {
            sqnr[i] = LayerValues.sqnrDb(layer.tally(fine("tile.core.adc.bits=" + (4 + i)), 0, 1));
        }
        for (int i = 1; i < sqnr.length; i++) {
            assertThat(sqnr[i] - sqnr[i - 1]).isCloseTo(6.02, within(0.7));
        }
    }

    @Test
    void roundingOfTheConverterIsATwelfthOfAStepSquared() {
        ChipSpec chip = fine("tile.core.adc.bits=8");
        ProgrammedNetwork analog = ProgrammedNetwork.of(chip, network, inputs, 0, 1);
        Converter converter =
                WrittenArrays.of(analog.state(network.node(1)), 1).get(0).converter();
        double largestCode = (1 << 14) - 1;
        double largestWeight = (1 << 13) - 1;
        double step = converter.step() / (largestCode * largestWeight);
        double expected = 2 * step * step / 12 * COLUMNS * VECTORS;
        assertThat(layer.tally(chip, 0, 1).error).isCloseTo(expected, within(0.1 * expected));
    }

    @Test
    void moreResistanceInTheWiresNeverHelps() {
        double before = Double.POSITIVE_INFINITY;
        for (String ohms : List.of("0 Ohm", "0.1 Ohm", "0.5 Ohm", "2 Ohm", "10 Ohm")) {
            ChipSpec chip = fine("tile.core.array.wires={row: " + ohms + ", column: " + ohms + "}");
            double sqnr = LayerValues.sqnrDb(layer.tally(chip, 0, 1));
            assertThat(sqnr).as(ohms).isLessThanOrEqualTo(before + 0.1);
            before = sqnr;
        }
        assertThat(before).isLessThan(30);
    }

    @Test
    void drivingBothEndsLosesLess() {
        String wires = "tile.core.array.wires={row: 5 Ohm, column: 0.1 Ohm, drive: %s}";
        double one = LayerValues.sqnrDb(layer.tally(fine(wires.formatted("one-side")), 0, 1));
        double both = LayerValues.sqnrDb(layer.tally(fine(wires.formatted("both-sides")), 0, 1));
        assertThat(both).isGreaterThan(one + 2);
    }

    @Test
    void timeMakesPhaseChangeCellsWorseAndCompensationHelps() {
        String[] pcm = {"tile.core.array.cell={bits: 14, device: pcm-joshi}"};
        String[] compensated = {"tile.core.array.cell={bits: 14, device: pcm-joshi, drift-compensation: true}"};
        double fresh = LayerValues.sqnrDb(layer.tally(fine(pcm), 20, 1));
        double aYear = LayerValues.sqnrDb(layer.tally(fine(pcm), 3.15e7, 1));
        double aYearCompensated = LayerValues.sqnrDb(layer.tally(fine(compensated), 3.15e7, 1));
        assertThat(aYear).isLessThan(fresh - 3);
        assertThat(aYearCompensated).isGreaterThan(aYear + 3);
    }

    @Test
    void integratorsThatSaturateAreCountedAndClip() {
        ChipSpec chip = fine("tile.core.integration.saturation=0.1");
        ProgrammedNetwork analog = ProgrammedNetwork.of(chip, network, inputs, 0, 1);
        ChipArithmetic arithmetic = ChipArithmetic.of(analog);
        arithmetic.begin(0);
        new Interpreter(network, arithmetic).run(inputs);
        Tally tally = arithmetic.tally(1);
        assertThat((double) tally.saturated / tally.integrations).isBetween(0.2, 0.8);
        assertThat(LayerValues.sqnrDb(layer.tally(chip, 0, 1))).isLessThan(20);
    }

    @Test
    void sameSeedSameValues() {
        ChipSpec chip = fine("tile.core.array.cell.programming-error=5 %", "tile.core.array.cell.read-error=2 %");
        assertThat(layer.computed(chip, 0, 5).values())
                .containsExactly(layer.computed(chip, 0, 5).values());
        assertThat(layer.computed(chip, 0, 6).values())
                .isNotEqualTo(layer.computed(chip, 0, 5).values());
    }

    @Test
    void zerosDriveNothing() {
        ProgrammedNetwork analog = ProgrammedNetwork.of(fine(), network, inputs, 0, 1);
        ChipArithmetic arithmetic = ChipArithmetic.of(analog);
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
        expectConducted(fine(), x -> x);
    }

    @Test
    void voltagesConductByTheirSquareAndBentCellsByVoltageTimesCurrent() {
        String driver = "tile.core.driver={kind: voltage-level, bits: 14, energy: 1 pJ, area: 1 um2}";
        String[] linear = {driver, "tile.core.array.read-time=10 ns"};
        String[] bent = {driver, "tile.core.array.read-time=10 ns", "tile.core.array.cell.iv-nonlinearity=0.5"};
        expectConducted(fine(linear), x -> x * x);
        expectConducted(fine(bent), x -> x * x * (1 + 0.5 * x * x) / 1.5);
    }

    @Test
    void onlyTheOnesOfBitsInSeriesConductHoweverOftenColumnsAreConverted() {
        for (boolean once : List.of(true, false)) {
            ChipSpec chip = fine(
                    "tile.core.driver={kind: bit-serial, bits: 1, energy: 1 pJ, area: 1 um2}",
                    "tile.core.array.read-time=10 ns",
                    "tile.core.adc={kind: sar, bits: 16, rate: 1 GS/s, count: 2, once: %s, energy: 1 pJ, area: 1 um2}"
                            .formatted(once));
            float largest = largestInput();
            expectConducted(chip, x -> Long.bitCount(Math.round(x / largest * ((1 << 14) - 1))));
        }
    }

    @Test
    void everySignConductsOnceHoweverManyPhasesThereAre() {
        for (String phases : List.of("signed: true", "negative: two-phases", "signed: true, phases: 4")) {
            for (boolean once : List.of(true, false)) {
                ChipSpec chip = fine(
                        "tile.core.weights.sign=cell-pair",
                        "tile.core.driver={kind: pulse-duration, bits: 15, unit: 1 ns, %s, energy: 1 pJ, area: 1 um2}"
                                .formatted(phases),
                        "tile.core.adc={kind: sar, bits: 16, rate: 1 GS/s, count: 2, once: %s, energy: 1 pJ, area: 1 um2}"
                                .formatted(once));
                expectConducted(chip, x -> x);
            }
        }
    }

    private float largestInput() {
        float largest = 0;
        for (float x : inputs.get(0).values()) {
            largest = Math.max(largest, x);
        }
        return largest;
    }

    /** @param power of an input as part of the largest, over that of the largest */
    private void expectConducted(ChipSpec chip, DoubleUnaryOperator power) {
        ProgrammedNetwork analog = ProgrammedNetwork.of(chip, network, inputs, 0, 1);
        ChipArithmetic arithmetic = ChipArithmetic.of(analog);
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
                    expected += power.applyAsDouble(inputs.get(0).values()[v * ROWS + r]) * pair;
                }
            }
        }
        assertThat(arithmetic.tally(1).conducted).isCloseTo(expected, within(2e-3 * expected));
    }
}
