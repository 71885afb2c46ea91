package mho.periphery.neuron;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShiftAddTest {

    @Test
    void phasesAndSlicesAreWeightedAndSummed() {
        float[] sums = {1, 1, 1};
        ShiftAdd.add(new float[] {3, -1, 7}, 2, 4, sums);
        ShiftAdd.add(new float[] {1, 2, 7}, 2, -128, sums);
        assertThat(sums).containsExactly(1 + 12 - 128, 1 - 4 - 256, 1);
    }

    @Test
    void doublesHoldWhatFloatsRound() {
        float[] odd = {16777215};
        double[] sums = {0};
        ShiftAdd.add(odd, 1, 65536.0, sums);
        ShiftAdd.add(odd, 1, 1.0, sums);
        assertThat(sums).containsExactly(16777215.0 * 65537);
    }
}
