package mho.reports.medium;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTextTest {
    @Test
    void operationsPerJouleAreWrittenPerSecondAndWattAsEverywhere() {
        assertThat(PageText.of(2.5e12, "op/J"))
                .isEqualTo(PageText.of(2.5e12, "OP/s/W"))
                .isEqualTo("2.5 TOP/s/W");
    }

    @ParameterizedTest
    @CsvSource({
        "3.192e-4, s, 319.2 µs",
        "0, J, 0 J",
        "9.9999e-4, s, 1 ms",
        "4.1288e13, OP/s, 41.29 TOP/s",
        "4.1288e13, op/s, 41.29 TOP/s",
        "1.81e17, op/s/m2, 181 GOP/s/mm²",
        "1e-30, J, 0.000000000001 aJ",
        "-2.5e-3, W, -2.5 mW",
        "8.542e-5, m2, 85.42 mm²",
        "1.66e-13, m2, 0.166 µm²",
        "26.31, dB, 26.3 dB",
        "NaN, s, –",
        "12.50, '', 12.5",
        "0.8751, '', 0.8751",
    })
    void figuresHaveFourDigitsAndAPrefix(double si, String unit, String shown) {
        assertThat(PageText.of(si, unit)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0.3821, 38.2 %", "0, 0 %", "1, 100 %", "0.0000441, 0.00441 %", ", –"})
    void sharesHaveThreeDigits(Double part, String shown) {
        assertThat(PageText.percent(part)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 input", "2, 2 inputs", "14450688, 14\u202f450\u202f688 inputs"})
    void countsAgreeWithTheirNouns(long count, String shown) {
        assertThat(PageText.plural(count, "input")).isEqualTo(shown);
    }
}
