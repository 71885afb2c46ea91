package mho.arch.spec;

import mho.core.cost.Action;
import mho.core.cost.Cost;
import mho.core.cost.Figures;
import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.interconnect.CircuitSegment;
import mho.periphery.interconnect.Router;
import mho.periphery.interconnect.Wires;
import mho.periphery.model.Site;

/** What carries results between the tiles of a chip. Nobody asks which kind it is: a kind that leaves out an answer does not compile. */
public sealed interface Mesh permits Mesh.Packet, Mesh.Circuit, Mesh.Bus {
    /** A flit, a pulse or a bit over one hop, as the kind has it. */
    Action HOP = new Action("mesh", "hop");

    /** Routers, or tiles, in a row of the grid that results travel on. */
    int columns(int tiles);

    /** Tiles at one place of the grid. */
    int concentration();

    /** Parts that a hop occupies, on a chip of so many tiles: routers, segments or buses. */
    double instances(int tiles);

    /** Cost of one of them, per hop. */
    Figures figures(Site mesh);

    /** As the chip file states it. */
    Cost cost();

    /** Hops a second of one of them at full activity. */
    double hopsPerSecond();

    /** What one hop carries: a flit, a pulse, a bit. */
    double bitsPerHop();

    /** What is made of a mesh elsewhere, kind by kind. */
    <T> T as(Kinds<T> kinds);

    /** An answer for every kind. */
    interface Kinds<T> {
        T packet(Packet mesh);

        T circuit(Circuit mesh);

        T bus(Bus mesh);
    }

    /** Places of a grid for so many tiles. It is whole: routes cross a last row that not all tiles fill. */
    private static int places(int columns, int tiles, int concentration) {
        int occupied = 1 + (tiles - 1) / concentration;
        int across = Math.min(columns, occupied);
        return across * ((occupied + across - 1) / across);
    }

    /** Routers in a grid, several tiles at each. */
    @Kind("packet")
    record Packet(
            @Scales(why = "figures are those of one instance; a router states its ports")
                    @Doc("Routers in a row of the grid")
                    int columns,
            @Scales(why = "figures are those of one instance; a router states its ports")
                    @Doc("Tiles at one router")
                    @Default("1")
                    int concentration,
            Router router)
            implements Mesh {

        @Override
        public int columns(int tiles) {
            return columns;
        }

        @Override
        public double instances(int tiles) {
            return places(columns, tiles, concentration);
        }

        @Override
        public Figures figures(Site mesh) {
            return router.figures(mesh.at("router"));
        }

        @Override
        public Cost cost() {
            return router.cost();
        }

        @Override
        public double hopsPerSecond() {
            return router.flitsPerSecond();
        }

        @Override
        public double bitsPerHop() {
            return router.flit();
        }

        @Override
        public <T> T as(Kinds<T> kinds) {
            return kinds.packet(this);
        }
    }

    /** Switched segments between neighbouring tiles, which carry vectors of durations. */
    @Kind("circuit")
    record Circuit(
            @Scales(why = "figures are those of one instance") @Doc("Tiles in a row of the grid") int columns,
            @Scales(why = "a pulse charges its lane once, whatever its duration")
                    @Doc("Bits of a duration")
                    @Range(min = 1, max = 16)
                    int bits,
            @Scales(why = "a pulse charges its lane once, whatever its duration")
                    @Doc("One unit of duration")
                    @Unit("s")
                    @Range(max = 1)
                    double unit,
            @Scales(why = "figures are those of one instance")
                    @Doc("Segments side by side between neighbours, each switched by itself")
                    @Default("1")
                    @Range(min = 1, max = 65536)
                    int planes,
            CircuitSegment segment)
            implements Mesh {

        /** The longest pulse: 2^bits units. */
        public double pulseSeconds() {
            return (1L << bits) * unit;
        }

        @Override
        public int columns(int tiles) {
            return columns;
        }

        @Override
        public int concentration() {
            return 1;
        }

        /** One for each direction between neighbours, and the entry of every tile. */
        @Override
        public double instances(int tiles) {
            int across = Math.min(columns, tiles);
            int down = places(columns, tiles, 1) / across;
            return planes * (2.0 * ((across - 1.0) * down + across * (down - 1.0)) + tiles);
        }

        @Override
        public Figures figures(Site mesh) {
            return segment.figures(mesh.at("segment"), pulseSeconds());
        }

        @Override
        public Cost cost() {
            return segment.cost();
        }

        @Override
        public double hopsPerSecond() {
            return segment.lanes() / pulseSeconds();
        }

        @Override
        public double bitsPerHop() {
            return bits;
        }

        @Override
        public <T> T as(Kinds<T> kinds) {
            return kinds.circuit(this);
        }
    }

    /** One bus that all tiles share. */
    @Kind("bus")
    record Bus(Wires wires) implements Mesh {

        /** Tiles stand in one row. */
        @Override
        public int columns(int tiles) {
            return tiles;
        }

        @Override
        public int concentration() {
            return 1;
        }

        @Override
        public double instances(int tiles) {
            return 1;
        }

        @Override
        public Figures figures(Site mesh) {
            return wires.figures(mesh.at("wires"));
        }

        @Override
        public Cost cost() {
            return wires.cost();
        }

        @Override
        public double hopsPerSecond() {
            return wires.bitsPerSecond();
        }

        @Override
        public double bitsPerHop() {
            return 1;
        }

        @Override
        public <T> T as(Kinds<T> kinds) {
            return kinds.bus(this);
        }
    }
}
