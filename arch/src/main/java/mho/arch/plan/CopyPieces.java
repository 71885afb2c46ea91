package mho.arch.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mho.arch.cut.Interval;
import mho.arch.cut.Tiling;

/** The pieces of one copy while it is laid out; settles which tile adds up each column block. */
public final class CopyPieces {
    private record Laid(int block, int from, int to) {}

    /** Of a column block that is not laid out. */
    private static final int NOBODY = -1;

    private final Tiling tiling;
    private final int strips;
    private final List<List<Laid>> byFragment = new ArrayList<>();
    private final List<Integer> tiles = new ArrayList<>();
    private final int[] owner;
    private final int[] most;

    public CopyPieces(Tiling tiling, int strips) {
        this.tiling = tiling;
        this.strips = strips;
        owner = new int[tiling.columnBlocks()];
        Arrays.fill(owner, NOBODY);
        most = new int[tiling.columnBlocks()];
    }

    public void add(int tile, int block, int strip, int fromRow, int toRow) {
        if (tiles.isEmpty() || tiles.get(tiles.size() - 1) != tile) {
            tiles.add(tile);
            byFragment.add(new ArrayList<>());
        }
        int fragment = tiles.size() - 1;
        byFragment.get(fragment).add(new Laid(block, fromRow, toRow));
        boolean stripsTurn = (long) block * strips / tiling.columnBlocks() == strip;
        if (stripsTurn && toRow - fromRow > most[block]) {
            most[block] = toRow - fromRow;
            owner[block] = fragment;
        }
    }

    public CopyPlacement site() {
        Interval[] outputs = new Interval[tiles.size()];
        Arrays.fill(outputs, Interval.NONE);
        for (int block = 0; block < owner.length; block++) {
            if (owner[block] == NOBODY) {
                continue;
            }
            outputs[owner[block]] = outputs[owner[block]].hull(tiling.outputsIn(block));
        }
        List<CopyPlacement.Fragment> fragments = new ArrayList<>();
        for (int f = 0; f < tiles.size(); f++) {
            List<CopyPlacement.Piece> pieces = new ArrayList<>();
            Interval inputs = Interval.NONE;
            for (Laid laid : byFragment.get(f)) {
                pieces.add(new CopyPlacement.Piece(laid.block, laid.to - laid.from, owner[laid.block]));
                inputs = inputs.hull(tiling.inputs(laid.block, laid.from, laid.to));
            }
            fragments.add(new CopyPlacement.Fragment(tiles.get(f), pieces, inputs, outputs[f]));
        }
        return new CopyPlacement(fragments);
    }
}
