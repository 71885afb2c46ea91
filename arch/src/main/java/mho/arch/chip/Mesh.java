package mho.arch.chip;

import java.util.List;
import mho.arch.topology.RouterNetwork;
import mho.arch.topology.Topology;
import mho.core.cost.Action;
import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.periphery.model.Site;

/**
 * What carries results between the tiles of a chip: how it switches and, but for a bus, over which {@link Topology}. Nobody asks which
 * kind it is: a kind that leaves out an answer does not compile.
 */
public sealed interface Mesh permits PacketMesh, CircuitMesh, BusMesh {
    /** A flit, a pulse or a bit over one hop, as the kind has it. */
    Action HOP = new Action("mesh", "hop");

    /** Ways between the places of a chip of so many tiles. */
    RouterNetwork routes(int tiles);

    /** Tiles at one place. */
    int concentration();

    /** What a real one has and this one goes without, so that it never waits for it. */
    default List<String> idealised() {
        return List.of();
    }

    /** Parts that a hop occupies, on a chip of so many tiles: routers, segments or buses. */
    double instances(int tiles);

    /** Cost of one of them, per hop. */
    ResolvedFigures figures(Site mesh);

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
        T packet(PacketMesh mesh);

        T circuit(CircuitMesh mesh);

        T bus(BusMesh mesh);
    }
}
