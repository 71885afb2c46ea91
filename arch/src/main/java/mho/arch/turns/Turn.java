package mho.arch.turns;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mho.arch.cut.Interval;
import mho.arch.cut.Tiling;
import mho.arch.element.BlockLoading;
import mho.arch.plan.CopyPieces;
import mho.arch.plan.CopyPlacement;
import mho.arch.plan.Stage;
import mho.core.cost.Counts;

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

    /** Matrices whose blocks are loaded in a round: all, where windows have their own and all stand at once. */
    private int matrices() {
        return shape.stays() ? stage.instances() : 1;
    }

    /** Arrays that hold the same block of a round. */
    int held() {
        return stage.instances() > 1 ? 1 : shape.sites() * shape.copies();
    }

    /** Blocks of a round, in all arrays that hold them. */
    long blocks(int group, int round) {
        return (long) held() * matrices() * (toColumn(group) - fromColumn(group)) * (toRow(round) - fromRow(round));
    }

    /** Something of a block. */
    interface Measure {
        double of(int rows, int outputs);
    }

    /** Adds up something of every block of a round, each once however many arrays hold it. */
    double sum(int group, int round, Measure measure) {
        double sum = 0;
        for (int column = fromColumn(group); column < toColumn(group); column++) {
            int outputs = tiling().outputsOf(column);
            for (int row = fromRow(round); row < toRow(round); row++) {
                sum += measure.of(tiling().rowsOf(column, row), outputs);
            }
        }
        return sum * matrices();
    }

    /** Counts what it takes to load every block of a round into all arrays that hold it. */
    void count(int group, int round, BlockLoading loading, Counts to) {
        double each = (double) held() * matrices();
        for (int column = fromColumn(group); column < toColumn(group); column++) {
            for (int row = fromRow(round); row < toRow(round); row++) {
                loading.count(tiling().rowsOf(column, row), tiling().outputsOf(column), each, to);
            }
        }
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
