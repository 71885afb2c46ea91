package mho.periphery.array;

import static mho.periphery.Parts.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import mho.core.yaml.BadInput;
import mho.periphery.device.Draws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellModelTest {

    private static final double DAY = 86_400;

    static CellModel model(String cell, double seconds) {
        return CellModel.of(part(Cell.class, cell), seconds);
    }

    /** An array of 256 x 256 cells, all asked for the same level, as it is read. */
    static float[][] programmed(CellModel model, double level, long seed) {
        float[][] levels = filled(256, 256, level);
        model.program(levels, Draws.of(seed));
        return levels;
    }

    static float[][] filled(int rows, int columns, double level) {
        float[][] levels = new float[rows][columns];
        for (float[] row : levels) {
            Arrays.fill(row, (float) level);
        }
        return levels;
    }

    static double mean(float[][] values) {
        double sum = 0;
        long count = 0;
        for (float[] row : values) {
            for (float value : row) {
                sum += value;
                count++;
            }
        }
        return sum / count;
    }

    static double deviation(float[][] values) {
        double mean = mean(values);
        double sum = 0;
        long count = 0;
        for (float[] row : values) {
            for (float value : row) {
                sum += (value - mean) * (value - mean);
                count++;
            }
        }
        return Math.sqrt(sum / count);
    }

    @Test
    void aCellThatSaysNothingKeepsExactlyWhatItIsAskedToHold() {
        CellModel model = model("{}", 0);
        assertThat(model.ideal()).isTrue();
        assertThat(model.quiet()).isTrue();
        float[][] levels = {{0, 0.1f, 0.7f, 1}};
        Programming programming = model.program(levels, Draws.of(1));
        assertThat(levels[0]).containsExactly(0, 0.1f, 0.7f, 1);
        assertThat(Programming.compensation(programming)).isEqualTo(1);
    }

    @Test
    void programmingErrorIsAShareOfTheWindowAtEveryLevel() {
        CellModel model = model("{programming-error: 5 %}", 0);
        assertThat(model.ideal()).isFalse();
        for (double level : new double[] {0, 0.3, 1}) {
            float[][] levels = programmed(model, level, 11);
            assertThat(mean(levels)).isCloseTo(level, within(0.001));
            assertThat(deviation(levels)).isCloseTo(0.05, within(0.0005));
        }
    }

    @Test
    void aDeviceOfWhichNoMoreIsKnownIsAsExactAsItsTuningOrItsLastPulse() {
        assertThat(deviation(programmed(model("{device: nor-flash}", 0), 0.4, 1)))
                .isCloseTo(0.01, within(0.0002));
        assertThat(deviation(programmed(model("{device: epiram}", 0), 1, 1))).isCloseTo(0.02, within(0.0003));
        assertThat(deviation(programmed(model("{device: epiram, programming-error: 0 %}", 0), 1, 1)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noiseOfAnOutputIsTheSumOfTheSquaresOfItsInputsTimesTheErrorsVariance(long seed) {
        double sigma = 0.1;
        float[][] levels = programmed(model("{programming-error: 10 %}", 0), 0.5, seed);
        double squares = 0;
        double[] outputs = new double[256];
        for (int row = 0; row < 256; row++) {
            double input = Math.sin(row);
            squares += input * input;
            for (int column = 0; column < 256; column++) {
                outputs[column] += input * (levels[row][column] - 0.5);
            }
        }
        double variance = Arrays.stream(outputs).map(y -> y * y).average().orElseThrow();
        // 256 columns: the variance is known within sqrt(2 / 256), 9 %; four times that
        assertThat(variance / (squares * sigma * sigma)).as("seed %s", seed).isCloseTo(1, within(0.36));
    }

    @Test
    void everyCellHasADrawOfItsOwn() {
        float[][] levels = programmed(model("{programming-error: 10 %, spread: 5 %}", 0), 0.5, 5);
        assertThat(correlation(levels, 0, 1)).isCloseTo(0, within(0.016));
        assertThat(correlation(levels, 1, 0)).isCloseTo(0, within(0.016));
        assertThat(correlation(levels, 1, 1)).isCloseTo(0, within(0.016));
    }

    private static double correlation(float[][] values, int down, int across) {
        double mean = mean(values);
        double sum = 0;
        int count = 0;
        for (int row = down; row < values.length; row++) {
            for (int column = across; column < values[row].length; column++) {
                sum += (values[row][column] - mean) * (values[row - down][column - across] - mean);
                count++;
            }
        }
        return sum / count / Math.pow(deviation(values), 2);
    }

    @Test
    void levelsAreTheNearestOfThoseThereAre() {
        float[][] levels = {{0, 0.1f, 0.17f, 0.49f, 0.6f, 1}};
        model("{levels: 4}", 0).program(levels, Draws.of(1));
        assertThat(levels[0]).containsExactly(new float[] {0, 0, 1 / 3f, 1 / 3f, 2 / 3f, 1}, within(1e-7f));
        float[][] binary = {{0.2f, 0.9f}};
        model("{device: stt-mram}", 0).program(binary, Draws.of(1));
        assertThat(binary[0]).containsExactly(0, 1);
    }

    @Test
    void roundingToLevelsAddsTheNoiseOfAUniformQuantiser() {
        int count = 16;
        float[][] levels = new float[256][256];
        var random = Draws.of(3);
        double error = 0;
        float[][] asked = new float[256][256];
        for (int row = 0; row < 256; row++) {
            for (int column = 0; column < 256; column++) {
                asked[row][column] = random.nextFloat();
                levels[row][column] = asked[row][column];
            }
        }
        model("{levels: 16}", 0).program(levels, Draws.of(1));
        for (int row = 0; row < 256; row++) {
            for (int column = 0; column < 256; column++) {
                error += Math.pow(levels[row][column] - asked[row][column], 2);
            }
        }
        double step = 1.0 / (count - 1);
        assertThat(error / 65536).isCloseTo(step * step / 12, within(0.02 * step * step / 12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void cellsAreStuckAtTheRateAskedFor(long seed) {
        CellModel model = model("{stuck-on: 0.2 %, stuck-off: 1 %, programming-error: 1 %}", 0);
        float[][] levels = filled(256, 256, 0.5);
        Programming programming = model.program(levels, Draws.of(seed));
        long on = 0;
        long off = 0;
        for (float[] row : levels) {
            for (float level : row) {
                on += level == 1 ? 1 : 0;
                off += level == 0 ? 1 : 0;
            }
        }
        assertThat(programming.cells()).isEqualTo(65536);
        assertThat(programming.stuckOn()).isEqualTo(on);
        assertThat(programming.stuckOff()).isEqualTo(off);
        assertThat(chi(on, 0.002)).as("seed %s", seed).isLessThan(4);
        assertThat(chi(off, 0.01)).as("seed %s", seed).isLessThan(4);
    }

    /** How many standard deviations a count of 65,536 trials is off. */
    private static double chi(long count, double rate) {
        return Math.abs(count - 65536 * rate) / Math.sqrt(65536 * rate * (1 - rate));
    }

    @Test
    void spreadScalesACellsConductanceAndSoLeavesNothingAtNothing() {
        CellModel model = model("{spread: 7 %, on-conductance: 20 uS, off-conductance: 10 uS}", 0);
        // 7 % of 20 uS over a window of 10 uS, and 7 % of 10 uS
        assertThat(deviation(programmed(model, 1, 2))).isCloseTo(0.14, within(0.002));
        assertThat(deviation(programmed(model, 0, 2))).isCloseTo(0.07, within(0.001));
        assertThat(deviation(programmed(model("{spread: 7 %}", 0), 0, 2))).isZero();
    }

    @Test
    void aDevicesConductanceNeverFallsBelowNothing() {
        float[][] levels = programmed(model("{device: pcm-joshi}", 0), 0, 4);
        for (float[] row : levels) {
            for (float level : row) {
                assertThat(level).isNotNegative();
            }
        }
        // the ideal device has no zero: errors stay what was asked for
        assertThat(mean(programmed(model("{programming-error: 5 %}", 0), 0, 4))).isCloseTo(0, within(0.001));
    }

    @Test
    void phaseChangeCellsDriftByThePowerLawOfTheirLevel() {
        CellModel early = model("{device: pcm-joshi, programming-error: 0 %}", 20);
        assertThat(programmed(early, 1, 1)[3][4]).isEqualTo(1);
        CellModel late = model("{device: pcm-joshi, programming-error: 0 %}", DAY);
        assertDrift(late, 1, 0.049, 0.008);
        assertDrift(late, 0.1, 0.0155 * Math.log(10) + 0.0244, 0.0125 * Math.log(10) - 0.0059);
        assertDrift(late, 0.01, 0.0155 * Math.log(100) + 0.0244, 0.045);
    }

    private static void assertDrift(CellModel model, double level, double mean, double deviation) {
        float[][] exponents = programmed(model, level, 9);
        for (float[] row : exponents) {
            for (int column = 0; column < row.length; column++) {
                row[column] = (float) (-Math.log(row[column] / level) / Math.log(DAY / 20));
            }
        }
        assertThat(mean(exponents)).isCloseTo(mean, within(0.02 * mean));
        assertThat(deviation(exponents)).isCloseTo(deviation, within(0.03 * deviation));
    }

    @Test
    void driftCompensationGivesBackWhatAllCellsTogetherLost() {
        CellModel late = model("{device: pcm-joshi, programming-error: 0 %}", DAY);
        float[][] levels = filled(256, 256, 1);
        Programming programming = late.program(levels, Draws.of(1));
        assertThat(Programming.compensation(programming)).isCloseTo(1 / mean(levels), within(1e-6));
        assertThat(Programming.compensation(programming, programming))
                .isCloseTo(Programming.compensation(programming), within(1e-12));
        assertThat(mean(levels)).isCloseTo(Math.pow(DAY / 20, -0.049), within(0.003));
    }

    @Test
    void theTablesOfWanAreReproducedAtTheirTimesAndLieBetweenThemInBetween() {
        // 40 uS fits; off-conductance laid to zero so that a level is G / Gmax
        String cell = "{device: rram-wan, off-conductance: 1 pS}";
        assertThat(deviation(programmed(model(cell, 1), 0.5, 1)) * 40).isCloseTo(2.023, within(0.02));
        assertThat(deviation(programmed(model(cell, DAY), 0.5, 1)) * 40).isCloseTo(3.909, within(0.04));
        assertThat(deviation(programmed(model(cell, 2 * DAY), 0.5, 1)) * 40).isCloseTo(3.929, within(0.04));
        assertThat(deviation(programmed(model(cell, 3600), 0.5, 1)) * 40).isBetween(2.1, 3.8);
        assertThatThrownBy(() -> model(cell, 3 * DAY))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("later than anybody has measured device \"rram-wan\"");
    }

    @Test
    void conductiveMetalOxideDecaysInTheLogarithmOfTime() {
        float[][] levels = programmed(model("{device: cmo-hfox, programming-error: 0 %}", DAY), 0.5, 1);
        double range = 88.2 - 9;
        assertThat((mean(levels) - 0.5) * range).isCloseTo(-0.089002 * Math.log(DAY), within(0.02));
        assertThat(deviation(levels) * range).isCloseTo(0.411833 + 0.042011 * Math.log(DAY), within(0.02));
    }

    @Test
    void sonosLosesByItsTableBetweenDaysInProportion() {
        CellModel halfDay = model("{device: sonos, programming-error: 0 %}", DAY / 2);
        CellModel day = model("{device: sonos, programming-error: 0 %}", DAY);
        double level = 1;
        double lost = mean(programmed(day, level, 3)) - level;
        assertThat(mean(programmed(halfDay, level, 3)) - level).isCloseTo(lost / 2, within(0.002));
        assertThat(deviation(programmed(model("{device: sonos}", 0), level, 3)) * 16)
                .isCloseTo(0.1988665 * (1 - Math.exp(-1600 / 176.3115)), within(0.003));
    }

    @Test
    void readNoiseGrowsWithTheLogarithmOfTime() {
        double g = 0.5;
        double q = 0.0088 / Math.pow(g, 0.65);
        double expected = g * q * Math.sqrt(Math.log((DAY + 250e-9) / 500e-9));
        assertThat(model("{device: pcm-joshi}", DAY).readSigma(g, g)).isCloseTo(expected, within(1e-12));
        assertThat(model("{device: pcm-joshi}", 20).readSigma(g, g)).isLessThan(expected);
        assertThat(model("{device: pcm-joshi}", 0).readSigma(g, g))
                .isEqualTo(model("{device: pcm-joshi}", 20).readSigma(g, g));
        assertThat(model("{device: pcm-joshi}", 20).readSigma(0, 0)).isZero();
        assertThat(model("{device: rram-wan}", 20).readSigma(0.3, 0.3)).isCloseTo(0.4 / 39, within(1e-12));
    }

    @Test
    void readErrorOfTheCellStandsOverItsDevices() {
        CellModel model = model("{device: pcm-joshi, read-error: 2 %}", DAY);
        assertThat(model.readSigma(0.1, 0.1)).isEqualTo(0.02);
        assertThat(model.quiet()).isFalse();
        assertThat(model("{device: pcm-joshi, read-error: 0 %}", DAY).quiet()).isTrue();
    }

    @Test
    void everyCellHasAVarianceOfItsOwn() {
        float[][] programmed = {{0.4f, 1}, {0.7f, 0}};
        float[][] now = {{0.2f, 1}, {0.7f, 0}};
        CellModel model = model("{device: pcm-joshi}", DAY);
        float[][] variances = model.readVariances(programmed, now);
        assertThat(variances[0][0]).isCloseTo((float) Math.pow(model.readSigma(0.4f, 0.2f), 2), within(1e-9f));
        assertThat(variances[1][1]).isZero();
    }

    @Test
    void noiseThatIsAPartOfTheConductanceDriftsWithIt() {
        CellModel day = model("{device: pcm-joshi}", DAY);
        assertThat(day.readSigma(0.5, 0.3)).isCloseTo(0.6 * day.readSigma(0.5, 0.5), within(1e-12));
        // of CMO/HfOx it is a law in siemens, of the conductance there is
        CellModel cmo = model("{device: cmo-hfox}", DAY);
        assertThat(cmo.readSigma(0.5, 0.3)).isEqualTo(cmo.readSigma(0.3, 0.3)).isLessThan(cmo.readSigma(0.5, 0.5));
    }

    @Test
    void programmingRemembersTheLevelsBeforeTimeTookItsToll() {
        float[][] late = filled(3, 5, 0.5);
        float[][] soon = filled(3, 5, 0.5);
        Programming programming = model("{device: pcm-joshi}", DAY).program(late, Draws.of(1));
        model("{device: pcm-joshi}", 0).program(soon, Draws.of(1));
        for (int row = 0; row < soon.length; row++) {
            assertThat(programming.programmed()[row]).containsExactly(soon[row], within(1e-6f));
            assertThat(programming.programmed()[row][0]).isGreaterThan(late[row][0]);
        }
    }

    @Test
    void wiresActOnLevelsAsTheyDoOnSiemens() {
        CellModel model = model("{on-conductance: 25 uS, off-conductance: 5 uS}", 0);
        float[][] levels = {{0, 0.5f, 1}, {1, 0.2f, 0}};
        ArrayWires wires = new ArrayWires(500, 500, ArrayWires.Drive.ONE_SIDE);
        float[][] effective = model.behind(wires, levels);
        assertThat(levels[0]).containsExactly(0, 0.5f, 1);
        model.toSiemens(levels);
        float[][] expected = IrDrop.effective(levels, wires);
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 3; column++) {
                assertThat(5e-6 + effective[row][column] * 20e-6).isCloseTo(expected[row][column], within(1e-11));
            }
        }
        assertThat(effective[0][0]).isNegative();
        assertThat(model("{}", 0).behind(new ArrayWires(0, 0, ArrayWires.Drive.ONE_SIDE), levels))
                .isDeepEqualTo(levels);
    }

    @Test
    void anArrayComesOutTheSameInWhateverOrderArraysAreProgrammed() {
        CellModel model = model("{device: pcm-hermes-2, stuck-off: 1 %}", DAY);
        float[][] first = filled(9, 7, 0.4);
        float[][] second = filled(9, 7, 0.4);
        model.program(first, Draws.of(42, "cells", "3/17"));
        model.program(second, Draws.of(42, "cells", "17/3"));
        float[][] again = filled(9, 7, 0.4);
        model.program(again, Draws.of(42, "cells", "3/17"));
        assertThat(again).isDeepEqualTo(first);
        assertThat(second[4]).isNotEqualTo(first[4]);
    }

    @Test
    void aLargerCellOfTheSameDeviceHasLargerErrors() {
        // twice the window, twice the error in siemens: the same in levels
        float[][] own = programmed(model("{device: pcm-joshi}", DAY), 0.6, 8);
        float[][] twice = programmed(model("{device: pcm-joshi, on-conductance: 50 uS}", DAY), 0.6, 8);
        for (int row = 0; row < own.length; row++) {
            assertThat(twice[row]).containsExactly(own[row], within(1e-6f));
        }
        assertThat(model("{device: pcm-joshi, on-conductance: 50 uS}", DAY).readSigma(0.6, 0.6))
                .isCloseTo(model("{device: pcm-joshi}", DAY).readSigma(0.6, 0.6), within(1e-15));
    }

    @Test
    void oneEffectLeavesTheDrawsOfAnotherAlone() {
        float[][] alone = programmed(model("{programming-error: 2 %}", 0), 0.5, 6);
        float[][] more = programmed(model("{programming-error: 4 %}", 0), 0.5, 6);
        float[][] faulty = programmed(model("{programming-error: 2 %, stuck-off: 1 %}", 0), 0.5, 6);
        for (int row = 0; row < 256; row++) {
            for (int column = 0; column < 256; column++) {
                assertThat(more[row][column] - 0.5f).isCloseTo(2 * (alone[row][column] - 0.5f), within(1e-6f));
                if (faulty[row][column] != 0) {
                    assertThat(faulty[row][column]).isEqualTo(alone[row][column]);
                }
            }
        }
    }

    @Test
    void currentsAreNominalAtFullVoltageAndTooSmallBelow() {
        CellModel linear = model("{}", 0);
        CellModel bent = model("{iv-nonlinearity: 0.5}", 0);
        assertThat(linear.current(0.3f)).isEqualTo(0.3f);
        assertThat(bent.current(1)).isEqualTo(1);
        assertThat(bent.current(0)).isZero();
        assertThat(bent.current(0.5f)).isCloseTo(0.5f * (1 + 0.5f * 0.25f) / 1.5f, within(1e-7f));
        assertThat(bent.current(-0.5f)).isEqualTo(-bent.current(0.5f));
    }

    @Test
    void conductancesInSiemensNeedAStatedWindow() {
        CellModel model = model("{on-conductance: 25 uS, off-conductance: 5 uS}", 0);
        float[][] values = {{0, 0.5f, 1}};
        model.toSiemens(values);
        assertThat(values[0]).containsExactly(new float[] {5e-6f, 15e-6f, 25e-6f}, within(1e-12f));
        model.toLevels(values);
        assertThat(values[0]).containsExactly(new float[] {0, 0.5f, 1}, within(1e-6f));
        assertThat(model.offset()).isCloseTo(0.25, within(1e-12));
        assertThatThrownBy(() -> model("{}", 0).toSiemens(values))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("cell.on-conductance: missing");
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> part(Cell.class, "{device: pcm-joshy}"))
                .hasMessageContaining("chip.yaml:1:1")
                .hasMessageContaining("did you mean \"pcm-joshi\"?");
        assertThatThrownBy(() -> part(Cell.class, "{programming-error: -1 %}"))
                .hasMessageContaining("programming-error: must be at least 0");
        assertThatThrownBy(() -> part(Cell.class, "{levels: 1}")).hasMessageContaining("levels: must be at least 2");
        assertThatThrownBy(() -> model("{stuck-on: 60 %, stuck-off: 60 %}", 0))
                .hasMessageContaining("together exceed all cells");
        assertThatThrownBy(() -> model("{on-conductance: 1 uS, off-conductance: 2 uS}", 0))
                .hasMessageContaining("off-conductance must be below on-conductance");
        assertThatThrownBy(() -> model("{}", -1)).hasMessageContaining("time since programming");
        assertThatThrownBy(() -> model("{}", Double.NaN)).hasMessageContaining("time since programming");
    }

    /** exp(0.6 / 8.617333e-5 (1/300 - 1/350)) = 27.54 times as fast: an hour at 350 K is what 27.54 hours are at 300 K. */
    @Test
    void whereItIsWarmerTimePassesFasterByTheLawOfArrhenius(@TempDir Path folder) throws IOException {
        String law =
                """
                device: warm
                about: drifts by one exponent
                source: made up
                on-conductance: 25 uS
                off-conductance: 0 S
                drift:
                  kind: power-law
                  from: 20 s
                  per: 25 uS
                  mean: {kind: polynomial, coefficients: [0.05]}
                  deviation: {kind: polynomial, coefficients: [0]}
                """;
        Path plain = Files.writeString(folder.resolve("plain.yaml"), law);
        Path warm = Files.writeString(folder.resolve("warm.yaml"), law + "  activation: {electronvolts: 0.6}\n");
        double faster = Math.exp(0.6 / 8.617333262e-5 * (1 / 300.0 - 1 / 350.0));
        assertThat(faster).isCloseTo(27.54, within(0.05));
        Cell cell = part(Cell.class, "{device: \"" + warm + "\"}");
        double left = programmed(CellModel.of(cell, 3600, 350), 1, 3)[0][0];
        assertThat(left).isCloseTo(Math.pow((20 + 3580 * faster) / 20, -0.05), within(1e-6));
        assertThat(programmed(CellModel.of(cell, 3600, 300), 1, 3))
                .isDeepEqualTo(programmed(CellModel.of(cell, 3600), 1, 3));
        Cell without = part(Cell.class, "{device: \"" + plain + "\"}");
        assertThat(programmed(CellModel.of(without, 3600, 350), 1, 3))
                .isDeepEqualTo(programmed(CellModel.of(without, 3600), 1, 3));
        assertThat(programmed(CellModel.of(cell, 20, 390), 1, 3))
                .isDeepEqualTo(programmed(CellModel.of(cell, 20), 1, 3));
    }
}
