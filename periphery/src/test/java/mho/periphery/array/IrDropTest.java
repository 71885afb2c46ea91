package mho.periphery.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import mho.periphery.array.ArrayWires.Drive;
import mho.periphery.device.Draws;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IrDropTest {

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theArrayActsAsKirchhoffsLawsSayWithEveryNodeInThem(int seed) {
        RandomGenerator random = Draws.of(seed);
        float[][] cells = cells(random, 1 + random.nextInt(9), 1 + random.nextInt(9));
        double row = Math.pow(10, random.nextDouble(-3, 4));
        double column = Math.pow(10, random.nextDouble(-3, 4));
        Drive drive = random.nextBoolean() ? Drive.ONE_SIDE : Drive.BOTH_SIDES;
        ArrayWires wires = new ArrayWires(row, column, drive);
        double[][] expected = Kirchhoff.effective(cells, wires);
        Multiport array = Multiport.of(cells, wires);
        for (int r = 0; r < cells.length; r++) {
            for (int c = 0; c < cells[r].length; c++) {
                assertThat(array.transfer(r, c))
                        .as("seed %s, %s x %s, %s, cell %s %s", seed, cells.length, cells[r].length, wires, r, c)
                        .isCloseTo(expected[r][c], within(1e-9 * Math.abs(expected[r][c]) + 1e-9 * 1e-6));
            }
        }
    }

    @Test
    void oneCellIsInSeriesWithItsTwoWires() {
        ArrayWires wires = new ArrayWires(1000, 2000, Drive.ONE_SIDE);
        float[][] cell = {{1e-4f}};
        assertThat(IrDrop.effective(cell, wires)[0][0]).isCloseTo(1f / 13_000, Percentage.withPercentage(1e-4));
        // from both sides, the row's two pieces are in parallel
        ArrayWires both = new ArrayWires(1000, 2000, Drive.BOTH_SIDES);
        assertThat(IrDrop.effective(cell, both)[0][0]).isCloseTo(1f / 12_500, Percentage.withPercentage(1e-4));
    }

    @Test
    void wiresWithoutResistanceLoseNothing() {
        float[][] cells = cells(Draws.of(1), 20, 30);
        assertThat(IrDrop.effective(cells, new ArrayWires(0, 0, Drive.ONE_SIDE)))
                .isDeepEqualTo(cells);
        float[][] nearly = IrDrop.effective(cells, new ArrayWires(1e-12, 0, Drive.ONE_SIDE));
        for (int r = 0; r < cells.length; r++) {
            assertThat(nearly[r]).containsExactly(cells[r], within(1e-12f));
        }
    }

    @Test
    void aLadderOfRowsAloneIsSolvedByHand() {
        // Columns without resistance: each row is a ladder. 1 V, 1 Ohm, 1 S, 1 Ohm, 1 S: nodes at 0.4 and 0.2 V.
        float[][] row = {{1, 1}};
        float[][] effective = IrDrop.effective(row, new ArrayWires(1, 0, Drive.ONE_SIDE));
        assertThat(effective[0]).containsExactly(new float[] {0.4f, 0.2f}, within(1e-6f));
        float[][] both = IrDrop.effective(row, new ArrayWires(1, 0, Drive.BOTH_SIDES));
        assertThat(both[0]).containsExactly(new float[] {0.5f, 0.5f}, within(1e-6f));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void moreResistanceNeverBringsAnyCurrentNearerToThatOfTheCellsAlone(int seed) {
        float[][] cells = cells(Draws.of(seed), 24, 17);
        double before = 0;
        for (double ohm = 0.01; ohm < 1e4; ohm *= 2) {
            double lost = lost(cells, IrDrop.effective(cells, new ArrayWires(ohm, ohm, Drive.ONE_SIDE)));
            assertThat(lost).as("seed %s, %s Ohm", seed, ohm).isGreaterThan(before);
            double fromBoth = lost(cells, IrDrop.effective(cells, new ArrayWires(ohm, ohm, Drive.BOTH_SIDES)));
            assertThat(fromBoth).as("seed %s, %s Ohm, both sides", seed, ohm).isLessThan(lost);
            before = lost;
        }
    }

    /** Noise over signal for unit inputs: the squares of what the conductances have lost. */
    private static double lost(float[][] cells, float[][] effective) {
        double noise = 0;
        double signal = 0;
        for (int r = 0; r < cells.length; r++) {
            for (int c = 0; c < cells[r].length; c++) {
                noise += Math.pow(cells[r][c] - effective[r][c], 2);
                signal += Math.pow(cells[r][c], 2);
            }
        }
        return noise / signal;
    }

    @Test
    void inAnArrayOf256By256MostIsLostFarFromDriverAndVirtualGround() {
        float[][] cells = cells(Draws.of(7), 256, 256);
        float[][] effective = IrDrop.effective(cells, new ArrayWires(1, 1, Drive.ONE_SIDE));

        assertThat(effective[0][255] / cells[0][255]).isLessThan(effective[255][0] / cells[255][0]);
    }

    private static float[][] cells(RandomGenerator random, int rows, int columns) {
        float[][] cells = new float[rows][columns];
        for (float[] row : cells) {
            for (int c = 0; c < columns; c++) {
                row[c] = random.nextInt(8) == 0 ? 0 : (float) (25e-6 * random.nextDouble());
            }
        }
        return cells;
    }
}
