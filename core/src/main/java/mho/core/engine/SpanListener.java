package mho.core.engine;

/**
 * Sees a run step by step: what every server is busy with, and how full every buffer is. Told on the thread that runs the
 * engine, in the order things are decided; stages, edges and servers carry the numbers the model gave them.
 */
public interface SpanListener {
    /**
     * A server is reserved. A server's reservations come in order of time and never overlap; none that is told of later
     * starts before {@code ready}. A step that holds several resources is told of once for each; one that holds none,
     * never.
     *
     * @param server all servers of the model are numbered through, see {@link Model#firstServer}
     * @param window by its rank in the order the stage starts its windows
     * @param ready when the step became ready, which is now
     * @param start when the server begins, set-up included
     * @param end when it is free again, which is not when the step hands on
     */
    void busy(int server, int stage, int image, int window, long ready, long start, long end);

    /** From {@code now} on, so many producer windows take room in the buffer; {@code now} never decreases. */
    void held(int edge, long now, long windows);

    /** All windows are done; nothing follows. Not told when the run fails. */
    void ended(Timeline timeline);
}
