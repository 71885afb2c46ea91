package mho.workloads.onnx.shape;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mho.workloads.onnx.graph.Op;
import mho.workloads.onnx.graph.Refusal;

/** How many inputs an operator takes, over all its versions (ONNX operator schemas, opsets 1 to 22). */
final class Arity {
    private record Inputs(int least, int most) {}

    private static final int ANY = Integer.MAX_VALUE;

    private static final Map<String, Inputs> INPUTS = new HashMap<>();

    static {
        put(
                1,
                1,
                "Relu Sigmoid Tanh Not Abs Neg Exp Log Sqrt Ceil Floor Round Erf Sign Reciprocal Softplus Softsign Identity Flatten"
                        + " Transpose Shape Size Softmax LogSoftmax Elu Selu Celu Gelu Mish LeakyRelu ThresholdedRelu HardSigmoid HardSwish"
                        + " GlobalAveragePool GlobalMaxPool GlobalLpPool MaxPool AveragePool LpPool LRN Cast DepthToSpace SpaceToDepth"
                        + " IsNaN IsInf ArgMax ArgMin Sin Cos ConstantOfShape DynamicQuantizeLinear LpNormalization Hardmax");
        put(
                2,
                2,
                "Add Sub Mul Div Pow Mod Equal Greater Less GreaterOrEqual LessOrEqual And Or Xor MatMul PRelu Gather GatherElements"
                        + " GatherND Expand CumSum BitShift BitwiseAnd BitwiseOr BitwiseXor");
        put(3, 3, "Where InstanceNormalization GroupNormalization OneHot Range ScatterND ScatterElements");
        put(2, 3, "Conv ConvTranspose Gemm LayerNormalization QuantizeLinear DequantizeLinear Tile");
        put(1, 2, "Reshape Squeeze Unsqueeze Split Upsample TopK Trilu");
        put(
                1,
                2,
                "ReduceSum ReduceMean ReduceMax ReduceMin ReduceProd ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceSumSquare");
        put(1, 3, "Clip Dropout");
        put(1, 4, "Pad Resize");
        put(1, 5, "Slice");
        put(1, ANY, "Concat Sum Max Min Mean Einsum");
        put(5, 5, "BatchNormalization");
        put(3, 8, "LSTM");
        put(3, 6, "GRU RNN");
        put(2, 4, "MatMulInteger ConvInteger");
        put(8, 8, "QLinearMatMul");
        put(8, 9, "QLinearConv");
    }

    private Arity() {}

    private static void put(int least, int most, String operators) {
        for (String operator : operators.split(" ", -1)) {
            INPUTS.put(operator, new Inputs(least, most));
        }
    }

    /** Those whose inputs are counted. */
    static Stream<String> operators() {
        return INPUTS.keySet().stream().sorted();
    }

    /** Throws a refusal that names the operator, what it takes and what it has. */
    static void check(Op op, Map<String, InferredTensor> known) {
        Inputs takes = INPUTS.get(op.key());
        if (takes == null) {
            return;
        }
        int given = op.inputs().size();
        for (int i = 0; i < takes.least; i++) {
            if (!op.hasInput(i)) {
                throw refusal(op, takes, known);
            }
        }
        if (given > takes.most) {
            throw refusal(op, takes, known);
        }
    }

    private static Refusal refusal(Op op, Inputs takes, Map<String, InferredTensor> known) {
        for (int k = 0; k < Math.min(takes.least, op.inputs().size()); k++) {
            if (!op.hasInput(k)) {
                return new Refusal(op.label() + ": its input " + k + " is missing");
            }
        }
        String wanted = takes.most == ANY
                ? takes.least + " or more"
                : takes.least == takes.most ? String.valueOf(takes.least) : takes.least + " to " + takes.most;
        String has = op.inputs().stream()
                .limit(10)
                .map(name -> name.isEmpty() ? "none" : shape(known.get(name)))
                .collect(Collectors.joining(", "));
        return new Refusal("%s: takes %s input%s, has %d%s"
                .formatted(
                        op.label(),
                        wanted,
                        wanted.equals("1") ? "" : "s",
                        op.inputs().size(),
                        has.isEmpty() ? "" : " (" + has + ")"));
    }

    private static String shape(@org.jspecify.annotations.Nullable InferredTensor value) {
        return value == null ? "unknown" : value.dims().toString();
    }
}
