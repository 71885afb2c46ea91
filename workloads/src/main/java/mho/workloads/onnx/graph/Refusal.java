package mho.workloads.onnx.graph;

import mho.core.quantity.MessageText;

/**
 * Something in the model that cannot be read or does not agree. Thrown where it is found, with what is wrong and the
 * remedy; whoever knows the node or the file puts that in front.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Exporters write paths of modules. */
    private static final int LONGEST_NAME = 100;

    public Refusal(String what) {
        super(what, null, false, false);
    }

    /** A name out of the file, fit for a message: one line, not too long. */
    public static String quoted(String name) {
        return '"' + MessageText.plain(name, LONGEST_NAME) + '"';
    }

    public String what() {
        return String.valueOf(getMessage());
    }

    public Refusal at(String where) {
        return new Refusal(where + ": " + what());
    }
}
