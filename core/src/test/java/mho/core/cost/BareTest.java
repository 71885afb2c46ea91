package mho.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BareTest {
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
        assertThat(Bare.unpriced(wire(8, 1e-3, 5))).isEqualTo(Bare.unpriced(wire(8, 1e-3, 7)));
        assertThat(Bare.unpriced(wire(8, 1e-3, 5))).isNotEqualTo(Bare.unpriced(wire(9, 1e-3, 5)));
        assertThat(Bare.unpriced(wire(8, 1e-3, 5))).isNotEqualTo(Bare.unpriced(wire(8, 2e-3, 5)));
    }

    @Test
    void figuresThatDecideNoTimeAreLeftOutOfTheTimed() {
        assertThat(Bare.timed(wire(8, 1e-3, 5))).isEqualTo(Bare.timed(wire(8, 2e-3, 7)));
        assertThat(Bare.timed(wire(8, 1e-3, 5))).isNotEqualTo(Bare.timed(wire(9, 1e-3, 5)));
        assertThat(Bare.timed(wire(8, 1e-3, 5)).length()).isNull();
        assertThat(Bare.timed(new Wire(8, null, energy(1), null)).end()).isNull();
    }
}
