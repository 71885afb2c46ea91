package mho.workloads.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import mho.workloads.network.Network;
import mho.workloads.network.Node;

/** A network whose gradient is compared with central differences of {@link DoubleForward}. */
final class GradientCase {
    private static final double STEP = 1e-5;

    private final Network network;
    private final Loss loss;
    private final Map<String, double[][]> weights = new LinkedHashMap<>();
    private final Map<String, double[][]> gradients = new LinkedHashMap<>();

    private GradientCase(Network network, Loss loss) {
        this.network = network;
        this.loss = loss;
    }

    static float[] tensor(Node node, String role) {
        return Objects.requireNonNull(
                        Objects.requireNonNull(node.weightsHeld()).tensors().get(role))
                .values()
                .get();
    }

    /** Compares all weights' gradients; returns how many. */
    static int check(Network network, Loss loss, long seed) {
        return new GradientCase(network, loss).check(seed);
    }

    private int check(long seed) {
        Random random = new Random(seed);
        TrainingSpec spec = new TrainingSpec(
                1, 1, RateSchedule.of(1), loss, new Initialisation.Uniform(0.6), Map.of(), false, seed);
        Trainability trainable = Trainability.of(network, spec);
        TrainingPlan plan = new TrainingPlan(trainable, spec, gathering());
        ExampleMemory memory = new ExampleMemory(plan);
        float[] input = new float[memory.input().length];
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) random.nextGaussian();
        }
        int label = random.nextInt(memory.answer().length);
        System.arraycopy(input, 0, memory.input(), 0, input.length);
        memory.forward();
        double lost = memory.reverse(loss, label);
        memory.update(1);
        plan.layers().forEach(layer -> weights.put(layer.name(), doubles(layer.weights())));
        assertThat(lost).isCloseTo(loss(input, label), within(1e-4 * Math.max(1, lost)));
        plan.layers().forEach(layer -> gradients.put(layer.name(), gathered(layer)));
        return compare(input, label);
    }

    private static org.assertj.core.data.Offset<Double> within(double tolerance) {
        return org.assertj.core.data.Offset.offset(tolerance);
    }

    private int compare(float[] input, int label) {
        int compared = 0;
        for (Map.Entry<String, double[][]> layer : weights.entrySet()) {
            double[][] found = Objects.requireNonNull(gradients.get(layer.getKey()));
            List<double[]> numeric = new ArrayList<>();
            double largest = 1e-3;
            for (double[] matrix : layer.getValue()) {
                double[] slopes = new double[matrix.length];
                for (int i = 0; i < matrix.length; i++) {
                    slopes[i] = slope(matrix, i, input, label);
                    largest = Math.max(largest, Math.abs(slopes[i]));
                }
                numeric.add(slopes);
            }
            for (int m = 0; m < found.length; m++) {
                assertThat(found[m]).as(layer.getKey()).hasSameSizeAs(numeric.get(m));
                for (int i = 0; i < found[m].length; i++) {
                    assertThat(found[m][i])
                            .as("%s, matrix %d, weight %d of %s", layer.getKey(), m, i, network.name())
                            .isCloseTo(numeric.get(m)[i], within(2e-4 * largest));
                    compared++;
                }
            }
        }
        return compared;
    }

    private double slope(double[] matrix, int i, float[] input, int label) {
        double kept = matrix[i];
        matrix[i] = kept + STEP;
        double above = loss(input, label);
        matrix[i] = kept - STEP;
        double below = loss(input, label);
        matrix[i] = kept;
        return (above - below) / (2 * STEP);
    }

    private double loss(float[] input, int label) {
        double[] y = new DoubleForward(network, weights).run(input);
        double sum = 0;
        for (int c = 0; c < y.length; c++) {
            double off = y[c] - (c == label ? 1 : 0);
            sum += loss == Loss.SQUARED ? off * off / 2 : Math.exp(y[c] - y[label]);
        }
        return loss == Loss.SQUARED ? sum : Math.log(sum);
    }

    private static double[][] doubles(float[][] weights) {
        double[][] doubles = new double[weights.length][];
        for (int m = 0; m < weights.length; m++) {
            doubles[m] = new double[weights[m].length];
            for (int i = 0; i < doubles[m].length; i++) {
                doubles[m][i] = weights[m][i];
            }
        }
        return doubles;
    }

    private static double[][] gathered(LearnedLayer layer) {
        return List.of(layer.matrices()).stream()
                .map(matrix -> ((GradientMatrix) matrix).gradient)
                .toArray(double[][]::new);
    }

    private static LearningMatrices gathering() {
        return new LearningMatrices() {
            @Override
            public LearningMatrix matrix(MatrixPlace place) {
                return new GradientMatrix(place.rows(), place.columns());
            }

            @Override
            public String about() {
                return "gathers";
            }
        };
    }

    /** Keeps its weights and adds up what an update would change. */
    private static final class GradientMatrix implements LearningMatrix {
        private final FloatMatrix weights;
        private final double[] gradient;

        GradientMatrix(int rows, int columns) {
            this.weights = new FloatMatrix(rows, columns);
            this.gradient = new double[rows * columns];
        }

        @Override
        public int rows() {
            return weights.rows();
        }

        @Override
        public int columns() {
            return weights.columns();
        }

        @Override
        public void forward(float[] x, int xAt, float[] y, int yAt) {
            weights.forward(x, xAt, y, yAt);
        }

        @Override
        public void reverse(float[] delta, int deltaAt, float[] dx, int dxAt) {
            weights.reverse(delta, deltaAt, dx, dxAt);
        }

        @Override
        public void update(float[] x, int xAt, float[] delta, int deltaAt, float rate) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += (double) rate * x[xAt + i / columns()] * delta[deltaAt + i % columns()];
            }
        }

        @Override
        public void weights(float[] into) {
            weights.weights(into);
        }

        @Override
        public void set(float[] from) {
            weights.set(from);
        }
    }
}
