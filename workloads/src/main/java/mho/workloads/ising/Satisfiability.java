package mho.workloads.ising;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses truth values that leave as few clauses unsatisfied as can be. The first units are the variables; others help.
 *
 * <p>A clause costs 1 if all its literals are false. With y for "literal is false", y = 1 - x or x, that is y of one literal, y1 y2 of two,
 * and of three the product y1 y2 y3, which one helping unit a makes quadratic (Rosenberg, Cahiers du CERO 17, 1975):
 * {@code y1 y2 y3 = min over a of a y3 + y1 y2 - 2 y1 a - 2 y2 a + 3 a}. A longer clause is cut in clauses of three by fresh variables
 * (Karp 1972): {@code (l1 | l2 | z1) (!z1 | l3 | z2) … (!z | l(k-1) | l(k))}; the best choice of them leaves one of these unsatisfied where
 * the clause is, and none where it is not. So the least energy over helping units is the number of unsatisfied clauses, exactly.
 *
 * @param variables numbered from 1 in clauses
 * @param clauses literals, negative where negated; none is empty
 */
public record Satisfiability(int variables, List<List<Integer>> clauses) implements BinaryProblem {
    public Satisfiability {
        clauses = clauses.stream().map(List::copyOf).toList();
    }

    @Override
    public Couplings couplings() {
        return new QuadraticClauses(variables, clauses).couplings();
    }

    @Override
    public String measure() {
        return "unsatisfied clauses";
    }

    @Override
    public double measured(boolean[] on) {
        return clauses.stream()
                .filter(clause -> clause.stream().noneMatch(literal -> on[Math.abs(literal) - 1] == (literal > 0)))
                .count();
    }

    @Override
    public boolean isMoreBetter() {
        return false;
    }

    /** Numbers helping units as they are needed. */
    private static final class QuadraticClauses {
        private final List<int[]> shorter = new ArrayList<>();
        private int units;

        private QuadraticClauses(int variables, List<List<Integer>> clauses) {
            units = variables;
            for (List<Integer> clause : clauses) {
                List<Integer> once = clause.stream().distinct().toList();
                if (once.stream().noneMatch(literal -> once.contains(-literal))) { // else it is always true
                    split(once);
                }
            }
        }

        private void split(List<Integer> clause) {
            int[] literals = clause.stream().mapToInt(i -> i).toArray();
            while (literals.length > 3) {
                int fresh = ++units;
                shorter.add(new int[] {literals[0], literals[1], fresh});
                literals = Arrays.copyOfRange(literals, 1, literals.length);
                literals[0] = -fresh;
            }
            shorter.add(literals);
        }

        private Couplings couplings() {
            int helping = units;
            for (int[] clause : shorter) {
                units += clause.length == 3 ? 1 : 0;
            }
            Couplings.Sum sum = new Couplings.Sum(units);
            for (int[] clause : shorter) {
                switch (clause.length) {
                    case 1 -> falseAre(sum, 1, clause[0]);
                    case 2 -> bothFalse(sum, clause[0], clause[1]);
                    default -> allFalse(sum, clause, ++helping);
                }
            }
            return sum.couplings();
        }

        /** The helping unit's literal a stands for "it is on". */
        private static void allFalse(Couplings.Sum sum, int[] clause, int helping) {
            int a = -helping; // whose being false is the unit's being on
            bothFalse(sum, 1, a, clause[2]);
            bothFalse(sum, 1, clause[0], clause[1]);
            bothFalse(sum, -2, clause[0], a);
            bothFalse(sum, -2, clause[1], a);
            falseAre(sum, 3, a);
        }

        private static void bothFalse(Couplings.Sum sum, int one, int other) {
            bothFalse(sum, 1, one, other);
        }

        /** energy y(one) y(other), where y = x of a negative literal and 1 - x of a positive one. */
        private static void bothFalse(Couplings.Sum sum, double energy, int one, int other) {
            double signs = (one > 0 ? -1 : 1) * (other > 0 ? -1 : 1);
            sum.add(energy * signs, unit(one), unit(other));
            if (one > 0) {
                falseAre(sum, energy, other);
            }
            if (other > 0) {
                sum.add(one > 0 ? -energy : energy, unit(one));
            }
        }

        private static void falseAre(Couplings.Sum sum, double energy, int literal) {
            if (literal > 0) {
                sum.add(energy).add(-energy, unit(literal));
            } else {
                sum.add(energy, unit(literal));
            }
        }

        private static int unit(int literal) {
            return Math.abs(literal) - 1;
        }
    }
}
