package mho.workloads.network.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.Mark;
import mho.core.yaml.YamlNode;
import mho.workloads.network.Activation;
import mho.workloads.network.BatchNorm;
import mho.workloads.network.Layer;
import mho.workloads.network.Network;
import mho.workloads.network.NetworkBuilder;
import mho.workloads.network.Shape;
import mho.workloads.network.TrainedWeights;

/** A network on its way from a file: what has been added, what it is called, and where the next layer stands. */
final class NetworkAssembly {
    private static final int MOST_LAYERS = 20_000;

    private final NetworkBuilder builder;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Integer> all = new HashMap<>();
    private Map<String, Integer> given = new HashMap<>(); // names as written, where rounds of a repeat share them
    private String suffix = "";
    private Mark mark = Mark.of("");
    private String path = "";
    private int last = -1;
    private int read;

    NetworkAssembly(NetworkBuilder builder) {
        this.builder = builder;
    }

    /** Says where in the file the layers to come stand. */
    void at(Mark place, String where) {
        mark = place;
        path = where;
        builder.at(place.toString());
    }

    void input(String name, Shape shape) {
        last = builder.input(name, shape);
        all.put(name, last);
    }

    void addAll(List<YamlNode> layers, String list) {
        for (int i = 0; i < layers.size(); i++) {
            YamlNode item = layers.get(i);
            String here = list + "[" + i + "]";
            at(item.mark(), here + "." + LayerEntries.kind(item));
            countOne();
            add(LayerEntries.read(item, here));
        }
    }

    private void add(LayerSpec layer) {
        try {
            layer.addTo(this);
        } catch (ArithmeticException overflow) {
            throw refusal("", "its sizes go beyond what can be counted");
        }
    }

    /** Adds a list inside a block, then stands at the block again. */
    void addInner(List<YamlNode> layers, String key) {
        Mark block = mark;
        String where = path;
        addAll(layers, path + "." + key);
        at(block, where);
    }

    /** Adds a list several times over; names given inside get the number of the round behind them, as in conv.2. */
    void addRounds(List<YamlNode> layers, int times) {
        Map<String, Integer> outside = given;
        String outer = suffix;
        for (int round = 1; round <= times; round++) {
            countOne();
            given = new HashMap<>(outside);
            suffix = outer + "." + round;
            addInner(layers, "layers");
        }
        given = outside;
        suffix = outer;
    }

    private void countOne() {
        if (++read > MOST_LAYERS) {
            throw refusal("", "more than " + MOST_LAYERS + " layers; repeat fewer");
        }
    }

    /** Adds a layer that reads what its place says. */
    void add(String kind, LayerPlace place, Layer layer) {
        add(kind, place, layer, Activation.NONE, 0);
    }

    void add(String kind, LayerPlace place, Layer layer, Activation activation, int copies) {
        String name = nameOf(kind, place);
        call(place, name, add(name, layer, inputs(place), activation, copies));
    }

    /** The same with a batch norm between the layer and its activation. */
    void addNormed(String kind, LayerPlace place, Layer layer, Activation activation, int copies) {
        String name = nameOf(kind, place);
        int id = add(name, layer, inputs(place), Activation.NONE, copies);
        call(place, name, add(name + "-norm", new BatchNorm(), List.of(id), activation, 0));
    }

    /** Adds one of several nodes that make up a layer. */
    int add(String name, Layer layer, List<Integer> inputs, Activation activation, int copies) {
        last = builder.add(name, layer, inputs, activation, copies, null);
        return last;
    }

    int add(String name, Layer layer, int input) {
        return add(name, layer, List.of(input), Activation.NONE, 0);
    }

    /** One of them with numbers that are not trained, but follow from the layer. */
    int add(String name, Layer layer, int input, TrainedWeights known) {
        last = builder.add(name, layer, List.of(input), Activation.NONE, 0, known);
        return last;
    }

    /** The name of a layer, given by its place or made up of its kind and a number. */
    String nameOf(String kind, LayerPlace place) {
        if (place.name() != null) {
            return place.name() + suffix;
        }
        String name;
        do {
            name = kind + counts.merge(kind, 1, Integer::sum);
        } while (builder.has(name));
        return name;
    }

    /** Says which node later layers mean by a name, that which carries its result. */
    void call(LayerPlace place, String name, int id) {
        all.put(name, id);
        if (place.name() != null) {
            given.put(place.name(), id);
        }
        last = id;
    }

    List<Integer> inputs(LayerPlace place) {
        return place.from() == null
                ? List.of(last)
                : place.from().stream().map(this::find).toList();
    }

    private int find(String name) {
        Integer id = given.getOrDefault(name, all.get(name));
        if (id == null) {
            throw refusal("from", "no layer above is called " + MessageText.quoted(name));
        }
        return id;
    }

    int last() {
        return last;
    }

    /** The layer to come reads this one if its place does not say otherwise. */
    void stepBackTo(int id) {
        last = id;
    }

    Shape shape(int id) {
        return builder.shape(id);
    }

    /** A shape as a key of the layer at hand says it. */
    Shape shape(List<Integer> extents, String key) {
        try {
            return extents.size() == 1
                    ? Shape.vector(extents.get(0))
                    : new Shape(extents.get(0), extents.get(1), extents.get(2));
        } catch (BadInput e) {
            throw refusal(key, String.valueOf(e.getMessage()));
        }
    }

    /** The one input of a layer that takes one. */
    int input(LayerPlace place) {
        List<Integer> inputs = inputs(place);
        if (inputs.size() != 1) {
            throw refusal("from", "takes 1 input, found " + inputs.size());
        }
        return inputs.get(0);
    }

    Shape inputShape(LayerPlace place) {
        return shape(input(place));
    }

    /** The layer at hand as a path in the file. */
    String path() {
        return path;
    }

    /** About a key of the layer at hand, or about the layer as a whole. */
    BadInput refusal(String key, String what) {
        return BadInput.at(mark, key.isEmpty() ? path : path + "." + key, what);
    }

    Network build(Mark file) {
        try {
            return builder.build();
        } catch (BadInput e) {
            throw BadInput.at(file, "", String.valueOf(e.getMessage()));
        }
    }
}
