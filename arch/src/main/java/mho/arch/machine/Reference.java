package mho.arch.machine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import mho.workloads.data.DataSet;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.values.Batch;
import mho.workloads.values.FloatArithmetic;
import mho.workloads.values.Interpreter;
import org.jspecify.annotations.Nullable;

/**
 * What a network answers to a data set in floating point, batch by batch; what its analog twins are compared with. Batches are computed when
 * they are first asked for and kept as long as there is room, so that many chips can be judged by one reference. Threads may share it.
 */
public final class Reference {
    /** Values that a reference keeps for a sweep unless it is told otherwise: 256 MB. */
    public static final long ROOM = 1L << 26;

    private static final int LARGEST_BATCH = 64;
    private static final long VALUES_AT_ONCE = 1 << 23;

    private final Network network;
    private final DataSet data;
    private final FloatArithmetic arithmetic = new FloatArithmetic();
    private final int batch;
    private final AtomicReferenceArray<@Nullable Floats> kept;
    private final AtomicLong room;

    private Reference(Network network, DataSet data, long room) {
        this.network = network;
        this.data = data;
        long values =
                network.nodes().stream().mapToLong(node -> node.output().size()).sum();
        this.batch = (int) Math.max(1, Math.min(LARGEST_BATCH, VALUES_AT_ONCE / values));
        this.kept = new AtomicReferenceArray<>((data.size() + batch - 1) / batch);
        this.room = new AtomicLong(room);
    }

    /** For one evaluation: it keeps nothing. */
    public static Reference of(Network network, DataSet data) {
        return of(network, data, 0);
    }

    /**
     * For many evaluations.
     *
     * @param network as chips run it, folded, with weights
     * @param room values it may keep, four bytes each; what is beyond is computed again each time
     */
    public static Reference of(Network network, DataSet data, long room) {
        return new Reference(network, data, room);
    }

    DataSet data() {
        return data;
    }

    /** Inputs of a batch; the last one may have fewer. The size follows from the network alone. */
    int batch() {
        return batch;
    }

    /** Throws unless this is what the same layers answer in floating point. */
    void check(Network other) {
        if (!names(other).equals(names(network))) {
            throw new IllegalArgumentException("the reference is that of another network: " + network.name());
        }
    }

    private static List<String> names(Network network) {
        return network.nodes().stream().map(Node::name).toList();
    }

    /**
     * What came out.
     *
     * @param outputs of the network
     * @param layers output of each layer with weights in arrays, by the id of its node
     */
    record Floats(List<Batch> outputs, Map<Integer, float[]> layers) {
        long size() {
            return layers.values().stream().mapToLong(values -> values.length).sum()
                    + outputs.stream()
                            .mapToLong(output -> output.values().length)
                            .sum();
        }
    }

    /** @param inputs those of the data set from number {@code from} on, a multiple of the batch */
    Floats of(int from, Batch inputs) {
        Floats found = kept.get(from / batch);
        if (found != null) {
            return found;
        }
        Map<Integer, float[]> layers = new HashMap<>();
        List<Batch> outputs = new Interpreter(network, arithmetic).run(List.of(inputs), (node, made) -> {
            if (node.matrix() != null) {
                layers.put(node.id(), made.values());
            }
        });
        Floats made = new Floats(outputs, layers);
        if (room.addAndGet(-made.size()) >= 0) {
            kept.set(from / batch, made);
        } else {
            room.addAndGet(made.size());
        }
        return made;
    }
}
