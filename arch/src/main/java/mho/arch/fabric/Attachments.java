package mho.arch.fabric;

import mho.arch.chip.Mesh;
import mho.arch.chip.TimingView;
import mho.arch.topology.RouterNetwork;
import mho.periphery.interconnect.ChipLink;

/**
 * Where tiles and links are attached: chips in a chain, {@code concentration} tiles at a router of every chip. Rows of routers are
 * walked like a ploughed field, so that tiles that follow one another are neighbours.
 *
 * <p>A chip's links go half to the chip before, half to the chip behind it: the former attach along the top row, where the first tiles
 * are, the latter along the bottom row; in a tree, at its root. Each pair of links is a lane; a result keeps to the lane of its
 * sender's column.
 */
final class Attachments {
    private final int tilesPerChip;
    private final int concentration;
    private final int lanes;
    private final RouterNetwork routes;

    /** @param links of a chip, to both sides */
    Attachments(int tilesPerChip, int concentration, int links, RouterNetwork routes) {
        this.tilesPerChip = tilesPerChip;
        this.concentration = concentration;
        this.lanes = Math.max(1, links / 2);
        this.routes = routes;
    }

    static Attachments of(TimingView chip) {
        Mesh mesh = chip.fabric().mesh();
        ChipLink link = chip.fabric().link();
        int links = link == null ? 0 : link.count();
        return new Attachments(
                chip.fabric().tiles(),
                mesh.concentration(),
                links,
                mesh.routes(chip.fabric().tiles()));
    }

    RouterNetwork routes() {
        return routes;
    }

    int chip(int tile) {
        return tile / tilesPerChip;
    }

    /** Lane that a tile's results take to other chips. */
    int lane(int tile) {
        int column = router(tile) % routes.columns();
        return (int) ((long) column * lanes / routes.columns());
    }

    /** Stands for the interface of a link where a tile is asked for. */
    static int hub(boolean towardsNext, int lane) {
        return -1 - (2 * lane + (towardsNext ? 1 : 0));
    }

    /** Router of a tile, or of a hub, on its chip. */
    int router(int end) {
        int columns = routes.columns();
        if (end >= 0) {
            return serpentine(end % tilesPerChip / concentration, columns);
        }
        int hub = -1 - end;
        int column = (int) ((2L * (hub / 2) + 1) * columns / (2L * lanes));
        return routes.outer(Math.min(columns - 1, column), hub % 2 == 1);
    }

    /** Index to position along the furrows and back: its own inverse. */
    private static int serpentine(int index, int columns) {
        int row = index / columns;
        int column = index % columns;
        return row * columns + (row % 2 == 0 ? column : columns - 1 - column);
    }
}
