package mho.arch.machine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import mho.periphery.device.Draws;
import mho.workloads.network.BatchNorm;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Function;
import mho.workloads.network.Layer;
import mho.workloads.network.Node;
import mho.workloads.values.Arithmetic;
import mho.workloads.values.Batch;

/** One thread's computation with a network on arrays: products in the arrays, activations in the neurons, buffers of few bits. */
final class AnalogArithmetic implements Arithmetic {
    private final AnalogNetwork analog;
    private final boolean observing;
    private final Worker worker;
    private final Neurons neurons;
    private final Map<Integer, Tally> tallies = new HashMap<>();
    private final Map<Integer, ColumnSums> observed = new HashMap<>();
    private final Map<String, Crowd.Loss> crowded = new LinkedHashMap<>();
    private long firstImage;
    private int calls;

    /** @param observing whether columns are looked at for calibration and not converted */
    AnalogArithmetic(AnalogNetwork analog, boolean observing) {
        this.analog = analog;
        this.observing = observing;
        this.worker = new Worker(analog.circuits(), analog.writer().model());
        this.neurons = new Neurons(analog.circuits().activation(), analog.ranges());
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
    Extent observed(int node) {
        return sums(node).covered();
    }

    private ColumnSums sums(int node) {
        double share = analog.circuits().conversion().transfer().shareOfSeen();
        return observed.computeIfAbsent(node, n -> new ColumnSums(share));
    }

    @Override
    public void multiply(Node node, int group, int instance, float[] in, int vectors, float[] out) {
        LayerArrays arrays = analog.layer(node.id());
        int place = arrays.place(group, instance);
        String draw = node.name() + "/" + place + "/" + firstImage + "/" + calls++;
        worker.begin(tally(node.id()), Draws.of(analog.seed(), "reads", draw));
        if (observing) {
            worker.observe(sums(node.id()));
        }
        arrays.multiply(arrays.groups().get(place), in, vectors, out, worker);
    }

    @Override
    public int groupsTogether(Node node) {
        return analog.layer(node.id()).tiling().together();
    }

    @Override
    public void activate(Node node, Function function, float[] values, int from, int to) {
        neurons.activate(node, function, values, from, to);
    }

    /** Rounds values to the buffers' codes, whose unit calibration has fixed. */
    @Override
    public void store(Node node, Batch result) {
        if (!analog.ranges().buffers(node.id())) {
            return;
        }
        Extent span = analog.ranges().output(node.id());
        Crowd before = observing ? Crowd.of(result) : Crowd.NOBODY;
        Tally tally = tally(node.id());
        tally.outputs += result.values().length;
        tally.outputsClipped +=
                Stored.of(span, analog.circuits().precision().values()).round(result.values());
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
