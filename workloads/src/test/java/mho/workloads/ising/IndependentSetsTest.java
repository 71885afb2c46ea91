package mho.workloads.ising;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndependentSetsTest {
    @Test
    void a_graph_of_two_sides_is_two_sets_however_its_units_are_numbered() {
        Couplings.Sum sum = new Couplings.Sum(8);
        for (int visible : new int[] {0, 3, 5, 6}) {
            for (int hidden : new int[] {1, 2, 4, 7}) {
                sum.add(-1, visible, hidden);
            }
        }
        assertThat(IndependentSets.of(sum.couplings()).sets())
                .containsExactly(List.of(0, 3, 5, 6), List.of(1, 2, 4, 7));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_unit_is_in_one_set_and_none_with_a_partner(long seed) {
        Random random = new Random(seed);
        int units = 30;
        Couplings.Sum sum = new Couplings.Sum(units);
        for (int pair = 0; pair < 60; pair++) {
            sum.add(1 + random.nextInt(5), random.nextInt(units), random.nextInt(units));
        }
        Couplings couplings = sum.couplings();
        float[][] strengths = couplings.matrix();
        List<List<Integer>> sets = IndependentSets.of(couplings).sets();
        assertThat(sets.stream().flatMap(List::stream)).hasSize(units).doesNotHaveDuplicates();
        for (List<Integer> set : sets) {
            for (int one : set) {
                for (int other : set) {
                    assertThat(strengths[one][other]).isZero();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void units_updated_together_have_the_boltzmann_distribution_too(long seed) {
        Couplings couplings = new Couplings.Sum(4)
                .add(-0.7, 0, 1)
                .add(0.4, 1, 2)
                .add(-0.3, 2, 3)
                .add(0.9, 0, 3)
                .add(0.2, 0)
                .couplings();
        IndependentSets sets = IndependentSets.of(couplings);
        assertThat(sets.sets()).hasSize(2);
        UnitSampler sampler = new UnitSampler(sets, couplings::localField, UpdateRule.GIBBS, new Random(seed));
        int draws = 20_000;
        int[] seen = new int[16];
        for (int i = 0; i < draws; i++) {
            for (int apart = 0; apart < 12; apart++) {
                sampler.sweep(0.8);
            }
            int state = 0;
            for (int unit = 0; unit < 4; unit++) {
                state |= sampler.state()[unit] ? 1 << unit : 0;
            }
            seen[state]++;
        }
        double[] weights = new double[16];
        double sum = 0;
        for (int state = 0; state < 16; state++) {
            boolean[] on = new boolean[4];
            for (int unit = 0; unit < 4; unit++) {
                on[unit] = (state >> unit & 1) == 1;
            }
            weights[state] = Math.exp(-couplings.energy(on) / 0.8);
            sum += weights[state];
        }
        double chiSquare = 0;
        for (int state = 0; state < 16; state++) {
            double expected = draws * weights[state] / sum;
            chiSquare += (seen[state] - expected) * (seen[state] - expected) / expected;
        }
        assertThat(chiSquare).isLessThan(37.7); // once in a thousand, 15 degrees of freedom
    }

    @Test
    void steps_tell_how_many_units_were_on_and_how_many_turned() {
        Couplings couplings = new Couplings.Sum(3).add(-1, 0, 1).add(-1, 1, 2).couplings();
        UnitSampler sampler =
                new UnitSampler(IndependentSets.of(couplings), couplings::localField, UpdateRule.GIBBS, new Random(1));
        for (int sweep = 0; sweep < 50; sweep++) {
            boolean[] before = sampler.state().clone();
            int[] told = {0, 0};
            sampler.sweep(1, (group, unitsOn, turned) -> {
                told[0] += group == 0 && unitsOn == on(before) ? 1 : 0;
                told[1] += turned;
            });
            int turned = 0;
            for (int i = 0; i < 3; i++) {
                turned += before[i] == sampler.state()[i] ? 0 : 1;
            }
            assertThat(told).containsExactly(1, turned);
        }
    }

    private static int on(boolean[] state) {
        int on = 0;
        for (boolean unit : state) {
            on += unit ? 1 : 0;
        }
        return on;
    }
}
