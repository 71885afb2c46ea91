package mho.workloads.onnx.graph;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The operator sets a model imports and the functions it brings along; writes calls of those functions out, and operators of ONNX Runtime
 * that are several of ONNX's own.
 */
final class Functions {
    /** Functions that call functions grow exponentially; a real network stays far below. */
    private static final int MOST_NODES = 200_000;

    private static final int DEEPEST = 64;

    private final Map<String, Integer> opsets;
    private final Map<String, FunctionProto> functions = new HashMap<>();
    private int serial;
    private int expanded;

    Functions(ModelProto model) {
        opsets = opsets(model.getOpsetImportList());
        for (FunctionProto function : model.getFunctionsList()) {
            functions.put(key(function.getDomain(), function.getName()), function);
        }
    }

    /** A node with the operator set version that gives it its meaning. */
    record Versioned(NodeProto node, int opset) {}

    List<Versioned> expanded(List<NodeProto> nodes) {
        List<Versioned> flat = new ArrayList<>();
        nodes.forEach(node -> expand(node, opsets, 0, flat));
        return flat;
    }

    private void expand(NodeProto node, Map<String, Integer> scope, int depth, List<Versioned> flat) {
        FunctionProto function = functions.get(key(node.getDomain(), node.getOpType()));
        if (++expanded > MOST_NODES) {
            throw new Refusal("more than " + MOST_NODES + " nodes once its functions are written out");
        }
        List<NodeProto> several = function == null ? ContribOperators.written(node, expanded) : List.of();
        several.forEach(step -> flat.add(new Versioned(step, ContribOperators.opset(node))));
        if (!several.isEmpty()) {
            return;
        }
        if (function == null) {
            flat.add(new Versioned(node, scope.getOrDefault(domain(node.getDomain()), 1)));
            return;
        }
        if (depth == DEEPEST) {
            throw new Refusal(
                    "function " + node.getOpType() + " calls itself, or functions nest deeper than " + DEEPEST);
        }
        Map<String, Integer> inner = opsets(function.getOpsetImportList());
        for (NodeProto step : FunctionBody.of(function, node, ++serial)) {
            expand(step, inner, depth + 1, flat);
        }
    }

    private static Map<String, Integer> opsets(List<OperatorSetIdProto> imports) {
        Map<String, Integer> opsets = new HashMap<>();
        for (OperatorSetIdProto opset : imports) {
            opsets.put(domain(opset.getDomain()), (int) Math.max(1, Math.min(opset.getVersion(), Integer.MAX_VALUE)));
        }
        return opsets;
    }

    private static String key(String domain, String type) {
        return domain(domain) + ":" + type;
    }

    /** The default operator set has two names. */
    static String domain(String domain) {
        return domain.equals("ai.onnx") ? "" : domain;
    }
}
