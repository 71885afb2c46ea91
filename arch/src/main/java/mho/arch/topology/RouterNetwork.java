package mho.arch.topology;

/**
 * One network of routers: the links there are, and the way from any router to any other. Ways from one router form a tree, so a
 * multicast crosses no link twice. Routers are numbered from 0; the first are the places of the tiles, row by row.
 */
public interface RouterNetwork {
    /** What a router is within: grid, torus. */
    String name();

    int routers();

    /** Links between neighbours, one for each direction. */
    long links();

    /** Ports of the router that has the most: its neighbours, and so many tiles where tiles stand. */
    int ports(int tiles);

    /** Places in a row. */
    int columns();

    /** The router at which a link to the chip before attaches, or, at the far side, to the chip behind it. */
    int outer(int column, boolean farSide);

    /** Routers at which links attach and no tile can stand. */
    int apart();

    /** The router after this one on the way to the target; the target itself once there. */
    int next(int router, int target);

    /** Where a router is, for its name: "(column,row)" in a grid. */
    String at(int router);
}
