package mho.arch.element.photonic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mho.arch.codes.CodeSpan;
import mho.arch.codes.InputCodes;
import mho.arch.codes.InputRange;
import mho.arch.codes.WeightCodes;
import mho.arch.codes.WeightRange;
import mho.arch.cut.Cut;
import mho.arch.element.ElementState;
import mho.arch.element.Multiplier;
import mho.workloads.network.Matrix;
import mho.workloads.network.Node;
import mho.workloads.values.TrainedMatrix;

/** Weights as light meets them. */
final class PhotonicState implements ElementState {
    private final PhotonicValues values;
    private final long seed;
    private final Map<Integer, PhotonicLayer> layers = new HashMap<>();

    PhotonicState(PhotonicValues values, long seed) {
        this.values = values;
        this.seed = seed;
    }

    @Override
    public List<String> write(Node node, Cut cut, InputRange range) {
        int bits = values.inputBits();
        InputCodes inputs = InputCodes.of(signed -> CodeSpan.ofBits(bits, signed), bits, range);
        TrainedMatrix trained = TrainedMatrix.of(node);
        Matrix shape = Objects.requireNonNull(node.matrix());
        WeightCodes weights = WeightCodes.of(node, trained, WeightRange.symmetric(values.weightBits()), 0);
        PhotonicLayer layer =
                new PhotonicLayer(shape, inputs, cut.tiling().together(), trained, weights, values, seed, node.name());
        layers.put(node.id(), layer);
        return Stream.of(weights.remark(), inputs.remark(), weights.vanished(trained, shape))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    @Override
    public Multiplier multiplier() {
        return new PhotonicMultiplier(layers);
    }
}
