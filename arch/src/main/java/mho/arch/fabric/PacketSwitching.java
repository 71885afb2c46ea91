package mho.arch.fabric;

import java.util.HashMap;
import java.util.Map;
import mho.arch.chip.Mesh;
import mho.arch.topology.RouterNetwork;
import mho.core.engine.Cycles;
import mho.core.engine.ModelBuilder;

/**
 * Routers that carry packets.
 *
 * <p>A packet is cut into flits and flows through (cut-through): its head moves on after the hop's delay, its tail holds every link for
 * as many cycles as it has flits. Links are reserved in order of arrival; where a link is taken the packet waits in front of it. A
 * multicast crosses each link of its tree once. Routers buffer without bound; routes are static, so packets carry no header.
 */
final class PacketSwitching implements Switching {
    private static final Cycles CYCLES = new Cycles("mesh.router", "larger flits (mesh.router.flit)");

    private final ModelBuilder model;
    private final Attachments ends;
    private final RouterNetwork routes;
    private final int clock;
    private final double flitBits;
    private final int hopCycles;
    private final Map<Hop, Integer> links = new HashMap<>();
    private final Map<Port, Integer> ports = new HashMap<>();

    /** A router's port from or to a tile or a link's interface ({@link Attachments#hub}). */
    private record Port(int chip, boolean outwards, int end) {}

    /** @param hopCycles delay of a flit through a router and its link */
    PacketSwitching(ModelBuilder model, Attachments ends, int clock, double flitBits, int hopCycles) {
        this.model = model;
        this.ends = ends;
        this.routes = ends.routes();
        this.clock = clock;
        this.flitBits = flitBits;
        this.hopCycles = hopCycles;
    }

    @Override
    public int[] carry(Draft draft, int after, int chip, int from, int[] to, Load load) {
        int flits = CYCLES.of(load.values() * load.bits() / flitBits);
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
            arrived[i] = draft.step(step, port, flits, CYCLES.plus(hopCycles, flits - 1));
        }
        draft.act(Mesh.HOP, (1.0 + tree.size()) * flits); // into the mesh, and over each link once
        return arrived;
    }

    private int resource(Hop link) {
        return links.computeIfAbsent(
                link,
                hop -> model.resource(
                        "chip" + hop.chip() + ".mesh" + routes.at(hop.from()) + "-" + routes.at(hop.to()),
                        clock,
                        1,
                        0,
                        "mesh.router.clock"));
    }

    private int port(Port port) {
        return ports.computeIfAbsent(port, p -> model.resource(name(p), clock, 1, 0, "mesh.router.clock"));
    }

    private String name(Port port) {
        int end = port.end();
        return "chip" + port.chip() + ".mesh " + (port.outwards() ? "to" : "from")
                + (end >= 0 ? " tile[" + end + "]" : " link interface " + routes.at(ends.router(end)));
    }
}
