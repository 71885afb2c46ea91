package mho.reports.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import mho.periphery.device.Draws;
import mho.reports.sweep.Knob;
import org.junit.jupiter.api.Test;

class SobolIndicesTest {
    private static final int DRAWS = 20_000;

    /** Of a sum every input has its own variance's part, alone and in all: 1, 4 and 9 of 14, as variances are a twelfth of squares. */
    @Test
    void inputsOfASumHaveTheirPartsOfTheVariance() {
        SobolIndices indices =
                SobolIndices.of(at -> at[0] + 2 * at[1] + 3 * at[2], 3, DRAWS, Draws.of(1, "test", "sum"));
        for (int i = 0; i < 3; i++) {
            double part = (i + 1) * (i + 1) / 14.0;
            assertThat(indices.first()[i]).as("first %d", i).isEqualTo(part, within(0.02));
            assertThat(indices.total()[i]).as("total %d", i).isEqualTo(part, within(0.02));
        }
    }

    /** Of a product of two centred inputs neither does anything by itself. */
    @Test
    void whatInputsDoTogetherIsInTheTotalsAlone() {
        SobolIndices indices = SobolIndices.of(
                at -> (at[0] - 0.5) * (at[1] - 0.5) + 0 * at[2], 3, DRAWS, Draws.of(1, "test", "product"));
        assertThat(indices.first()).satisfies(first -> {
            assertThat(first[0]).isEqualTo(0, within(0.03));
            assertThat(first[1]).isEqualTo(0, within(0.03));
        });
        assertThat(indices.total()[0]).isEqualTo(1, within(0.03));
        assertThat(indices.total()[1]).isEqualTo(1, within(0.03));
        assertThat(indices.total()[2]).isZero();
    }

    @Test
    void aConstantHangsOnNothing() {
        SobolIndices indices = SobolIndices.of(at -> 3, 2, 10, Draws.of(1, "test", "constant"));
        assertThat(indices.first()).containsOnly(0);
        assertThat(indices.total()).containsOnly(0);
    }

    @Test
    void aSurrogatePassesThroughItsPointsAndTellsThoseBetween() {
        List<Knob> knobs = List.of(new Knob("a", 0, true), new Knob("b", 3, false));
        DesignSpace space = new DesignSpace(knobs);
        List<double[]> places = new ArrayList<>(space.spread(60, Draws.of(1, "test", "places")));
        double[] figures = places.stream().mapToDouble(SobolIndicesTest::figure).toArray();
        PointSurrogate surrogate = PointSurrogate.of(knobs, places, figures);
        assertThat(surrogate.explained()).isGreaterThan(0.95);
        for (int i = 0; i < figures.length; i++) {
            assertThat(surrogate.at(places.get(i))).isEqualTo(figures[i], within(0.01 * figures[i]));
        }
        for (double[] other : space.spread(20, Draws.of(2, "test", "others"))) {
            assertThat(surrogate.at(other)).isEqualTo(figure(other), within(0.1 * figure(other)));
        }
    }

    private static double figure(double[] at) {
        return Math.exp(2 * at[0]) * (at[1] < 0.4 ? 3 : 1);
    }
}
