package mho.workloads.task;

import java.util.List;
import mho.workloads.network.Node;
import org.jspecify.annotations.Nullable;

/**
 * One step of a task, window after window.
 *
 * @param node the layer that it computes
 * @param operands in the layer's order, then its own last result if it is recurrent, then weights
 */
public record Operation(Node node, Verb verb, List<Operand> operands) {
    public Operation {
        operands = List.copyOf(operands);
    }

    public int id() {
        return node.id();
    }

    /** What it reads of others, or of itself. */
    public List<Operand> read() {
        return operands.stream().filter(operand -> !operand.isWeights()).toList();
    }

    /** What becomes of its weights; null where it has none. */
    public @Nullable Keeping weights() {
        return operands.stream()
                .filter(Operand::isWeights)
                .map(Operand::keeping)
                .findFirst()
                .orElse(null);
    }

    /** The same with other operands. */
    public Operation with(List<Operand> others) {
        return new Operation(node, verb, others);
    }
}
