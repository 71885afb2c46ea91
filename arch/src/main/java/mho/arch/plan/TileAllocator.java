package mho.arch.plan;

import mho.arch.chip.TimingView.KindView;
import mho.arch.cut.Tiling;

/**
 * The tiles of one kind, of the whole system, filled in order.
 *
 * <p>A column block (or its strip, where a copy is cut into strips of rows to spare buffers) stays in one tile if little of a tile is
 * lost by it, so that its partial sums need no network; otherwise, and where a copy fills whole tiles exactly, it straddles them. What a layer leaves free at the end of a tile,
 * the next may use.
 */
final class TileAllocator {
    private static final double TOLERABLE_WASTE = 0.1;

    private final KindView kind;
    private final int tilesPerChip;
    private final int arraysPerTile;
    /** The tile being filled, counted among those of the kind. */
    private int tile;

    private int used;
    private int mostTiles;

    /** @param tilesPerChip tiles of all kinds */
    TileAllocator(KindView kind, int tilesPerChip) {
        this.kind = kind;
        this.tilesPerChip = tilesPerChip;
        this.arraysPerTile = kind.arrays();
    }

    /** A tile's place among those of all kinds. */
    private int place(int ofKind) {
        return ofKind / kind.count() * tilesPerChip + kind.first() + ofKind % kind.count();
    }

    /** Tiles touched so far. */
    int tiles() {
        return Math.max(mostTiles, used == 0 ? tile : tile + 1);
    }

    /** A tile for digital work that needs no arrays: the one being filled. */
    int sharedTile() {
        mostTiles = Math.max(mostTiles, tile + 1);
        return place(tile);
    }

    /** Begins an empty tile. */
    void freshTile() {
        if (used > 0) {
            nextTile();
        }
    }

    /** Claims a whole tile for buffers and digital work. */
    int claimTile() {
        freshTile();
        return place(tile++);
    }

    /** One copy, cut into so many strips of row blocks laid out one after the other; strips begin a tile, to hold few channels. */
    CopyPlacement place(Tiling tiling, int strips) {
        if (strips > 1) {
            freshTile();
        }
        CopyPieces pieces = new CopyPieces(tiling, strips);
        int rowBlocks = tiling.rowBlocks();
        for (int strip = 0; strip < strips; strip++) {
            int from = (int) ((long) rowBlocks * strip / strips);
            int to = (int) ((long) rowBlocks * (strip + 1) / strips);
            boolean whole = keepsWhole(tiling, to - from);
            for (int block = 0; block < tiling.columnBlocks(); block++) {
                if (whole && to - from > arraysPerTile - used) {
                    nextTile();
                }
                placeBlock(pieces, block, strip, from, to);
            }
        }
        return pieces.site();
    }

    private boolean keepsWhole(Tiling tiling, int rowBlocks) {
        boolean fillsTiles = tiling.arrays() % arraysPerTile == 0;
        return !fillsTiles
                && rowBlocks <= arraysPerTile
                && arraysPerTile % rowBlocks <= arraysPerTile * TOLERABLE_WASTE;
    }

    private void placeBlock(CopyPieces pieces, int block, int strip, int from, int to) {
        for (int row = from; row < to; ) {
            if (used == arraysPerTile) {
                nextTile();
            }
            int here = Math.min(to - row, arraysPerTile - used);
            pieces.add(place(tile), block, strip, row, row + here);
            used += here;
            row += here;
        }
    }

    private void nextTile() {
        tile++;
        used = 0;
    }
}
