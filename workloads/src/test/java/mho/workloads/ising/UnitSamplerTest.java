package mho.workloads.ising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitSamplerTest {
    /** The value that chi-square of 15 degrees of freedom exceeds once in a thousand times. */
    private static final double ONCE_IN_A_THOUSAND = 37.7;

    @ParameterizedTest
    @EnumSource
    void four_units_at_one_temperature_have_the_boltzmann_distribution(UpdateRule rule) {
        Couplings couplings = new Couplings.Sum(4)
                .add(-0.7, 0, 1)
                .add(0.4, 1, 2)
                .add(-0.3, 2, 3)
                .add(0.9, 0, 3)
                .add(0.2, 0)
                .add(-0.5, 2)
                .couplings();
        double temperature = 0.8;
        UnitSampler sampler = new UnitSampler(4, couplings::localField, rule, new Random(5));
        int draws = 20_000;
        int[] seen = new int[16];
        for (int i = 0; i < draws; i++) {
            for (int apart = 0; apart < 12; apart++) { // draws far apart hardly depend on one another
                sampler.sweep(temperature);
            }
            seen[number(sampler.state())]++;
        }
        double sum = 0;
        for (int state = 0; state < 16; state++) {
            sum += Math.exp(-couplings.energy(bits(state, 4)) / temperature);
        }
        double chiSquare = 0;
        for (int state = 0; state < 16; state++) {
            double expected = draws * Math.exp(-couplings.energy(bits(state, 4)) / temperature) / sum;
            chiSquare += (seen[state] - expected) * (seen[state] - expected) / expected;
        }
        assertThat(chiSquare).isLessThan(ONCE_IN_A_THOUSAND);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void cooling_finds_the_optimum_that_trying_all_states_finds(long seed) {
        Random random = new Random(seed);
        int nodes = 14;
        List<MaxCut.WeightedEdge> edges = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            for (int j = i + 1; j < nodes; j++) {
                if (random.nextBoolean()) {
                    edges.add(new MaxCut.WeightedEdge(i, j, random.nextInt(9) - 4));
                }
            }
        }
        MaxCut graph = new MaxCut(nodes, edges);
        Couplings couplings = graph.couplings();
        double best = 0;
        for (int state = 0; state < 1 << nodes; state++) {
            best = Math.max(best, graph.measured(bits(state, nodes)));
        }
        CoolingSchedule schedule = new CoolingSchedule(couplings.largestStep(), 0.1, 500);
        UnitSampler sampler = new UnitSampler(nodes, couplings::localField, UpdateRule.METROPOLIS, random);
        double found = 0;
        for (int sweep = 0; sweep < schedule.sweeps(); sweep++) {
            sampler.sweep(schedule.of(sweep));
            found = Math.max(found, graph.measured(sampler.state()));
        }
        assertThat(found).isEqualTo(best);
    }

    @Test
    void temperatures_fall_by_equal_factors() {
        CoolingSchedule schedule = new CoolingSchedule(8, 0.5, 5);
        assertThat(schedule.of(0)).isEqualTo(8);
        assertThat(schedule.of(2)).isCloseTo(2, within(1e-12));
        assertThat(schedule.of(4)).isCloseTo(0.5, within(1e-12));
        assertThatThrownBy(() -> new CoolingSchedule(1, 0, 5)).hasMessageContaining("temperatures are positive");
        assertThatThrownBy(() -> new CoolingSchedule(1, 1, 0)).hasMessageContaining("at least 1 sweep");
    }

    private static int number(boolean[] on) {
        int state = 0;
        for (int i = 0; i < on.length; i++) {
            state |= on[i] ? 1 << i : 0;
        }
        return state;
    }

    private static boolean[] bits(int state, int units) {
        boolean[] on = new boolean[units];
        for (int i = 0; i < units; i++) {
            on[i] = (state >> i & 1) == 1;
        }
        return on;
    }
}
