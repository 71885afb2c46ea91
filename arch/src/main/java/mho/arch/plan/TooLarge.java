package mho.arch.plan;

import mho.core.engine.ModelSaysNo;

/** The arrays of a system do not hold all weights of a network at once. */
public final class TooLarge extends ModelSaysNo {
    private static final long serialVersionUID = 1L;

    TooLarge(String message) {
        super(message);
    }
}
