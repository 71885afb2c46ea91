package mho.workloads.task;

import java.util.ArrayList;
import java.util.List;
import mho.workloads.network.Edge;
import mho.workloads.network.Network;
import mho.workloads.network.Node;

/**
 * What is to be done for one input after another.
 *
 * @param operations producers before consumers, but for what lags; an operation's id is its place
 */
public record Task(List<Operation> operations) {
    public Task {
        operations = List.copyOf(operations);
        for (int id = 0; id < operations.size(); id++) {
            if (operations.get(id).id() != id) {
                throw new IllegalArgumentException(operations.get(id).node().name() + " is not at its place");
            }
        }
    }

    /**
     * A network answers: its weights are held, everything else is streamed.
     *
     * @param network folded: batch norm and views resolved
     */
    public static Task inference(Network network) {
        return new Task(network.nodes().stream().map(Task::inferred).toList());
    }

    private static Operation inferred(Node node) {
        List<Operand> operands = new ArrayList<>();
        for (Edge edge : node.edges()) {
            operands.add(Operand.streamed(edge.from(), edge.field(), edge.channels()));
        }
        if (node.recurrent()) {
            operands.add(Operand.streamed(node.id(), null, node.output().channels()));
        }
        if (node.matrix() != null) {
            operands.add(Operand.weights(Keeping.HELD, node.weights()));
        }
        return new Operation(node, verb(node), operands);
    }

    private static Verb verb(Node node) {
        if (node.matrix() != null) {
            return Verb.MULTIPLY;
        }
        return node.isInput() || node.movesData() ? Verb.MOVE : Verb.VECTOR;
    }
}
