package mho.workloads.onnx;

import java.util.Map;
import mho.core.yaml.BadInput;

/**
 * What a file may leave open.
 *
 * @param batch inputs at once where the file has an open batch dimension; more than 1 only for networks without
 *     convolutions and poolings, where it multiplies the positions
 * @param dims sizes of other open dimensions by name, as {@code --dim name=value} gives them
 * @param inputs values of inputs of one element by name, as {@code --input name=value} gives them: constants of the run
 */
public record OnnxOptions(int batch, Map<String, Integer> dims, Map<String, Double> inputs) {
    public static final OnnxOptions DEFAULT = new OnnxOptions(1, Map.of());

    public OnnxOptions(int batch, Map<String, Integer> dims) {
        this(batch, dims, Map.of());
    }

    public OnnxOptions {
        dims = Map.copyOf(dims);
        inputs = Map.copyOf(inputs);
        if (batch < 1) {
            throw new BadInput("--batch " + batch + ": a batch has 1 input or more");
        }
        dims.forEach((name, size) -> {
            if (size < 0) {
                throw new BadInput("--dim " + name + "=" + size + ": a dimension is 0 or more");
            }
        });
    }
}
