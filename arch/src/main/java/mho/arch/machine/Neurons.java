package mho.arch.machine;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import mho.periphery.neuron.Neuron;
import mho.periphery.neuron.NeuronFunction;
import mho.periphery.neuron.NeuronResponse;
import mho.workloads.network.Function;
import mho.workloads.network.Node;
import mho.workloads.network.ScalarOperation;
import mho.workloads.values.FloatArithmetic;
import org.jspecify.annotations.Nullable;

/** The activation circuits of tiles of one kind at work on values. Functions that they are not built for, or that a unit does, are computed digitally. */
final class Neurons {
    private final Neuron circuit;
    private final Set<ScalarOperation> exact;
    private final Ranges ranges;
    private final FloatArithmetic digital = new FloatArithmetic();
    private final Map<Integer, Map<NeuronFunction, NeuronResponse>> made = new HashMap<>();

    Neurons(ValueModel.TileValues tiles, Ranges ranges) {
        this.circuit = tiles.activation();
        this.exact = tiles.exact();
        this.ranges = ranges;
    }

    void activate(Node node, Function function, float[] values, int from, int to) {
        NeuronFunction curve = curve(function);
        if (curve == null || exact.contains(ScalarOperation.of(function.kind()))) {
            digital.activate(node, function, values, from, to);
            return;
        }
        made.computeIfAbsent(node.id(), n -> new EnumMap<>(NeuronFunction.class))
                .computeIfAbsent(curve, c -> circuit.activation(c, fullScale(node)))
                .apply(values, from, to);
    }

    private double fullScale(Node node) {
        double seen = ranges.beforeActivation(node.id()).magnitude();
        return seen > 0 ? seen : 1;
    }

    private static @Nullable NeuronFunction curve(Function function) {
        return switch (function.kind()) {
            case RELU -> NeuronFunction.RELU;
            case SIGMOID -> NeuronFunction.SIGMOID;
            case TANH -> NeuronFunction.TANH;
            default -> null;
        };
    }
}
