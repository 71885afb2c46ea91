package mho.workloads.onnx.lowering;

import java.util.List;
import mho.workloads.network.Elementwise;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Tensor;
import mho.workloads.onnx.shape.BlockWeights;
import mho.workloads.onnx.shape.Einsum;
import org.jspecify.annotations.Nullable;

/** Matrix products in all the ways exporters write them. */
final class Products {
    private Products() {}

    static void register() {
        Table.put(step -> matmul(step, 1, null), "MatMul");
        Table.put(Products::integer, "MatMulInteger");
        Table.put(Products::quantised, "QLinearMatMul");
        Table.put(Products::gemm, "Gemm");
        Table.put(Products::einsum, "Einsum");
        Table.put(Products::blocked, "com.microsoft.MatMulNBits");
    }

    private static void blocked(Step step) {
        BlockWeights weights = BlockWeights.of(step.site());
        String left = Letters.matmul(
                        step.dims(0),
                        Dims.of(weights.dims().at(1), weights.dims().at(0)))
                .left();
        Letters letters = new Letters(left, "nk", left.substring(0, left.length() - 1) + "n");
        Bias bias = step.inputs() > 5 && step.has(5) ? new Bias(step.op(), step.tensor(5)) : null;
        new Product(step, letters, step.dims(0), weights.dims()).dense(0, weights.tensor(), bias, 1, 1);
    }

    private static void integer(Step step) {
        Quantised.centre(step, 0, 2, 1, 3, -1);
        matmul(step, 1, null);
    }

    private static void quantised(Step step) {
        Quantised.restore(step, -1);
        matmul(step, 3, new Bias(step.op(), null));
        Quantised.round(step);
    }

    private static void matmul(Step step, int second, @Nullable Bias bias) {
        place(step, second, Letters.matmul(step.dims(0), step.dims(second)), bias, 1, 1);
    }

    private static void einsum(Step step) {
        if (step.inputs() != 2) {
            throw new Unplaceable("Einsum of " + step.inputs() + " inputs");
        }
        Einsum einsum = Einsum.of(step.attributes().text("equation", ""), List.of(step.dims(0), step.dims(1)));
        Letters letters = new Letters(einsum.term(0), einsum.term(1), einsum.result());
        for (String term : List.of(letters.left(), letters.right(), letters.out())) {
            if (term.chars().distinct().count() != term.length()) {
                throw new Unplaceable("Einsum with a letter twice in a term");
            }
        }
        place(step, 1, letters, null, 1, 1);
    }

    /** Y = alpha A' B' + beta C. */
    private static void gemm(Step step) {
        boolean transA = step.attributes().flag("transA", false);
        boolean transB = step.attributes().flag("transB", false);
        Letters letters = new Letters(transA ? "km" : "mk", transB ? "nk" : "kn", "mn");
        double alpha = step.attributes().real("alpha", 1);
        double beta = step.attributes().real("beta", 1);
        boolean adds = step.has(2) && step.attributes().real("beta", 1) != 0;
        Tensor addend = adds ? step.constant(2) : null;
        boolean perColumn = addend != null && perColumn(addend.dims(), step) && !Blocking.in(addend);
        place(step, 1, letters, adds ? new Bias(step.op(), perColumn ? addend : null) : null, alpha, beta);
        if (adds && !perColumn) {
            add(step, addend, beta);
        }
    }

    private static boolean perColumn(Dims dims, Step step) {
        // A constant left factor is turned around: its columns are the rows of the result.
        boolean turned = step.isConstant(0);
        Layout output = turned ? Layout.of(step.out(0), 1) : Layout.of(step.out(0), 0);
        return PerChannel.fits(dims, output);
    }

    /** An addend that is no bias: another activation, a mask, or a constant that differs from row to row. */
    private static void add(Step step, @Nullable Tensor constant, double beta) {
        Placed product = step.placed(0);
        if (constant != null) {
            int node = step.addPart(
                    "add", Operands.each(step, Elementwise.Operator.ADD, product.layout(), 1, constant, beta), product);
            step.put(0, node, product.layout());
            return;
        }
        Placed other = Operands.fitted(step, step.in(2), product.layout());
        int node = step.addPart("add", new Elementwise(Elementwise.Operator.ADD), product, other);
        Placed sum = new Placed(node, product.layout());
        step.put(0, beta == 1 ? sum : step.canvas().opaque(sum, step.op().title() + "/beta", "an addend times beta"));
    }

    private static void place(Step step, int second, Letters letters, @Nullable Bias bias, double alpha, double beta) {
        Dims left = step.dims(0);
        Dims right = step.dims(second);
        Tensor a = step.constant(0);
        Tensor b = step.constant(second);
        if (b != null) {
            new Product(step, letters, left, right).dense(0, b, bias, alpha, beta);
        } else if (a != null) {
            new Product(step, letters.swapped(), right, left).dense(second, a, bias, alpha, beta);
        } else {
            new Product(step, letters, left, right).digital(0, second);
        }
    }
}
