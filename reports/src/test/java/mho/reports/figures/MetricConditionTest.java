package mho.reports.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mho.core.yaml.BadInput;
import mho.reports.metrics.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MetricConditionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "area_mm2 < 100                | area_m2 | BELOW    | 1e-4",
                "area_m2<1e-4                  | area_m2 | BELOW    | 1e-4",
                "area_m2 < 100 mm2             | area_m2 | BELOW    | 1e-4",
                "area_mm2 < 5 um2              | area_m2 | BELOW    | 5e-12",
                "latency_us <= 12.5            | latency_s | AT_MOST  | 12.5e-6",
                "interval_s <= 3 ms            | interval_s | AT_MOST  | 3e-3",
                "energy_pj >= 7                | energy_j | AT_LEAST | 7e-12",
                "leakage_mj > 1                | leakage_j | ABOVE    | 1e-3",
                "edp_njs < 2                   | edp_js | BELOW    | 2e-9",
                "power_mw < 65                 | power_w | BELOW    | 65e-3",
                "tops > 41.288                 | ops_per_s | ABOVE    | 41.288e12",
                "ops_per_s > 41.288 TOP/s      | ops_per_s | ABOVE    | 41.288e12",
                "peak_gops >= 5                | peak_ops_per_s | AT_LEAST | 5e9",
                "tops_per_w >= 10              | ops_per_j | AT_LEAST | 1e13",
                "ops_per_j >= 627 GOP/s/W      | ops_per_j | AT_LEAST | 627e9",
                "tops_per_mm2 > 0.5            | ops_per_s_per_m2 | ABOVE    | 0.5e18",
                "ops_per_s_per_m2 > 5e17       | ops_per_s_per_m2 | ABOVE    | 0.5e18",
                "accuracy > 0.85               | accuracy | ABOVE    | 0.85",
                "accuracy > 85 %               | accuracy | ABOVE    | 0.85",
                "sqnr_db >= 30                 | sqnr_db | AT_LEAST | 30",
                "sqnr_db >= 30 dB              | sqnr_db | AT_LEAST | 30",
                "chips == 1                    | chips | EQUAL    | 1",
                "energy_pj > 0                 | energy_j | ABOVE    | 0",
            })
    void readsKeysPrefixesAndQuantities(String text, String metric, Relation relation, double bound) {
        assertThat(MetricCondition.parse(text, RunFigures.JUDGED))
                .isEqualTo(new MetricCondition<>(text, RunFigures.metric(metric), relation, bound));
    }

    @ParameterizedTest
    @MethodSource("mho.reports.figures.RunFigures#metrics")
    void everyMetricHasItsKeyForAName(Figure<Report> metric) {
        assertThat(MetricCondition.parse(metric.key() + " > 2", RunFigures.JUDGED))
                .isEqualTo(new MetricCondition<>(metric.key() + " > 2", metric, Relation.ABOVE, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "<,  1, true", "<,  2, false", "<,  3, false",
        "<=, 1, true", "<=, 2, true", "<=, 3, false",
        ">,  1, false", ">,  2, false", ">,  3, true",
        ">=, 1, false", ">=, 2, true", ">=, 3, true",
        "==, 1, false", "==, 2, true", "==, 3, false",
    })
    void comparesAsTheSignSays(String sign, double figure, boolean holds) {
        assertThat(MetricCondition.parse("chips " + sign + " 2", RunFigures.JUDGED)
                        .holds(figure))
                .isEqualTo(holds);
    }

    @Test
    void looksItsMetricUp() {
        MetricCondition<Report> condition = MetricCondition.parse("latency_us < 10", RunFigures.JUDGED);

        assertThat(condition.holds(metric -> metric == RunFigures.metric("latency_s") ? 9e-6 : 1.0))
                .isTrue();
        assertThat(condition.holds(metric -> metric == RunFigures.metric("latency_s") ? 11e-6 : 0.0))
                .isFalse();
    }

    @Test
    void aFigureThatIsNotThereIsNotAsAsked() {
        assertThat(MetricCondition.parse("accuracy < 2", RunFigures.JUDGED).holds(metric -> null))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"energy_j > 1.05, 1.05", "energy_pj > 1.05, 1.05", "area_mm2 < 95 %, 0.95"})
    void aRatioIsThatNumberWhateverTheUnitOfTheName(String text, double bound) {
        assertThat(MetricCondition.ofRatio(text, RunFigures.JUDGED).bound()).isEqualTo(bound);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "area_mm3 < 100   | area_mm3 < 100: no metric is called \"area_mm3\", did you mean \"area_mm2\"?",
                "enrgy_j < 100    | enrgy_j < 100: no metric is called \"enrgy_j\", did you mean \"energy_j\"?",
                "energy < 1       | energy < 1: no metric is called \"energy\", did you mean \"energy_j\"?",
                "weight < 1       | weight < 1: no metric is called \"weight\"; there are latency_s, stream_latency_s, interval_s, energy_j,"
                        + " leakage_j, area_m2, ops_per_s, ops_per_j, ops_per_s_per_m2, edp_js, utilization, chips, networks,"
                        + " tiles, arrays, peak_ops_per_s, power_w, peak_power_w, adc_bits_short, write_s, write_j, life_used, accuracy,"
                        + " accuracy_error, float_accuracy, agreement, sqnr_db",
                "area_mm2         | area_mm2: expected METRIC < NUMBER, such as area_mm2 < 100 or accuracy > 85 %",
                "area_mm2 <       | area_mm2 <: expected METRIC < NUMBER, such as area_mm2 < 100 or accuracy > 85 %",
                "100 < area_mm2   | 100 < area_mm2: expected METRIC < NUMBER, such as area_mm2 < 100 or accuracy > 85 %",
                "area_mm2 = 100   | area_mm2 = 100: \"=\" compares nothing, expected <, <=, >, >= or ==",
                "area_mm2 < 5 ns  | area_mm2 < 5 ns: expected an area such as 0.0096 mm2, found \"5 ns\", a time",
                "area_mm2 < 5 %   | area_mm2 < 5 %: expected an area such as 0.0096 mm2, found \"5 %\", a percentage",
                "accuracy > good  | accuracy > good: expected a number such as 0.5, found \"good\"",
                "energy_j < 1e999 | energy_j < 1e999: the bound is too large to represent",
            })
    void whatCannotBeReadIsSaid(String text, String message) {
        assertThatThrownBy(() -> MetricCondition.parse(text, RunFigures.JUDGED))
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }

    @Test
    void aBoundOnARatioHasNoUnit() {
        assertThatThrownBy(() -> MetricCondition.ofRatio("energy_j > 5 pJ", RunFigures.JUDGED))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "energy_j > 5 pJ: the bound is a ratio: expected a number such as 0.5, found \"5 pJ\", an energy");
    }
}
