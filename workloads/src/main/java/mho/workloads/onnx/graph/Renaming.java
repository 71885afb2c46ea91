package mho.workloads.onnx.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Map;
import java.util.Optional;

/**
 * Nodes of an inner scope written for an outer one: {@code names} says what is called otherwise outside, every other name
 * is set apart by the prefix, references to attributes of the surrounding function are filled in.
 */
record Renaming(String prefix, Map<String, String> names, Map<String, AttributeProto> given) {

    String name(String inner) {
        return inner.isEmpty() ? inner : names.getOrDefault(inner, prefix + inner);
    }

    NodeProto node(NodeProto node) {
        NodeProto.Builder renamed = NodeProto.newBuilder()
                .setOpType(node.getOpType())
                .setDomain(node.getDomain())
                .setName(node.getName().isEmpty() ? "" : prefix + node.getName());
        node.getInputList().forEach(input -> renamed.addInput(name(input)));
        node.getOutputList().forEach(output -> renamed.addOutput(name(output)));
        node.getAttributeList().forEach(attribute -> filled(attribute).ifPresent(renamed::addAttribute));
        return renamed.build();
    }

    private Optional<AttributeProto> filled(AttributeProto attribute) {
        if (!attribute.getRefAttrName().isEmpty()) {
            return Optional.ofNullable(given.get(attribute.getRefAttrName()))
                    .map(value -> value.toBuilder().setName(attribute.getName()).build());
        }
        return Optional.of(
                attribute.hasG()
                        ? attribute.toBuilder().setG(graph(attribute.getG())).build()
                        : attribute);
    }

    GraphProto graph(GraphProto graph) {
        GraphProto.Builder renamed = graph.toBuilder();
        renamed.clearNode();
        graph.getNodeList().forEach(node -> renamed.addNode(node(node)));
        renamed.getInputBuilderList().forEach(input -> input.setName(name(input.getName())));
        renamed.getOutputBuilderList().forEach(output -> output.setName(name(output.getName())));
        renamed.getInitializerBuilderList().forEach(tensor -> tensor.setName(name(tensor.getName())));
        renamed.getSparseInitializerBuilderList().forEach(sparse -> sparse.getValuesBuilder()
                .setName(name(sparse.getValues().getName())));
        return renamed.build();
    }
}
