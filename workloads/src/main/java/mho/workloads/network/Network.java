package mho.workloads.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * A network for one input at a time: nodes in topological order, node i at index i, inputs first.
 *
 * @param source where its figures come from
 * @param results what comes out, as its file orders it, otherwise what nobody reads: a node, and the views behind it; the first is the
 *     network's answer
 * @param remarks what was left out or supposed when it was read, a sentence each
 */
public record Network(
        String name, String about, String source, List<Node> nodes, List<Edge> results, List<String> remarks) {
    public Network {
        remarks = List.copyOf(remarks);
        nodes = List.copyOf(nodes);
        results = List.copyOf(results);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            int id = i;
            if (node.id() != id || node.edges().stream().anyMatch(edge -> edge.from() >= id)) {
                throw new IllegalArgumentException("node " + node.name() + " is out of order");
            }
            if (!names.add(node.name())) {
                throw new IllegalArgumentException("two nodes are called " + node.name());
            }
        }
    }

    public Network(String name, String about, String source, List<Node> nodes, List<Edge> results) {
        this(name, about, source, nodes, results, List.of());
    }

    /** The same with more to say. */
    Network remarking(List<String> all) {
        return new Network(name, about, source, nodes, results, all);
    }

    public Network(String name, String about, String source, List<Node> nodes) {
        this(
                name,
                about,
                source,
                nodes,
                unread(nodes).stream()
                        .map(node -> Edge.direct(node.id(), node.output()))
                        .toList());
    }

    public static NetworkBuilder builder(String name, String about, String source) {
        return new NetworkBuilder(name, about, source);
    }

    public Node node(int id) {
        return nodes.get(id);
    }

    /** The nodes that read a node's output, each once. */
    public List<Node> consumers(int id) {
        return nodes.stream().filter(node -> node.inputs().contains(id)).toList();
    }

    /** Nodes nobody reads. */
    public List<Node> outputs() {
        return unread(nodes);
    }

    private static List<Node> unread(List<Node> nodes) {
        Set<Integer> read = new HashSet<>();
        nodes.forEach(node -> read.addAll(node.inputs()));
        List<Node> outputs = new ArrayList<>(nodes);
        outputs.removeIf(node -> read.contains(node.id()));
        return outputs;
    }

    public long weights() {
        return sum(Node::weights);
    }

    public long parameters() {
        return sum(Node::parameters);
    }

    public long macs() {
        return sum(Node::macs);
    }

    public long ops() {
        return sum(Node::ops);
    }

    private long sum(ToLongFunction<Node> figure) {
        return nodes.stream().mapToLong(figure).reduce(0, Math::addExact);
    }

    /**
     * The network as a chip runs it: batch norm folded into the weights before it, activations fused into their producer,
     * views turned into fields of their consumers. Names are kept.
     */
    public Network folded() {
        return new Folding(this).run();
    }
}
