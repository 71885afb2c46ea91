package mho.workloads.training;

import java.util.ArrayList;
import java.util.List;
import mho.core.yaml.BadInput;
import mho.workloads.network.BatchNorm;
import mho.workloads.network.Edge;
import mho.workloads.network.Layer;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.Shape;
import mho.workloads.network.Softmax;
import mho.workloads.values.ViewMap;

/**
 * A network that can be trained, as a chip runs it: folded, and of it what leads to the answer.
 *
 * @param input its one input
 * @param nodes those that lead to the answer, the input not among them, in their order
 * @param answer what the loss looks at
 */
record Trainability(Network network, Node input, List<Node> nodes, Edge answer) {
    Trainability {
        nodes = List.copyOf(nodes);
    }

    /** Throws {@link BadInput} that names every layer without a gradient and what to do about it. */
    static Trainability of(Network network, TrainingSpec spec) {
        Network folded = network.folded();
        Edge answer = answer(folded, spec.loss());
        boolean[] needed = needed(folded, answer);
        List<Node> inputs = folded.nodes().stream().filter(Node::isInput).toList();
        List<Node> nodes = folded.nodes().stream()
                .filter(node -> needed[node.id()] && !node.isInput())
                .toList();
        List<String> problems = new ArrayList<>();
        norms(network, problems);
        nodes.forEach(node -> problems(folded, node, spec, problems));
        views(folded, folded.node(answer.from()), answer, problems);
        rates(nodes, spec, problems);
        if (inputs.size() != 1) {
            problems.add("it has %d inputs; give a network with one".formatted(inputs.size()));
        }
        if (answer.shape().positions() != 1) {
            problems.add("its answer is a map of %s, which says no class; end in a dense layer or a global pool"
                    .formatted(answer.shape()));
        }
        if (nodes.stream().noneMatch(node -> node.matrix() != null)) {
            problems.add("no layer of it has weights; give one that has");
        }
        if (!problems.isEmpty()) {
            throw BadInput.all(problems.stream()
                    .map(problem -> new BadInput("%s cannot be trained: %s".formatted(network.name(), problem)))
                    .toList());
        }
        return new Trainability(folded, inputs.get(0), nodes, answer);
    }

    /** Cross-entropy takes the softmax at the end with it: the loss looks at what goes in. */
    private static Edge answer(Network folded, Loss loss) {
        Edge answer = folded.results().get(0);
        Node last = folded.node(answer.from());
        boolean together = loss == Loss.CROSS_ENTROPY
                && answer.views().isEmpty()
                && last.layer() instanceof Softmax softmax
                && softmax.groups() == 1;
        return together ? last.edges().get(0) : answer;
    }

    private static boolean[] needed(Network folded, Edge answer) {
        boolean[] needed = new boolean[folded.nodes().size()];
        needed[answer.from()] = true;
        for (int id = needed.length - 1; id >= 0; id--) {
            if (needed[id]) {
                folded.node(id).inputs().forEach(from -> needed[from] = true);
            }
        }
        return needed;
    }

    /** Batch norms are looked for before they are folded: without numbers nothing would be left of them. */
    private static void norms(Network network, List<String> problems) {
        for (Node node : network.nodes()) {
            if (node.layer() instanceof BatchNorm) {
                add(node, node.kind(), GradientRules.refusal(node, node.layer()), problems);
            }
        }
    }

    private static void problems(Network folded, Node node, TrainingSpec spec, List<String> problems) {
        if (!(node.layer() instanceof BatchNorm)) {
            add(node, node.kind(), GradientRules.refusal(node, node.layer()), problems);
        }
        add(node, node.kind(), GradientRules.refusal(node.function()), problems);
        node.edges().forEach(edge -> views(folded, node, edge, problems));
        if (node.matrix() != null && spec.initialisation().needsWeights() && node.weightsHeld() == null) {
            add(node, node.kind(), "it has no weights to begin with; draw some, for example by xavier", problems);
        }
    }

    private static void rates(List<Node> nodes, TrainingSpec spec, List<String> problems) {
        List<String> learning = nodes.stream()
                .filter(node -> node.matrix() != null)
                .map(Node::name)
                .toList();
        for (String layer : spec.layerRates().keySet()) {
            if (!learning.contains(layer)) {
                problems.add("layer-rates names %s, and the layers that learn are %s"
                        .formatted(layer, String.join(", ", learning)));
            }
        }
    }

    private static void views(Network folded, Node reader, Edge edge, List<String> problems) {
        for (Layer view : edge.views()) {
            add(reader, "reads through " + view.kind(), GradientRules.refusal(reader, view), problems);
        }
        Shape map = folded.node(edge.from()).output();
        if (!edge.views().isEmpty() && !ViewMap.fits(map)) {
            add(reader, reader.kind(), "a map of %s is too large to be seen otherwise".formatted(map), problems);
        }
    }

    private static void add(Node node, String kind, String problem, List<String> problems) {
        if (!problem.isEmpty()) {
            problems.add("%s (%s) %s".formatted(node.name(), kind, problem));
        }
    }
}
