package mho.workloads.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;

/**
 * Iterative refinement (Wilkinson, Rounding Errors in Algebraic Processes, 1963; with products in memory Le Gallo et al., Nature
 * Electronics 1, 2018): what is left of b is computed exactly, a correction roughly, and added, until little enough is left.
 *
 * <pre>
 * r = b - A x;  A z = r, roughly;  x = x + z
 * </pre>
 *
 * It converges where a correction takes off more than it adds: where errors of products are small beside 1 / condition of the matrix.
 *
 * @param tolerance part of b that may be left, as norms
 * @param rounds corrections at most
 */
public record Refinement(InnerMethod method, double tolerance, int rounds, InnerLimits inner) {
    /** As much more than b is left when it is given up. */
    private static final double FAR = 1e3;
    /** Rounds in which what is left has to become less. */
    private static final int PATIENCE = 20;

    public Refinement {
        if (!(tolerance > 0 && tolerance < 1) || rounds < 1) {
            throw new IllegalArgumentException(
                    "a tolerance is a part of 1 and there is 1 round or more, not " + tolerance + ", " + rounds);
        }
    }

    /**
     * What was found.
     *
     * @param left part of b that was left before each correction, and after the last one
     */
    @SuppressWarnings("ArrayRecordComponent") // a block of memory, never compared
    public record Solution(double[] x, List<Double> left, SolverWork work) {
        public Solution {
            left = List.copyOf(left);
        }

        /** Corrections. */
        public int rounds() {
            return left.size() - 1;
        }
    }

    /**
     * Solves {@code A x = b}.
     *
     * @param product by which corrections are found
     * @param told the part of b that is left, round after round
     * @throws BadInput if the matrix is none that the method works on, or b is zero
     * @throws ModelSaysNo if it does not converge
     */
    public Solution solve(SparseMatrix matrix, double[] b, MatrixProduct product, DoubleConsumer told) {
        method.check(matrix);
        double whole = Vectors.norm(b);
        if (!(whole > 0)) {
            throw new BadInput("the right-hand side is zero, and so is the solution; give another one (--rhs)");
        }
        SolverWork work = new SolverWork();
        double[] x = new double[b.length];
        List<Double> left = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        int since = 0;
        while (true) {
            double[] r = matrix.residual(b, x);
            work.residual(matrix);
            double part = Vectors.norm(r) / whole;
            left.add(part);
            told.accept(part);
            if (part <= tolerance) {
                return new Solution(x, left, work);
            }
            since = part < least ? 0 : since + 1;
            least = Math.min(least, part);
            if (!(part < FAR) || since >= PATIENCE) {
                throw new ModelSaysNo(diverges(least, part, left.size() - 1));
            }
            if (left.size() > rounds) {
                throw new ModelSaysNo(
                        "after %d corrections %.3g of b is left and %.3g was asked for; allow more (--rounds), a larger --tolerance, or more inner iterations (--inner)"
                                .formatted(rounds, part, tolerance));
            }
            Vectors.add(x, 1, method.correction(matrix, product, r, inner, work));
            work.vectors(1, b.length);
        }
    }

    private String diverges(double least, double part, int corrections) {
        return "does not converge: after %d corrections %.3g of b is left, and it was %.3g at the best. The errors of the products are too large for the condition of this matrix, or it is singular%s; end corrections earlier (--reduction, --inner), or take arrays that err less (--set, --chip)"
                .formatted(
                        corrections,
                        part,
                        least,
                        method == InnerMethod.JACOBI ? ", or its diagonal too weak for jacobi" : "");
    }
}
