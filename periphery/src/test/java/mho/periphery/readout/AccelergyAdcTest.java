package mho.periphery.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mho.core.yaml.BadInput;
import mho.periphery.model.Estimate;
import mho.periphery.model.Site;
import mho.periphery.model.Technology;
import org.junit.jupiter.api.Test;

class AccelergyAdcTest {

    @Test
    void theGridHasFiveNodesSixRatesAndSevenResolutions() {
        List<AccelergyGrid.Point> points = AccelergyGrid.points();
        assertThat(points).hasSize(210);
        assertThat(points.stream().map(AccelergyGrid.Point::nodeM).distinct()).hasSize(5);
        assertThat(points.stream().map(AccelergyGrid.Point::samplesPerSecond).distinct())
                .hasSize(6);
        assertThat(points.stream().map(AccelergyGrid.Point::bits).distinct()).hasSize(7);
    }

    @Test
    void theRegressionAgreesWithThePlugInAtEveryPointOfTheGrid() {
        for (AccelergyGrid.Point point : AccelergyGrid.points()) {
            assertThat(point.relativeError()).as(point.toString()).isLessThan(1e-4);
        }
    }

    @Test
    void eightBitsAt32NanometresAnd1200MegasamplesCostWhatThePlugInPrints() {
        Estimate figures = figures(8, 32e-9, 1.2e9);
        assertThat(figures.energyJ()).isCloseTo(1.849e-12, within(0.001e-12));
        assertThat(figures.areaM2()).isCloseTo(6313e-12, within(1e-12));
        assertThat(figures.source()).startsWith("Accelergy ADC plug-in");
    }

    @Test
    void belowTheCornerFrequencyEnergyDoesNotDependOnTheRate() {
        assertThat(figures(8, 32e-9, 1e6).energyJ())
                .isEqualTo(figures(8, 32e-9, 1e8).energyJ());
        assertThat(figures(8, 32e-9, 4e9).energyJ())
                .isGreaterThan(figures(8, 32e-9, 1e8).energyJ());
    }

    @Test
    void outsideTheSurveyItRefusesAndSaysWhatWouldDo() {
        assertThatThrownBy(() -> figures(3, 32e-9, 1e9))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "tile.core.adc.model: accelergy-regression does not cover 3 b (valid: 4 to 16 b, up to 10 GS/s,"
                                + " 7 to 180 nm (the span of the survey)); choose another model (sar-puma, sar-22nm, sar-14nm, sar-7nm) or state energy and"
                                + " area directly");
        assertThatThrownBy(() -> figures(8, 32e-9, 2e10)).hasMessageContaining("does not cover 20 GS/s");
        assertThatThrownBy(() -> figures(8, 250e-9, 1e9)).hasMessageContaining("does not cover a node of 250 nm");
    }

    private static Estimate figures(int bits, double nodeM, double rate) {
        Technology technology = Technology.ofNode(nodeM);
        AdcQuery query = new AdcQuery(bits, rate, technology, null);
        return AdcModels.CATALOG.estimate("accelergy-regression", query, new Site("tile.core.adc", technology));
    }
}
