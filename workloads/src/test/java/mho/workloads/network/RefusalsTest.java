package mho.workloads.network;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import mho.core.yaml.BadInput;
import mho.workloads.network.Elementwise.Operator;
import mho.workloads.network.Recurrent.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shapes that do not agree, and what is said of them. */
class RefusalsTest {

    static Stream<Arguments> misfits() {
        Shape map = new Shape(6, 8, 8);
        Kernel k3 = Kernel.square(3, 1, 1);
        return Stream.of(
                misfit(new Conv(k3, 4, 4, true), "6 input channels do not divide into 4 groups", map),
                misfit(new Conv(k3, 4, 3, true), "4 output channels do not divide into 3 groups", map),
                misfit(new Conv(k3, 4, 0, true), "groups must be 1 or more, got 0", map),
                misfit(new Conv(k3, 0, 1, true), "out must be 1 or more, got 0", map),
                misfit(
                        new Conv(Kernel.square(3, 0, 1), 4, 1, true),
                        "kernel, stride and dilation must be 1 or more, got kernel 3 x 3, stride 0 x 0, dilation 1 x 1",
                        map),
                misfit(
                        new Conv(Kernel.square(3, 1, -1), 4, 1, true),
                        "padding must be 0 or more, got [-1, -1, -1, -1]; to cut a map, slice it",
                        map),
                misfit(new Conv(k3, 4, 1, true), "takes 1 input, got 2", map, map),
                misfit(
                        new Conv(Kernel.square(Integer.MAX_VALUE, 1, Integer.MAX_VALUE), 4, 1, true),
                        "its sizes go beyond what can be counted",
                        map),
                misfit(
                        new LocallyConnected(k3, Integer.MAX_VALUE, true),
                        "its sizes go beyond what can be counted",
                        new Shape(1 << 20, 1 << 15, 1 << 15)),
                misfit(
                        new TransposedConv(Kernel.square(2, 1, 3), 0, 0, 4, 1, true),
                        "its padding cuts away the whole output; use less padding",
                        new Shape(6, 2, 2)),
                misfit(
                        new Elementwise(Operator.ADD),
                        "its inputs do not agree: 6 x 8 x 8 and 6 x 4 x 8",
                        map,
                        new Shape(6, 4, 8)),
                misfit(new Elementwise(Operator.ADD), "takes 1 input or more, got 0"),
                misfit(
                        new Concat(Concat.Along.CHANNELS),
                        "its inputs do not agree beside their channels: 6 x 8 x 8 and 2 x 4 x 8",
                        map,
                        new Shape(2, 4, 8)),
                misfit(
                        new Recurrent(Cell.LSTM, 16, true),
                        "needs a sequence (values x 1 x steps), got 6 x 8 x 8; reshape it first",
                        map),
                misfit(
                        new MatMul(2, true),
                        "the factors do not agree: the left (8 x 1 x 5) has 4 values per row and group, the right"
                                + " (6 x 1 x 5) has 3",
                        Shape.sequence(8, 5),
                        Shape.sequence(6, 5)),
                misfit(
                        new MatMul(2, false),
                        "the factors do not agree: the left (8 x 1 x 5) has 4 values per row and group, the right"
                                + " (6 x 1 x 5) has 5",
                        Shape.sequence(8, 5),
                        Shape.sequence(6, 5)),
                misfit(new Embedding(10, 4), "looks up one token per position, got 6 x 8 x 8", map),
                misfit(new Softmax(4), "6 channels do not divide into 4 groups", map),
                misfit(
                        View.reshape(map, new Shape(5, 8, 8)),
                        "6 x 8 x 8 has 384 values, 5 x 8 x 8 would have 320",
                        map),
                misfit(
                        Slice.ofChannels(map, 4, 3),
                        "3 channels from 4 in steps of 1 do not lie in the 6 there are",
                        map),
                misfit(
                        new Pad(0, 0, -1, 0),
                        "padding must be 0 or more, got [0, 0, -1, 0]; to cut a map, slice it",
                        map),
                misfit(
                        new Dense(4, true, false),
                        "an input of 65536 x 256 x 256 is too large to flatten",
                        new Shape(65536, 256, 256)));
    }

    private static Arguments misfit(Layer layer, String message, Shape... inputs) {
        return arguments(layer, message, inputs);
    }

    @ParameterizedTest
    @MethodSource
    void misfits(Layer layer, String message, Shape[] inputs) {
        assertThatThrownBy(() -> OneLayerNetworks.node(layer, inputs))
                .isInstanceOf(BadInput.class)
                .hasMessage("small: layer: " + message);
    }

    @Test
    void theBuilderPutsThePlaceInFront() {
        NetworkBuilder builder = Network.builder("small", "", "");
        int in = builder.input("input", Shape.vector(3));
        builder.at("net.yaml:7:5");
        assertThatThrownBy(() -> builder.add("norm", new Softmax(2), in))
                .isInstanceOf(BadInput.class)
                .hasMessage("net.yaml:7:5: norm: 3 channels do not divide into 2 groups");
        assertThatThrownBy(() -> builder.add("input", new Softmax(1), in))
                .isInstanceOf(BadInput.class)
                .hasMessage("net.yaml:7:5: input: the name is taken by an earlier layer; give this one another");
        assertThatThrownBy(() ->
                        builder.add("lstm", new Recurrent(Cell.LSTM, 2, true), List.of(in), Activation.RELU, 0, null))
                .isInstanceOf(BadInput.class)
                .hasMessage("net.yaml:7:5: lstm: lstm takes no activation; put one behind it as a layer of its own");
    }

    @Test
    void aShapeWithoutExtentIsRefused() {
        assertThatThrownBy(() -> new Shape(3, 0, 4))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "a shape of 3 x 0 x 4 is not possible: every extent is 1 or more, positions up to 2^31 - 1");
    }

    @Test
    void totalsBeyondCountingAreRefused() {
        NetworkBuilder builder = Network.builder("vast", "", "");
        int in = builder.input("input", Shape.vector(Integer.MAX_VALUE));
        int dense = builder.add("dense1", new Dense(Integer.MAX_VALUE, false, false), in);
        builder.add("dense2", new Dense(Integer.MAX_VALUE, false, false), dense);
        assertThatThrownBy(builder::build)
                .isInstanceOf(BadInput.class)
                .hasMessage("vast: its weights and operations go beyond what can be counted");
    }
}
