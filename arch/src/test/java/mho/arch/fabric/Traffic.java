package mho.arch.fabric;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mho.arch.topology.GridMesh;
import mho.core.cost.ActionIndex;
import mho.core.engine.Clock;
import mho.core.engine.Engine;
import mho.core.engine.Model;
import mho.core.engine.ModelBuilder;
import mho.core.engine.Timeline;
import mho.core.engine.Watcher;
import mho.periphery.interconnect.Channels;

/**
 * Packets of one length that every node of a grid sends at random (in each cycle with one probability), all by the same pattern, through
 * routers of two cycles a hop.
 */
record Traffic(Channels channels, Pattern pattern, int flits, int cycles, long seed) {
    static final int WIDE = 8;
    static final int HOP = 2;
    private static final int NODES = WIDE * WIDE;
    private static final int FLIT = 32;

    /** Where a node sends to. */
    enum Pattern {
        /** Anywhere, itself included. */
        UNIFORM {
            @Override
            int target(int x, int y, SplittableRandom random) {
                return random.nextInt(NODES);
            }
        },
        TRANSPOSE {
            @Override
            int target(int x, int y, SplittableRandom random) {
                return x * WIDE + y;
            }
        },
        /** The next in both directions, from the last on to the first. */
        NEIGHBOR {
            @Override
            int target(int x, int y, SplittableRandom random) {
                return (y + 1) % WIDE * WIDE + (x + 1) % WIDE;
            }
        };

        abstract int target(int x, int y, SplittableRandom random);
    }

    /** Mean cycles from when a packet is to be sent to its last flit's arrival, of those of the latter four fifths of the time. */
    double latency(double flitsPerNodeAndCycle) {
        SplittableRandom random = new SplittableRandom(seed);
        ModelBuilder model = Model.builder();
        Attachments ends = new Attachments(NODES, 1, 2, new GridMesh().routes(NODES, WIDE));
        int clock = model.clock(Clock.ofPeriod(1));
        BufferedPackets mesh = new BufferedPackets(model, ends, clock, Packets.of(FLIT), HOP, channels);
        int[] tileAt = new int[NODES];
        for (int tile = 0; tile < NODES; tile++) {
            tileAt[ends.router(tile)] = tile;
        }
        Load load = new Load(FLIT * (double) flits, 1);
        ActionIndex actions = new ActionIndex();
        List<Integer> before = new ArrayList<>();
        List<Integer> measured = new ArrayList<>();
        List<Integer> behind = new ArrayList<>();
        long sent = 0;
        // As many cycles again as half of them, so that those measured go on among others.
        for (int cycle = 0; cycle < cycles * 3 / 2; cycle++) {
            for (int node = 0; node < NODES; node++) {
                if (random.nextDouble() < flitsPerNodeAndCycle / flits) {
                    int target = pattern.target(node % WIDE, node / WIDE, random);
                    Draft draft = new Draft(model, actions);
                    int due = draft.delay(Draft.START, clock, cycle);
                    mesh.carry(draft, due, 0, tileAt[node], new int[] {tileAt[target]}, load);
                    draft.build();
                    boolean counts = cycle >= cycles / 5 && cycle < cycles;
                    (counts ? measured : cycle < cycles ? before : behind).add(draft.recipe());
                    sent += counts ? cycle : 0;
                }
            }
        }
        int stage = stage(model, measured);
        stage(model, before);
        stage(model, behind);
        Timeline timeline = Engine.run(model.build(), 1, Watcher.NONE);
        return (timeline.sojournSum(stage).doubleValue() - sent) / measured.size();
    }

    private static int stage(ModelBuilder model, List<Integer> recipes) {
        int[] each = recipes.stream().mapToInt(Integer::intValue).toArray();
        return each.length == 0 ? -1 : model.stage("packets", each.length, each, 0);
    }
}
