package mho.reports.medium;

import static org.assertj.core.api.Assertions.assertThat;

import mho.reports.metrics.Metric;
import org.junit.jupiter.api.Test;

class TerminalTextTest {
    @Test
    void ratesOfInputsHaveAPrefixAndFourDigits() {
        assertThat(TerminalText.perSecond(625_000, "inputs")).isEqualTo("625 k inputs/s");
        assertThat(TerminalText.perSecond(8525.149, "inputs")).isEqualTo("8.525 k inputs/s");
        assertThat(TerminalText.perSecond(85.25149, "inputs")).isEqualTo("85.25 inputs/s");
    }

    @Test
    void everyMetricHasItsUnit() {
        assertThat(TerminalText.of(Metric.ENERGY_DELAY, 1.2929e-10)).isEqualTo("129.3 pJ s");
        assertThat(TerminalText.of(Metric.ACCURACY, 0.845)).isEqualTo("84.5 %");
        assertThat(TerminalText.of(Metric.PER_AREA, 1.81e17)).isEqualTo("181.0 GOP/s/mm2");
        assertThat(TerminalText.of(Metric.LATENCY, null)).isEqualTo("–");
    }

    @Test
    void aRatioIsFourDigitsOrASign() {
        assertThat(TerminalText.ratio(0.0)).isEqualTo("0");
        assertThat(TerminalText.ratio(1.0)).isEqualTo("=");
        assertThat(TerminalText.ratio(Double.POSITIVE_INFINITY)).isEqualTo("∞");
        assertThat(TerminalText.ratio(null)).isEqualTo("–");
    }
}
