package mho.arch.fabric;

import mho.arch.chip.BusMesh;
import mho.arch.chip.CircuitMesh;
import mho.arch.chip.Mesh;
import mho.arch.chip.PacketMesh;
import mho.arch.chip.TimingView;
import mho.core.engine.ModelBuilder;
import mho.periphery.interconnect.Channels;
import mho.periphery.interconnect.CircuitSegment;
import mho.periphery.interconnect.Router;
import mho.periphery.interconnect.Wires;

/**
 * Carries results between the tiles of one chip, over whatever topology joins them: as packets, over circuits, on a bus. It asks where
 * a sender and its receivers are attached and where a route goes next, and knows no kind of either.
 */
sealed interface Switching permits PacketSwitching, BufferedPackets, CircuitSwitching, SharedBus {

    static Switching of(ModelBuilder model, TimingView chip, Attachments ends) {
        return chip.fabric().mesh().as(new Mesh.Kinds<Switching>() {
            @Override
            public Switching packet(PacketMesh packet) {
                Router router = packet.router();
                int clock = model.clock(Clocks.ofHertz(router.clock()));
                Packets packets = new Packets(router.flit(), router.headerFlits(), router.largestFlits());
                Channels channels = router.buffers();
                return channels == null
                        ? new PacketSwitching(model, ends, clock, packets, router.delayCycles())
                        : new BufferedPackets(model, ends, clock, packets, router.delayCycles(), channels);
            }

            @Override
            public Switching circuit(CircuitMesh circuit) {
                CircuitSegment segment = circuit.segment();
                int clock = model.clock(Clocks.ofPeriod(circuit.unit()));
                return new CircuitSwitching(
                        model,
                        ends,
                        clock,
                        circuit.planes(),
                        segment.lanes(),
                        circuit.bits(),
                        CircuitSwitching.CYCLES.of(circuit.pulseSeconds() / circuit.unit()),
                        CircuitSwitching.CYCLES.of(segment.delay() / circuit.unit()),
                        CircuitSwitching.CYCLES.orNone(segment.reconfiguration() / circuit.unit()));
            }

            @Override
            public Switching bus(BusMesh bus) {
                Wires wires = bus.wires();
                int clock = model.clock(Clocks.ofHertz(wires.clock()));
                return new SharedBus(model, clock, wires.width(), wires.latencyCycles());
            }
        });
    }

    /** For each receiver a step that waits for both of two. */
    static int[] both(Draft draft, int clock, int[] one, int[] other) {
        int[] both = new int[one.length];
        for (int i = 0; i < one.length; i++) {
            both[i] = draft.after(draft.delay(one[i], clock, 0), other[i]);
        }
        return both;
    }

    /** Values carried side by side where that makes a short vector as slow as a long one; else 1. */
    default int lanes() {
        return 1;
    }

    /**
     * Adds the steps of one multicast within a chip.
     *
     * @param after the step whose result travels
     * @param from sending tile or hub ({@link Attachments#hub})
     * @param to receiving tiles and hubs, the sender not among them; not empty
     * @return for each receiver, the step after which it has everything
     */
    int[] carry(Draft draft, int after, int chip, int from, int[] to, Load load);
}
