package mho.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WithoutCostsTest {
    /** A part with a figure that prices only, and a part within it. */
    record Wire(int width, @Untimed @Nullable Double length, Cost cost, @Nullable End end) {}

    record End(double delay, Cost cost) {}

    private static Cost energy(double joules) {
        return new Cost(joules, null, null, null, null, "a table", Map.of());
    }

    private static Wire wire(int width, double length, double joules) {
        return new Wire(width, length, energy(joules), new End(1e-9, energy(2 * joules)));
    }

    @Test
    void partsThatDifferInCostsAloneAreEqualUnpriced() {
        assertThat(WithoutCosts.unpriced(wire(8, 1e-3, 5))).isEqualTo(WithoutCosts.unpriced(wire(8, 1e-3, 7)));
        assertThat(WithoutCosts.unpriced(wire(8, 1e-3, 5))).isNotEqualTo(WithoutCosts.unpriced(wire(9, 1e-3, 5)));
        assertThat(WithoutCosts.unpriced(wire(8, 1e-3, 5))).isNotEqualTo(WithoutCosts.unpriced(wire(8, 2e-3, 5)));
    }

    @Test
    void figuresThatDecideNoTimeAreLeftOutOfTheTimed() {
        assertThat(WithoutCosts.timed(wire(8, 1e-3, 5))).isEqualTo(WithoutCosts.timed(wire(8, 2e-3, 7)));
        assertThat(WithoutCosts.timed(wire(8, 1e-3, 5))).isNotEqualTo(WithoutCosts.timed(wire(9, 1e-3, 5)));
        assertThat(WithoutCosts.timed(wire(8, 1e-3, 5)).length()).isNull();
        assertThat(WithoutCosts.timed(new Wire(8, null, energy(1), null)).end()).isNull();
    }
}
