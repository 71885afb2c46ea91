package mho.workloads.onnx.graph;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The shape of a tensor: non-negative sizes whose product fits an int. */
public final class Dims {
    /** A scalar. */
    public static final Dims NONE = new Dims(new int[0]);

    /** More axes than any exporter writes; bounds what a hostile file can ask for. */
    private static final int MOST_AXES = 64;

    private final int[] sizes;
    private final int count;

    private Dims(int[] sizes) {
        this.sizes = sizes;
        this.count = countOf(sizes);
    }

    public static Dims of(int... sizes) {
        return sizes.length == 0 ? NONE : new Dims(sizes.clone());
    }

    /** Sizes as a file or a computation gives them; refused when negative or beyond what fits. */
    public static Dims ofLongs(long... sizes) {
        int[] ints = new int[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] < 0) {
                throw new Refusal("dimension " + i + " of " + text(sizes) + " is negative");
            }
            if (sizes[i] > Integer.MAX_VALUE) {
                throw new Refusal("a tensor of " + text(sizes) + " is larger than 2^31-1 elements");
            }
            ints[i] = (int) sizes[i];
        }
        return of(ints);
    }

    private static int countOf(int[] sizes) {
        if (sizes.length > MOST_AXES) {
            throw new Refusal("a tensor of " + sizes.length + " dimensions, more than " + MOST_AXES);
        }
        // Zero-sized tensors are legal; the other sizes must fit all the same, so that strides do.
        long product = 1;
        boolean empty = false;
        for (int size : sizes) {
            if (size < 0) {
                throw new Refusal("dimension of " + text(widened(sizes)) + " is negative");
            }
            if (size == 0) {
                empty = true;
            } else {
                product *= size;
            }
            if (product > Integer.MAX_VALUE) {
                throw new Refusal("a tensor of " + text(widened(sizes)) + " is larger than 2^31-1 elements");
            }
        }
        return empty ? 0 : (int) product;
    }

    public int rank() {
        return sizes.length;
    }

    public int at(int axis) {
        return sizes[axis];
    }

    /** Product of the sizes from axis {@code from} (inclusive) to {@code to} (exclusive). */
    public int count(int from, int to) {
        int product = 1;
        for (int axis = from; axis < to; axis++) {
            product *= sizes[axis];
        }
        return product;
    }

    public int count() {
        return count;
    }

    public int[] toArray() {
        return sizes.clone();
    }

    /** An axis as operators write it, negative counting from the end. */
    public int axis(long axis) {
        return axis(axis, rank());
    }

    public static int axis(long axis, int rank) {
        if (axis < -rank || axis >= rank) {
            throw new Refusal("axis " + axis + " is outside a tensor of " + rank + " dimensions");
        }
        return (int) (axis < 0 ? axis + rank : axis);
    }

    public Dims with(int axis, long size) {
        long[] changed = widened(sizes);
        changed[axis] = size;
        return ofLongs(changed);
    }

    public Dims without(int axis) {
        int[] rest = new int[sizes.length - 1];
        System.arraycopy(sizes, 0, rest, 0, axis);
        System.arraycopy(sizes, axis + 1, rest, axis, rest.length - axis);
        return of(rest);
    }

    /** Numpy's rule: sizes aligned at the right, equal or one of them 1. */
    public Dims broadcast(Dims other) {
        int rank = Math.max(rank(), other.rank());
        int[] joint = new int[rank];
        for (int i = 1; i <= rank; i++) {
            int a = i <= rank() ? sizes[rank() - i] : 1;
            int b = i <= other.rank() ? other.sizes[other.rank() - i] : 1;
            if (a != b && a != 1 && b != 1) {
                throw new Refusal("shapes " + this + " and " + other + " do not broadcast");
            }
            joint[rank - i] = a == 1 ? b : a;
        }
        return of(joint);
    }

    /** Row-major strides in elements. */
    public int[] strides() {
        int[] strides = new int[sizes.length];
        int stride = 1;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= Math.max(1, sizes[axis]);
        }
        return strides;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dims dims && Arrays.equals(sizes, dims.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    /** As people write it: {@code 1x3x224x224}, {@code scalar}. */
    @Override
    public String toString() {
        return text(widened(sizes));
    }

    private static long[] widened(int[] sizes) {
        return Arrays.stream(sizes).asLongStream().toArray();
    }

    private static String text(long[] sizes) {
        return sizes.length == 0
                ? "scalar"
                : LongStream.of(sizes).limit(MOST_AXES).mapToObj(Long::toString).collect(Collectors.joining("x"));
    }
}
