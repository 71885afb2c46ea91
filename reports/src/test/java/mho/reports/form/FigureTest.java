package mho.reports.form;

import static org.assertj.core.api.Assertions.assertThat;

import mho.reports.metrics.Metric;
import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void ratesOfInputsHaveAPrefixAndFourDigits() {
        assertThat(Figure.perSecond(625_000, "inputs")).isEqualTo("625 k inputs/s");
        assertThat(Figure.perSecond(8525.149, "inputs")).isEqualTo("8.525 k inputs/s");
        assertThat(Figure.perSecond(85.25149, "inputs")).isEqualTo("85.25 inputs/s");
    }

    @Test
    void everyMetricHasItsUnit() {
        assertThat(Figure.of(Metric.ENERGY_DELAY, 1.2929e-10)).isEqualTo("129.3 pJ s");
        assertThat(Figure.of(Metric.ACCURACY, 0.845)).isEqualTo("84.5 %");
        assertThat(Figure.of(Metric.PER_AREA, 1.81e17)).isEqualTo("181.0 GOP/s/mm2");
        assertThat(Figure.of(Metric.LATENCY, null)).isEqualTo("–");
    }

    @Test
    void aRatioIsFourDigitsOrASign() {
        assertThat(Figure.ratio(0.0)).isEqualTo("0");
        assertThat(Figure.ratio(1.0)).isEqualTo("=");
        assertThat(Figure.ratio(Double.POSITIVE_INFINITY)).isEqualTo("∞");
        assertThat(Figure.ratio(null)).isEqualTo("–");
    }
}
