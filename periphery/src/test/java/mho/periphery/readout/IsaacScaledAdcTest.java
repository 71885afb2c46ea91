package mho.periphery.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mho.periphery.model.Estimate;
import mho.periphery.model.Site;
import mho.periphery.model.Technology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsaacScaledAdcTest {

    @ParameterizedTest(name = "{0} b: {1} pJ, {2} um2")
    @CsvSource({
        "4,0.79,361.04",
        "5,0.99,477",
        "6,1.20,627",
        "7,1.42,845",
        "8,1.6667,1200",
        "9,1.97,1828",
        "10,2.38,3002"
    })
    void everyPublishedResolutionCostsWhatThePublishedTableSays(int bits, double picojoules, double um2) {
        Estimate figures = figures(bits, 1.2e9, 32e-9);
        assertThat(figures.energyJ()).isCloseTo(picojoules * 1e-12, within(1e-18));
        assertThat(figures.areaM2()).isCloseTo(um2 * 1e-12, within(1e-18));
    }

    @Test
    void betweenAndBesideThePublishedResolutionsItRefuses() {
        assertThatThrownBy(() -> figures(3, 1.2e9, 32e-9)).hasMessageContaining("does not cover 3 b");
        assertThatThrownBy(() -> figures(11, 1.2e9, 32e-9))
                .hasMessageContaining(
                        "isaac-scaled does not cover 11 b (valid: 4 to 10 b, up to 1.28 GS/s, 32 nm figures)");
        assertThatThrownBy(() -> figures(8, 2e9, 32e-9)).hasMessageContaining("does not cover 2 GS/s");
    }

    @Test
    void onAnotherNodeTheFiguresStandAndTheirSourceSaysSo() {
        Estimate figures = figures(8, 1.28e9, 14e-9);
        assertThat(figures.energyJ()).isEqualTo(figures(8, 1.28e9, 32e-9).energyJ());
        assertThat(figures.source()).endsWith("(32 nm figures on a 14 nm chip, not scaled)");
        assertThat(figures(8, 1.28e9, 32e-9).source()).doesNotContain("not scaled");
    }

    private static Estimate figures(int bits, double rate, double nodeM) {
        Technology technology = Technology.ofNode(nodeM);
        return AdcModels.CATALOG.estimate(
                "isaac-scaled", new AdcQuery(bits, rate, technology, null), new Site("adc", technology));
    }
}
