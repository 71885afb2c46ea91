package mho.arch.plan;

import java.util.ArrayList;
import java.util.List;
import mho.arch.chip.TimingView;
import mho.arch.cut.Cut;
import mho.workloads.network.Matrix;
import mho.workloads.network.Network;
import mho.workloads.network.Partner;
import mho.workloads.task.Operation;
import mho.workloads.task.Task;
import org.jspecify.annotations.Nullable;

/** The network as stages that hand windows on to one another, producers before consumers. */
public record Pipeline(List<Stage> stages, List<StageEdge> readings) {
    public Pipeline {
        stages = List.copyOf(stages);
        readings = List.copyOf(readings);
    }

    /** The stage on whose arrays one works: itself, or another that its node names; null for digital work. */
    public @Nullable Stage holder(Stage stage) {
        Partner partner = stage.node().partner();
        if (partner == null) {
            return stage.tiling() == null ? null : stage;
        }
        return partner.role().takesArrays() ? stages.get(partner.node()) : null;
    }

    /** Whether the weights of a stage are changed while inputs come. */
    public boolean learns(Stage stage) {
        Partner update = new Partner(stage.id(), Partner.Role.UPDATE);
        return stage.tiling() != null
                && stages.stream().anyMatch(other -> update.equals(other.node().partner()));
    }

    /** @param network folded: batch norm and views resolved */
    public static Pipeline of(Network network, TimingView chip) {
        return of(network, Cuts.of(network, chip.mapping().compact(), chip.kinds()));
    }

    /** @param network folded, as it was cut */
    public static Pipeline of(Network network, Cuts cuts) {
        return of(Task.inference(network), cuts);
    }

    /** @param cuts of the matrices of its operations */
    public static Pipeline of(Task task, Cuts cuts) {
        List<Stage> stages = new ArrayList<>();
        List<StageEdge> all = new ArrayList<>();
        for (Operation operation : task.operations()) {
            List<StageEdge> inputs = operation.read().stream()
                    .map(read -> StageEdge.of(operation, read))
                    .toList();
            all.addAll(inputs);
            stages.add(stage(operation, inputs, cuts));
        }
        return new Pipeline(stages, all);
    }

    private static Stage stage(Operation operation, List<StageEdge> inputs, Cuts cuts) {
        Matrix matrix = operation.node().matrix();
        if (matrix == null) {
            return new Stage(operation, cuts.kind(operation.node()), null, null, 1, inputs);
        }
        Cut cut = cuts.of(operation.node());
        return new Stage(
                operation,
                cuts.kind(operation.node()),
                cut.stored(),
                cut.tiling(),
                cut.rim(),
                matrix.instances(),
                inputs);
    }
}
