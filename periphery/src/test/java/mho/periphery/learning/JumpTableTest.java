package mho.periphery.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JumpTableTest {

    /** Quantiles of a uniform jump of mean m and half-width h: straight in u, so that the table is exact. */
    private static JumpTable uniform(double upMean, double downMean, double halfWidth) {
        List<Double> p = List.of(0.0, 0.25, 0.5, 0.75, 1.0);
        List<List<Double>> up = new ArrayList<>();
        List<List<Double>> down = new ArrayList<>();
        for (int start = 0; start <= 4; start++) {
            double level = start / 4.0;
            up.add(jump(p, upMean * (1 - level), halfWidth * (1 - level / 2)));
            down.add(jump(p, -downMean * level, halfWidth * (1 + level) / 2));
        }
        return new JumpTable(
                p,
                up,
                down,
                Laws.law("{kind: binary, up-probability: 1, down-probability: 1}")
                        .cells());
    }

    private static List<Double> jump(List<Double> p, double mean, double halfWidth) {
        return p.stream().map(u -> mean + halfWidth * (2 * u - 1)).toList();
    }

    /** Built from a model, the table has its moments at the starts and half-way between them. */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.375, 0.6, 0.75})
    void a_table_of_a_model_has_its_moments(double level) {
        JumpTable law = uniform(0.02, 0.03, 0.015);
        CellPopulation cells = law.population(200, 200, 1);
        for (boolean up : new boolean[] {true, false}) {
            double sum = 0;
            double squares = 0;
            float from = (float) law.cells().weight(level);
            for (int i = 0; i < 40_000; i++) {
                cells.set(i / 200, i % 200, from);
                cells.pulse(i / 200, i % 200, up ? 1 : -1);
                double jump = cells.weight(i / 200, i % 200) - from;
                sum += jump / 40_000;
                squares += jump * jump / 40_000;
            }
            double mean = up ? 0.02 * (1 - level) : -0.03 * level;
            double halfWidth = 0.015 * (up ? 1 - level / 2 : (1 + level) / 2);
            double deviation = halfWidth / Math.sqrt(3);
            assertThat(sum).isCloseTo(mean, within(4.5 * deviation / 200));
            assertThat(Math.sqrt(squares - sum * sum)).isCloseTo(deviation, within(0.02 * deviation));
            assertThat(law.change(up, from)).isCloseTo(mean, within(1e-8));
        }
    }

    /** Unequal steps of probability and tails that stay: the mean of the law is the mean of what happens. */
    @Test
    void quantiles_stay_beyond_the_first_and_the_last_probability() {
        JumpTable law = (JumpTable) Laws.law("{kind: jump-table, probabilities: [0.2, 0.3, 0.9],"
                + " up: [[0.01, 0.02, 0.05], [0.01, 0.02, 0.05]], down: [[-0.1, 0, 0], [-0.1, 0, 0]]}");
        double mean = 0.2 * 0.01 + 0.1 * 0.015 + 0.6 * 0.035 + 0.1 * 0.05;
        assertThat(law.change(true, 0.3)).isCloseTo(mean, within(1e-12));
        CellPopulation cells = law.population(200, 200, 2);
        double[] jumps = new double[40_000];
        for (int i = 0; i < jumps.length; i++) {
            cells.pulse(i / 200, i % 200, 1);
            jumps[i] = cells.weight(i / 200, i % 200);
        }
        assertThat(DoubleStream.of(jumps).average().orElseThrow()).isCloseTo(mean, within(4.5 * 0.014 / 200));
        assertThat(DoubleStream.of(jumps).filter(jump -> jump < 0.010001).count() / 40_000.0)
                .isCloseTo(0.2, within(0.009));
        assertThat(DoubleStream.of(jumps).filter(jump -> jump > 0.049999).count() / 40_000.0)
                .isCloseTo(0.1, within(0.007));
    }

    @Test
    void a_table_that_is_none_is_refused() {
        assertThatThrownBy(() -> Laws.law(
                        "{kind: jump-table, probabilities: [0.5, 0.4], up: [[0, 1], [0, 1]], down: [[0, 1], [0, 1]]}"))
                .hasMessageContaining("probabilities must rise");
        assertThatThrownBy(() ->
                        Laws.law("{kind: jump-table, probabilities: [0.4, 0.5], up: [[0, 1]], down: [[0, 1], [0, 1]]}"))
                .hasMessageContaining("at least two starting weights");
        assertThatThrownBy(() -> Laws.law(
                        "{kind: jump-table, probabilities: [0.4, 0.5], up: [[0, 1], [0]], down: [[0, 1], [0, 1]]}"))
                .hasMessageContaining("1 quantiles of a starting weight");
        assertThatThrownBy(() -> Laws.law(
                        "{kind: jump-table, probabilities: [0.4, 0.5], up: [[0, 1], [2, 1]], down: [[0, 1], [0, 1]]}"))
                .hasMessageContaining("must not fall");
        assertThatThrownBy(() -> Laws.law("{kind: piecewise-step, step: 1, up: [1], down: [1, 2]}"))
                .hasMessageContaining("at least two nodes");
    }
}
