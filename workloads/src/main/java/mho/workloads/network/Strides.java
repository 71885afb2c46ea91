package mho.workloads.network;

import java.util.ArrayList;
import java.util.List;

/**
 * An order of reading: element i of the output, i counted row-major over {@code sizes}, is element start + sum of index ·
 * step of what is read.
 */
public record Strides(int start, List<Integer> sizes, List<Integer> steps) {
    public Strides {
        sizes = List.copyOf(sizes);
        steps = List.copyOf(steps);
        if (sizes.size() != steps.size()) {
            throw new IllegalArgumentException(sizes + " sizes and " + steps + " steps");
        }
    }

    /** The axes of a row-major array of {@code sizes} in another order: axis k of the output is axis order[k]. */
    public static Strides transposing(List<Integer> sizes, List<Integer> order) {
        int[] own = new int[sizes.size()];
        int step = 1;
        for (int axis = own.length - 1; axis >= 0; axis--) {
            own[axis] = step;
            step *= sizes.get(axis);
        }
        List<Integer> out = new ArrayList<>();
        List<Integer> steps = new ArrayList<>();
        for (int axis : order) {
            out.add(sizes.get(axis));
            steps.add(own[axis]);
        }
        return new Strides(0, out, steps);
    }

    public int count() {
        return sizes.stream().reduce(1, (a, b) -> a * b);
    }

    /** Whether output element i is element i of what is read. */
    public boolean inOrder() {
        int step = 1;
        for (int axis = sizes.size() - 1; axis >= 0; axis--) {
            if (sizes.get(axis) > 1 && steps.get(axis) != step) {
                return false;
            }
            step *= sizes.get(axis);
        }
        return start == 0;
    }

    /** Which element each output element is. */
    public int[] indices() {
        int[] from = {start};
        for (int axis = 0; axis < sizes.size(); axis++) {
            int size = sizes.get(axis);
            int step = steps.get(axis);
            int[] finer = new int[from.length * size];
            for (int i = 0; i < finer.length; i++) {
                finer[i] = from[i / size] + i % size * step;
            }
            from = finer;
        }
        return from;
    }
}
