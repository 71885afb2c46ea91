package mho.workloads.onnx.lowering;

/** An operator that has no place in a network; collected, so that all of them are told at once. */
final class Unplaceable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what the operator and, where that matters, which use of it: "Conv over 3 axes" */
    Unplaceable(String what) {
        super(what, null, false, false);
    }
}
