package mho.workloads.onnx.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model-local function written out at one place where it is called: formal names replaced by the caller's, inner names
 * set apart by a prefix, attribute references filled in.
 */
final class FunctionBody {
    private final String prefix;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeProto> given = new HashMap<>();

    private FunctionBody(FunctionProto function, NodeProto call, int serial) {
        this.prefix = (call.getName().isEmpty() ? function.getName() + serial : call.getName()) + "/";
        for (AttributeProto attribute : function.getAttributeProtoList()) {
            given.put(attribute.getName(), attribute); // the default where the call says nothing
        }
        for (AttributeProto attribute : call.getAttributeList()) {
            given.put(attribute.getName(), attribute);
        }
        for (int i = 0; i < function.getOutputCount(); i++) {
            names.put(function.getOutput(i), i < call.getOutputCount() ? call.getOutput(i) : "");
        }
        for (int i = 0; i < function.getInputCount(); i++) {
            names.put(function.getInput(i), i < call.getInputCount() ? call.getInput(i) : "");
        }
    }

    /** @param serial sets calls without a name apart */
    static List<NodeProto> of(FunctionProto function, NodeProto call, int serial) {
        FunctionBody body = new FunctionBody(function, call, serial);
        List<NodeProto> nodes = new ArrayList<>();
        for (NodeProto node : function.getNodeList()) {
            nodes.add(body.renamed(node));
        }
        // A function may hand an input straight on.
        for (int i = 0; i < Math.min(function.getOutputCount(), call.getOutputCount()); i++) {
            if (function.getInputList().contains(function.getOutput(i))) {
                nodes.add(NodeProto.newBuilder()
                        .setOpType("Identity")
                        .setName(body.prefix + function.getOutput(i))
                        .addInput(body.name(function.getOutput(i)))
                        .addOutput(call.getOutput(i))
                        .build());
            }
        }
        return nodes;
    }

    private String name(String inner) {
        if (inner.isEmpty()) {
            return inner;
        }
        return names.getOrDefault(inner, prefix + inner);
    }

    private NodeProto renamed(NodeProto node) {
        NodeProto.Builder renamed = NodeProto.newBuilder()
                .setOpType(node.getOpType())
                .setDomain(node.getDomain())
                .setName(prefix + node.getName());
        node.getInputList().forEach(input -> renamed.addInput(name(input)));
        node.getOutputList().forEach(output -> renamed.addOutput(name(output)));
        node.getAttributeList().forEach(attribute -> filled(attribute).ifPresent(renamed::addAttribute));
        return renamed.build();
    }

    private Optional<AttributeProto> filled(AttributeProto attribute) {
        if (attribute.hasRefAttrName() && !attribute.getRefAttrName().isEmpty()) {
            return Optional.ofNullable(given.get(attribute.getRefAttrName()))
                    .map(value -> value.toBuilder().setName(attribute.getName()).build());
        }
        if (attribute.hasG()) {
            return Optional.of(
                    attribute.toBuilder().setG(renamed(attribute.getG())).build());
        }
        return Optional.of(attribute);
    }

    private GraphProto renamed(GraphProto graph) {
        GraphProto.Builder renamed = graph.toBuilder();
        renamed.clearNode();
        graph.getNodeList().forEach(node -> renamed.addNode(renamed(node)));
        renamed.getInputBuilderList().forEach(input -> input.setName(name(input.getName())));
        renamed.getOutputBuilderList().forEach(output -> output.setName(name(output.getName())));
        renamed.getInitializerBuilderList().forEach(tensor -> tensor.setName(name(tensor.getName())));
        return renamed.build();
    }
}
