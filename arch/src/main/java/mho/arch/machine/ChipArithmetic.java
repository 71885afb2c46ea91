package mho.arch.machine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import mho.arch.codes.BufferCodes;
import mho.arch.codes.Extent;
import mho.arch.element.Multiplier;
import mho.arch.element.Tally;
import mho.periphery.device.Draws;
import mho.workloads.network.BatchNorm;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Function;
import mho.workloads.network.Layer;
import mho.workloads.network.Node;
import mho.workloads.values.Arithmetic;
import mho.workloads.values.Batch;

/** One thread's computation with a network on arrays: products in the arrays, activations in the neurons, buffers of few bits. */
final class ChipArithmetic implements Arithmetic {
    private final ProgrammedNetwork network;
    private final boolean observing;
    private final Multiplier multiplier;
    private final Neurons neurons;
    private final Map<Integer, Tally> tallies = new HashMap<>();
    private final Map<String, Crowd.Loss> crowded = new LinkedHashMap<>();
    private long firstImage;
    private int calls;

    private ChipArithmetic(ProgrammedNetwork network, boolean observing, Multiplier multiplier) {
        this.network = network;
        this.observing = observing;
        this.multiplier = multiplier;
        this.neurons = new Neurons(network.model(), network.ranges());
    }

    static ChipArithmetic of(ProgrammedNetwork network) {
        return new ChipArithmetic(network, false, network.state().multiplier());
    }

    /** Looks at what elements convert, and at what buffers round. */
    static ChipArithmetic observing(ProgrammedNetwork network) {
        return new ChipArithmetic(network, true, network.state().observer());
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
        return multiplier.seen(node);
    }

    @Override
    public void multiply(Node node, int group, int instance, float[] in, int vectors, float[] out) {
        int place = network.cut(node).tiling().place(group, instance);
        String draw = node.name() + "/" + place + "/" + firstImage + "/" + calls++;
        RandomGenerator random = Draws.of(network.seed(), "reads", draw);
        multiplier.multiply(node, group, instance, in, vectors, out, tally(node.id()), random);
    }

    @Override
    public int groupsTogether(Node node) {
        return network.cut(node).tiling().together();
    }

    @Override
    public void activate(Node node, Function function, float[] values, int from, int to) {
        neurons.activate(node, function, values, from, to);
    }

    /** Rounds values to the buffers' codes, whose unit calibration has fixed. */
    @Override
    public void store(Node node, Batch result) {
        if (!network.ranges().buffers(node.id())) {
            return;
        }
        Extent span = network.ranges().output(node.id());
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
