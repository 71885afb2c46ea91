package mho.workloads.onnx.lowering;

/** Places one operator. */
@FunctionalInterface
interface LoweringRule {
    /**
     * Adds the operator's layers and puts its outputs.
     *
     * @throws Unplaceable when this use of the operator has no place
     */
    void lower(LoweringContext step);
}
