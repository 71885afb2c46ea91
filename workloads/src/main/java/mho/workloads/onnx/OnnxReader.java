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
        Graph graph = GivenInputs.fixed(AbsentWeights.fixed(GraphReader.read(model, folder)), options.inputs());
        OpenSizes.Filled sizes = OpenSizes.fill(graph, options);
        try {
            return network(model, graph, sizes, file);
        } catch (Refusal asOne) {
            if (sizes.dropped() == 1 && !OpenSizes.mayBeBatch(graph)) {
                throw asOne;
            }
            return otherwise(model, graph, options, file, asOne);
        }
    }

    /** What looked like a fixed batch may be something else, and something else a batch: as written, then by each axis. */
    private static Network otherwise(ModelProto model, Graph graph, OnnxOptions options, Path file, Refusal first) {
        try {
            return network(model, graph, OpenSizes.asWritten(graph, options), file);
        } catch (Refusal asWritten) {
            for (int axis = 0; axis < 2; axis++) {
                OpenSizes.Filled sizes = OpenSizes.without(graph, options, axis);
                if (sizes.dropped() > 1) {
                    try {
                        return network(model, graph, sizes, file);
                    } catch (Refusal stillNot) {
                        // the first refusal is about the reading that is most likely meant
                    }
                }
            }
            throw first;
        }
    }

    private static Network network(ModelProto model, Graph graph, OpenSizes.Filled sizes, Path file) {
        Shaped shaped = Inference.of(graph, sizes.dims(), sizes.dropped());
        NetworkBuilder builder = Network.builder(name(file), about(model), "ONNX file " + file.getFileName())
                .at(file.toString());
        if (sizes.dropped() > 1) {
            builder.remark("the file fixes a batch of " + sizes.dropped()
                    + ": one of these inputs is run, and every figure is for one");
        }
        AbsentWeights.remark(graph, builder);
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
