package mho.workloads.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import mho.core.yaml.BadInput;
import mho.workloads.network.Activation;
import mho.workloads.network.ActivationLayer;
import mho.workloads.network.Edge;
import mho.workloads.network.Input;
import mho.workloads.network.Layer;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.Recurrent;

/**
 * Computes a network for a batch of inputs, node by node in order. A map is dropped when its last reader is done. Works on a network as it was
 * read and on the folded one; one thread at a time.
 */
public final class Interpreter {
    private final Network network;
    private final Arithmetic arithmetic;
    private final int[] lastReader;

    public Interpreter(Network network, Arithmetic arithmetic) {
        this.network = network;
        this.arithmetic = arithmetic;
        this.lastReader = new int[network.nodes().size()];
        for (Node node : network.nodes()) {
            node.inputs().forEach(from -> lastReader[from] = node.id());
        }
        network.outputs()
                .forEach(node -> lastReader[node.id()] = network.nodes().size());
    }

    /** The network's outputs, in the order of {@link Network#outputs}. */
    public List<Batch> run(List<Batch> inputs) {
        return run(inputs, (node, made) -> {});
    }

    /**
     * The same.
     *
     * @param inputs of the network's input nodes in their order; they are not changed
     * @param seen told every node's output as it is made, which it must not change
     * @throws BadInput for a node whose values cannot be computed
     */
    public List<Batch> run(List<Batch> inputs, BiConsumer<Node, Batch> seen) {
        Batch[] made = new Batch[network.nodes().size()];
        int next = 0;
        for (Node node : network.nodes()) {
            Batch result = node.layer() instanceof Input ? input(node, inputs.get(next++)) : compute(node, made);
            if (node.activation() != Activation.NONE) {
                activate(node, node.activation(), result);
            }
            arithmetic.store(node, result);
            made[node.id()] = result;
            seen.accept(node, result);
            node.inputs().stream().filter(from -> lastReader[from] == node.id()).forEach(from -> made[from] = null);
        }
        List<Batch> outputs = new ArrayList<>();
        network.outputs().forEach(node -> outputs.add(Objects.requireNonNull(made[node.id()])));
        return outputs;
    }

    private static Batch input(Node node, Batch given) {
        if (!given.shape().equals(node.output())) {
            throw new BadInput("%s: takes %s, the data are %s".formatted(node.name(), node.output(), given.shape()));
        }
        return new Batch(given.count(), given.shape(), given.values().clone());
    }

    private Batch compute(Node node, Batch[] made) {
        List<Batch> inputs = new ArrayList<>();
        for (Edge edge : node.edges()) {
            Batch batch = Objects.requireNonNull(made[edge.from()]);
            for (Edge.Seen seen : edge.views()) {
                batch = Views.of(seen.name(), seen.view(), batch, seen.shape());
            }
            inputs.add(batch);
        }
        Layer layer = node.layer();
        if (layer instanceof Recurrent recurrent) {
            return new Recurrence(node, recurrent, arithmetic).run(inputs.get(0));
        }
        if (node.matrix() != null) {
            return new Windows(node, arithmetic).run(inputs.get(0));
        }
        if (layer.isView()) {
            return Views.of(node.name(), layer, inputs.get(0), node.output());
        }
        if (layer instanceof ActivationLayer activation) {
            Batch in = inputs.get(0);
            Batch result = new Batch(in.count(), in.shape(), in.values().clone());
            activate(node, activation.function(), result);
            return result;
        }
        return Digital.of(node, inputs);
    }

    private void activate(Node node, Activation activation, Batch batch) {
        if (activation != Activation.NONE) {
            arithmetic.activate(node, Function.of(node, activation), batch.values(), 0, batch.values().length);
        }
    }
}
