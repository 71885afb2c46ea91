package mho.workloads.onnx.lowering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import mho.core.quantity.MessageText;
import mho.workloads.network.Activation;
import mho.workloads.network.Layer;
import mho.workloads.network.NetworkBuilder;
import mho.workloads.network.Shape;
import mho.workloads.network.Strides;
import mho.workloads.network.TrainedWeights;
import mho.workloads.network.View;
import org.jspecify.annotations.Nullable;

/** The network as it grows: nodes under names of their own, and values brought into the layout a layer asks for. */
final class NetworkInProgress {
    /** Names become columns of tables; paths of modules fit. */
    private static final int LONGEST_NAME = 200;

    private static final long MOST_COPIES = 1 << 20;

    private final NetworkBuilder builder;
    private final Set<Integer> absorbing = new HashSet<>();
    private final Map<List<Integer>, Integer> repeats = new HashMap<>();
    private final Map<Object, Integer> orders = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();

    /** By node: the name of a zero point, and the same codes without it. */
    private final Map<Integer, Map.Entry<String, PlacedTensor>> centred = new HashMap<>();

    private long copies;

    NetworkInProgress(NetworkBuilder builder) {
        this.builder = builder;
    }

    Shape shape(PlacedTensor placed) {
        return builder.shape(placed.node());
    }

    int input(String title, Shape shape) {
        return builder.input(unique(title), shape);
    }

    int add(String title, Layer layer, int... inputs) {
        return add(title, layer, null, Arrays.stream(inputs).boxed().toList());
    }

    int add(String title, Layer layer, @Nullable TrainedWeights weights, List<Integer> inputs) {
        int node = builder.add(unique(title), layer, inputs, Activation.NONE, 0, weights);
        if (layer.absorbsBatchNorm()
                || (layer instanceof View view && view.order() == null && absorbs(inputs.get(0)))) {
            absorbing.add(node);
        }
        return node;
    }

    /** Whether so many copies more may stand in the network: a file must not ask for more edges than memory holds. */
    boolean affords(int more) {
        copies += more;
        return copies <= MOST_COPIES;
    }

    /** A node that repeats another's channels, made once for each number of times. */
    int repeated(int node, int times, IntSupplier maker) {
        return repeats.computeIfAbsent(List.of(node, times), key -> maker.getAsInt());
    }

    /** Whether scales and shifts behind this node go into its weights. */
    boolean absorbs(int node) {
        return absorbing.contains(node);
    }

    private String unique(String title) {
        String name = title.isEmpty() ? "node" : MessageText.plain(title, LONGEST_NAME);
        String free = name;
        while (builder.has(free)) {
            free = name + "#" + uses.merge(name, 1, Integer::sum);
        }
        return free;
    }

    /** The same values with other axes as positions: for free where the positions stay in order. */
    PlacedTensor as(PlacedTensor placed, AxisLayout wanted, String title) {
        AxisLayout has = placed.layout();
        if (has.positionAxes().equals(wanted.positionAxes())) {
            return inOrder(placed, wanted, title);
        }
        // Whoever wants the same order again gets the same node.
        Object asked = List.of(placed.node(), has.dims(), has.positionAxes(), wanted.positionAxes(), wanted.shape());
        Integer before = orders.get(asked);
        if (before != null) {
            return new PlacedTensor(before, wanted);
        }
        PlacedTensor made = permuted(placed, wanted, title + "/transpose", "transpose", has.read(wanted));
        orders.put(asked, made.node());
        return made;
    }

    private PlacedTensor inOrder(PlacedTensor placed, AxisLayout wanted, String title) {
        Shape has = shape(placed);
        Shape to = wanted.shape();
        return has.equals(to)
                ? new PlacedTensor(placed.node(), wanted)
                : new PlacedTensor(add(title + "/reshape", View.reshape(has, to), placed.node()), wanted);
    }

    /** Values put in another order: whoever reads them waits for all of them. */
    PlacedTensor permuted(PlacedTensor placed, AxisLayout wanted, String title, String what, Strides... order) {
        return new PlacedTensor(add(title, View.permuted(what, wanted.shape(), order), placed.node()), wanted);
    }

    /** The same positions with channels in another order; nothing waits. */
    int rechannelled(int node, String title, Strides channels) {
        Shape shape = builder.shape(node);
        List<Integer> sizes = new ArrayList<>(List.of(shape.positions()));
        List<Integer> steps = new ArrayList<>(List.of(shape.channels()));
        sizes.addAll(channels.sizes());
        steps.addAll(channels.steps());
        Strides all = new Strides(channels.start(), sizes, steps);
        return all.inOrder() ? node : add(title + "/channels", new View("transpose", shape, true, List.of(all)), node);
    }

    /** Says where the codes of a node stand without the zero point of this name. */
    void centred(int node, String zero, PlacedTensor centred) {
        this.centred.put(node, Map.entry(zero, centred));
    }

    /** The codes of a node without the zero point of this name. */
    @Nullable
    PlacedTensor centred(int node, String zero) {
        Map.Entry<String, PlacedTensor> known = centred.get(node);
        return known != null && known.getKey().equals(zero) ? known.getValue() : null;
    }

    /** Says that values change here in a way that is not computed. */
    PlacedTensor opaque(PlacedTensor placed, String title, String what) {
        return new PlacedTensor(add(title, View.opaque(what, shape(placed)), placed.node()), placed.layout());
    }
}
