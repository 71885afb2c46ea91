package mho.arch.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mho.arch.chip.TimingView.KindView;
import mho.arch.cut.Rim;
import mho.arch.cut.Tiling;
import mho.periphery.neuron.NeuronFunction;
import mho.workloads.network.Matrix;
import mho.workloads.network.Node;
import mho.workloads.network.ScalarOperation;
import org.jspecify.annotations.Nullable;

/**
 * Which layers hand their outputs on as voltages. A layer does so where its elements have analog ways, one window is all of its output, nothing
 * but a function of the tile's analog circuit stands behind its sums, and all who read it are such layers and read nothing else. Voltages are
 * not kept, so a layer that many windows of another make up, a recurrence, a join, a pool have converters before them.
 *
 * <p>And which layers' sums are bent before they are converted: those that are whole in a column, and behind which nothing stands but the function of
 * a circuit there.
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
    Rim of(Node node, Tiling tiling, List<Node> nodes) {
        boolean in = !(takes(node) && handsOn(nodes.get(node.inputs().get(0))));
        return new Rim(in, !handsOn(node), isBentInColumns(node, tiling));
    }

    private boolean isBentInColumns(Node node, Tiling tiling) {
        NeuronFunction circuit = kind(node).element().bends();
        boolean whole = tiling.rowBlocks() == 1
                && !node.recurrent()
                && node.partner() == null
                && node.earlierPasses().isEmpty()
                && (tiling.layout().biasInArray()
                        || !Objects.requireNonNull(node.matrix()).bias());
        return circuit != null && whole && circuit == curve(node) && isFunctionAlone(node);
    }

    private static @Nullable NeuronFunction curve(Node node) {
        return switch (node.activation()) {
            case RELU -> NeuronFunction.RELU;
            case SIGMOID -> NeuronFunction.SIGMOID;
            case TANH -> NeuronFunction.TANH;
            default -> null;
        };
    }

    private static boolean isFunctionAlone(Node node) {
        ScalarOperation function = ScalarOperation.of(node.activation());
        return node.work().counts().keySet().stream().allMatch(function::equals);
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
        if (node.work().isNone()) {
            return true;
        }
        return curve(node) != null
                && isFunctionAlone(node)
                && kind(node).digital().activation().isAnalog()
                && !kind(node).digital().units().does(ScalarOperation.of(node.activation()));
    }

    private KindView kind(Node node) {
        return kinds.get(kindOf.get(node.id()));
    }
}
