package mho.workloads.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefinementTest {
    private static final int SIZE = 40;

    /** A chain of springs, each tied to the ground as well: eigenvalues from ground to ground + 4. */
    private static SparseMatrix chain(double ground) {
        SparseMatrix.Entries entries = new SparseMatrix.Entries(SIZE);
        for (int i = 0; i < SIZE; i++) {
            entries.add(i, i, 2 + ground);
            if (i > 0) {
                entries.add(i, i - 1, -1).add(i - 1, i, -1);
            }
        }
        return entries.matrix();
    }

    /** Every number of a product is off by a part of the largest, by chance. */
    private static MatrixProduct rough(SparseMatrix matrix, double part) {
        Random random = new Random(3);
        return x -> {
            double[] image = matrix.times(x);
            double largest = Arrays.stream(image).map(Math::abs).max().orElseThrow();
            for (int i = 0; i < image.length; i++) {
                image[i] += part * largest * random.nextGaussian();
            }
            return image;
        };
    }

    private static double[] ones() {
        double[] ones = new double[SIZE];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static Refinement refinement(InnerMethod method) {
        return new Refinement(method, 1e-12, 2000, new InnerLimits(0.01, 30));
    }

    @ParameterizedTest
    @EnumSource
    void rough_products_lead_to_the_direct_solution(InnerMethod method) {
        SparseMatrix matrix = chain(0.5);
        double[] direct = Objects.requireNonNull(DirectSolution.of(matrix, ones()));
        Refinement.Solution solution = refinement(method).solve(matrix, ones(), rough(matrix, 0.01), left -> {});
        assertThat(solution.x()).containsExactly(direct, within(1e-11));
        assertThat(solution.left().get(solution.rounds())).isLessThanOrEqualTo(1e-12);
        assertThat(solution.left().get(0)).isEqualTo(1);
    }

    @Test
    void exact_products_end_conjugate_gradients_within_as_many_iterations_as_equations() {
        SparseMatrix matrix = chain(0.5);
        Refinement once = new Refinement(InnerMethod.CG, 1e-11, 1, new InnerLimits(1e-12, SIZE));
        Refinement.Solution solution = once.solve(matrix, ones(), matrix::times, left -> {});
        assertThat(solution.rounds()).isEqualTo(1);
        assertThat(solution.work().iterations()).isLessThanOrEqualTo(SIZE);
    }

    @Test
    void iterations_grow_with_the_condition_of_the_matrix() {
        long before = 0;
        for (double ground : new double[] {4, 1, 0.25, 0.06}) {
            SparseMatrix matrix = chain(ground);
            long iterations = refinement(InnerMethod.CG)
                    .solve(matrix, ones(), rough(matrix, 1e-3), left -> {})
                    .work()
                    .iterations();
            assertThat(iterations).as("ground %s", ground).isGreaterThan(before);
            before = iterations;
        }
    }

    @Test
    void digital_work_is_counted_by_pencil() {
        SparseMatrix matrix = chain(4);
        Refinement once = new Refinement(InnerMethod.CG, 1e-3, 5, new InnerLimits(1e-4, 100));
        SolverWork work = once.solve(matrix, ones(), matrix::times, left -> {}).work();
        // two residuals of 118 entries and a subtraction each, one correction added, five vector operations an
        // iteration
        double places = 2 * SIZE + SIZE + 5.0 * SIZE * work.iterations();
        assertThat(work.operations()).isEqualTo(2 * (2 * 118 + places));
        assertThat(work.bytes()).isEqualTo(2 * 12 * 118 + 24 * places);
    }

    @Test
    void what_does_not_converge_is_refused() {
        SparseMatrix matrix = chain(0.001);
        assertThatThrownBy(() -> refinement(InnerMethod.CG).solve(matrix, ones(), rough(matrix, 0.5), left -> {}))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("does not converge");
        SparseMatrix weak = new SparseMatrix.Entries(2)
                .add(0, 0, 1)
                .add(0, 1, 3)
                .add(1, 0, 3)
                .add(1, 1, 1)
                .matrix();
        assertThatThrownBy(
                        () -> refinement(InnerMethod.JACOBI).solve(weak, new double[] {1, 0}, weak::times, left -> {}))
                .hasMessageContaining("its diagonal too weak for jacobi");
    }

    @Test
    void methods_refuse_what_they_cannot_work_on() {
        SparseMatrix skew = new SparseMatrix.Entries(2)
                .add(0, 0, 1)
                .add(0, 1, 1)
                .add(1, 1, 1)
                .matrix();
        assertThatThrownBy(() -> InnerMethod.CG.check(skew))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("symmetric");
        SparseMatrix hollow =
                new SparseMatrix.Entries(2).add(0, 1, 1).add(1, 0, 1).matrix();
        for (InnerMethod method : InnerMethod.values()) {
            assertThatThrownBy(() -> method.check(hollow)).isInstanceOf(BadInput.class);
        }
        assertThatThrownBy(() -> refinement(InnerMethod.CG).solve(chain(1), new double[SIZE], x -> x, left -> {}))
                .hasMessageContaining("the right-hand side is zero");
    }

    @Test
    void elimination_finds_out_that_a_matrix_is_singular() {
        SparseMatrix singular = new SparseMatrix.Entries(3)
                .add(0, 0, 1)
                .add(0, 1, 2)
                .add(1, 0, 2)
                .add(1, 1, 4)
                .add(2, 2, 1)
                .matrix();
        assertThat(DirectSolution.of(singular, new double[] {1, 2, 3})).isNull();
        SparseMatrix turned =
                new SparseMatrix.Entries(2).add(0, 1, 2).add(1, 0, 4).matrix();
        assertThat(DirectSolution.of(turned, new double[] {2, 8})).containsExactly(2, 1);
    }
}
