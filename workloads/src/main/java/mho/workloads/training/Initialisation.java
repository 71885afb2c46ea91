package mho.workloads.training;

import java.util.random.RandomGenerator;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.workloads.values.TrainedMatrix;

/** The weights that training begins with. */
public sealed interface Initialisation {
    /** Rows x columns of the matrix at a place, row by row. */
    float[] weights(MatrixPlace place, RandomGenerator stream);

    /** Whether they come out of the network's file. */
    default boolean needsWeights() {
        return false;
    }

    /** Uniform within ±√(6 / (fan-in + fan-out)), biases 0 (Glorot and Bengio, AISTATS 2010, eq. 16). */
    @Kind("xavier")
    record Xavier() implements Initialisation {
        @Override
        public float[] weights(MatrixPlace place, RandomGenerator stream) {
            return uniform(place, stream, place.fanIn(), Math.sqrt(6.0 / ((double) place.fanIn() + place.fanOut())));
        }
    }

    /** Uniform within ±√(6 / fan-in), that is of variance 2 / fan-in, biases 0 (He et al., ICCV 2015, eq. 10). */
    @Kind("he")
    record He() implements Initialisation {
        @Override
        public float[] weights(MatrixPlace place, RandomGenerator stream) {
            return uniform(place, stream, place.fanIn(), Math.sqrt(6.0 / place.fanIn()));
        }
    }

    /** Uniform within ±bound around a middle, biases too. */
    @Kind("uniform")
    record Uniform(
            @Doc("largest weight, from the middle") double bound,
            @Doc("what they are drawn around: other than 0 where cells are written with an offset")
                    @Default("0")
                    @Range(min = -1e6, max = 1e6)
                    double middle)
            implements Initialisation {
        /** Around 0. */
        public Uniform(double bound) {
            this(bound, 0);
        }

        public Uniform {
            if (!(bound > 0) || Double.isInfinite(bound)) {
                throw new IllegalArgumentException("a bound of " + bound + " is not above 0 and finite");
            }
            if (!Double.isFinite(middle)) {
                throw new IllegalArgumentException("a middle of " + middle + " is not finite");
            }
        }

        @Override
        public float[] weights(MatrixPlace place, RandomGenerator stream) {
            float[] weights = uniform(place, stream, place.rows(), bound);
            for (int i = 0; i < weights.length; i++) {
                weights[i] += (float) middle;
            }
            return weights;
        }
    }

    /** Those that the network has, to go on from. */
    @Kind("own")
    record Own() implements Initialisation {
        @Override
        public boolean needsWeights() {
            return true;
        }

        @Override
        public float[] weights(MatrixPlace place, RandomGenerator stream) {
            TrainedMatrix trained = TrainedMatrix.of(place.node());
            float[][] rows = trained.weights(place.group(), place.instance());
            int columns = place.columns();
            float[] weights = new float[place.rows() * columns];
            for (int r = 0; r < rows.length; r++) {
                System.arraycopy(rows[r], 0, weights, r * columns, columns);
            }
            if (place.bias()) {
                float[] bias = trained.bias(place.group(), place.instance());
                System.arraycopy(bias, 0, weights, place.fanIn() * columns, columns);
            }
            return weights;
        }
    }

    /** Of so many rows; the others 0. */
    private static float[] uniform(MatrixPlace place, RandomGenerator stream, int rows, double bound) {
        float[] weights = new float[place.rows() * place.columns()];
        for (int i = 0; i < rows * place.columns(); i++) {
            weights[i] = SeededStreams.uniform(stream, (float) bound);
        }
        return weights;
    }
}
