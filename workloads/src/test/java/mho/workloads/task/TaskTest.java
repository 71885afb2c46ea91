package mho.workloads.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks as tasks. */
class TaskTest {
    static List<String> networks() {
        return Zoo.names();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyLayerIsAnOperationWhoseVerbFollowsFromItsWork(String name) {
        Network network = Zoo.load(name).folded();
        Task task = Task.inference(network);
        assertThat(task.operations()).hasSameSizeAs(network.nodes());
        for (Operation operation : task.operations()) {
            Node node = operation.node();
            boolean multiplies = operation.verb() == Verb.MULTIPLY;
            assertThat(multiplies).as(node.name()).isEqualTo(node.weights() > 0);
            assertThat(operation.weights()).as(node.name()).isEqualTo(multiplies ? Keeping.HELD : null);
            if (operation.verb() == Verb.VECTOR) {
                assertThat(node.work().isNone()).as(node.name()).isFalse();
            }
            assertThat(operation.read()).as(node.name()).hasSize(node.edges().size() + (node.recurrent() ? 1 : 0));
        }
    }

    @Test
    void aRecurrenceReadsItsOwnLastResult() {
        Network network = Zoo.load("lstm-lm").folded();
        for (Operation operation : Task.inference(network).operations()) {
            assertThat(operation.read().stream().anyMatch(read -> read.from() == operation.id()))
                    .isEqualTo(operation.node().recurrent());
        }
    }
}
