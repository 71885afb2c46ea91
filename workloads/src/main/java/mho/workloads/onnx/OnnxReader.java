package mho.workloads.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import mho.core.yaml.BadInput;
import mho.workloads.network.Network;
import mho.workloads.network.NetworkBuilder;
import mho.workloads.onnx.graph.Graph;
import mho.workloads.onnx.graph.GraphReader;
import mho.workloads.onnx.graph.ModelFile;
import mho.workloads.onnx.graph.Refusal;
import mho.workloads.onnx.lowering.Lowering;
import mho.workloads.onnx.shape.Inference;
import mho.workloads.onnx.shape.ShapedGraph;
import org.jspecify.annotations.Nullable;

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

    /** A model that comes along, with all that it needs inside. */
    public static Network read(byte[] model, String file) {
        Path path = Path.of(file);
        return network(ModelFile.parse(ByteBuffer.wrap(model)), path, path, OnnxOptions.DEFAULT);
    }

    /** @param file names the network and stands in messages */
    static Network network(ModelProto model, Path folder, Path file, OnnxOptions options) {
        Graph graph = GivenInputs.fixed(AbsentWeights.fixed(GraphReader.read(model, folder)), options.inputs());
        for (OpenSizes.Filled fewer :
                List.of(OpenSizes.withoutLeading(graph, options), OpenSizes.withoutSecond(graph, options))) {
            Network one = oneOfABatch(model, graph, options, fewer, file);
            if (one != null) {
                return one;
            }
        }
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

    /** One of the inputs that a file fixes together; null if they are no batch, or that is not how the file can be read. */
    private static @Nullable Network oneOfABatch(
            ModelProto model, Graph graph, OnnxOptions options, OpenSizes.Filled sizes, Path file) {
        if (sizes.dropped() == 1) {
            return null;
        }
        try {
            ShapedGraph written =
                    Inference.of(graph, OpenSizes.asWritten(graph, options).dims(), 1);
            ShapedGraph one = Inference.of(graph, sizes.dims(), sizes.dropped());
            return FixedBatch.is(written, one, sizes.dropped()) ? network(model, one, file) : null;
        } catch (Refusal otherwise) {
            return null; // said again where it is read otherwise
        }
    }

    /** What looked like a fixed batch may be something else, and something else a batch: as written, then by each axis. */
    private static Network otherwise(ModelProto model, Graph graph, OnnxOptions options, Path file, Refusal first) {
        try {
            return network(model, graph, OpenSizes.asWritten(graph, options), file);
        } catch (Refusal asWritten) {
            for (OpenSizes.Filled sizes :
                    List.of(OpenSizes.withoutLeading(graph, options), OpenSizes.withoutSecond(graph, options))) {
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
        return network(model, Inference.of(graph, sizes.dims(), sizes.dropped()), file);
    }

    private static Network network(ModelProto model, ShapedGraph shaped, Path file) {
        NetworkBuilder builder = Network.builder(name(file), about(model), "ONNX file " + file.getFileName())
                .at(file.toString());
        if (shaped.droppedBatch() > 1) {
            builder.remark("the file fixes a batch of " + shaped.droppedBatch()
                    + ": one of these inputs is run, and every figure is for one");
        }
        AbsentWeights.remark(shaped.graph(), builder);
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
