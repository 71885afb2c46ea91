package mho.workloads.linear;

import mho.core.yaml.BadInput;

/** How the correction {@code A z = r} is found, roughly, with products that are not exact. */
public enum InnerMethod {
    /** Conjugate gradients (Hestenes and Stiefel, J. Res. NBS 49, 1952), for symmetric positive definite matrices. */
    CG {
        @Override
        void check(SparseMatrix matrix) {
            if (!matrix.isSymmetric()) {
                throw new BadInput("--method cg: needs a symmetric matrix, and this one is not; take --method jacobi");
            }
            double[] diagonal = matrix.diagonal();
            for (int i = 0; i < diagonal.length; i++) {
                if (diagonal[i] <= 0) {
                    throw new BadInput("--method cg: needs a positive definite matrix, and entry (" + (i + 1) + ", "
                            + (i + 1) + ") is " + diagonal[i]
                            + "; turn the signs of the equations, or take --method jacobi");
                }
            }
        }

        @Override
        double[] correction(
                SparseMatrix matrix, MatrixProduct product, double[] r, InnerLimits limits, SolverWork work) {
            int size = r.length;
            double[] z = new double[size];
            double[] left = r.clone();
            double[] direction = r.clone();
            double squares = Vectors.dot(left, left);
            double enough = limits.reduction() * limits.reduction() * squares;
            for (int i = 0; i < limits.iterations() && squares > enough; i++) {
                double[] image = product.of(direction);
                double curvature = Vectors.dot(direction, image);
                if (!(curvature > 0)) { // noise, or no positive definite matrix: what has been found so far has to do
                    break;
                }
                double step = squares / curvature;
                Vectors.add(z, step, direction);
                Vectors.add(left, -step, image);
                double next = Vectors.dot(left, left);
                work.iteration(VECTOR_OPERATIONS_CG, size);
                double back = next / squares;
                for (int k = 0; k < size; k++) {
                    direction[k] = left[k] + back * direction[k];
                }
                squares = next;
            }
            return z;
        }
    },
    /** Steps of the same length along what is left (Richardson, Phil. Trans. A 210, 1911), for positive definite matrices. */
    RICHARDSON {
        @Override
        void check(SparseMatrix matrix) {
            for (double entry : matrix.diagonal()) {
                if (entry <= 0) {
                    throw new BadInput(
                            "--method richardson: needs a positive definite matrix, and its diagonal is not positive; turn the signs of the equations, or take --method jacobi");
                }
            }
        }

        @Override
        double[] correction(
                SparseMatrix matrix, MatrixProduct product, double[] r, InnerLimits limits, SolverWork work) {
            double step = 1 / matrix.largestRowSum();
            return stationary(product, r, limits, work, (z, left) -> Vectors.add(z, step, left));
        }
    },
    /** Each unknown by its own equation, the others standing still (Jacobi, Astron. Nachr. 22, 1845), for matrices with a strong diagonal. */
    JACOBI {
        @Override
        void check(SparseMatrix matrix) {
            double[] diagonal = matrix.diagonal();
            for (int i = 0; i < diagonal.length; i++) {
                if (diagonal[i] == 0) {
                    throw new BadInput("--method jacobi: divides by the diagonal, and entry (" + (i + 1) + ", "
                            + (i + 1) + ") is zero; put the equations in another order");
                }
            }
        }

        @Override
        double[] correction(
                SparseMatrix matrix, MatrixProduct product, double[] r, InnerLimits limits, SolverWork work) {
            double[] diagonal = matrix.diagonal();
            return stationary(product, r, limits, work, (z, left) -> {
                for (int i = 0; i < z.length; i++) {
                    z[i] += left[i] / diagonal[i];
                }
            });
        }
    };

    /** Two products of vectors and three sums, a vector of n numbers each. */
    private static final int VECTOR_OPERATIONS_CG = 5;
    /** A difference, its size, and a step. */
    private static final int VECTOR_OPERATIONS_STATIONARY = 3;

    /** Throws {@link BadInput} for what the method cannot work on. */
    abstract void check(SparseMatrix matrix);

    /** A rough solution of {@code A z = r}. */
    abstract double[] correction(
            SparseMatrix matrix, MatrixProduct product, double[] r, InnerLimits limits, SolverWork work);

    private interface Step {
        void along(double[] z, double[] left);
    }

    private static double[] stationary(
            MatrixProduct product, double[] r, InnerLimits limits, SolverWork work, Step step) {
        double[] z = new double[r.length];
        double[] left = r.clone();
        double enough = limits.reduction() * Vectors.norm(r);
        step.along(z, left);
        for (int i = 1; i < limits.iterations(); i++) {
            double[] image = product.of(z);
            for (int k = 0; k < left.length; k++) {
                left[k] = r[k] - image[k];
            }
            work.iteration(VECTOR_OPERATIONS_STATIONARY, r.length);
            if (Vectors.norm(left) <= enough) {
                break;
            }
            step.along(z, left);
        }
        return z;
    }
}
