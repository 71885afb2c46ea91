package mho.workloads.onnx.shape;

import java.util.List;
import java.util.Map;
import mho.workloads.onnx.graph.Graph;
import mho.workloads.onnx.graph.Op;

/**
 * A graph with everything known that can be known before a run.
 *
 * @param ops in order, branches whose condition is constant written out
 * @param values by name; those behind an operator that mho does not know are absent
 * @param unknown operators without a rule
 */
public record ShapedGraph(
        Graph graph, List<Op> ops, Map<String, InferredTensor> values, List<Op> unknown, int droppedBatch) {

    /** An operator with its inputs, for whoever needs to read them again. */
    public InferenceContext site(Op op) {
        return new InferenceContext(op, values, new FoldingBudget(), droppedBatch);
    }
}
