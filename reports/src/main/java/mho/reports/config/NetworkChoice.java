package mho.reports.config;

import java.nio.file.Path;
import java.util.Map;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.GivenPath;
import mho.core.yaml.MapNode;
import mho.core.yaml.Range;
import mho.core.yaml.Yaml;
import mho.workloads.foreign.NeuroSimTable;
import mho.workloads.foreign.TimeloopProblem;
import mho.workloads.network.Network;
import mho.workloads.network.file.NetworkFile;
import mho.workloads.onnx.OnnxOptions;
import mho.workloads.zoo.Zoo;
import org.jspecify.annotations.Nullable;

/**
 * Which network a run takes. One from the zoo is named; a network file is carried whole, so that the configuration stands by itself; an
 * ONNX file stays where it is and is known again by its digest.
 *
 * @param from a name in the zoo, or the path of an ONNX file
 * @param file the content of a network file
 * @param sha256 of the ONNX file
 */
public record NetworkChoice(
        @Doc("a name in the zoo, or the path of an ONNX file") @Nullable String from,
        @Doc("the content of a network file") @Nullable MapNode file,
        @Doc("digest of the ONNX file") @Nullable String sha256,
        @Doc("inputs at once, where an ONNX file leaves it open") @Default("1") int batch,
        @Doc("sizes of other open dimensions of an ONNX file, by name") @Default("{}") @Range(min = 0)
                Map<String, Integer> dims,
        @Doc("values of inputs of one element of an ONNX file, by name")
                @Default("{}")
                @Range(min = Double.NEGATIVE_INFINITY)
                Map<String, Double> inputs) {

    public NetworkChoice {
        if ((from == null) == (file == null)) {
            throw new IllegalArgumentException(
                    "expected either from (a name or an ONNX file) or file (a network file)");
        }
        dims = Map.copyOf(dims);
        inputs = Map.copyOf(inputs);
    }

    /** What the command line says: a zoo name, a .yaml, an .onnx or a .csv; what other tools wrote is carried as the network file it means. */
    public static NetworkChoice of(String nameOrPath, OnnxOptions options) {
        NetworkForm form = NetworkForm.of(nameOrPath);
        if (form != NetworkForm.ONNX && !options.equals(OnnxOptions.DEFAULT)) {
            throw new BadInput(
                    "--network " + MessageText.plain(nameOrPath)
                            + ": --batch, --dim and --input fill in what an ONNX file leaves open; this network leaves nothing open");
        }
        return switch (form) {
            case ZOO -> new NetworkChoice(nameOrPath, null, null, 1, Map.of(), Map.of());
            case YAML -> written(mapping(GivenPath.toRead(nameOrPath)));
            case CSV -> written(NeuroSimTable.read(GivenPath.toRead(nameOrPath)));
            case ONNX -> new NetworkChoice(
                    nameOrPath,
                    null,
                    OnnxFile.sha256(GivenPath.toRead(nameOrPath)),
                    options.batch(),
                    options.dims(),
                    options.inputs());
        };
    }

    private static NetworkChoice written(MapNode file) {
        return new NetworkChoice(null, file, null, 1, Map.of(), Map.of());
    }

    private static MapNode mapping(Path path) {
        if (TimeloopProblem.isOne(path)) {
            return TimeloopProblem.read(path);
        }
        if (Yaml.read(path) instanceof MapNode map) {
            return map;
        }
        throw new BadInput(path + ": expected a network file, a mapping that begins with network: NAME");
    }

    /** Reads it; throws {@link BadInput} for whatever is wrong with it. */
    public Network load() {
        if (file != null) {
            return NetworkFile.parse(file);
        }
        String name = java.util.Objects.requireNonNull(from);
        return NetworkForm.of(name) == NetworkForm.ZOO
                ? Zoo.load(name)
                : OnnxFile.read(name, sha256, new OnnxOptions(batch, dims, inputs));
    }
}
