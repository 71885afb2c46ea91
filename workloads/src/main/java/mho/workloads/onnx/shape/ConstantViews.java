package mho.workloads.onnx.shape;

import java.util.ArrayList;
import java.util.List;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import org.jspecify.annotations.Nullable;

/** Constants seen in another order: index arithmetic only, nothing is copied. */
public final class ConstantViews {
    private ConstantViews() {}

    static ConstantValues transposed(ConstantValues base, Dims dims, int[] perm) {
        int[] from = dims.strides();
        int[] strides = new int[perm.length];
        for (int i = 0; i < perm.length; i++) {
            strides[i] = from[perm[i]];
        }
        return strided(base, transposed(dims, perm), strides, 0);
    }

    static Dims transposed(Dims dims, int[] perm) {
        int[] sizes = new int[perm.length];
        for (int i = 0; i < perm.length; i++) {
            sizes[i] = dims.at(perm[i]);
        }
        return Dims.of(sizes);
    }

    /** Stretched to {@code to} by numpy's rule. */
    static ConstantValues broadcast(ConstantValues base, Dims from, Dims to) {
        if (from.equals(to)) {
            return base;
        }
        int[] own = from.strides();
        int[] strides = new int[to.rank()];
        int offset = to.rank() - from.rank();
        for (int axis = 0; axis < from.rank(); axis++) {
            strides[offset + axis] = from.at(axis) == 1 ? 0 : own[axis];
        }
        return strided(base, to, strides, 0);
    }

    /** Element (i0, i1, …) is base element start + i0 strides[0] + i1 strides[1] + …. */
    public static ConstantValues strided(ConstantValues base, Dims dims, int[] strides, int start) {
        int[] sizes = dims.toArray();
        return ConstantValues.view(base, dims.count(), i -> {
            int rest = i;
            int at = start;
            for (int axis = sizes.length - 1; axis >= 0; axis--) {
                at += rest % sizes[axis] * strides[axis];
                rest /= sizes[axis];
            }
            return at;
        });
    }

    /** Repeated along every axis until it fills {@code to}. */
    static ConstantValues tiled(ConstantValues base, Dims from, Dims to) {
        int[] own = from.strides();
        int[] sizes = to.toArray();
        return ConstantValues.view(base, to.count(), i -> {
            int rest = i;
            int at = 0;
            for (int axis = sizes.length - 1; axis >= 0; axis--) {
                at += rest % sizes[axis] % from.at(axis) * own[axis];
                rest /= sizes[axis];
            }
            return at;
        });
    }

    /** Picks {@code index} along {@code axis}: (outer, index.length, inner). */
    static ConstantValues picked(ConstantValues base, Dims dims, int axis, int[] index) {
        int inner = dims.count(axis + 1, dims.rank());
        int size = dims.at(axis);
        int count = dims.count(0, axis) * index.length * inner;
        return ConstantValues.view(base, count, i -> {
            int outer = i / inner / index.length;
            return (outer * size + index[i / inner % index.length]) * inner + i % inner;
        });
    }

    /** Several end to end along {@code axis}. */
    static ConstantValues concatenated(List<ConstantValues> parts, List<Dims> dims, int axis) {
        int[] ends = new int[parts.size()];
        int run = 0;
        for (int k = 0; k < ends.length; k++) {
            run += dims.get(k).count(axis, dims.get(k).rank());
            ends[k] = run;
        }
        return new Joined(parts, ends, run, dims.get(0).count(0, axis) * run);
    }

    /** @param ends where part k ends within one run of all parts */
    @SuppressWarnings("ArrayRecordComponent") // short lived, never compared
    private record Joined(List<ConstantValues> parts, int[] ends, int run, int count) implements ConstantValues {
        @Override
        public double real(int i) {
            int k = part(i % run);
            return parts.get(k).real(inside(i, k));
        }

        @Override
        public long integer(int i) {
            int k = part(i % run);
            return parts.get(k).integer(inside(i, k));
        }

        /** The first part that ends beyond {@code within}; empty parts end where the one before them does. */
        private int part(int within) {
            int low = 0;
            int high = ends.length - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (ends[middle] > within) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }

        private int inside(int i, int k) {
            int start = k == 0 ? 0 : ends[k - 1];
            return i / run * (ends[k] - start) + i % run - start;
        }

        @Override
        public @Nullable ConstantValues steps() {
            List<ConstantValues> steps = new ArrayList<>();
            for (ConstantValues part : parts) {
                ConstantValues own = part.count() == 0 ? part : part.steps();
                if (own == null) {
                    return null;
                }
                steps.add(own);
            }
            return new Joined(steps, ends, run, count);
        }

        @Override
        public int depth() {
            return 1 + parts.stream().mapToInt(ConstantValues::depth).max().orElse(0);
        }
    }
}
