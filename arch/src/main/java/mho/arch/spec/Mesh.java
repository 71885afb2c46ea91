package mho.arch.spec;

import java.util.ArrayList;
import java.util.List;
import mho.arch.topology.GridMesh;
import mho.arch.topology.Routes;
import mho.arch.topology.Topology;
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
import org.jspecify.annotations.Nullable;

/**
 * What carries results between the tiles of a chip: how it switches and, but for a bus, over which {@link Topology}. Nobody asks which
 * kind it is: a kind that leaves out an answer does not compile.
 */
public sealed interface Mesh permits Mesh.Packet, Mesh.Circuit, Mesh.Bus {
    /** A flit, a pulse or a bit over one hop, as the kind has it. */
    Action HOP = new Action("mesh", "hop");

    /** Ways between the places of a chip of so many tiles. */
    Routes routes(int tiles);

    /** Tiles at one place. */
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

    /** Durations that are counted in units of its own. */
    List<Counted> counted();

    /** What of it nobody builds on a chip of so many tiles, whose buses carry so many bits a cycle: a sentence each. */
    List<String> unusual(int tiles, long busBits);

    /** What is made of a mesh where steps are written, kind by kind. */
    <T> T as(Kinds<T> kinds);

    /** A duration and the unit it is counted in, seconds. */
    record Counted(String path, double seconds, double unit) {}

    /** An answer for every kind. */
    interface Kinds<T> {
        T packet(Packet mesh);

        T circuit(Circuit mesh);

        T bus(Bus mesh);
    }

    /** How it is joined where the file says nothing. */
    private static Topology orMesh(@Nullable Topology topology) {
        return topology == null ? new GridMesh() : topology;
    }

    /** @param columns as stated; a topology without rows goes without them */
    private static void checkRows(Topology topology, @Nullable Integer columns) {
        if (columns == null && topology.inRows()) {
            throw new IllegalArgumentException("missing key \"columns\", for example \"columns: 8\"");
        }
    }

    private static Routes routes(Topology topology, @Nullable Integer columns, int tiles, int concentration) {
        int places = 1 + (tiles - 1) / concentration;
        return topology.routes(places, columns == null ? places : columns);
    }

    private static List<String> idleColumns(Topology topology, @Nullable Integer columns, Routes routes) {
        return columns == null || topology.inRows()
                ? List.of()
                : List.of("mesh.columns is %d, and a %s has no rows: it changes nothing (mesh.columns=null)"
                        .formatted(columns, routes.name()));
    }

    /** Routers, several tiles at each. */
    @Kind("packet")
    record Packet(
            @Scales(why = "figures are those of one instance; a router states its ports")
                    @Doc("Routers in a row of a mesh or torus")
                    @Nullable
                    Integer columns,
            @Scales(why = "figures are those of one instance; a router states its ports")
                    @Doc("Tiles at one router")
                    @Default("1")
                    int concentration,
            @Doc("How routers are joined; a mesh unless stated") @Nullable Topology topology,
            Router router)
            implements Mesh {

        public Packet {
            checkRows(orMesh(topology), columns);
        }

        @Override
        public Routes routes(int tiles) {
            return Mesh.routes(orMesh(topology), columns, tiles, concentration);
        }

        @Override
        public double instances(int tiles) {
            return routes(tiles).routers();
        }

        @Override
        public List<Counted> counted() {
            return List.of();
        }

        @Override
        public List<String> unusual(int tiles, long busBits) {
            List<String> told = new ArrayList<>();
            if (router.flit() > busBits) {
                told.add("mesh.router.flit is %d bit, and the tile's bus fills it with %d bit a cycle (tile.bus.width)"
                        .formatted(router.flit(), busBits));
            }
            Routes routes = routes(tiles);
            int ports = routes.ports(Math.min(concentration, tiles));
            if (router.ports() < ports) {
                told.add(
                        "mesh.router.ports is %d, and a router within the %s has %d neighbours and tiles (usual: at least %d)"
                                .formatted(router.ports(), routes.name(), ports, ports));
            }
            told.addAll(idleColumns(orMesh(topology), columns, routes));
            return told;
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
            @Scales(why = "figures are those of one instance") @Doc("Tiles in a row of a mesh or torus") @Nullable
                    Integer columns,
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
            @Doc("How tiles are joined; a mesh unless stated") @Nullable Topology topology,
            CircuitSegment segment)
            implements Mesh {

        public Circuit {
            checkRows(orMesh(topology), columns);
        }

        /** The longest pulse: 2^bits units. */
        public double pulseSeconds() {
            return (1L << bits) * unit;
        }

        @Override
        public Routes routes(int tiles) {
            return Mesh.routes(orMesh(topology), columns, tiles, 1);
        }

        @Override
        public int concentration() {
            return 1;
        }

        /** One for each direction between neighbours, and the entry of every tile, and of links that are at no tile. */
        @Override
        public double instances(int tiles) {
            Routes routes = routes(tiles);
            return planes * ((double) routes.links() + tiles + routes.apart());
        }

        @Override
        public List<Counted> counted() {
            return List.of(
                    new Counted("mesh.segment.delay", segment.delay(), unit),
                    new Counted("mesh.segment.reconfiguration", segment.reconfiguration(), unit));
        }

        @Override
        public List<String> unusual(int tiles, long busBits) {
            return idleColumns(orMesh(topology), columns, routes(tiles));
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
        public Routes routes(int tiles) {
            return new GridMesh().routes(tiles, tiles);
        }

        @Override
        public List<Counted> counted() {
            return List.of();
        }

        @Override
        public List<String> unusual(int tiles, long busBits) {
            return List.of();
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
