package mho.arch.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mho.arch.Seeds;
import mho.arch.chip.ChipSpec;
import mho.workloads.network.BatchNorm;
import mho.workloads.network.Embedding;
import mho.workloads.network.LayerNorm;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.TrainedWeights;
import mho.workloads.values.Batch;
import mho.workloads.values.FloatArithmetic;
import mho.workloads.values.Interpreter;
import org.jspecify.annotations.Nullable;

/** What a network with weights drawn at random computes, in floating point and on a chip; the same draws every time. */
public final class ComputedValues {
    private final Network asRead;
    private final Network network;
    private final List<Batch> calibration;
    private final List<Batch> inputs;

    public ComputedValues(Network untrained) {
        Random random = Seeds.random(5);
        asRead = Trained.randomly(withTables(untrained), random);
        network = asRead.folded();
        calibration = List.of(drawn(8, 1, random));
        inputs = List.of(drawn(16, 1.2, random));
    }

    /** Values, and what was counted on the way, so many seconds after programming. */
    public List<Object> on(ChipSpec chip, double seconds) {
        ProgrammedNetwork programmed = ProgrammedNetwork.of(chip, network, calibration, seconds, 1);
        ChipArithmetic arithmetic = ChipArithmetic.of(programmed);
        arithmetic.begin(0);
        List<Object> figures = new ArrayList<>();
        for (float value :
                new Interpreter(network, arithmetic).run(inputs).get(0).values()) {
            figures.add(value);
        }
        network.nodes().forEach(node -> figures.add(LayerValues.of(node.id(), arithmetic.tally(node.id()), 16)));
        return figures;
    }

    /** In floating point, as a chip runs the network. */
    public float[] folded() {
        return new Interpreter(network, new FloatArithmetic())
                .run(inputs)
                .get(0)
                .values();
    }

    /** In floating point, layer by layer as the file has them. */
    public float[] asRead() {
        return new Interpreter(asRead, new FloatArithmetic()).run(inputs).get(0).values();
    }

    /** Tokens are whole numbers. */
    private Batch drawn(int count, double high, Random random) {
        Batch drawn = Trained.evenly(count, network.node(0).output(), 0, high, random);
        if (network.nodes().stream().anyMatch(node -> node.layer() instanceof Embedding)) {
            float[] values = drawn.values();
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) Math.rint(values[i]);
            }
        }
        return drawn;
    }

    /** Norms and tables of embeddings have weights that stand in no array. */
    private static Network withTables(Network network) {
        Random random = Seeds.random(6);
        return new Network(
                network.name(),
                network.about(),
                network.source(),
                network.nodes().stream()
                        .map(node -> new Node(
                                node.id(),
                                node.name(),
                                node.layer(),
                                node.edges(),
                                node.output(),
                                node.function(),
                                node.copies(),
                                tables(node, random)))
                        .toList());
    }

    private static @Nullable TrainedWeights tables(Node node, Random random) {
        if (node.weightsHeld() != null) {
            return node.weightsHeld();
        }
        if (node.layer() instanceof Embedding table) {
            return new TrainedWeights(Map.of("table", Trained.tensor(table.vocabulary() * table.width(), 1, random)));
        }
        if (node.layer() instanceof BatchNorm || node.layer() instanceof LayerNorm) {
            int channels = node.output().channels();
            return new TrainedWeights(Map.of(
                    "scale", Trained.tensor(channels, 1, random), "shift", Trained.tensor(channels, 0.1, random)));
        }
        return null;
    }
}
