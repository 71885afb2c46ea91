package mho.core.quantity;

/** A text that is not the quantity it should be; the message says what was expected, with an example, and what was found. */
public final class BadQuantity extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    BadQuantity(String message) {
        super(message);
    }
}
