package mho.periphery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogLogCurveTest {

    private final LogLogCurve squares = new LogLogCurve(new double[] {1, 10, 1000}, new double[] {1, 100, 1000});

    @Test
    void thePointsThemselvesComeBackExactly() {
        assertThat(squares.at(1)).isEqualTo(1);
        assertThat(squares.at(10)).isEqualTo(100);
        assertThat(squares.at(1000)).isEqualTo(1000);
    }

    @Test
    void betweenPointsThePowerLawThroughThemHolds() {
        assertThat(squares.at(3)).isCloseTo(9, within(1e-12));
        assertThat(squares.at(100)).isCloseTo(Math.sqrt(100 * 1000), within(1e-9));
    }

    @Test
    void outsideThereIsNothing() {
        assertThat(squares.covers(0.5)).isFalse();
        assertThat(squares.covers(1000.5)).isFalse();
        assertThatThrownBy(() -> squares.at(0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onePointIsACurveOfOnePoint() {
        LogLogCurve point = new LogLogCurve(new double[] {64}, new double[] {20});
        assertThat(point.at(64)).isEqualTo(20);
        assertThat(point.covers(65)).isFalse();
    }

    @Test
    void pointsThatDoNotRiseOrAreNotPositiveAreRefused() {
        assertThatThrownBy(() -> new LogLogCurve(new double[] {2, 1}, new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogLogCurve(new double[] {0}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogLogCurve(new double[] {1, 2}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
