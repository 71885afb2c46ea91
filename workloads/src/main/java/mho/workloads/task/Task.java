package mho.workloads.task;

import java.util.ArrayList;
import java.util.List;
import mho.workloads.network.Edge;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.Partner;

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
        return inference(network, Keeping.HELD);
    }

    /**
     * The same with weights that may come in anew.
     *
     * @param weights what becomes of them from one use to the next
     */
    public static Task inference(Network network, Keeping weights) {
        return new Task(
                network.nodes().stream().map(node -> inferred(node, weights)).toList());
    }

    private static Operation inferred(Node node, Keeping weights) {
        List<Operand> operands = new ArrayList<>();
        for (Edge edge : node.edges()) {
            operands.add(Operand.streamed(edge.from(), edge.field(), edge.channels()));
        }
        if (node.recurrent()) {
            operands.add(Operand.streamed(node.id(), null, node.ownChannels()));
        }
        if (node.matrix() != null) {
            operands.add(Operand.weights(weights, node.weights()));
        }
        return new Operation(node, verb(node), operands);
    }

    private static Verb verb(Node node) {
        if (node.matrix() != null) {
            return Verb.MULTIPLY;
        }
        Partner partner = node.partner();
        if (partner != null && partner.role().takesArrays()) {
            return partner.role() == Partner.Role.UPDATE ? Verb.UPDATE : Verb.MULTIPLY_TRANSPOSED;
        }
        return node.isInput() || node.movesData() ? Verb.MOVE : Verb.VECTOR;
    }
}
