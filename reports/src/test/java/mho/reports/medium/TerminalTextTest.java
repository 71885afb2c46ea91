package mho.reports.medium;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {
    @Test
    void ratesOfInputsHaveAPrefixAndFourDigits() {
        assertThat(TerminalText.perSecond(625_000, "inputs")).isEqualTo("625 k inputs/s");
        assertThat(TerminalText.perSecond(8525.149, "inputs")).isEqualTo("8.525 k inputs/s");
        assertThat(TerminalText.perSecond(85.25149, "inputs")).isEqualTo("85.25 inputs/s");
    }

    @Test
    void aRatioIsFourDigitsOrASign() {
        assertThat(TerminalText.ratio(0.0)).isEqualTo("0");
        assertThat(TerminalText.ratio(1.0)).isEqualTo("=");
        assertThat(TerminalText.ratio(Double.POSITIVE_INFINITY)).isEqualTo("∞");
        assertThat(TerminalText.ratio(null)).isEqualTo("–");
    }
}
