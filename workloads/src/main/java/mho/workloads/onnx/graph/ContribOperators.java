package mho.workloads.onnx.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Operators of ONNX Runtime on integer codes, each written out as the operators of ONNX that it stands for: codes restored to reals, the
 * operator on reals, its result rounded to codes again (ONNX Runtime, docs/ContribOperators.md, com.microsoft).
 */
final class ContribOperators {
    private static final String DOMAIN = "com.microsoft";

    /** From 21 on scales may stand in blocks; nothing else that is written here has changed since 13. */
    private static final int OPSET = 21;

    /** Those that read codes, scale, zero point and leave codes by the scale and zero point behind them, and what they are on reals. */
    private static final Map<String, String> OF_ONE = Map.of(
            "QLinearGlobalAveragePool", "GlobalAveragePool",
            "QLinearAveragePool", "AveragePool",
            "QLinearReduceMean", "ReduceMean",
            "QLinearSigmoid", "Sigmoid",
            "QLinearLeakyRelu", "LeakyRelu",
            "QLinearSoftmax", "Softmax");

    private static final Map<String, String> OF_TWO = Map.of("QLinearAdd", "Add", "QLinearMul", "Mul");

    /** The same in both domains. */
    private static final Set<String> SAME = Set.of("QuantizeLinear", "DequantizeLinear");

    private final NodeProto call;
    private final String prefix;
    private final List<NodeProto> nodes = new ArrayList<>();

    private ContribOperators(NodeProto call, int serial) {
        this.call = call;
        this.prefix = (call.getName().isEmpty() ? call.getOpType() + serial : call.getName()) + "/";
    }

    /**
     * The operators that a node stands for; none where it is no such node.
     *
     * @param serial sets calls without a name apart
     */
    static List<NodeProto> written(NodeProto call, int serial) {
        if (!call.getDomain().equals(DOMAIN) || call.getOutputCount() == 0) {
            return List.of();
        }
        ContribOperators written = new ContribOperators(call, serial);
        written.write();
        return written.nodes;
    }

    /** The operator set in which what a node stands for is written. A softmax says itself which definition it follows. */
    static int opset(NodeProto call) {
        return call.getAttributeList().stream()
                .filter(attribute -> attribute.getName().equals("opset") && attribute.getI() > 0)
                .mapToInt(attribute -> (int) Math.min(attribute.getI(), OPSET))
                .findFirst()
                .orElse(OPSET);
    }

    private void write() {
        String type = call.getOpType();
        if (SAME.contains(type)) {
            nodes.add(call.toBuilder().clearDomain().build());
        } else if (OF_ONE.containsKey(type)) {
            refuseChannelsLast();
            NodeProto.Builder on = main(OF_ONE.getOrDefault(type, "")).addInput(real("x", 0));
            coded(on, 3, 4);
        } else if (OF_TWO.containsKey(type)) {
            NodeProto.Builder on =
                    main(OF_TWO.getOrDefault(type, "")).addInput(real("a", 0)).addInput(real("b", 3));
            coded(on, 6, 7);
        } else if (type.equals("QLinearConcat")) {
            NodeProto.Builder on = main("Concat");
            for (int i = 2; i < call.getInputCount(); i += 3) {
                on.addInput(real("x" + i / 3, i));
            }
            coded(on, 0, 1);
        } else if (type.equals("QLinearWhere")) {
            NodeProto.Builder on =
                    main("Where").addInput(input(0)).addInput(real("x", 1)).addInput(real("y", 4));
            coded(on, 7, 8);
        } else if (type.equals("QGemm")) {
            gemm();
        } else if (type.equals("DynamicQuantizeMatMul")) {
            dynamic();
        } else if (type.equals("MatMulIntegerToFloat")) {
            integers(input(0), input(2), input(4), input(3), input(5), input(6));
        }
    }

    private String input(int i) {
        return i < call.getInputCount() ? call.getInput(i) : "";
    }

    private NodeProto.Builder part(String name, String type, String... inputs) {
        return NodeProto.newBuilder()
                .setName(prefix + name)
                .setOpType(type)
                .addAllInput(List.of(inputs))
                .addOutput(prefix + name);
    }

    private String put(NodeProto.Builder node) {
        nodes.add(node.build());
        return node.getOutput(0);
    }

    /** The operator on reals, under the call's name and with its attributes. */
    private NodeProto.Builder main(String type) {
        return NodeProto.newBuilder()
                .setName(call.getName())
                .setOpType(type)
                .addAllAttribute(call.getAttributeList().stream()
                        .filter(attribute -> !Set.of("opset", "channels_last").contains(attribute.getName()))
                        .toList());
    }

    private String real(String name, int codes) {
        return put(part(name, "DequantizeLinear", input(codes), input(codes + 1), input(codes + 2)));
    }

    /** What {@code on} makes, rounded to codes by the scale of input {@code scale}; reals where there is none. */
    private void coded(NodeProto.Builder on, int scale, int zero) {
        if (input(scale).isEmpty()) {
            nodes.add(on.addOutput(call.getOutput(0)).build());
            return;
        }
        nodes.add(on.addOutput(prefix + "reals").build());
        nodes.add(part("codes", "QuantizeLinear", prefix + "reals", input(scale), zero(zero))
                .setOutput(0, call.getOutput(0))
                .build());
    }

    /** Codes without a zero point are of the type of the codes that are read. */
    private String zero(int own) {
        String others = call.getOpType().equals("QLinearConcat") ? input(4) : input(2);
        return !input(own).isEmpty() || others.isEmpty() ? input(own) : put(part("zero", "Sub", others, others));
    }

    /** alpha A' B' + C: C counts products of codes, so its scale is that of both factors and alpha. */
    private void gemm() {
        boolean turned = call.getAttributeList().stream()
                .anyMatch(attribute -> attribute.getName().equals("transB") && attribute.getI() != 0);
        String weights = put(part("b", "DequantizeLinear", input(3), input(4), input(5))
                .addAttribute(whole("axis", turned ? 0 : 1)));
        NodeProto.Builder on = main("Gemm").addInput(real("a", 0)).addInput(weights);
        if (!input(6).isEmpty()) {
            String both = put(part("scales", "Mul", input(1), input(4)));
            String scale = call.getAttributeList().stream()
                    .filter(attribute -> attribute.getName().equals("alpha"))
                    .findFirst()
                    .map(alpha -> put(part("alpha", "Constant")
                            .addAttribute(alpha.toBuilder().setName("value_float"))))
                    .map(alpha -> put(part("scale", "Mul", both, alpha)))
                    .orElse(both);
            on.addInput(put(part("c", "DequantizeLinear", input(6), scale).addAttribute(whole("axis", -1))));
        }
        coded(on, 7, 8);
    }

    private void dynamic() {
        nodes.add(part("codes", "DynamicQuantizeLinear", input(0))
                .addOutput(prefix + "scale")
                .addOutput(prefix + "zero")
                .build());
        integers(prefix + "codes", prefix + "scale", prefix + "zero", input(2), input(3), input(4));
    }

    private void integers(String codes, String scale, String zero, String weightScale, String weightZero, String bias) {
        String sums = put(part("sums", "MatMulInteger", codes, input(1), zero, weightZero)
                .setName(call.getName().isEmpty() ? prefix + "sums" : call.getName()));
        String reals = put(part("sums-as-reals", "Cast", sums).addAttribute(whole("to", 1)));
        String both = put(part("scales", "Mul", scale, weightScale));
        String scaled = bias.isEmpty() ? call.getOutput(0) : prefix + "scaled";
        nodes.add(part("scaled", "Mul", reals, both).setOutput(0, scaled).build());
        if (!bias.isEmpty()) {
            nodes.add(part("biased", "Add", scaled, bias)
                    .setOutput(0, call.getOutput(0))
                    .build());
        }
    }

    private static AttributeProto whole(String name, int value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    private void refuseChannelsLast() {
        call.getAttributeList().stream()
                .filter(attribute -> attribute.getName().equals("channels_last") && attribute.getI() != 0)
                .findFirst()
                .ifPresent(attribute -> {
                    throw new Refusal(
                            DOMAIN + "." + call.getOpType() + " " + Refusal.quoted(call.getName())
                                    + ": has its channels last, which is not read; save the model before the layout is optimised");
                });
    }
}
