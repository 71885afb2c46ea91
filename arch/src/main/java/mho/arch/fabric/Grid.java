package mho.arch.fabric;

import mho.arch.spec.Frame;
import mho.arch.spec.Mesh;
import mho.periphery.interconnect.ChipLink;

/**
 * Where tiles stand: chips in a chain, routers in a grid on every chip, {@code concentration} tiles at a router. The grid is walked
 * like a ploughed field, so that tiles that follow one another are neighbours.
 *
 * <p>A chip's links go half to the chip before, half to the chip behind it: the former attach along the top row, where the first tiles
 * are, the latter along the bottom row. Each pair of links is a lane; a result keeps to the lane of its sender's column.
 */
final class Grid {
    private final int tilesPerChip;
    private final int concentration;
    private final int columns;
    private final int rows;
    private final int lanes;

    Grid(int tilesPerChip, int columns, int concentration, int links) {
        int routers = 1 + (tilesPerChip - 1) / concentration;
        this.tilesPerChip = tilesPerChip;
        this.concentration = concentration;
        this.columns = Math.min(columns, routers);
        this.rows = (routers + this.columns - 1) / this.columns;
        this.lanes = Math.max(1, links / 2);
    }

    static Grid of(Frame chip) {
        Mesh mesh = chip.mesh();
        ChipLink link = chip.link();
        int links = link == null ? 0 : link.count();
        return new Grid(chip.tiles(), mesh.columns(chip.tiles()), mesh.concentration(), links);
    }

    int chip(int tile) {
        return tile / tilesPerChip;
    }

    /** Lane that a tile's results take to other chips. */
    int lane(int tile) {
        return (int) ((long) x(router(tile)) * lanes / columns);
    }

    /** Stands for the interface of a link where a tile is asked for. */
    static int hub(boolean towardsNext, int lane) {
        return -1 - (2 * lane + (towardsNext ? 1 : 0));
    }

    /** Router of a tile, or of a hub, on its chip. */
    int router(int end) {
        if (end >= 0) {
            return serpentine(end % tilesPerChip / concentration, columns);
        }
        int hub = -1 - end;
        int column = (int) ((2L * (hub / 2) + 1) * columns / (2L * lanes));
        return (hub % 2 == 1 ? rows - 1 : 0) * columns + Math.min(columns - 1, column);
    }

    int x(int router) {
        return router % columns;
    }

    int y(int router) {
        return router / columns;
    }

    /** The next router on the XY route: along the row first. */
    int next(int router, int target) {
        int dx = Integer.compare(x(target), x(router));
        return dx != 0 ? router + dx : router + columns * Integer.compare(y(target), y(router));
    }

    /** Index to position along the furrows and back: its own inverse. */
    private static int serpentine(int index, int columns) {
        int row = index / columns;
        int column = index % columns;
        return row * columns + (row % 2 == 0 ? column : columns - 1 - column);
    }
}
