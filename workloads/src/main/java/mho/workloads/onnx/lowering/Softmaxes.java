package mho.workloads.onnx.lowering;

import java.util.List;
import java.util.stream.IntStream;
import mho.workloads.network.Softmax;
import mho.workloads.onnx.graph.Dims;

/** Softmax and its logarithm. */
final class Softmaxes {
    private Softmaxes() {}

    static void register() {
        LoweringRules.put(step -> step.put(0, softmax(step, false)), "Softmax");
        LoweringRules.put(step -> step.put(0, softmax(step, true)), "LogSoftmax");
    }

    /** Channels of the axes behind those summed over. */
    private static int inner(AxisLayout layout, List<Integer> summed) {
        int last = summed.isEmpty() ? Integer.MAX_VALUE : summed.get(summed.size() - 1);
        return layout.channelAxes().stream()
                .filter(axis -> axis > last)
                .mapToInt(layout.dims()::at)
                .reduce(1, (a, b) -> a * b);
    }

    /** Over one axis; before opset 13 over that axis and all behind it. */
    private static PlacedTensor softmax(LoweringContext step, boolean logarithm) {
        Dims in = step.dims(0);
        boolean old = step.op().opset() < 13;
        int first = in.axis(step.attributes().integer("axis", old ? 1 : -1));
        List<Integer> summed = IntStream.range(first, old ? in.rank() : first + 1)
                .filter(axis -> in.at(axis) > 1)
                .boxed()
                .toList();
        PlacedTensor input = step.in(0);
        boolean inPlace = summed.stream().noneMatch(input.layout()::isPosition);
        PlacedTensor ready = inPlace ? input : step.in(0, AxisLayout.where(in, axis -> !summed.contains(axis)));
        int together = summed.stream().map(in::at).reduce(1, (a, b) -> a * b);
        int groups = ready.layout().channels() / together;
        int node = step.add(new Softmax(groups, inner(ready.layout(), summed), logarithm), ready);
        return new PlacedTensor(node, ready.layout());
    }
}
