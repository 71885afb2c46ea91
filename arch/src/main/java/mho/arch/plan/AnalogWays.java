package mho.arch.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mho.arch.chip.TimingView.KindView;
import mho.arch.cut.Rim;
import mho.workloads.network.DigitalWork;
import mho.workloads.network.Matrix;
import mho.workloads.network.Node;
import mho.workloads.network.ScalarOperation;

/**
 * Which layers hand their outputs on as voltages. A layer does so where its elements have analog ways, one window is all of its output, nothing
 * but a function of the tile's analog circuit stands behind its sums, and all who read it are such layers and read nothing else. Voltages are
 * not kept, so a layer that many windows of another make up, a recurrence, a join, a pool have converters before them.
 */
final class AnalogWays {
    private final List<KindView> kinds;
    private final List<Integer> kindOf;
    private final Map<Integer, List<Node>> readers = new HashMap<>();

    /** @param kindOf every node, the kind of tiles that does it */
    AnalogWays(List<KindView> kinds, List<Integer> kindOf, List<Node> nodes) {
        this.kinds = kinds;
        this.kindOf = kindOf;
        for (Node node : nodes) {
            node.inputs().stream().distinct().forEach(from -> readers.computeIfAbsent(from, f -> new ArrayList<>())
                    .add(node));
        }
    }

    /** Where values of a node with a matrix are converted. */
    Rim of(Node node, List<Node> nodes) {
        boolean in = !(takes(node) && handsOn(nodes.get(node.inputs().get(0))));
        return new Rim(in, !handsOn(node));
    }

    private boolean handsOn(Node node) {
        List<Node> to = readers.getOrDefault(node.id(), List.of());
        return isOneVector(node) && isBent(node) && !to.isEmpty() && to.stream().allMatch(this::takes);
    }

    /** Whether it takes its inputs as voltages from whoever has them. */
    private boolean takes(Node node) {
        return isOneVector(node)
                && node.edges().size() == 1
                && node.edges().get(0).views().isEmpty();
    }

    private boolean isOneVector(Node node) {
        Matrix matrix = node.matrix();
        return matrix != null
                && matrix.groups() == 1
                && matrix.instances() == 1
                && node.windows() == 1
                && !node.recurrent()
                && node.partner() == null
                && node.earlierPasses().isEmpty()
                && kind(node).element().analog() != null;
    }

    /** Whether nothing stands behind its sums that a circuit on the way does not do. */
    private boolean isBent(Node node) {
        DigitalWork work = node.work();
        if (work.isNone()) {
            return true;
        }
        boolean has =
                switch (node.activation()) {
                    case RELU, SIGMOID, TANH -> true;
                    default -> false;
                };
        if (!has) {
            return false;
        }
        ScalarOperation function = ScalarOperation.of(node.activation());
        return work.counts().keySet().stream().allMatch(function::equals)
                && kind(node).digital().activation().isAnalog()
                && !kind(node).digital().units().does(function);
    }

    private KindView kind(Node node) {
        return kinds.get(kindOf.get(node.id()));
    }
}
