package mho.arch.fabric;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import mho.arch.chip.Mesh;
import mho.arch.topology.RouterNetwork;
import mho.core.engine.Cycles;
import mho.core.engine.ModelBuilder;

/**
 * Switched circuits: a configured tree of segments carries a vector of durations in parallel, to all receivers at once.
 *
 * <p>There are {@code planes} segments side by side, each with {@code lanes} wires; a longer vector takes several passes, each as long
 * as the longest duration, and a value of more bits than a duration has goes as several pulses. All segments of the
 * tree are held together, so a busy one makes the vector wait, and a segment that last belonged to another tree is first
 * reconfigured.
 */
final class CircuitSwitching implements Switching {
    static final Cycles CYCLES =
            new Cycles("mesh.segment", "more lanes (mesh.segment.lanes) or shorter durations (mesh.bits)");

    private final ModelBuilder model;
    private final Attachments ends;
    private final RouterNetwork routes;
    private final int clock;
    private final int planes;
    private final int lanes;
    private final int pulseBits;
    private final int passCycles;
    private final int hopCycles;
    private final int setupCycles;
    private final Map<Hop, Integer> segments = new HashMap<>();
    private final Map<String, Integer> trees = new HashMap<>();

    /**
     * @param planes segments side by side between neighbours
     * @param lanes values that one segment carries side by side
     * @param pulseBits bits of a duration
     * @param passCycles longest duration, in cycles of the mesh's clock
     * @param hopCycles delay of a segment
     * @param setupCycles time to reconfigure a segment
     */
    CircuitSwitching(
            ModelBuilder model,
            Attachments ends,
            int clock,
            int planes,
            int lanes,
            int pulseBits,
            int passCycles,
            int hopCycles,
            int setupCycles) {
        this.model = model;
        this.ends = ends;
        this.routes = ends.routes();
        this.clock = clock;
        this.planes = planes;
        this.lanes = lanes;
        this.pulseBits = pulseBits;
        this.passCycles = passCycles;
        this.hopCycles = hopCycles;
        this.setupCycles = setupCycles;
    }

    @Override
    public int lanes() {
        return lanes;
    }

    @Override
    public int[] carry(Draft draft, int after, int chip, int from, int[] to, Load load) {
        int source = ends.router(from);
        TreeSet<Integer> tree = new TreeSet<>();
        tree.add(segment(chip, source, source));
        int longest = 0;
        for (int receiver : to) {
            int target = ends.router(receiver);
            int hops = 0;
            for (int router = source; router != target; hops++) {
                int next = routes.next(router, target);
                tree.add(segment(chip, router, next));
                router = next;
            }
            longest = Math.max(longest, hops);
        }
        int[] held = tree.stream().mapToInt(Integer::intValue).toArray();
        int configuration = trees.computeIfAbsent(Arrays.toString(held), t -> trees.size());
        int pulsesPerValue = (load.bits() + pulseBits - 1) / pulseBits;
        double pulses = load.values() * pulsesPerValue;
        int passes = CYCLES.of(pulses / lanes);
        int cycles = CYCLES.times(passes, passCycles);
        draft.act(Mesh.HOP, pulses * held.length);
        int step =
                draft.path(after, held, cycles, CYCLES.plus(cycles, CYCLES.times(hopCycles, longest)), configuration);
        int[] arrived = new int[to.length];
        Arrays.fill(arrived, step);
        return arrived;
    }

    /** From a router to itself: the lanes that lead from the tile into the mesh. */
    private int segment(int chip, int from, int to) {
        return segments.computeIfAbsent(new Hop(chip, from, to), hop -> {
            String name = from == to ? routes.at(from) + " entry" : routes.at(from) + "-" + routes.at(to);
            return model.resource("chip" + chip + ".mesh" + name, clock, planes, setupCycles, "mesh.unit");
        });
    }
}
