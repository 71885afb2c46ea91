package mho.arch.plan;

import java.util.ArrayList;
import java.util.List;
import mho.arch.chip.TimingView;
import mho.workloads.network.Edge;
import mho.workloads.network.Matrix;
import mho.workloads.network.Network;
import mho.workloads.network.Node;

/** The network as stages that hand windows on to one another, producers before consumers. */
public record Pipeline(List<Stage> stages, List<StageEdge> readings) {
    public Pipeline {
        stages = List.copyOf(stages);
        readings = List.copyOf(readings);
    }

    /** @param network folded: batch norm and views resolved */
    public static Pipeline of(Network network, TimingView chip) {
        return of(network, Cuts.of(network, chip.mapping().compact(), chip.layout()));
    }

    /** @param network folded, as it was cut */
    public static Pipeline of(Network network, Cuts cuts) {
        List<Stage> stages = new ArrayList<>();
        List<StageEdge> all = new ArrayList<>();
        for (Node node : network.nodes()) {
            List<StageEdge> inputs = new ArrayList<>();
            for (Edge edge : node.edges()) {
                inputs.add(new StageEdge(edge.from(), node.id(), edge.field(), edge.channels()));
            }
            if (node.recurrent()) {
                inputs.add(
                        new StageEdge(node.id(), node.id(), null, node.output().channels()));
            }
            all.addAll(inputs);
            stages.add(stage(node, inputs, cuts));
        }
        return new Pipeline(stages, all);
    }

    private static Stage stage(Node node, List<StageEdge> inputs, Cuts cuts) {
        Matrix matrix = node.matrix();
        if (matrix == null) {
            return new Stage(node.id(), node, null, null, 1, inputs);
        }
        Cut cut = cuts.of(node);
        return new Stage(node.id(), node, cut.stored(), cut.tiling(), matrix.instances(), inputs);
    }
}
