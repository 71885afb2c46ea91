package mho.workloads.onnx.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Graph;
import mho.workloads.onnx.graph.GraphInput;
import mho.workloads.onnx.graph.Op;
import mho.workloads.onnx.graph.Refusal;

/** Runs the rules over a graph in order. */
public final class Inference {
    private final Map<String, InferredTensor> known = new HashMap<>();
    private final List<Op> ops = new ArrayList<>();
    private final List<Op> unknown = new ArrayList<>();
    private final FoldingBudget settling = new FoldingBudget();
    private final Set<String> inputs = new HashSet<>();
    private final int droppedBatch;

    private Inference(int droppedBatch) {
        this.droppedBatch = droppedBatch;
    }

    /**
     * Everything that can be known of a graph before a run.
     *
     * @param inputs shapes of the graph's inputs; those not needed may be absent
     * @throws Refusal when shapes do not agree, with the operator in front
     */
    public static ShapedGraph of(Graph graph, Map<String, Dims> inputs, int droppedBatch) {
        Inference inference = new Inference(droppedBatch);
        for (GraphInput input : graph.inputs()) {
            inference.inputs.add(input.name());
            Dims dims = inputs.get(input.name());
            if (dims != null) {
                // A tensor without elements is the same for every input: a cache that holds nothing yet.
                ConstantTensor empty =
                        dims.count() == 0 ? new ConstantTensor(input.type(), dims, ConstantValues.ofIntegers()) : null;
                inference.known.put(input.name(), new InferredTensor(input.type(), dims, empty));
            }
        }
        inference.run(graph);
        return new ShapedGraph(graph, inference.ops, inference.known, inference.unknown, droppedBatch);
    }

    private void run(Graph graph) {
        graph.constants().forEach((name, tensor) -> known.put(name, InferredTensor.of(tensor)));
        for (Op op : graph.ops()) {
            if (op.key().equals("If")
                    && op.hasInput(0)
                    && known.containsKey(op.inputs().get(0))) {
                branch(op);
            } else {
                step(op);
            }
        }
    }

    private void step(Op written) {
        ShapeRule rule = ShapeRules.of(written.key());
        if (rule == null) {
            unknown.add(written);
            return;
        }
        Op op = droppedBatch > 1 ? ofOne(written) : written;
        ops.add(op);
        Arity.check(op, known);
        Predicate<String> missing = input -> !input.isEmpty() && !known.containsKey(input);
        if (op.inputs().stream().anyMatch(missing)) {
            return; // behind an unknown operator: nothing to say
        }
        try {
            rule.infer(new InferenceContext(op, known, settling, droppedBatch));
        } catch (Refusal refusal) {
            throw refusal.at(op.label());
        } catch (ArithmeticException | IndexOutOfBoundsException misfit) {
            // Attributes that no check foresaw: sizes beyond an int, lists shorter than the operator asks for.
            throw new Refusal(op.label() + ": its attributes and inputs do not fit the operator's definition");
        }
    }

    private Op ofOne(Op op) {
        try {
            return BatchedConstants.ofOne(op, known, droppedBatch);
        } catch (Refusal refusal) {
            throw refusal.at(op.label());
        }
    }

    /** An If whose condition is known is the branch it takes. */
    private void branch(Op op) {
        InferredTensor condition = known.get(op.inputs().get(0));
        ConstantTensor constant = condition == null ? null : condition.constant();
        ConstantValues values = constant == null ? null : constant.values();
        if (values == null || values.count() != 1) {
            String asked = IfConditions.input(op.inputs().get(0), ops, known, inputs);
            if (asked != null) {
                throw new Refusal(op.label() + ": which branch is taken depends on input " + Refusal.quoted(asked)
                        + ", give its value, as in --input " + asked + "=1");
            }
            unknown.add(op);
            return;
        }
        String taken = values.integer(0) != 0 ? "then_branch" : "else_branch";
        Graph inner;
        try {
            inner = op.attributes().graph(taken, known.keySet(), op.title() + "/");
        } catch (Refusal refusal) {
            throw refusal.at(op.label());
        }
        if (inner == null || inner.outputs().size() < op.outputs().size()) {
            throw new Refusal(op.label() + ": its " + taken + " is missing or has too few outputs");
        }
        run(inner);
        for (int k = 0; k < op.outputs().size(); k++) {
            if (op.hasOutput(k)) {
                step(Op.alias(inner.outputs().get(k), op.outputs().get(k)));
            }
        }
    }
}
