package mho.workloads.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.nio.file.Path;
import mho.core.yaml.BadInput;
import mho.workloads.network.Network;
import mho.workloads.network.NetworkBuilder;
import mho.workloads.onnx.graph.Graph;
import mho.workloads.onnx.graph.GraphReader;
import mho.workloads.onnx.graph.ModelFile;
import mho.workloads.onnx.graph.Refusal;
import mho.workloads.onnx.lowering.Lowering;
import mho.workloads.onnx.shape.Inference;
import mho.workloads.onnx.shape.Shaped;

/** Reads ONNX files. */
public final class OnnxReader {
    private OnnxReader() {}

    /**
     * The network in a file, its weights left where they are until somebody asks for values.
     *
     * @throws BadInput when the file is no model, leaves sizes open that {@code options} do not give, does not agree with
     *     itself, or uses operators that have no place in a network (all of them are named)
     */
    public static Network read(Path file, OnnxOptions options) {
        try {
            ModelProto model = ModelFile.read(file);
            Path whole = file.toAbsolutePath().normalize();
            Path folder = whole.getParent();
            return network(model, folder == null ? whole : folder, file, options);
        } catch (Refusal refusal) {
            throw new BadInput(file + ": " + refusal.what());
        } catch (OutOfMemoryError e) {
            throw new BadInput(file + ": needs more memory than the "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MiB Java may take, give it more with -Xmx");
        }
    }

    /** @param file names the network and stands in messages */
    static Network network(ModelProto model, Path folder, Path file, OnnxOptions options) {
        Graph graph = GraphReader.read(model, folder);
        OpenSizes.Filled sizes = OpenSizes.fill(graph, options);
        try {
            return network(model, graph, sizes, file);
        } catch (Refusal asOne) {
            if (sizes.dropped() == 1) {
                throw asOne;
            }
            // What looked like a fixed batch may be something else: take the file at its word.
            try {
                return network(model, graph, OpenSizes.asWritten(graph, options), file);
            } catch (Refusal asWritten) {
                throw asOne;
            }
        }
    }

    private static Network network(ModelProto model, Graph graph, OpenSizes.Filled sizes, Path file) {
        Shaped shaped = Inference.of(graph, sizes.dims(), sizes.dropped());
        NetworkBuilder builder = Network.builder(name(file), about(model), "ONNX file " + file.getFileName())
                .at(file.toString());
        return Lowering.of(shaped, builder);
    }

    private static String name(Path file) {
        Path last = file.getFileName();
        String name = last == null ? file.toString() : last.toString();
        return name.endsWith(".onnx") ? name.substring(0, name.length() - ".onnx".length()) : name;
    }

    private static String about(ModelProto model) {
        String producer = (model.getProducerName() + " " + model.getProducerVersion()).strip();
        return producer.isEmpty() ? "read from ONNX" : "read from ONNX, written by " + producer;
    }
}
