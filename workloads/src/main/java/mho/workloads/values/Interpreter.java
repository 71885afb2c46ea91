package mho.workloads.values;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import mho.core.yaml.BadInput;
import mho.workloads.network.Activation;
import mho.workloads.network.ActivationLayer;
import mho.workloads.network.BatchNorm;
import mho.workloads.network.Concat;
import mho.workloads.network.Edge;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Embedding;
import mho.workloads.network.Function;
import mho.workloads.network.Input;
import mho.workloads.network.Layer;
import mho.workloads.network.LayerNorm;
import mho.workloads.network.MatMul;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.Pool;
import mho.workloads.network.Recurrent;
import mho.workloads.network.Reduce;
import mho.workloads.network.Resize;
import mho.workloads.network.Softmax;
import org.jspecify.annotations.Nullable;

/** Runs a network, folded or as read, on a batch of inputs. Not for several threads at once. */
public final class Interpreter {
    private final Network network;
    private final Arithmetic arithmetic;
    private final WindowProducts windows;
    private final Recurrence recurrence;

    public Interpreter(Network network, Arithmetic arithmetic) {
        this.network = network;
        this.arithmetic = arithmetic;
        this.windows = new WindowProducts(arithmetic);
        this.recurrence = new Recurrence(arithmetic);
    }

    /**
     * The network's results, in their order.
     *
     * @param inputs one batch for each input of the network, in order, all of the same count
     * @throws BadInput when inputs do not suit the network, weights are missing or not finite, or a node's values cannot be
     *     computed
     */
    public List<Batch> run(List<Batch> inputs) {
        return run(inputs, (node, batch) -> {});
    }

    /** The same; {@code seen} is shown every node's output as it is made. */
    public List<Batch> run(List<Batch> inputs, BiConsumer<Node, Batch> seen) {
        check(inputs);
        int[] readers = readers();
        @Nullable Batch[] made = new Batch[network.nodes().size()];
        int given = 0;
        for (Node node : network.nodes()) {
            List<Batch> read = new ArrayList<>();
            for (Edge edge : node.edges()) {
                read.add(read(node, edge, made));
            }
            Batch result = node.layer() instanceof Input ? copy(inputs.get(given++)) : computed(node, read);
            if (node.function().kind() != Activation.NONE) {
                activate(node, node.function(), result);
            }
            arithmetic.store(node, result);
            seen.accept(node, result);
            made[node.id()] = result;
            for (int from : node.inputs()) {
                drop(made, readers, from);
            }
        }
        return network.results().stream()
                .map(edge -> read(network.node(edge.from()), edge, made))
                .toList();
    }

    /** Throws BadInput where no inputs could have values: weights that are absent, views and functions that are not computed. */
    public static void requireComputable(Network network) {
        for (Node node : network.nodes()) {
            if (node.matrix() != null || node.weightsHeld() != null) {
                CheckedWeights.needed(node);
            }
            requireKnown(node, node.function());
            for (Edge edge : node.edges()) {
                edge.views().forEach(view -> ViewedValues.requireOrder(node, view));
            }
            ViewedValues.requireOrder(node, node.layer());
        }
        for (Edge result : network.results()) {
            result.views().forEach(view -> ViewedValues.requireOrder(network.node(result.from()), view));
        }
    }

    private static void drop(@Nullable Batch[] made, int[] readers, int id) {
        if (--readers[id] == 0) {
            made[id] = null;
        }
    }

    private int[] readers() {
        int[] readers = new int[network.nodes().size()];
        network.nodes().forEach(node -> node.inputs().forEach(from -> readers[from]++));
        network.results().forEach(edge -> readers[edge.from()]++);
        return readers;
    }

    private static Batch read(Node reader, Edge edge, @Nullable Batch[] made) {
        Batch batch = made[edge.from()];
        if (batch == null) {
            throw new IllegalStateException(reader.name() + " reads what is gone");
        }
        for (Layer view : edge.views()) {
            batch = ViewedValues.through(reader, view, batch);
        }
        return batch.shape().equals(edge.shape()) ? batch : new Batch(batch.count(), edge.shape(), batch.values());
    }

    private void check(List<Batch> inputs) {
        List<Node> wanted = network.nodes().stream()
                .filter(node -> node.layer() instanceof Input)
                .toList();
        if (wanted.size() != inputs.size()) {
            throw new BadInput("%s takes %d inputs, got %d".formatted(network.name(), wanted.size(), inputs.size()));
        }
        for (int i = 0; i < inputs.size(); i++) {
            Node node = wanted.get(i);
            if (!inputs.get(i).shape().equals(node.output())) {
                throw new BadInput("%s: takes %s, got %s"
                        .formatted(node.name(), node.output(), inputs.get(i).shape()));
            }
            if (inputs.get(i).count() != inputs.get(0).count()) {
                throw new BadInput("%s: got %d inputs, and %d of another"
                        .formatted(
                                node.name(),
                                inputs.get(i).count(),
                                inputs.get(0).count()));
            }
        }
    }

    private static Batch copy(Batch batch) {
        return new Batch(batch.count(), batch.shape(), batch.values().clone());
    }

    /** What no check of a file foresaw still has the node's name. */
    private Batch computed(Node node, List<Batch> in) {
        try {
            return compute(node, in);
        } catch (IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException misfit) {
            throw new BadInput("%s: values of this %s cannot be computed: what it reads, %s, does not fit what it holds"
                    .formatted(
                            node.name(),
                            node.layer().kind(),
                            in.stream().map(batch -> batch.shape().toString()).toList()));
        }
    }

    private Batch compute(Node node, List<Batch> in) {
        if (node.weightsHeld() != null) {
            CheckedWeights.needed(node); // says so if the values cannot be computed
        }
        Layer layer = node.layer();
        Batch out = Batch.empty(in.get(0).count(), node.output());
        if (layer.isView()) {
            return copy(ViewedValues.through(node, layer, in.get(0)));
        } else if (layer instanceof Recurrent recurrent) {
            recurrence.run(node, recurrent, in.get(0), out);
        } else if (node.matrix() != null) {
            windows.multiply(node, in.get(0), out);
        } else if (layer instanceof ActivationLayer alone) {
            System.arraycopy(in.get(0).values(), 0, out.values(), 0, out.values().length);
            if (alone.function() != Activation.NONE) {
                activate(node, alone.with(), out);
            }
        } else if (layer instanceof Pool pool) {
            Pooling.run(node, pool, in.get(0), out);
        } else if (layer instanceof Reduce reduce) {
            Pooling.channels(reduce.reduction(), in.get(0), out);
        } else if (layer instanceof Elementwise each) {
            Combining.run(each, in, out);
        } else if (layer instanceof Concat concat) {
            Joining.run(concat, in, out);
        } else if (layer instanceof BatchNorm) {
            Normalising.batch(node, in.get(0), out);
        } else if (layer instanceof LayerNorm norm) {
            Normalising.layer(node, norm, in.get(0), out);
        } else if (layer instanceof Softmax softmax) {
            Normalising.softmax(softmax, in.get(0), out);
        } else if (layer instanceof MatMul product) {
            ActivationProducts.run(product, in.get(0), in.get(1), out);
        } else if (layer instanceof Embedding embedding) {
            TableLookup.look(node, embedding, in.get(0), out);
        } else if (layer instanceof Resize resize) {
            Resampling.run(resize, in.get(0), out);
        } else {
            throw new BadInput(node.name() + ": values of a " + layer.kind() + " cannot be computed");
        }
        return out;
    }

    private static void requireKnown(Node node, Function function) {
        if (!function.isKnown()) {
            throw new BadInput("%s: its %s lacks parameters (slopes, bounds or an exponent), which an .onnx file has"
                    .formatted(node.name(), function.kind().label()));
        }
    }

    private void activate(Node node, Function function, Batch batch) {
        requireKnown(node, function);
        arithmetic.activate(node, function, batch.values(), 0, batch.values().length);
    }
}
