package mho.workloads.training;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import mho.workloads.network.Activation;
import mho.workloads.network.Edge;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.values.ViewMap;
import org.jspecify.annotations.Nullable;

/** What all examples of a training share: the layers that learn, and of every node how it is gone through. */
final class TrainingPlan {
    private final Trainability network;
    private final Map<String, Double> layerRates;
    private final List<LearnedLayer> layers = new ArrayList<>();
    private final Map<Node, LearnedLayer> learned = new IdentityHashMap<>();
    private final Map<Node, PassMaker> makers = new IdentityHashMap<>();
    private final Map<Edge, PassMaker> views = new IdentityHashMap<>();

    TrainingPlan(Trainability network, TrainingSpec spec, LearningMatrices matrices) {
        this.network = network;
        this.layerRates = spec.layerRates();
        for (Node node : network.nodes()) {
            if (node.matrix() != null) {
                LearnedLayer layer = LearnedLayer.of(node, spec, matrices);
                layers.add(layer);
                learned.put(node, layer);
            }
            makers.put(node, GradientRules.maker(node, learned.get(node)));
            node.edges().forEach(edge -> addViews(node, edge));
        }
        addViews(network.network().node(network.answer().from()), network.answer());
    }

    private void addViews(Node reader, Edge edge) {
        if (!edge.views().isEmpty()) {
            ViewMap map = ViewMap.of(
                    reader, edge.views(), network.network().node(edge.from()).output());
            if (!map.isIdentity() || map.from().length != edge.shape().size()) {
                views.put(edge, new ViewPlan(map));
            }
        }
    }

    /** Those with weights, in their order. */
    List<LearnedLayer> layers() {
        return layers;
    }

    /** What the learning rate of each of them is multiplied by. */
    float[] rateFactors() {
        float[] factors = new float[layers.size()];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = layerRates.getOrDefault(layers.get(i).name(), 1.0).floatValue();
        }
        return factors;
    }

    Trainability network() {
        return network;
    }

    PassMaker maker(Node node) {
        return java.util.Objects.requireNonNull(makers.get(node));
    }

    /** What is seen through on the way; null if values are read as they stand. */
    @Nullable
    PassMaker view(Edge edge) {
        return views.get(edge);
    }

    boolean learns(Node node) {
        return learned.containsKey(node);
    }

    @Nullable
    PassMaker function(Node node) {
        return node.activation() == Activation.NONE ? null : new FunctionPlan(node.function());
    }

    /** The network with the weights as they are now; nodes that do not lead to the answer keep what they have. */
    Network learnt() {
        Network old = network.network();
        List<Node> nodes = old.nodes().stream()
                .map(node -> {
                    LearnedLayer layer = learned.get(node);
                    return layer == null ? node : layer.learnt();
                })
                .toList();
        return new Network(old.name(), old.about(), old.source(), nodes, old.results(), old.remarks());
    }
}
