package mho.arch.spec;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.interconnect.CircuitSegment;
import mho.periphery.interconnect.Router;
import mho.periphery.interconnect.Wires;

/** What carries results between the tiles of a chip. */
public sealed interface Mesh permits Mesh.Packet, Mesh.Circuit, Mesh.Bus {

    /** Routers in a grid, several tiles at each. */
    @Kind("packet")
    record Packet(
            @Doc("Routers in a row of the grid") int columns,
            @Doc("Tiles at one router") @Default("1") int concentration,
            Router router)
            implements Mesh {}

    /** Switched segments between neighbouring tiles, which carry vectors of durations. */
    @Kind("circuit")
    record Circuit(
            @Doc("Tiles in a row of the grid") int columns,
            @Doc("Bits of a duration") @Range(min = 1, max = 16) int bits,
            @Doc("One unit of duration") @Unit("s") double unit,
            @Doc("Segments side by side between neighbours, each switched by itself") @Default("1") int planes,
            CircuitSegment segment)
            implements Mesh {

        /** The longest pulse: 2^bits units. */
        public double pulseSeconds() {
            return (1L << bits) * unit;
        }
    }

    /** One bus that all tiles share. */
    @Kind("bus")
    record Bus(Wires wires) implements Mesh {}
}
