package mho.arch.map;

import java.util.ArrayList;
import java.util.List;
import mho.arch.spec.Frame;
import mho.workloads.network.Edge;
import mho.workloads.network.Matrix;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import org.jspecify.annotations.Nullable;

/** The network as stages that hand windows on to one another, producers before consumers. */
public record Pipeline(List<Stage> stages, List<Reading> readings) {
    public Pipeline {
        stages = List.copyOf(stages);
        readings = List.copyOf(readings);
    }

    /** @param network folded: batch norm and views resolved */
    public static Pipeline of(Network network, Frame chip) {
        List<Stage> stages = new ArrayList<>();
        List<Reading> all = new ArrayList<>();
        for (Node node : network.nodes()) {
            Bounds.check(node);
            List<Reading> inputs = new ArrayList<>();
            for (Edge edge : node.edges()) {
                inputs.add(new Reading(edge.from(), node.id(), edge.field(), edge.channels()));
            }
            if (node.recurrent()) {
                inputs.add(new Reading(node.id(), node.id(), null, node.output().channels()));
            }
            all.addAll(inputs);
            Matrix matrix = node.matrix();
            stages.add(
                    new Stage(node.id(), node, tiling(matrix, chip), matrix == null ? 1 : matrix.instances(), inputs));
        }
        return new Pipeline(stages, all);
    }

    private static @Nullable Tiling tiling(@Nullable Matrix matrix, Frame chip) {
        return matrix == null ? null : Tiling.of(matrix, chip.layout());
    }
}
