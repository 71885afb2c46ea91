package mho.arch.plan;

import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import mho.workloads.network.Axis;
import mho.workloads.network.Direction;
import mho.workloads.network.Planes;
import mho.workloads.network.ReceptiveField;

/** Fields drawn at random, and what they read, tap by tap. */
final class RandomFields {
    private RandomFields() {}

    static ReceptiveField field(Random random) {
        return ReceptiveField.of(
                random.nextInt(4) == 0 ? new Planes(axis(random), axis(random)) : axis(random), axis(random));
    }

    private static Axis axis(Random random) {
        int in = 1 + random.nextInt(8);
        return switch (random.nextInt(6)) {
            case 0 -> Axis.identity(in);
            case 1 -> Axis.whole(in, 1 + random.nextInt(3));
            case 2 -> // transposed convolution, resize
            new Axis(1 + random.nextInt(4), 1, random.nextInt(3), 1, 1 + random.nextInt(3), in, in * 2);
            case 3 -> new Axis(1, -1, 1 - in, 1, 1, in, in); // backwards
            default -> new Axis(
                    1 + random.nextInt(4),
                    1 + random.nextInt(4),
                    random.nextInt(3),
                    1 + random.nextInt(3),
                    1,
                    in,
                    1 + random.nextInt(9));
        };
    }

    /** Positions that a window reads: v = o stride - pad + k dilation over the input stretched by up. */
    static Set<Integer> positions(ReceptiveField field, int window) {
        TreeSet<Integer> positions = new TreeSet<>();
        for (int y : indices(field.rows(), window / field.columns().out())) {
            for (int x : indices(field.columns(), window % field.columns().out())) {
                positions.add(y * field.columns().in() + x);
            }
        }
        return positions;
    }

    private static Set<Integer> indices(Direction direction, int output) {
        if (direction instanceof Planes planes) {
            TreeSet<Integer> indices = new TreeSet<>();
            for (int plane : indices(planes.depth(), output / planes.rows().out())) {
                for (int row : indices(planes.rows(), output % planes.rows().out())) {
                    indices.add(plane * planes.rows().in() + row);
                }
            }
            return indices;
        }
        Axis axis = Objects.requireNonNull(direction.single());
        TreeSet<Integer> indices = new TreeSet<>();
        for (int k = 0; k < axis.kernel(); k++) {
            int v = output * axis.stride() - axis.pad() + k * axis.dilation();
            if (v >= 0 && v % axis.up() == 0 && v / axis.up() < axis.in()) {
                indices.add(v / axis.up());
            }
        }
        return indices;
    }

    static WindowOrder order(Random random, int windows) {
        return switch (random.nextInt(3)) {
            case 0 -> WindowOrder.rowMajor(windows);
            case 1 -> WindowOrder.byArrival(random.ints(windows, 0, 5).toArray());
            default -> WindowOrder.byArrival(
                    random.ints(windows).map(i -> i >>> 1).toArray());
        };
    }
}
