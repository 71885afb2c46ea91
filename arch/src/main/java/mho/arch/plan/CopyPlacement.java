package mho.arch.plan;

import java.util.ArrayList;
import java.util.List;
import mho.arch.cut.Interval;
import mho.arch.cut.Tiling;

/**
 * Where one copy of a layer works: its fragments, one a tile.
 *
 * <p>A digital layer (pooling, a residual add) works where its inputs are made, so it takes over its producer's site: every tile
 * handles the channels that it already holds.
 */
public record CopyPlacement(List<Fragment> fragments) {
    public CopyPlacement {
        fragments = List.copyOf(fragments);
    }

    /**
     * The part of a copy in one tile.
     *
     * @param inputs channels of every input that it reads; read once, however many of its arrays use them
     * @param outputs channels of the output that it finishes and hands on
     */
    public record Fragment(int tile, List<Piece> pieces, Interval inputs, Interval outputs) {
        public Fragment {
            pieces = List.copyOf(pieces);
        }

        public int arrays() {
            return pieces.stream().mapToInt(Piece::rowBlocks).sum();
        }
    }

    /**
     * The part of a column block in one tile.
     *
     * @param rowBlocks arrays here; their results are added here
     * @param owner index of the fragment that adds up the whole column block and hands on its outputs
     */
    public record Piece(int columnBlock, int rowBlocks, int owner) {}

    /** A site without arrays: digital work alone, spread over tiles by channels. */
    public static CopyPlacement digital(int... tiles) {
        List<Fragment> fragments = new ArrayList<>();
        for (int i = 0; i < tiles.length; i++) {
            Interval share = new Interval((double) i / tiles.length, (i + 1.0) / tiles.length);
            fragments.add(new Fragment(tiles[i], List.of(), share, share));
        }
        return new CopyPlacement(fragments);
    }

    /** The same tiles, for reads of its arrays from the side of their outputs; it makes values for the rows that stand there. */
    CopyPlacement transposed(Tiling tiling) {
        return new CopyPlacement(fragments.stream()
                .map(f -> new Fragment(f.tile, List.of(), columns(f, tiling), f.inputs))
                .toList());
    }

    /** The same tiles, for updates of its arrays; nobody reads of them. */
    CopyPlacement updated() {
        return new CopyPlacement(fragments.stream()
                .map(f -> new Fragment(f.tile, List.of(), f.inputs, Interval.NONE))
                .toList());
    }

    /** Outputs whose columns stand in a tile, finished there or not. */
    private static Interval columns(Fragment fragment, Tiling tiling) {
        return fragment.pieces.stream()
                .map(piece -> tiling.outputsIn(piece.columnBlock() % tiling.columnBlocks()))
                .reduce(Interval::hull)
                .orElse(Interval.NONE);
    }

    /** The same tiles and output channels, for a digital layer that follows this one. */
    CopyPlacement follower() {
        return new CopyPlacement(fragments.stream()
                .filter(f -> !f.outputs.isEmpty())
                .map(f -> new Fragment(f.tile, List.of(), f.outputs, f.outputs))
                .toList());
    }
}
