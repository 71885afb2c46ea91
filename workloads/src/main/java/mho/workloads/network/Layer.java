package mho.workloads.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node computes, apart from its name and neighbours. A layer is handed the shapes of its inputs (and, once known,
 * of its output) and answers; it keeps no state. {@link #outputOf} refuses shapes that do not agree with one line that
 * says what is wrong, without the place, which the {@link NetworkBuilder} puts in front.
 */
public sealed interface Layer
        permits Input,
                Conv,
                TransposedConv,
                LocallyConnected,
                Dense,
                Recurrent,
                RecurrentKept,
                MatMul,
                Embedding,
                Pool,
                Reduce,
                Elementwise,
                ActivationLayer,
                Softmax,
                BatchNorm,
                LayerNorm,
                Concat,
                Resize,
                View,
                Codes,
                Slice,
                Pad,
                BackwardLayer {

    /** The word for it in files and reports. */
    String kind();

    /** Shape inference. */
    Shape outputOf(List<Shape> inputs);

    /** What a window needs of one input; window w needs position w unless the layer says otherwise. */
    default ReceptiveField field(int input, List<Shape> inputs, Shape output) {
        return ReceptiveField.identity(output.height(), output.width());
    }

    /** Values read at each position needed of one input. */
    default int channelsRead(int input, List<Shape> inputs, Shape output) {
        return inputs.get(input).channels();
    }

    /** What sits in arrays, or null. */
    default @Nullable Matrix matrix(List<Shape> inputs, Shape output) {
        return null;
    }

    /** Multiply-accumulates per network input, as the literature counts them; digital helpers are {@link #work} only. */
    default long macs(List<Shape> inputs, Shape output) {
        Matrix matrix = matrix(inputs, output);
        return matrix == null ? 0 : Math.multiplyExact(matrix.macsPerWindow(), (long) output.positions());
    }

    /** Trained numbers: weights, biases, scales, tables. */
    default long parameters(List<Shape> inputs, Shape output) {
        Matrix matrix = matrix(inputs, output);
        return matrix == null ? 0 : Math.addExact(matrix.weights(), matrix.biases());
    }

    /** Digital work of one window. */
    default DigitalWork work(List<Shape> inputs, Shape output) {
        return DigitalWork.NONE;
    }

    /**
     * Of a layer whose window goes through the matrix several times, one pass after the other: what of {@link #work} is done
     * behind each pass but the last, whose results the next pass is driven with.
     */
    default List<DigitalWork> earlierPasses() {
        return List.of();
    }

    /** Values one window looks up in a stored table. */
    default long tableValues(Shape output) {
        return 0;
    }

    /** Whether window w also needs the node's own window w - 1. */
    default boolean recurrent() {
        return false;
    }

    /** Values of its own window w - 1 that it reads, where it reads that. */
    default int ownChannels(Shape output) {
        return output.channels();
    }

    /** How errors come back from window to window; null where windows know nothing of one another, or it is not known. */
    default @Nullable StepsBack stepsBack() {
        return null;
    }

    /** The same layer while it is trained: it may keep more than it does otherwise. */
    default Layer whileTrained() {
        return this;
    }

    /** Whether a batch norm behind it can go into its weights and bias. */
    default boolean absorbsBatchNorm() {
        return false;
    }

    /** Whether an activation behind it can be evaluated as its outputs appear. */
    default boolean takesActivation() {
        return false;
    }

    /** The same layer with a row of biases, for layers that absorb a batch norm. */
    default Layer withBias() {
        return this;
    }

    /** Whether it is known how a change of its inputs changes its outputs, so that what stands before it can be trained. */
    default boolean hasGradient() {
        return false;
    }

    /** The node in whose tiles it works, and what it does there; null where it has a place of its own. */
    default @Nullable Partner partner() {
        return null;
    }

    /** Whether it only says how the values of its producer are to be read. */
    default boolean isView() {
        return false;
    }
}
