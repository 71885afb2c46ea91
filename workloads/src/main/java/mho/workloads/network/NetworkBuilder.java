package mho.workloads.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/** Puts layers in their place, infers shapes, and refuses what does not fit with the place in front. */
public final class NetworkBuilder {
    private final String name;
    private final String about;
    private final String source;
    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private @Nullable List<Integer> results;
    private String place;

    private final List<String> remarks = new ArrayList<>();

    NetworkBuilder(String name, String about, String source) {
        this.name = name;
        this.about = about;
        this.source = source;
        this.place = name;
    }

    /** What to put in front of messages about the nodes to come: a file, or file:line:column. */
    public NetworkBuilder at(String place) {
        this.place = place;
        return this;
    }

    /** Something that whoever runs the network is to be told. */
    public NetworkBuilder remark(String sentence) {
        remarks.add(sentence);
        return this;
    }

    public int input(String name, Shape shape) {
        return add(name, new Input(shape), List.of());
    }

    public int add(String name, Layer layer, int... inputs) {
        return add(name, layer, Arrays.stream(inputs).boxed().toList());
    }

    public int add(String name, Layer layer, List<Integer> inputs) {
        return add(name, layer, inputs, Activation.NONE, 0, null);
    }

    /** Returns the id of the new node. */
    public int add(
            String name,
            Layer layer,
            List<Integer> inputs,
            Activation activation,
            int copies,
            @Nullable TrainedWeights weights) {
        return add(name, layer, inputs, Function.of(activation), copies, weights);
    }

    /** Returns the id of the new node. */
    public int add(
            String name,
            Layer layer,
            List<Integer> inputs,
            Function activation,
            int copies,
            @Nullable TrainedWeights weights) {
        if (!names.add(name)) {
            throw refusal(name, "the name is taken by an earlier layer; give this one another");
        }
        if (activation.kind() != Activation.NONE && !layer.takesActivation()) {
            throw refusal(name, layer.kind() + " takes no activation; put one behind it as a layer of its own");
        }
        List<Shape> shapes = inputs.stream().map(this::shape).toList();
        try {
            Shape output = layer.outputOf(shapes);
            layer.macs(shapes, output);
            layer.parameters(shapes, output);
            List<Edge> edges = edges(layer, inputs, shapes, output);
            nodes.add(new Node(nodes.size(), name, layer, edges, output, activation, copies, weights));
            return nodes.size() - 1;
        } catch (BadInput misfit) {
            throw refusal(name, String.valueOf(misfit.getMessage()));
        } catch (ArithmeticException overflow) {
            throw refusal(name, "its sizes go beyond what can be counted");
        }
    }

    private static List<Edge> edges(Layer layer, List<Integer> inputs, List<Shape> shapes, Shape output) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            ReceptiveField field = layer.field(i, shapes, output);
            edges.add(new Edge(inputs.get(i), shapes.get(i), field, layer.channelsRead(i, shapes, output), List.of()));
        }
        return edges;
    }

    private BadInput refusal(String name, String what) {
        return new BadInput(place + ": " + MessageText.plain(name) + ": " + what);
    }

    /** Output shape of a node added before. */
    public Shape shape(int id) {
        return nodes.get(id).output();
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    public int size() {
        return nodes.size();
    }

    /** Says what comes out, the first being what the network answers; what nobody reads if nothing is said. */
    public NetworkBuilder results(List<Integer> ids) {
        results = List.copyOf(ids);
        return this;
    }

    public Network build() {
        Network network = results == null
                ? new Network(name, about, source, nodes).remarking(remarks)
                : new Network(
                        name,
                        about,
                        source,
                        nodes,
                        results.stream().map(id -> Edge.direct(id, shape(id))).toList(),
                        remarks);
        try {
            network.ops();
            network.parameters();
            return network;
        } catch (ArithmeticException overflow) {
            throw new BadInput(MessageText.plain(name) + ": its weights and operations go beyond what can be counted");
        }
    }
}
