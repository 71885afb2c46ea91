package mho.workloads.onnx.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Refusal;

/** The same values in another shape or order. */
final class ViewRules {
    private ViewRules() {}

    static void register() {
        ShapeRules.put(site -> reshaped(site, reshape(site)), "Reshape");
        ShapeRules.put(site -> reshaped(site, flatten(site)), "Flatten");
        ShapeRules.put(site -> reshaped(site, squeeze(site)), "Squeeze");
        ShapeRules.put(site -> reshaped(site, unsqueeze(site)), "Unsqueeze");
        ShapeRules.put(ViewRules::transpose, "Transpose");
        ShapeRules.put(ViewRules::expand, "Expand");
        ShapeRules.put(ViewRules::tile, "Tile");
        ShapeRules.put(ViewRules::depthToSpace, "DepthToSpace");
        ShapeRules.put(ViewRules::spaceToDepth, "SpaceToDepth");
    }

    private static void reshaped(InferenceContext site, Dims dims) {
        site.out(0, site.type(0), dims, inputs -> inputs.get(0));
    }

    private static Dims reshape(InferenceContext site) {
        Dims in = site.dims(0);
        long[] target = site.listed("shape", 1);
        if (target == null) {
            throw new Refusal("has no shape");
        }
        int batch = site.in(0).isConstant() ? 1 : site.droppedBatch();
        if (batch > 1 && target.length > 0 && target[0] == batch) {
            target[0] = 1; // the batch that is read as one
        }
        boolean zeroMeansZero = site.attributes().flag("allowzero", false);
        long known = 1;
        int open = -1;
        for (int i = 0; i < target.length; i++) {
            if (target[i] == 0 && !zeroMeansZero) {
                target[i] = in.at(Dims.axis(i, in.rank()));
            }
            if (target[i] == -1 && open < 0) {
                open = i;
            } else if (target[i] < 0) {
                throw new Refusal("cannot reshape " + in + " to " + Arrays.toString(target));
            } else {
                known = Math.multiplyExact(known, target[i]);
            }
        }
        if (batch > 1 && open < 0 && known == (long) in.count() * batch) {
            // The batch stands elsewhere, or is one axis with what follows it.
            for (int i = 0; i < target.length && known != in.count(); i++) {
                if (target[i] % batch == 0) {
                    target[i] /= batch;
                    known /= batch;
                }
            }
        }
        if (open >= 0 && known > 0 && in.count() % known == 0) {
            target[open] = in.count() / known;
            known *= target[open];
        }
        if (known != in.count() || (open >= 0 && target[open] < 0)) {
            throw new Refusal("cannot reshape " + in + " (" + in.count() + " values) to " + Arrays.toString(target));
        }
        return Dims.ofLongs(target);
    }

    private static Dims flatten(InferenceContext site) {
        Dims in = site.dims(0);
        long given = site.attributes().integer("axis", 1);
        int axis = given == in.rank() ? in.rank() : Dims.axis(given, in.rank());
        return Dims.of(in.count(0, axis), in.count(axis, in.rank()));
    }

    private static Dims squeeze(InferenceContext site) {
        Dims in = site.dims(0);
        int[] given = site.axes(1, in.rank());
        int[] axes = given == null
                ? IntStream.range(0, in.rank()).filter(axis -> in.at(axis) == 1).toArray()
                : given;
        for (int axis : axes) {
            if (in.at(axis) != 1) {
                throw new Refusal("squeezes axis " + axis + " of " + in + ", which is not 1");
            }
        }
        return Dims.of(IntStream.range(0, in.rank())
                .filter(axis -> Arrays.binarySearch(axes, axis) < 0)
                .map(in::at)
                .toArray());
    }

    private static Dims unsqueeze(InferenceContext site) {
        Dims in = site.dims(0);
        long[] listed = site.listed("axes", 1);
        int rank = in.rank() + (listed == null ? 0 : listed.length);
        int[] axes = site.axes(1, rank);
        if (axes == null) {
            throw new Refusal("has no axes");
        }
        List<Integer> out = new ArrayList<>();
        for (int axis = 0, from = 0; axis < rank; axis++) {
            out.add(Arrays.binarySearch(axes, axis) >= 0 ? 1 : in.at(from++));
        }
        return Dims.of(out.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void transpose(InferenceContext site) {
        Dims in = site.dims(0);
        int[] perm = permutation(site);
        site.out(
                0,
                site.type(0),
                ConstantViews.transposed(in, perm),
                inputs -> ConstantViews.transposed(inputs.get(0), in, perm));
    }

    private static int[] permutation(InferenceContext site) {
        int rank = site.dims(0).rank();
        long[] given = site.attributes().integers("perm");
        if (given == null) {
            return IntStream.range(0, rank).map(axis -> rank - 1 - axis).toArray();
        }
        int[] perm =
                Arrays.stream(given).mapToInt(axis -> Dims.axis(axis, rank)).toArray();
        if (perm.length != rank || Arrays.stream(perm).distinct().count() != rank) {
            throw new Refusal("has perm " + Arrays.toString(given) + " for an input of " + site.dims(0));
        }
        return perm;
    }

    private static void expand(InferenceContext site) {
        Dims in = site.dims(0);
        long[] shape = site.integers(1, "shape").clone();
        if (site.droppedBatch() > 1
                && shape.length > 1
                && shape[0] == site.droppedBatch()
                && (shape.length > in.rank() || in.at(0) == 1)) {
            shape[0] = 1; // as many copies as inputs at once, of which one is run
        }
        Dims out = in.broadcast(Dims.ofLongs(shape));
        site.out(0, site.type(0), out, inputs -> ConstantViews.broadcast(inputs.get(0), in, out));
    }

    private static void tile(InferenceContext site) {
        Dims in = site.dims(0);
        long[] repeats = site.integers(1, "repeats");
        if (repeats.length != in.rank()) {
            throw new Refusal("repeats " + repeats.length + " axes of " + in);
        }
        long[] out = new long[in.rank()];
        for (int axis = 0; axis < out.length; axis++) {
            out[axis] = Math.multiplyExact(in.at(axis), repeats[axis]);
        }
        Dims dims = Dims.ofLongs(out);
        site.out(0, site.type(0), dims, inputs -> ConstantViews.tiled(inputs.get(0), in, dims));
    }

    private static void depthToSpace(InferenceContext site) {
        Dims in = site.dims(0);
        long block = site.attributes().integer("blocksize", 0);
        if (in.rank() != 4 || block < 1 || block > in.at(1) || in.at(1) % (block * block) != 0) {
            throw new Refusal("cannot lay the channels of " + in + " out in blocks of " + block);
        }
        Dims out = Dims.ofLongs(in.at(0), in.at(1) / (block * block), in.at(2) * block, in.at(3) * block);
        site.out(0, site.type(0), out);
    }

    private static void spaceToDepth(InferenceContext site) {
        Dims in = site.dims(0);
        long block = site.attributes().integer("blocksize", 0);
        if (in.rank() != 4 || block < 1 || in.at(2) % block != 0 || in.at(3) % block != 0) {
            throw new Refusal("cannot take blocks of " + block + " from " + in);
        }
        Dims out = Dims.ofLongs(in.at(0), in.at(1) * block * block, in.at(2) / block, in.at(3) / block);
        site.out(0, site.type(0), out);
    }
}
