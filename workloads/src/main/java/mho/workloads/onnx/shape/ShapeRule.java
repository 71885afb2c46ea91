package mho.workloads.onnx.shape;

import mho.workloads.onnx.graph.Refusal;

/** Says what one operator puts out: reads the inputs at a {@link InferenceContext}, declares the outputs there. */
@FunctionalInterface
interface ShapeRule {
    /**
     * Declares the outputs.
     *
     * @throws Refusal when the inputs do not agree with one another or with the attributes
     */
    void infer(InferenceContext site);
}
