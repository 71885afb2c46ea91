package mho.workloads.onnx.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A model-local function written out at one place where it is called. */
final class FunctionBody {
    private FunctionBody() {}

    /** @param serial sets calls without a name apart */
    static List<NodeProto> of(FunctionProto function, NodeProto call, int serial) {
        Renaming renaming = new Renaming(
                (call.getName().isEmpty() ? function.getName() + serial : call.getName()) + "/",
                names(function, call),
                attributes(function, call));
        List<NodeProto> nodes = new ArrayList<>();
        function.getNodeList().forEach(node -> nodes.add(renaming.node(node)));
        // A function may hand an input straight on.
        for (int i = 0; i < Math.min(function.getOutputCount(), call.getOutputCount()); i++) {
            if (function.getInputList().contains(function.getOutput(i))) {
                nodes.add(NodeProto.newBuilder()
                        .setOpType("Identity")
                        .setName(renaming.prefix() + function.getOutput(i))
                        .addInput(renaming.name(function.getOutput(i)))
                        .addOutput(call.getOutput(i))
                        .build());
            }
        }
        return nodes;
    }

    private static Map<String, String> names(FunctionProto function, NodeProto call) {
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < function.getOutputCount(); i++) {
            if (i < call.getOutputCount() && !call.getOutput(i).isEmpty()) {
                names.put(function.getOutput(i), call.getOutput(i));
            }
        }
        for (int i = 0; i < function.getInputCount(); i++) {
            names.put(function.getInput(i), i < call.getInputCount() ? call.getInput(i) : "");
        }
        return names;
    }

    /** The call's attributes, and the function's defaults where the call says nothing. */
    private static Map<String, AttributeProto> attributes(FunctionProto function, NodeProto call) {
        Map<String, AttributeProto> given = new HashMap<>();
        function.getAttributeProtoList().forEach(attribute -> given.put(attribute.getName(), attribute));
        call.getAttributeList().forEach(attribute -> given.put(attribute.getName(), attribute));
        return given;
    }
}
