package mho.arch.machine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import mho.arch.codes.BufferCodes;
import mho.arch.codes.Extent;
import mho.arch.element.ElementState;
import mho.arch.element.Multiplier;
import mho.arch.element.Tally;
import mho.periphery.device.Draws;
import mho.workloads.network.BatchNorm;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Layer;
import mho.workloads.network.Node;
import mho.workloads.values.Arithmetic;
import mho.workloads.values.Batch;

/** One thread's computation with a network on arrays: products in the arrays, activations in the neurons, buffers of few bits. */
final class ChipArithmetic implements Arithmetic {
    private final ProgrammedNetwork network;
    private final boolean observing;
    /** Of the elements of every kind of tiles. */
    private final List<Multiplier> multipliers;

    private final List<Neurons> neurons;
    private final Map<Integer, Tally> tallies = new HashMap<>();
    private final Map<String, Crowd.Loss> crowded = new LinkedHashMap<>();
    private long firstImage;
    private int calls;

    private ChipArithmetic(
            ProgrammedNetwork network, boolean observing, Function<ElementState, Multiplier> multiplier) {
        this.network = network;
        this.observing = observing;
        this.multipliers = network.states().stream().map(multiplier).toList();
        this.neurons = network.model().kinds().stream()
                .map(kind -> new Neurons(kind, network.ranges()))
                .toList();
    }

    static ChipArithmetic of(ProgrammedNetwork network) {
        return new ChipArithmetic(network, false, ElementState::multiplier);
    }

    /** Looks at what elements convert, and at what buffers round. */
    static ChipArithmetic observing(ProgrammedNetwork network) {
        return new ChipArithmetic(network, true, ElementState::observer);
    }

    /** Begins a batch; its random numbers follow from the number of its first image. */
    void begin(long image) {
        firstImage = image;
        calls = 0;
        tallies.clear();
    }

    Tally tally(int node) {
        return tallies.computeIfAbsent(node, n -> new Tally());
    }

    /** The range that converters of a node are to have. */
    Extent observed(Node node) {
        return multipliers.get(network.kind(node)).seen(node);
    }

    @Override
    public void multiply(Node node, int group, int instance, float[] in, int vectors, float[] out) {
        int place = network.cut(node).tiling().place(group, instance);
        String draw = node.name() + "/" + place + "/" + firstImage + "/" + calls++;
        RandomGenerator random = Draws.of(network.seed(), "reads", draw);
        multipliers.get(network.kind(node)).multiply(node, group, instance, in, vectors, out, tally(node.id()), random);
    }

    @Override
    public int groupsTogether(Node node) {
        return network.cut(node).tiling().together();
    }

    @Override
    public void activate(Node node, mho.workloads.network.Function function, float[] values, int from, int to) {
        if (!network.bends(node)) {
            neurons.get(network.kind(node)).activate(node, function, values, from, to);
        }
    }

    /** Rounds values to the buffers' codes, whose unit calibration has fixed. */
    @Override
    public void store(Node node, Batch result) {
        if (!network.ranges().buffers(node.id())) {
            return;
        }
        Extent span = network.ranges().output(node.id());
        if (network.handsOn(node)) {
            onTheWay(node, result, span);
            return;
        }
        Crowd before = observing ? Crowd.of(result) : Crowd.NOBODY;
        Tally tally = tally(node.id());
        tally.outputs += result.values().length;
        tally.outputsClipped +=
                BufferCodes.of(span, network.model().precision().values()).round(result.values());
        if (observing) {
            Crowd.Loss loss = before.lostIn(Crowd.of(result), span, scales(node));
            if (loss != null) {
                crowded.put(node.name(), loss);
            }
        }
    }

    /** Amplifiers between one array and the next err; nobody rounds. */
    private void onTheWay(Node node, Batch result, Extent span) {
        double sigma = network.model().kinds().get(network.kind(node)).element().errorOnTheWay() * span.magnitude();
        if (sigma == 0) {
            return;
        }
        RandomGenerator random =
                Draws.of(network.seed(), "analog ways", node.name() + "/" + firstImage + "/" + calls++);
        float[] values = result.values();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (sigma * random.nextGaussian());
        }
    }

    /** Whether a node's channels are of the size that weights and constants give them, and not squeezed by a function. */
    private static boolean scales(Node node) {
        boolean plain =
                switch (node.activation()) {
                    case NONE, RELU, LEAKY_RELU, PRELU -> true;
                    default -> false;
                };
        Layer layer = node.layer();
        return plain && (node.matrix() != null || layer instanceof Elementwise || layer instanceof BatchNorm);
    }

    /** Nodes almost all of whose different values calibration saw become one and the same in a buffer. */
    Map<String, Crowd.Loss> crowded() {
        return crowded;
    }
}
