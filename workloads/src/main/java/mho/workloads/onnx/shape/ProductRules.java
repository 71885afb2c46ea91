package mho.workloads.onnx.shape;

import java.util.List;
import java.util.stream.IntStream;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.ElementType;
import mho.workloads.onnx.graph.Refusal;

/** Matrix products. */
final class ProductRules {
    private ProductRules() {}

    static void register() {
        ShapeRules.put(site -> site.out(0, site.type(0), product(site.dims(0), site.dims(1))), "MatMul");
        ShapeRules.put(site -> site.out(0, ElementType.INT32, product(site.dims(0), site.dims(1))), "MatMulInteger");
        ShapeRules.put(site -> site.out(0, site.type(7), product(site.dims(0), site.dims(3))), "QLinearMatMul");
        ShapeRules.put(ProductRules::gemm, "Gemm");
        ShapeRules.put(ProductRules::einsum, "Einsum");
        ShapeRules.put(ProductRules::blocked, "com.microsoft.MatMulNBits");
    }

    /** Weights of few bits: columns K and rows N are attributes, the values stand in blocks along K. */
    private static void blocked(InferenceContext site) {
        Dims in = site.dims(0);
        BlockWeights weights = BlockWeights.of(site);
        if (in.rank() < 1 || in.at(in.rank() - 1) != weights.dims().at(1)) {
            throw new Refusal("its input " + in + " does not fit weights of "
                    + weights.dims().at(1) + " values");
        }
        site.out(0, site.type(0), in.with(in.rank() - 1, weights.dims().at(0)));
    }

    /** Numpy's matmul: matrices in the last two axes, vectors promoted, the rest stretched. */
    private static Dims product(Dims a, Dims b) {
        if (a.rank() == 0 || b.rank() == 0) {
            throw new Refusal("multiplies a scalar as a matrix");
        }
        Dims left = a.rank() == 1 ? Dims.of(1, a.at(0)) : a;
        Dims right = b.rank() == 1 ? Dims.of(b.at(0), 1) : b;
        if (left.at(left.rank() - 1) != right.at(right.rank() - 2)) {
            throw new Refusal("its factors " + a + " and " + b + " do not agree: " + left.at(left.rank() - 1)
                    + " values meet " + right.at(right.rank() - 2));
        }
        Dims batch = leading(left).broadcast(leading(right));
        int[] out = new int[batch.rank() + 2 - (a.rank() == 1 ? 1 : 0) - (b.rank() == 1 ? 1 : 0)];
        System.arraycopy(batch.toArray(), 0, out, 0, batch.rank());
        if (a.rank() > 1) {
            out[batch.rank()] = left.at(left.rank() - 2);
        }
        if (b.rank() > 1) {
            out[out.length - 1] = right.at(right.rank() - 1);
        }
        return Dims.of(out);
    }

    private static Dims leading(Dims dims) {
        int[] leading = new int[dims.rank() - 2];
        System.arraycopy(dims.toArray(), 0, leading, 0, leading.length);
        return Dims.of(leading);
    }

    private static void gemm(InferenceContext site) {
        Dims a = site.dims(0);
        Dims b = site.dims(1);
        if (a.rank() != 2 || b.rank() != 2) {
            throw new Refusal("takes two matrices, got " + a + " and " + b);
        }
        boolean transA = site.attributes().flag("transA", false);
        boolean transB = site.attributes().flag("transB", false);
        int inner = a.at(transA ? 0 : 1);
        int meets = b.at(transB ? 1 : 0);
        if (inner != meets) {
            throw new Refusal("its factors " + a + (transA ? " (transposed)" : "") + " and " + b
                    + (transB ? " (transposed)" : "") + " do not agree: " + inner + " values meet " + meets);
        }
        Dims out = Dims.of(a.at(transA ? 1 : 0), b.at(transB ? 0 : 1));
        if (site.has(2)
                && (site.dims(2).rank() > 2 || !out.broadcast(site.dims(2)).equals(out))) {
            throw new Refusal("its addend " + site.dims(2) + " does not fit its output " + out);
        }
        site.out(0, site.type(0), out);
    }

    private static void einsum(InferenceContext site) {
        List<Dims> inputs =
                IntStream.range(0, site.inputs()).mapToObj(site::dims).toList();
        Einsum einsum = Einsum.of(site.attributes().text("equation", ""), inputs);
        site.out(0, site.type(0), einsum.output());
    }
}
