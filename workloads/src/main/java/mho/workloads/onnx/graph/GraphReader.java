package mho.workloads.onnx.graph;

import static mho.workloads.onnx.graph.Refusal.quoted;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A parsed model as a {@link Graph}: names joined, order established, everything that is not needed left behind. */
public final class GraphReader {
    private final Functions functions;
    private final TensorReader tensors;

    private GraphReader(ModelProto model, Path folder) {
        this.functions = new Functions(model);
        this.tensors = new TensorReader(new ExternalData(folder));
    }

    /**
     * The graph of a model.
     *
     * @param folder where the model's external data stands
     * @throws Refusal when names, types or sizes in the graph do not agree
     */
    public static Graph read(ModelProto model, Path folder) {
        return new GraphReader(model, folder).read(model.getGraph(), Set.of());
    }

    Graph subgraph(GraphProto proto, Set<String> outer, String prefix) {
        Map<String, String> kept = new HashMap<>();
        captured(proto).forEach(name -> kept.put(name, name));
        return read(new Renaming(prefix, kept, Map.of()).graph(proto), outer);
    }

    /** @param outer names of the surrounding graph that a subgraph may use */
    private Graph read(GraphProto proto, Set<String> outer) {
        Map<String, ConstantTensor> constants = constants(proto);
        List<GraphInput> inputs = new ArrayList<>();
        Set<String> given = new HashSet<>(outer);
        given.addAll(constants.keySet());
        Set<String> listed = new HashSet<>();
        for (ValueInfoProto input : proto.getInputList()) {
            if (!listed.add(input.getName())) {
                throw new Refusal("two graph inputs are named " + quoted(input.getName()) + ", names must be unique");
            }
            // Older exporters list weights among the inputs; the initialiser wins.
            if (!constants.containsKey(input.getName())) {
                inputs.add(input(input));
                given.add(input.getName());
            }
        }
        List<Op> ops = new ArrayList<>();
        List<Set<String>> needs = new ArrayList<>();
        for (Functions.Versioned versioned : functions.expanded(proto.getNodeList())) {
            ops.add(op(versioned));
            needs.add(needs(versioned.node()));
        }
        TopologicalOrder schedule = new TopologicalOrder(ops, needs, given);
        List<String> outputs =
                proto.getOutputList().stream().map(ValueInfoProto::getName).toList();
        if (outputs.isEmpty()) {
            throw new Refusal("the graph has no outputs, so nothing in it is needed");
        }
        for (String output : outputs) {
            if (!schedule.makes(output) && !given.contains(output)) {
                throw new Refusal("graph output " + quoted(output) + " is made by no node, export the model again");
            }
        }
        return new Graph(proto.getName(), inputs, outputs, schedule.ordered(outputs), constants);
    }

    private Map<String, ConstantTensor> constants(GraphProto proto) {
        Map<String, ConstantTensor> constants = new HashMap<>();
        for (TensorProto tensor : proto.getInitializerList()) {
            put(constants, tensor.getName(), named(tensor));
        }
        for (SparseTensorProto sparse : proto.getSparseInitializerList()) {
            put(constants, sparse.getValues().getName(), tensors.read(sparse));
        }
        return constants;
    }

    private static void put(Map<String, ConstantTensor> constants, String name, ConstantTensor tensor) {
        if (constants.put(name, tensor) != null) {
            throw new Refusal("two initialisers are named " + quoted(name) + ", names must be unique");
        }
    }

    private ConstantTensor named(TensorProto tensor) {
        try {
            return tensors.read(tensor);
        } catch (Refusal refusal) {
            throw refusal.at("initialiser " + quoted(tensor.getName()));
        }
    }

    private Op op(Functions.Versioned versioned) {
        NodeProto node = versioned.node();
        Set<String> captures = new LinkedHashSet<>();
        node.getAttributeList().stream()
                .filter(AttributeProto::hasG)
                .forEach(attribute -> captures.addAll(captured(attribute.getG())));
        return new Op(
                node.getName(),
                Functions.domain(node.getDomain()),
                node.getOpType(),
                versioned.opset(),
                List.copyOf(node.getInputList()),
                List.copyOf(node.getOutputList()),
                List.copyOf(captures),
                attributes(node));
    }

    private Attributes attributes(NodeProto node) {
        try {
            return Attributes.of(node.getAttributeList(), this);
        } catch (Refusal refusal) {
            throw refusal.at(node.getOpType() + " " + quoted(node.getName()));
        }
    }

    TensorReader tensors() {
        return tensors;
    }

    private static Set<String> needs(NodeProto node) {
        Set<String> needs = new LinkedHashSet<>(node.getInputList());
        for (AttributeProto attribute : node.getAttributeList()) {
            if (attribute.hasG()) {
                needs.addAll(captured(attribute.getG()));
            }
        }
        needs.remove("");
        return needs;
    }

    /** Names that a subgraph uses and does not define. */
    private static Set<String> captured(GraphProto graph) {
        Set<String> used = new LinkedHashSet<>();
        Set<String> made = new HashSet<>();
        graph.getInputList().forEach(input -> made.add(input.getName()));
        graph.getInitializerList().forEach(tensor -> made.add(tensor.getName()));
        graph.getSparseInitializerList()
                .forEach(sparse -> made.add(sparse.getValues().getName()));
        graph.getOutputList().forEach(output -> used.add(output.getName()));
        for (NodeProto node : graph.getNodeList()) {
            used.addAll(needs(node));
            made.addAll(node.getOutputList());
        }
        used.removeAll(made);
        return used;
    }

    private static GraphInput input(ValueInfoProto info) {
        TypeProto type = info.getType();
        if (!type.hasTensorType()) {
            throw new Refusal("graph input " + quoted(info.getName()) + " is no tensor, only tensors can be placed");
        }
        if (!type.getTensorType().hasShape()) {
            throw new Refusal("graph input " + quoted(info.getName()) + " has no shape, export the model with one");
        }
        List<GraphInput.Size> sizes = new ArrayList<>();
        for (TensorShapeProto.Dimension dimension :
                type.getTensorType().getShape().getDimList()) {
            sizes.add(size(dimension, info.getName() + "." + sizes.size()));
        }
        ElementType element;
        try {
            element = TensorReader.type(type.getTensorType().getElemType());
        } catch (Refusal refusal) {
            throw refusal.at("graph input " + quoted(info.getName()));
        }
        return new GraphInput(info.getName(), element, sizes);
    }

    /** Exporters write an open size as a symbol, as nothing at all, as 0 or as -1. */
    private static GraphInput.Size size(TensorShapeProto.Dimension dimension, String unnamed) {
        if (dimension.hasDimParam() && !dimension.getDimParam().isEmpty()) {
            return new GraphInput.Size(0, dimension.getDimParam());
        }
        return dimension.getDimValue() <= 0
                ? new GraphInput.Size(0, unnamed)
                : new GraphInput.Size(dimension.getDimValue(), null);
    }
}
