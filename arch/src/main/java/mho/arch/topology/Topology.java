package mho.arch.topology;

import mho.core.yaml.KindIsKey;

/** How routers, or switched segments, are joined, as a chip file names it. */
@KindIsKey
public sealed interface Topology permits GridMesh, Torus, Ring, RouterTree {
    /** Whether its places stand in rows, of a length that a chip file states. */
    boolean inRows();

    /** Whether ways lead around in circles, in which packets that hold room may all wait for the next. */
    boolean hasCircles();

    /**
     * Its routes over a number of places.
     *
     * @param places where tiles stand
     * @param columns places in a row; says nothing where there are no rows
     */
    RouterNetwork routes(int places, int columns);
}
