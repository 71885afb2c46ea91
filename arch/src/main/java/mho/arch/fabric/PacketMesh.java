package mho.arch.fabric;

import java.util.HashMap;
import java.util.Map;
import mho.arch.spec.Mesh;
import mho.core.engine.Cycles;
import mho.core.engine.ModelBuilder;

/**
 * A mesh of routers that carries packets along XY routes.
 *
 * <p>A packet is cut into flits and flows through (cut-through): its head moves on after the hop's delay, its tail holds every link for
 * as many cycles as it has flits. Links are reserved in order of arrival; where a link is taken the packet waits in front of it. A
 * multicast crosses each link of its tree once. Routers buffer without bound; routes are static, so packets carry no header.
 */
public final class PacketMesh implements Fabric {
    private static final Cycles CYCLES = new Cycles("mesh.router", "larger flits (mesh.router.flit)");

    private final ModelBuilder model;
    private final Grid grid;
    private final int clock;
    private final double flitBits;
    private final int hopCycles;
    private final Map<Long, Integer> links = new HashMap<>();
    private final Map<String, Integer> ports = new HashMap<>();

    /** @param hopCycles delay of a flit through a router and its link */
    public PacketMesh(ModelBuilder model, Grid grid, int clock, double flitBits, int hopCycles) {
        this.model = model;
        this.grid = grid;
        this.clock = clock;
        this.flitBits = flitBits;
        this.hopCycles = hopCycles;
    }

    @Override
    public int[] carry(Draft draft, int after, int chip, int from, int[] to, Load load) {
        int flits = CYCLES.of(load.values() * load.bits() / flitBits);
        int source = grid.router(from);
        int entered = draft.step(after, port(chip, "from", from), flits, hopCycles);
        draft.act(Mesh.HOP, flits);
        Map<Long, Integer> tree = new HashMap<>();
        int[] arrived = new int[to.length];
        for (int i = 0; i < to.length; i++) {
            int target = grid.router(to[i]);
            int step = entered;
            for (int router = source; router != target; ) {
                int next = grid.next(router, target);
                long link = link(router, next);
                Integer taken = tree.get(link);
                if (taken == null) {
                    taken = draft.step(step, resource(chip, router, next), flits, hopCycles);
                    draft.act(Mesh.HOP, flits);
                    tree.put(link, taken);
                }
                step = taken;
                router = next;
            }
            int port = port(chip, "to", to[i]);
            arrived[i] = draft.step(step, port, flits, CYCLES.plus(hopCycles, flits - 1));
        }
        return arrived;
    }

    private static long link(int from, int to) {
        return ((long) from << 32) | to;
    }

    private int resource(int chip, int from, int to) {
        long key = ((long) chip << 40) | ((long) from << 20) | to;
        return links.computeIfAbsent(
                key,
                k -> model.resource(
                        "chip" + chip + ".mesh" + at(from) + "-" + at(to), clock, 1, 0, "mesh.router.clock"));
    }

    /** A router's port to or from a tile or a link's interface. */
    private int port(int chip, String direction, int end) {
        String name = "chip" + chip + ".mesh " + direction
                + (end >= 0 ? " tile[" + end + "]" : " link interface " + at(grid.router(end)));
        return ports.computeIfAbsent(name, n -> model.resource(n, clock, 1, 0, "mesh.router.clock"));
    }

    private String at(int router) {
        return "(" + grid.x(router) + "," + grid.y(router) + ")";
    }
}
