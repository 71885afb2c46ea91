package mho.arch.turns;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mho.arch.cut.Interval;
import mho.arch.cut.Tiling;
import mho.arch.plan.CopyPieces;
import mho.arch.plan.CopyPlacement;
import mho.arch.plan.Stage;

/**
 * One layer on the elements of a chip: which of its blocks stand where in each round.
 *
 * @param arraysPerSite arrays that a site has to itself
 * @param arraysPerTile arrays of a tile
 */
record Turn(Stage stage, TurnShape shape, long arraysPerSite, int arraysPerTile) {
    Tiling tiling() {
        return Objects.requireNonNull(stage.tiling());
    }

    /** Columns of blocks of a group. */
    private int fromColumn(int group) {
        return group * shape.columns();
    }

    private int toColumn(int group) {
        return Math.min(tiling().columnBlocks(), fromColumn(group) + shape.columns());
    }

    private int fromRow(int round) {
        return round * shape.rows();
    }

    private int toRow(int round) {
        return Math.min(tiling().rowBlocks(), fromRow(round) + shape.rows());
    }

    /** Where every site's blocks of a round stand, a fragment for each tile. */
    List<CopyPlacement> sites(int group, int round) {
        List<CopyPlacement> sites = new ArrayList<>();
        for (int site = 0; site < shape.sites(); site++) {
            sites.add(site(site, group, round));
        }
        return sites;
    }

    /** Column after column, as many blocks behind one another in an array as it takes turns. */
    private CopyPlacement site(int site, int group, int round) {
        CopyPieces pieces = new CopyPieces(tiling(), 1);
        long first = site * arraysPerSite;
        long block = 0;
        for (int column = fromColumn(group); column < toColumn(group); column++) {
            int row = fromRow(round);
            while (row < toRow(round)) {
                int tile = tileOf(first, block);
                int to = row;
                while (to < toRow(round) && tileOf(first, block) == tile) {
                    block++;
                    to++;
                }
                pieces.add(tile, column, 0, row, to);
                row = to;
            }
        }
        return pieces.site();
    }

    private int tileOf(long first, long block) {
        long within = shape.matrices() > 1 ? block * arraysPerSite / blocksOfSite() : block / shape.turns();
        return (int) ((first + within) / arraysPerTile);
    }

    private long blocksOfSite() {
        return tiling().arrays();
    }

    /** Blocks of a round, over all sites and their matrices. */
    long blocks(int group, int round) {
        return (long) shape.sites()
                * shape.copies()
                * shape.matrices()
                * (toColumn(group) - fromColumn(group))
                * (toRow(round) - fromRow(round));
    }

    /** Bits of the blocks of a round, each fetched once however many sites it stands in. */
    interface Measure {
        double of(int rows, int outputs);
    }

    /** Adds up something of every block of a round, each once for all sites that share it. */
    double sum(int group, int round, Measure measure) {
        double sum = 0;
        for (int column = fromColumn(group); column < toColumn(group); column++) {
            int outputs = tiling().outputsOf(column);
            for (int row = fromRow(round); row < toRow(round); row++) {
                sum += measure.of(tiling().rowsOf(column, row), outputs);
            }
        }
        boolean own = stage.instances() > 1;
        return own ? sum * shape.sites() * shape.matrices() : sum;
    }

    /** Where results stand: with those who add them up. */
    List<Home> homes() {
        List<Home> homes = new ArrayList<>();
        for (int group = 0; group < shape.groups(); group++) {
            List<CopyPlacement> sites = sites(group, 0);
            for (int site = 0; site < sites.size(); site++) {
                for (CopyPlacement.Fragment fragment : sites.get(site).fragments()) {
                    if (!fragment.outputs().isEmpty()) {
                        homes.add(new Home(fragment.tile(), windows(site), fragment.outputs()));
                    }
                }
            }
        }
        return homes;
    }

    /** Windows that a site works on. */
    Interval windows(int site) {
        return new Interval((double) site / shape.sites(), (site + 1.0) / shape.sites());
    }
}
