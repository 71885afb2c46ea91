package mho.arch.fabric;

import mho.arch.spec.Frame;
import mho.arch.spec.Mesh;
import mho.core.engine.ModelBuilder;
import mho.periphery.interconnect.CircuitSegment;
import mho.periphery.interconnect.Router;
import mho.periphery.interconnect.Wires;

/** Carries results between the tiles of one chip: packets, circuits or a bus. */
public sealed interface Fabric permits PacketMesh, CircuitMesh, SharedBus {

    static Fabric of(ModelBuilder model, Frame chip, Grid grid) {
        return chip.mesh().as(new Mesh.Kinds<Fabric>() {
            @Override
            public Fabric packet(Mesh.Packet packet) {
                Router router = packet.router();
                int clock = model.clock(Clocks.ofHertz(router.clock()));
                return new PacketMesh(model, grid, clock, router.flit(), router.delayCycles());
            }

            @Override
            public Fabric circuit(Mesh.Circuit circuit) {
                CircuitSegment segment = circuit.segment();
                int clock = model.clock(Clocks.ofPeriod(circuit.unit()));
                return new CircuitMesh(
                        model,
                        grid,
                        clock,
                        circuit.planes(),
                        segment.lanes(),
                        circuit.bits(),
                        CircuitMesh.CYCLES.of(circuit.pulseSeconds() / circuit.unit()),
                        CircuitMesh.CYCLES.of(segment.delay() / circuit.unit()),
                        CircuitMesh.CYCLES.orNone(segment.reconfiguration() / circuit.unit()));
            }

            @Override
            public Fabric bus(Mesh.Bus bus) {
                Wires wires = bus.wires();
                int clock = model.clock(Clocks.ofHertz(wires.clock()));
                return new SharedBus(model, clock, wires.width(), wires.latencyCycles());
            }
        });
    }

    /** What travels: so many values of so many bits. */
    record Load(double values, int bits) {
        public double bytes() {
            return values * bits / 8;
        }
    }

    /** Values carried side by side where that makes a short vector as slow as a long one; else 1. */
    default int lanes() {
        return 1;
    }

    /**
     * Adds the steps of one multicast within a chip.
     *
     * @param after the step whose result travels
     * @param from sending tile or hub ({@link Grid#hub})
     * @param to receiving tiles and hubs, the sender not among them; not empty
     * @return for each receiver, the step after which it has everything
     */
    int[] carry(Draft draft, int after, int chip, int from, int[] to, Load load);
}
