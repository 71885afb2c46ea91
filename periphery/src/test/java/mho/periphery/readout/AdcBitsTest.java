package mho.periphery.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdcBitsTest {

    @ParameterizedTest(name = "{0} rows, {1} b inputs, {2} b cells, flipped {3}: {4} b")
    @CsvSource({
        "128, 1, 2, false,  9", // ISAAC as it stands
        "128, 1, 2, true,   8", // ISAAC with flipped weights: the 8 b converter of its Table I
        "128, 2, 2, false, 11", // both above one: no bit is saved
        "128, 2, 2, true,  10",
        "128, 2, 1, false,  9",
        "128, 1, 1, false,  8",
        "256, 1, 2, false, 10",
        "100, 1, 2, false,  9", // counts as 128 rows
        "129, 1, 2, false, 10",
        "  1, 1, 1, false,  1",
        "  1, 1, 1, true,   1",
    })
    void theResolutionFollowsRowsInputAndCell(int rows, int driver, int cell, boolean flipped, int bits) {
        assertThat(AdcBits.required(rows, driver, cell, flipped)).isEqualTo(bits);
    }

    @Test
    void everySumOfABinaryColumnHasACodeOfItsOwn() {
        for (int rows = 1; rows <= 4096; rows++) {
            int bits = AdcBits.required(rows, 1, 1);
            assertThat(1L << bits).as("%d rows", rows).isGreaterThan(rows);
        }
    }

    @Test
    void nothingHasFewerThanOneRowOrBit() {
        assertThatThrownBy(() -> AdcBits.required(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AdcBits.required(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AdcBits.required(1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
