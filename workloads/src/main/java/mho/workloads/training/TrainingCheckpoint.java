package mho.workloads.training;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.CRC32;
import mho.core.yaml.BadInput;
import mho.workloads.data.DataSet;
import mho.workloads.data.NamedArrays;
import mho.workloads.network.Edge;
import mho.workloads.network.Node;
import mho.workloads.network.Tensor;
import mho.workloads.network.TrainedWeights;
import org.jspecify.annotations.Nullable;

/**
 * A training between two epochs, in an {@code .npz} file: how many epochs are over, what every matrix put down, and the
 * configuration, a line for each fact that what follows depends on. All streams begin anew in every epoch or are part of the
 * matrices, so that they need no place of their own.
 */
final class TrainingCheckpoint {
    private static final int MOST_TOLD = 5;

    private static final String CONFIGURATION = "configuration";
    private static final String EPOCHS = "epochs";
    private static final String BESIDE = "beside.";

    /** Epochs that are over, and what was put down beside the training. */
    record Taken(int epochs, Map<String, long[]> beside) {}

    private TrainingCheckpoint() {}

    /** What must be the same for a training to go on. The number of epochs is none of it. */
    static Map<String, String> configuration(
            Trainability network,
            TrainingSpec spec,
            LearningMatrices matrices,
            DataSet training,
            @Nullable Staleness staleness) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("network", network.network().name());
        network.nodes().forEach(node -> lines.put("layer " + node.name(), line(network, node)));
        lines.put("answer", line(network, network.answer()));
        lines.put("matrices", matrices.about());
        lines.put("batch", String.valueOf(spec.batch()));
        lines.put("rate", spec.rate().toString());
        if (!spec.layerRates().isEmpty()) {
            lines.put("layer rates", spec.layerRates().toString());
        }
        if (staleness != null) {
            lines.put("updates", staleness.toString());
        }
        lines.put("loss", spec.loss().toString());
        lines.put("initialisation", spec.initialisation().toString());
        lines.put("shuffle", String.valueOf(spec.shuffle()));
        lines.put("seed", String.valueOf(spec.seed()));
        lines.put(
                "training data",
                "%d inputs of %s, %s, checksum %08x"
                        .formatted(training.size(), training.shape(), training.normalisation(), training.checksum()));
        return lines;
    }

    private static String line(Trainability network, Node node) {
        return "%s%s %s, %s, %s %s %s, reads %s"
                .formatted(
                        node.kind(),
                        node.matrix() == null ? fixed(node) : "",
                        node.output(),
                        node.matrix(),
                        node.activation().label(),
                        node.function().a(),
                        node.function().b(),
                        node.edges().stream().map(edge -> line(network, edge)).toList());
    }

    /** Numbers that are not learnt. */
    private static String fixed(Node node) {
        TrainedWeights held = node.weightsHeld();
        CRC32 sum = new CRC32();
        for (Tensor tensor : new TreeMap<>(held == null ? Map.of() : held.tensors()).values()) {
            for (float value : tensor.values().get()) {
                sum.update(ByteBuffer.allocate(Float.BYTES).putFloat(0, value));
            }
        }
        return held == null ? "" : " of numbers with checksum %08x".formatted(sum.getValue());
    }

    private static String line(Trainability network, Edge edge) {
        return network.network().node(edge.from()).name() + " by " + edge.field();
    }

    static void write(
            Path file,
            Map<String, String> configuration,
            int epochs,
            List<LearnedLayer> layers,
            Map<String, long[]> beside) {
        NamedArrays arrays = NamedArrays.empty();
        StringBuilder text = new StringBuilder();
        configuration.forEach((key, value) ->
                text.append(line(key)).append(": ").append(line(value)).append('\n'));
        arrays.put(CONFIGURATION, text.toString());
        arrays.put(EPOCHS, new long[] {epochs});
        beside.forEach((what, numbers) -> arrays.put(BESIDE + what, numbers));
        for (int l = 0; l < layers.size(); l++) {
            LearningMatrix[] matrices = layers.get(l).matrices();
            for (int m = 0; m < matrices.length; m++) {
                LearningState state = new LearningState();
                matrices[m].save(state);
                String name = name(l, m);
                state.allFloats().forEach((part, values) -> arrays.put(name + "f." + part, values));
                state.allLongs().forEach((part, values) -> arrays.put(name + "i." + part, values));
            }
        }
        arrays.write(file);
    }

    private static String line(String text) {
        return text.replace('\n', ' ').replace(": ", ":");
    }

    private static String name(int layer, int matrix) {
        return "layer" + layer + ".matrix" + matrix + ".";
    }

    /** Takes a training up. Throws {@link BadInput} where it is another training's. */
    static Taken read(Path file, Map<String, String> configuration, List<LearnedLayer> layers) {
        NamedArrays arrays = NamedArrays.read(file);
        compare(file, arrays.text(CONFIGURATION), configuration);
        for (int l = 0; l < layers.size(); l++) {
            LearningMatrix[] matrices = layers.get(l).matrices();
            for (int m = 0; m < matrices.length; m++) {
                matrices[m].restore(state(arrays, name(l, m)));
            }
        }
        Map<String, long[]> beside = new LinkedHashMap<>();
        for (String name : arrays.names()) {
            if (name.startsWith(BESIDE)) {
                beside.put(name.substring(BESIDE.length()), arrays.longs(name));
            }
        }
        return new Taken((int) arrays.longs(EPOCHS)[0], beside);
    }

    private static LearningState state(NamedArrays arrays, String prefix) {
        LearningState state = new LearningState();
        for (String name : arrays.names()) {
            if (name.startsWith(prefix + "f.")) {
                state.floats(name.substring(prefix.length() + 2), arrays.floats(name));
            } else if (name.startsWith(prefix + "i.")) {
                state.longs(name.substring(prefix.length() + 2), arrays.longs(name));
            }
        }
        return state;
    }

    private static void compare(Path file, String text, Map<String, String> configuration) {
        Map<String, String> there = new LinkedHashMap<>();
        text.lines().filter(line -> line.contains(": ")).forEach(line -> {
            int colon = line.indexOf(": ");
            there.put(line.substring(0, colon), line.substring(colon + 2));
        });
        Map<String, String> here = new LinkedHashMap<>();
        configuration.forEach((key, value) -> here.put(line(key), line(value)));
        Map<String, String> all = new LinkedHashMap<>(here);
        there.forEach(all::putIfAbsent);
        List<String> differing = all.keySet().stream()
                .filter(key -> !Objects.equals(here.get(key), there.get(key)))
                .map(key -> "%s is %s there and %s here".formatted(key, shown(there.get(key)), shown(here.get(key))))
                .toList();
        if (!differing.isEmpty()) {
            String more = differing.size() > MOST_TOLD ? "; and " + (differing.size() - MOST_TOLD) + " more" : "";
            throw new BadInput("%s: is the checkpoint of another training: %s%s; go on as it was begun, or begin anew"
                    .formatted(
                            file,
                            String.join("; ", differing.subList(0, Math.min(MOST_TOLD, differing.size()))),
                            more));
        }
    }

    private static String shown(@Nullable String value) {
        return value == null ? "nothing" : value;
    }
}
