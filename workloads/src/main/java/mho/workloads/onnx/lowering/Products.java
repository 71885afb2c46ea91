package mho.workloads.onnx.lowering;

import java.util.List;
import mho.workloads.network.Elementwise;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.shape.BlockWeights;
import mho.workloads.onnx.shape.Einsum;
import org.jspecify.annotations.Nullable;

/** Matrix products in all the ways exporters write them. */
final class Products {
    private Products() {}

    static void register() {
        LoweringRules.put(step -> matmul(step, 1, null), "MatMul");
        LoweringRules.put(Products::integer, "MatMulInteger");
        LoweringRules.put(Products::quantised, "QLinearMatMul");
        LoweringRules.put(Products::gemm, "Gemm");
        LoweringRules.put(Products::einsum, "Einsum");
        LoweringRules.put(Products::blocked, "com.microsoft.MatMulNBits");
    }

    private static void blocked(LoweringContext step) {
        BlockWeights weights = BlockWeights.of(step.site());
        String left = EinsumLetters.matmul(
                        step.dims(0),
                        Dims.of(weights.dims().at(1), weights.dims().at(0)))
                .left();
        EinsumLetters letters = new EinsumLetters(left, "nk", left.substring(0, left.length() - 1) + "n");
        Bias bias = step.inputs() > 5 && step.has(5) ? new Bias(step.op(), step.tensor(5)) : null;
        new TensorProduct(step, letters, step.dims(0), weights.dims()).dense(0, weights.tensor(), bias, 1, 1);
    }

    private static void integer(LoweringContext step) {
        Quantised.centre(step, 0, 2, 1, 3, -1);
        matmul(step, 1, null);
    }

    private static void quantised(LoweringContext step) {
        Quantised.restore(step, -1);
        matmul(step, 3, new Bias(step.op(), null));
        Quantised.round(step);
    }

    private static void matmul(LoweringContext step, int second, @Nullable Bias bias) {
        place(step, second, EinsumLetters.matmul(step.dims(0), step.dims(second)), bias, 1, 1);
    }

    private static void einsum(LoweringContext step) {
        if (step.inputs() != 2) {
            throw new Unplaceable("Einsum of " + step.inputs() + " inputs");
        }
        Einsum einsum = Einsum.of(step.attributes().text("equation", ""), List.of(step.dims(0), step.dims(1)));
        EinsumLetters letters = new EinsumLetters(einsum.term(0), einsum.term(1), einsum.result());
        for (String term : List.of(letters.left(), letters.right(), letters.out())) {
            if (term.chars().distinct().count() != term.length()) {
                throw new Unplaceable("Einsum with a letter twice in a term");
            }
        }
        place(step, 1, letters, null, 1, 1);
    }

    /** Y = alpha A' B' + beta C. */
    private static void gemm(LoweringContext step) {
        boolean transA = step.attributes().flag("transA", false);
        boolean transB = step.attributes().flag("transB", false);
        EinsumLetters letters = new EinsumLetters(transA ? "km" : "mk", transB ? "nk" : "kn", "mn");
        double alpha = step.attributes().real("alpha", 1);
        double beta = step.attributes().real("beta", 1);
        boolean adds = step.has(2) && step.attributes().real("beta", 1) != 0;
        ConstantTensor addend = adds ? step.constant(2) : null;
        boolean perColumn = addend != null && perColumn(addend.dims(), step) && !MaskOrBias.in(addend);
        place(step, 1, letters, adds ? new Bias(step.op(), perColumn ? addend : null) : null, alpha, beta);
        if (adds && !perColumn) {
            add(step, addend, beta);
        }
    }

    private static boolean perColumn(Dims dims, LoweringContext step) {
        // A constant left factor is turned around: its columns are the rows of the result.
        boolean turned = step.isConstant(0);
        AxisLayout output = turned ? AxisLayout.of(step.out(0), 1) : AxisLayout.of(step.out(0), 0);
        return PerChannel.fits(dims, output);
    }

    /** An addend that is no bias: another activation, a mask, or a constant that differs from row to row. */
    private static void add(LoweringContext step, @Nullable ConstantTensor constant, double beta) {
        PlacedTensor product = step.placed(0);
        if (constant != null) {
            int node = step.addPart(
                    "add", Operands.each(step, Elementwise.Operator.ADD, product.layout(), 1, constant, beta), product);
            step.put(0, node, product.layout());
            return;
        }
        PlacedTensor other = Operands.fitted(step, step.in(2), product.layout());
        int node = step.addPart("add", new Elementwise(Elementwise.Operator.ADD), product, other);
        PlacedTensor sum = new PlacedTensor(node, product.layout());
        step.put(0, beta == 1 ? sum : step.canvas().opaque(sum, step.op().title() + "/beta", "an addend times beta"));
    }

    private static void place(
            LoweringContext step, int second, EinsumLetters letters, @Nullable Bias bias, double alpha, double beta) {
        Dims left = step.dims(0);
        Dims right = step.dims(second);
        ConstantTensor a = step.constant(0);
        ConstantTensor b = step.constant(second);
        if (b != null) {
            new TensorProduct(step, letters, left, right).dense(0, b, bias, alpha, beta);
        } else if (a != null) {
            new TensorProduct(step, letters.swapped(), right, left).dense(second, a, bias, alpha, beta);
        } else {
            new TensorProduct(step, letters, left, right).digital(0, second);
        }
    }
}
