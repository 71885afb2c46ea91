package mho.arch.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.arch.plan.Cuts;
import mho.arch.plan.Mapper;
import mho.arch.plan.Pipeline;
import mho.arch.plan.Placement;
import mho.core.engine.Engine;
import mho.core.engine.Timeline;
import mho.core.engine.Watcher;
import mho.workloads.network.Network;
import mho.workloads.task.Operand;
import mho.workloads.task.Operation;
import mho.workloads.task.Task;
import org.junit.jupiter.api.Test;

/** An operation that reads what another one made of the input before. */
class LaggingOperandTest {
    private static final int FIRST = 1;
    private static final int SECOND = 2;

    private final ChipSpec chip = Given.chip("isaac-ce");
    private final Network network = Given.network(
                    "100", "dense: {name: first, out: 100}", "dense: {name: second, out: 100}")
            .folded();

    @Test
    void theFirstInputWaitsForNobodyAndTheSecondForTheFirst() {
        Timeline plain = timeline(0, 2);
        Timeline lagging = timeline(1, 2);

        assertThat(plain.start(SECOND, 0)).isGreaterThanOrEqualTo(plain.finish(FIRST, 0));
        assertThat(lagging.finish(SECOND, 0)).isLessThan(plain.finish(FIRST, 0));
        assertThat(lagging.start(SECOND, 1)).isGreaterThanOrEqualTo(lagging.finish(FIRST, 0));
        assertThat(lagging.start(SECOND, 1)).isLessThan(lagging.finish(FIRST, 1));
    }

    private Timeline timeline(int lag, int images) {
        List<Operation> operations = new ArrayList<>(Task.inference(network).operations());
        Operation second = operations.get(SECOND);
        List<Operand> operands = second.operands().stream()
                .map(operand -> operand.isWeights() ? operand : operand.lagging(lag))
                .toList();
        operations.set(SECOND, second.with(operands));
        Pipeline pipeline = Pipeline.of(new Task(operations), Cuts.of(chip, network));
        Placement placement = Mapper.candidates(chip.timingView(), pipeline).get(0);
        return Engine.run(Compiler.compile(chip.timingView(), placement).model(), images, Watcher.NONE);
    }
}
