package mho.arch.fabric;

import mho.arch.chip.TimingView;
import mho.arch.topology.RouterNetwork;

/**
 * Where tiles stand: the router that each is attached to, by its column and row. Places of a tree are numbered in a row, as are those of
 * one bus. Names of links say the same places: "chip0.mesh(0,1)-(1,1)".
 */
public final class TilePlaces {
    private final Attachments ends;

    private TilePlaces(Attachments ends) {
        this.ends = ends;
    }

    /** Of a chip of tiles. */
    public static TilePlaces of(TimingView chip) {
        return new TilePlaces(Attachments.of(chip));
    }

    /** What routers are within: grid, torus, tree. */
    public String shape() {
        return ends.routes().name();
    }

    /** A router of a chip. */
    public record Place(int chip, int column, int row) {}

    /** @param tile counted through all chips of the chain */
    public Place of(int tile) {
        RouterNetwork routes = ends.routes();
        int router = ends.router(tile);
        return new Place(ends.chip(tile), router % routes.columns(), router / routes.columns());
    }
}
