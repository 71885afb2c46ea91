package mho.core.engine;

/**
 * The input is well formed, but what it describes cannot be: a network that does not fit, a deadlock, a run beyond the
 * end of time. The message is meant for the user and says the remedy.
 */
public class ModelSaysNo extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelSaysNo(String message) {
        super(message);
    }
}
