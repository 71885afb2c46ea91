package mho.periphery.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import mho.periphery.model.Estimate;
import mho.periphery.model.PublishedTable;
import mho.periphery.model.Site;
import mho.periphery.model.Technology;
import mho.periphery.model.TransistorFlavour;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NeuroSimSarTest {

    private static final Technology LP32 = Technology.ofNode(32e-9);

    @Test
    void eightBitsAt32NanometresLowPowerOn100KiloohmCost169Femtojoules() {
        assertThat(figures(8, 1e8, LP32, 1e5).energyJ()).isCloseTo(0.169e-12, within(0.0005e-12));
    }

    @Test
    void itAgreesWithTheSourceAtFiveAndEightBitsOnEveryNode() {
        var rows = PublishedTable.beside(NeuroSimSar.class, "neurosim-sar.csv").rows();
        assertThat(rows).hasSize(22);
        for (PublishedTable.Row row : rows) {
            TransistorFlavour transistors = row.text("transistors").equals("low-power")
                    ? TransistorFlavour.LOW_POWER
                    : TransistorFlavour.HIGH_PERFORMANCE;
            Technology technology = new Technology(row.number("node_nm") * 1e-9, transistors, 300);
            assertThat(figures(5, 1e8, technology, 1e5).energyJ())
                    .as("%s 5 b", row)
                    .isCloseTo(row.number("check_5b_pj") * 1e-12, withinPercentage(0.06));
            assertThat(figures(8, 1e8, technology, 1e5).energyJ())
                    .as("%s 8 b", row)
                    .isCloseTo(row.number("check_8b_pj") * 1e-12, withinPercentage(0.06));
        }
    }

    @Test
    void everyKelvinAbove300AddsThirteenHundredthsOfAPercent() {
        Technology warm = new Technology(32e-9, TransistorFlavour.LOW_POWER, 350);
        double ratio = figures(8, 1e8, warm, 1e5).energyJ()
                / figures(8, 1e8, LP32, 1e5).energyJ();
        assertThat(ratio).isCloseTo(1.065, within(1e-12));
    }

    @Test
    void aConversionTakesOneNanosecondABitAndOneMoreSoFasterRatesAreRefused() {
        assertThat(figures(8, 1e9 / 9, LP32, 1e5).energyJ()).isPositive();
        assertThatThrownBy(() -> figures(8, 1.28e9, LP32, 1e5)).hasMessageContaining("does not cover 1.28 GS/s");
    }

    @Test
    void itRefusesWhatItsSourceDoesNotCover() {
        assertThatThrownBy(() -> figures(11, 1e7, LP32, 1e5)).hasMessageContaining("does not cover 11 b");
        assertThatThrownBy(() -> figures(8, 1e8, LP32, null))
                .hasMessageContaining("does not cover a converter without column-resistance");
        assertThatThrownBy(() -> figures(8, 1e8, LP32, 10.0)).hasMessageContaining("a column resistance of 10 Ohm");
        assertThatThrownBy(() -> figures(8, 1e8, Technology.ofNode(28e-9), 1e5))
                .hasMessageContaining("a node of 28 nm");
        Technology fast5 = new Technology(5e-9, TransistorFlavour.HIGH_PERFORMANCE, 300);
        assertThatThrownBy(() -> figures(8, 1e8, fast5, 1e5)).hasMessageContaining("a node of 5 nm");
        Technology hot = new Technology(32e-9, TransistorFlavour.LOW_POWER, 500);
        assertThatThrownBy(() -> figures(8, 1e8, hot, 1e5)).hasMessageContaining("a temperature of 500 K");
    }

    @Test
    void atOnePointItIsTenfoldBelowTheAccelergyRegression() {
        AdcQuery query = new AdcQuery(8, 1e9 / 9, LP32, 1e5);
        Site site = new Site("adc", LP32);
        double accelergy =
                AdcModels.CATALOG.estimate("accelergy-regression", query, site).energyJ();
        double neurosim =
                AdcModels.CATALOG.estimate("neurosim-sar", query, site).energyJ();
        assertThat(accelergy).isCloseTo(1.71e-12, within(0.005e-12));
        assertThat(accelergy / neurosim).isBetween(10.0, 10.3);
    }

    private static Estimate figures(int bits, double rate, Technology technology, @Nullable Double ohms) {
        AdcQuery query = new AdcQuery(bits, rate, technology, ohms);
        return AdcModels.CATALOG.estimate("neurosim-sar", query, new Site("adc", technology));
    }
}
