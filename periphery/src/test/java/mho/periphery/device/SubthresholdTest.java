package mho.periphery.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Currents below threshold: I = I0 exp(q V / n k T). */
final class SubthresholdTest {
    private static final double PER_VOLT = 1.602176634e-19 / 1.380649e-23; // q / k, kelvin a volt

    private static double weight(double thresholds, double slope, double kelvin) {
        return Math.exp(-PER_VOLT * thresholds / (slope * kelvin));
    }

    @Test
    void a_weight_is_the_exponential_of_a_difference_of_thresholds() {
        Subthreshold law = new Subthreshold(300);
        for (double thresholds : new double[] {0, 0.02, 0.1, 0.3}) {
            double tuned = weight(thresholds, 1.5, 300);

            assertThat(law.warmed(tuned, 300)).isCloseTo(tuned, within(1e-12));
            assertThat(law.warmed(tuned, 350)).isCloseTo(weight(thresholds, 1.5, 350), within(1e-12));
            assertThat(law.warmed(tuned, 250)).isCloseTo(weight(thresholds, 1.5, 250), within(1e-12));
        }
    }

    @Test
    void nothing_conducts_nothing_at_any_temperature() {
        assertThat(new Subthreshold(300).warmed(0, 350)).isZero();
    }
}
