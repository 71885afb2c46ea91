package mho.workloads.onnx.graph;

/**
 * Something in the model that cannot be read or does not agree. Thrown where it is found, with what is wrong and the
 * remedy; whoever knows the node or the file puts that in front.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refusal(String what) {
        super(what, null, false, false);
    }

    public String what() {
        return String.valueOf(getMessage());
    }

    public Refusal at(String where) {
        return new Refusal(where + ": " + what());
    }
}
