package mho.arch.fabric;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import mho.arch.chip.Mesh;
import mho.arch.topology.RouterNetwork;
import mho.core.engine.ModelBuilder;

/**
 * Routers that carry packets.
 *
 * <p>A packet is cut into flits and flows through (cut-through): its head moves on after the hop's delay, its tail holds every link for
 * as many cycles as it has flits. Links are reserved in order of arrival; where a link is taken the packet waits in front of it. A
 * multicast crosses each link of its tree once. Routers buffer without bound and have no input ports: they are ideal.
 */
final class PacketSwitching implements Switching {
    private final ModelBuilder model;
    private final Attachments ends;
    private final RouterNetwork routes;
    private final int clock;
    private final Packets packets;
    private final int hopCycles;
    private final Map<Hop, Integer> links = new HashMap<>();
    private final Map<Port, Integer> ports = new HashMap<>();
    private final PortNames names;

    /** @param hopCycles delay of a flit through a router and its link */
    PacketSwitching(ModelBuilder model, Attachments ends, int clock, Packets packets, int hopCycles) {
        this.model = model;
        this.ends = ends;
        this.routes = ends.routes();
        this.clock = clock;
        this.packets = packets;
        this.names = new PortNames(ends);
        this.hopCycles = hopCycles;
    }

    @Override
    public int[] carry(Draft draft, int after, int chip, int from, int[] to, Load load) {
        int[] arrived = null;
        for (int flits : packets.cut(load, Integer.MAX_VALUE)) {
            int[] packet = carry(draft, after, chip, from, to, flits);
            arrived = arrived == null ? packet : Switching.both(draft, clock, arrived, packet);
        }
        return Objects.requireNonNull(arrived);
    }

    private int[] carry(Draft draft, int after, int chip, int from, int[] to, int flits) {
        int source = ends.router(from);
        int entered = draft.step(after, port(new Port(chip, false, from)), flits, hopCycles);
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
                    taken = draft.step(step, resource(link), flits, hopCycles);
                    tree.put(link, taken);
                }
                step = taken;
                router = next;
            }
            int port = port(new Port(chip, true, to[i]));
            arrived[i] = draft.step(step, port, flits, Packets.CYCLES.plus(hopCycles, flits - 1));
        }
        draft.act(Mesh.HOP, (1.0 + tree.size()) * flits); // into the mesh, and over each link once
        return arrived;
    }

    private int resource(Hop link) {
        return links.computeIfAbsent(link, hop -> model.resource(names.of(hop), clock, 1, 0, "mesh.router.clock"));
    }

    private int port(Port port) {
        return ports.computeIfAbsent(port, p -> model.resource(names.of(p), clock, 1, 0, "mesh.router.clock"));
    }
}
