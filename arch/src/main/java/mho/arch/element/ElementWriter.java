package mho.arch.element;

/** Adds up what it takes to write weights into elements, array after array. */
public interface ElementWriter {

    /**
     * An array of which a part is in use.
     *
     * @param tile of all chips
     * @param rows in use
     * @param outputs whose weights stand in it
     */
    void add(int tile, int rows, int outputs);

    /** All that was added. */
    WriteOnce total();
}
