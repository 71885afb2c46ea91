package mho.periphery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeakageTest {
    /** Rows of the source over its rows at 300 K: 22 nm 231.20 / 100.20, 7 nm 590.1731 / 100.2258, 32 nm 433.90 / 100.30. */
    @ParameterizedTest
    @CsvSource({"22, 300, 350, 2.30739", "7, 300, 350, 5.88843", "32, 300, 400, 4.32602", "14, 400, 300, 0.043870"})
    void leakageFollowsThePublishedOffCurrents(double nm, double from, double to, double factor) {
        assertThat(Leakage.factor(nm * 1e-9, from, to)).isCloseTo(factor, within(1e-4 * factor));
    }

    @Test
    void itIsOneAtTheSameTemperatureAndRisesWithIt() {
        assertThat(Leakage.factor(18e-9, 333, 333)).isEqualTo(1);
        double before = 1;
        for (int kelvin = 305; kelvin <= 400; kelvin += 5) {
            double now = Leakage.factor(18e-9, 300, kelvin);
            assertThat(now).isGreaterThan(before);
            before = now;
        }
        assertThat(Leakage.factor(18e-9, 300, 350)).isBetween(231.2 / 100.2, 593.9313 / 100.9152);
    }

    @Test
    void beyondItsReachItSaysHowFarItReaches() {
        assertThat(Leakage.outside(32e-9, 300, 450)).contains("from 300 K to 400 K, and not to 450 K");
        assertThat(Leakage.outside(180e-9, 300, 350)).contains("130 nm, and not to 180 nm");
        assertThat(Leakage.outside(7e-9, 300, 400)).isNull();
    }
}
