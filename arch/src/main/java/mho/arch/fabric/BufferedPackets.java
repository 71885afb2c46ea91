package mho.arch.fabric;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import mho.arch.chip.Mesh;
import mho.arch.topology.RouterNetwork;
import mho.core.engine.ModelBuilder;
import mho.core.engine.Relay;
import mho.periphery.interconnect.Channels;

/**
 * Routers that carry packets, with what real ones have: buffers of so many channels at every input port, a switch that takes one flit a
 * cycle from each port, channels that are allotted and room that is given back by credits.
 *
 * <p>A packet is a train of the engine's {@link Relay}, its flits the units; links, and the ports into and out of a router, are lines.
 * What leaves the mesh is always taken. A multicast is read once for all outputs that are free. A packet that branches is never longer
 * than a channel is deep: each branch then goes on by itself whatever the others wait for, so that, as ways have no circles, nothing waits
 * for ever.
 */
final class BufferedPackets implements Switching {
    private final ModelBuilder model;
    private final Attachments ends;
    private final RouterNetwork routes;
    private final int clock;
    private final Packets packets;
    private final int hopCycles;
    private final int depth;
    private final Map<Hop, Integer> links = new HashMap<>();
    private final Map<Port, Integer> ports = new HashMap<>();
    private final PortNames names;

    /** @param hopCycles delay of a flit through a router and its link */
    BufferedPackets(
            ModelBuilder model, Attachments ends, int clock, Packets packets, int hopCycles, Channels channels) {
        this.model = model;
        this.ends = ends;
        this.routes = ends.routes();
        this.clock = clock;
        this.packets = packets;
        this.hopCycles = hopCycles;
        this.depth = channels.depth();
        this.names = new PortNames(ends);
        model.relay(
                new Relay(clock, channels.count(), channels.depth(), channels.creditCycles(), channels.perPacket()));
    }

    @Override
    public int[] carry(Draft draft, int after, int chip, int from, int[] to, Load load) {
        int[] arrived = null;
        for (int flits : packets.cut(load, to.length == 1 ? Integer.MAX_VALUE : depth)) {
            int[] packet = carry(draft, after, chip, from, to, flits);
            arrived = arrived == null ? packet : Switching.both(draft, clock, arrived, packet);
        }
        return Objects.requireNonNull(arrived);
    }

    private int[] carry(Draft draft, int after, int chip, int from, int[] to, int flits) {
        int source = ends.router(from);
        int entered = draft.train(after, port(new Port(chip, false, from)), flits, hopCycles);
        Map<Hop, Integer> tree = new HashMap<>();
        int[] arrived = new int[to.length];
        for (int i = 0; i < to.length; i++) {
            int target = ends.router(to[i]);
            int step = entered;
            for (int router = source; router != target; ) {
                int next = routes.next(router, target);
                Hop link = new Hop(chip, router, next);
                Integer taken = tree.get(link);
                if (taken == null) {
                    taken = draft.onwards(step, line(link));
                    tree.put(link, taken);
                }
                step = taken;
                router = next;
            }
            arrived[i] = draft.onwards(step, port(new Port(chip, true, to[i])));
        }
        draft.act(Mesh.HOP, (1.0 + tree.size()) * flits); // into the mesh, and over each link once
        return arrived;
    }

    private int line(Hop link) {
        return links.computeIfAbsent(link, hop -> model.line(names.of(hop), false, "mesh.router.clock"));
    }

    private int port(Port port) {
        return ports.computeIfAbsent(port, p -> model.line(names.of(p), p.outwards(), "mesh.router.clock"));
    }
}
