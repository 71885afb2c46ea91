package mho.workloads.ising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Energies of problems against what they mean, state by state. */
class CouplingsTest {
    @Test
    void the_energy_of_every_state_is_the_cut_with_its_sign_turned() {
        Random random = new Random(1);
        List<MaxCut.WeightedEdge> edges = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            for (int j = i + 1; j < 9; j++) {
                if (random.nextInt(3) > 0) {
                    edges.add(new MaxCut.WeightedEdge(i, j, random.nextInt(7) - 3));
                }
            }
        }
        MaxCut graph = new MaxCut(9, edges);
        Couplings couplings = graph.couplings();
        for (int state = 0; state < 1 << 9; state++) {
            boolean[] on = bits(state, 9);
            assertThat(couplings.energy(on)).isEqualTo(-graph.measured(on));
        }
    }

    @Test
    void a_local_field_is_what_turning_a_unit_on_takes_off_the_energy() {
        Couplings couplings =
                new Satisfiability(3, List.of(List.of(1, -2, 3), List.of(-1, 2), List.of(-3))).couplings();
        int units = couplings.units();
        for (int state = 0; state < 1 << units; state++) {
            for (int unit = 0; unit < units; unit++) {
                boolean[] on = bits(state | 1 << unit, units);
                boolean[] off = bits(state & ~(1 << unit), units);
                assertThat(couplings.localField(unit, on)).isEqualTo(couplings.energy(off) - couplings.energy(on));
                assertThat(Math.abs(couplings.localField(unit, on))).isLessThanOrEqualTo(couplings.largestStep());
            }
        }
    }

    /** The reduction, by exhaustion: every assignment, every state of the helping units. */
    @Test
    void the_least_energy_over_helping_units_is_the_number_of_unsatisfied_clauses() {
        for (List<List<Integer>> clauses : List.of(
                List.of(List.of(1)),
                List.of(List.of(-1), List.of(1)),
                List.of(List.of(1, -2), List.of(-1, -2)),
                List.of(List.of(1, 2, 3)),
                List.of(List.of(-1, 2, -3), List.of(1, -2, -3)),
                List.of(List.of(1, -2, 3, -4)),
                List.of(List.of(1, 2, -3, 4, -5)),
                List.of(List.of(1, 2, -3, 4, -5, 6)),
                List.of(List.of(1, -1, 2), List.of(2, 2, -3), List.of(-2)))) {
            Satisfiability formula = new Satisfiability(6, clauses);
            Couplings couplings = formula.couplings();
            int helping = couplings.units() - 6;
            for (int assignment = 0; assignment < 1 << 6; assignment++) {
                double least = Double.POSITIVE_INFINITY;
                for (int help = 0; help < 1 << helping; help++) {
                    least = Math.min(least, couplings.energy(bits(assignment | help << 6, couplings.units())));
                }
                assertThat(least).as("%s", clauses).isEqualTo(formula.measured(bits(assignment, 6)));
            }
        }
    }

    @Test
    void the_matrix_is_symmetric_and_has_no_diagonal() {
        Couplings couplings = new Satisfiability(4, List.of(List.of(1, -2, 3), List.of(2, -3, 4))).couplings();
        float[][] matrix = couplings.matrix();
        boolean[] one = new boolean[couplings.units()];
        for (int i = 0; i < matrix.length; i++) {
            assertThat(matrix[i][i]).isZero();
            for (int j = 0; j < matrix.length; j++) {
                assertThat(matrix[i][j]).isEqualTo(matrix[j][i]);
                one[j] = true;
                assertThat(couplings.localField(i, one) - couplings.field(i)).isCloseTo(matrix[i][j], within(0.0));
                one[j] = false;
            }
        }
    }

    private static boolean[] bits(int state, int units) {
        boolean[] on = new boolean[units];
        for (int i = 0; i < units; i++) {
            on[i] = (state >> i & 1) == 1;
        }
        return on;
    }
}
