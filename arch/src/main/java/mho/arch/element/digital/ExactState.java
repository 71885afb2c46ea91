package mho.arch.element.digital;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mho.arch.codes.CodeSpan;
import mho.arch.codes.InputCodes;
import mho.arch.codes.InputRange;
import mho.arch.codes.WeightCodes;
import mho.arch.cut.Cut;
import mho.arch.element.ElementState;
import mho.arch.element.Multiplier;
import mho.workloads.network.Matrix;
import mho.workloads.network.Node;
import mho.workloads.values.TrainedMatrix;

/** Weights in memories that keep them. Rows and columns that are not stored hold nothing but zeros: they change no sum. */
final class ExactState implements ElementState {
    private final ExactValues values;
    private final Map<Integer, ExactLayer> layers = new HashMap<>();

    ExactState(ExactValues values) {
        this.values = values;
    }

    @Override
    public List<String> write(Node node, Cut cut, InputRange range) {
        int bits = values.inputBits();
        InputCodes inputs = InputCodes.of(signed -> CodeSpan.ofBits(bits, signed), bits, range);
        TrainedMatrix trained = TrainedMatrix.of(node);
        Matrix shape = Objects.requireNonNull(node.matrix());
        WeightCodes weights = WeightCodes.of(node, trained, values.weightRange(), 0);
        layers.put(
                node.id(),
                ExactLayer.of(shape, trained, inputs, weights, cut.tiling().together()));
        return Stream.of(weights.remark(), inputs.remark(), weights.vanished(trained, shape))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    @Override
    public Multiplier multiplier() {
        return new ExactMultiplier(layers);
    }
}
