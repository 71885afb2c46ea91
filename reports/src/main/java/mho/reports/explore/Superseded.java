package mho.reports.explore;

/** Nobody waits for this answer any more: the same tab has asked something else, or was closed. */
final class Superseded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Superseded() {
        super("asked anew", null, false, false);
    }
}
