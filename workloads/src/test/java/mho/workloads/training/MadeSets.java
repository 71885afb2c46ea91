package mho.workloads.training;

import java.util.Random;
import mho.core.yaml.Yaml;
import mho.workloads.data.DataSet;
import mho.workloads.network.Network;
import mho.workloads.network.Shape;
import mho.workloads.network.file.NetworkFile;

/** Data that is made here, and networks in a line. */
final class MadeSets {
    private MadeSets() {}

    static Network network(String input, String layers) {
        return NetworkFile.parse(Yaml.parse(
                "n.yaml", "network: n\nabout: a\nsource: s\ninput: %s\nlayers: [%s]\n".formatted(input, layers)));
    }

    /** Points around {@code classes} centres, which stand at random in a cube of so many dimensions; the same centres for a seed. */
    static DataSet clusters(int count, int classes, Shape shape, double spread, long centres, long points) {
        int size = (int) shape.size();
        Random centre = new Random(centres);
        double[][] at = new double[classes][size];
        for (double[] each : at) {
            for (int k = 0; k < size; k++) {
                each[k] = centre.nextDouble() * 2 - 1;
            }
        }
        Random random = new Random(points);
        float[] values = new float[count * size];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % classes;
            for (int k = 0; k < size; k++) {
                values[i * size + k] = (float) (at[labels[i]][k] + spread * random.nextGaussian());
            }
        }
        return DataSet.of("clusters", shape, values, labels);
    }

    /** Two classes told by exclusive or: two bits, and noise on them. */
    static DataSet exclusiveOr(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[2 * count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            int a = random.nextInt(2);
            int b = random.nextInt(2);
            values[2 * i] = (float) (a + 0.1 * random.nextGaussian());
            values[2 * i + 1] = (float) (b + 0.1 * random.nextGaussian());
            labels[i] = a ^ b;
        }
        return DataSet.of("xor", Shape.vector(2), values, labels);
    }

    /** Bars: a class is the row or the column of a picture that is bright, wherever the noise falls. */
    static DataSet bars(int count, int side, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count * side * side];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            int bar = random.nextInt(2 * side);
            labels[i] = bar / side;
            for (int p = 0; p < side * side; p++) {
                boolean on = bar < side ? p / side == bar : p % side == bar - side;
                values[i * side * side + p] = (float) ((on ? 1 : 0) + 0.2 * random.nextGaussian());
            }
        }
        return DataSet.of("bars", new Shape(1, side, side), values, labels);
    }
}
