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
import mho.core.engine.SpanListener;
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
    static final int NODES = WIDE * WIDE;
    private static final int BITS = 6;
    private static final int FLIT = 32;

    /**
     * Where a node sends to: Dally & Towles, "Principles and Practices of Interconnection Networks", 2004, section 3.2; those with bits in
     * their names move those of the node's number, 8 y + x.
     */
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
        },
        /** Every bit turned over: the node opposite. */
        BIT_COMPLEMENT {
            @Override
            int target(int x, int y, SplittableRandom random) {
                return NODES - 1 - (y * WIDE + x);
            }
        },
        /** One less than half way round, in both directions. */
        TORNADO {
            @Override
            int target(int x, int y, SplittableRandom random) {
                int way = WIDE / 2 - 1;
                return (y + way) % WIDE * WIDE + (x + way) % WIDE;
            }
        },
        /** Bits turned by one to the left. */
        SHUFFLE {
            @Override
            int target(int x, int y, SplittableRandom random) {
                int node = y * WIDE + x;
                return (node << 1 | node >> BITS - 1) % NODES;
            }
        },
        /** Bits in the opposite order. */
        BIT_REVERSE {
            @Override
            int target(int x, int y, SplittableRandom random) {
                return Integer.reverse(y * WIDE + x) >>> Integer.SIZE - BITS;
            }
        },
        /** One packet in eight to one node beside the middle, the others anywhere. */
        HOTSPOT {
            @Override
            int target(int x, int y, SplittableRandom random) {
                return random.nextInt(8) == 0 ? 3 * WIDE + 3 : random.nextInt(NODES);
            }
        };

        abstract int target(int x, int y, SplittableRandom random);
    }

    /** A packet to be sent from node to node in some cycle. */
    record Sent(int cycle, int from, int to) {}

    /** Mean cycles from when a packet is to be sent to its last flit's arrival, of those of the latter four fifths of the time. */
    double latency(double flitsPerNodeAndCycle) {
        ModelBuilder model = Model.builder();
        Mesh mesh = new Mesh(model, channels, flits);
        List<Integer> before = new ArrayList<>();
        List<Integer> measured = new ArrayList<>();
        List<Integer> behind = new ArrayList<>();
        long sent = 0;
        for (Sent packet : packets(flitsPerNodeAndCycle)) {
            boolean counts = counts(packet.cycle);
            (counts ? measured : packet.cycle < cycles ? before : behind).add(mesh.recipe(packet));
            sent += counts ? packet.cycle : 0;
        }
        int stage = stage(model, measured);
        stage(model, before);
        stage(model, behind);
        Timeline timeline = Engine.run(model.build(), 1, Watcher.NONE);
        return (timeline.sojournSum(stage).doubleValue() - sent) / measured.size();
    }

    boolean counts(long cycle) {
        return cycle >= cycles / 5 && cycle < cycles;
    }

    /** For as many cycles again as half of them, so that those measured go on among others. */
    List<Sent> packets(double flitsPerNodeAndCycle) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Sent> packets = new ArrayList<>();
        for (int cycle = 0; cycle < cycles * 3 / 2; cycle++) {
            for (int node = 0; node < NODES; node++) {
                if (random.nextDouble() < flitsPerNodeAndCycle / flits) {
                    packets.add(new Sent(cycle, node, pattern.target(node % WIDE, node / WIDE, random)));
                }
            }
        }
        return packets;
    }

    /** When the last flit of each of them is there. */
    long[] delivered(List<Sent> packets) {
        ModelBuilder builder = Model.builder();
        Mesh mesh = new Mesh(builder, channels, flits);
        stage(builder, packets.stream().map(mesh::recipe).toList());
        Model model = builder.build();
        long[] there = new long[packets.size()];
        Engine.run(model, 1, new Watcher() {
            @Override
            public void progress(long events, long now) {}

            @Override
            public SpanListener spans() {
                return new LastCrossings(there);
            }
        });
        return there;
    }

    /** A packet is there a hop behind the last crossing of any of its flits. */
    private record LastCrossings(long[] there) implements SpanListener {
        @Override
        public void busy(int server, int stage, int image, int window, long ready, long start, long end) {
            there[window] = Math.max(there[window], start + HOP);
        }

        @Override
        public void held(int edge, long now, long windows) {}

        @Override
        public void ended(Timeline timeline) {}
    }

    /** The routers, a tile at each. */
    private static final class Mesh {
        private final ModelBuilder model;
        private final int clock;
        private final BufferedPackets mesh;
        private final int[] tileAt = new int[NODES];
        private final Load load;
        private final ActionIndex actions = new ActionIndex();

        Mesh(ModelBuilder model, Channels channels, int flits) {
            this.model = model;
            this.clock = model.clock(Clock.ofPeriod(1));
            this.load = new Load(FLIT * (double) flits, 1);
            Attachments ends = new Attachments(NODES, 1, 2, new GridMesh().routes(NODES, WIDE));
            this.mesh = new BufferedPackets(model, ends, clock, Packets.of(FLIT), HOP, channels);
            for (int tile = 0; tile < NODES; tile++) {
                tileAt[ends.router(tile)] = tile;
            }
        }

        int recipe(Sent packet) {
            Draft draft = new Draft(model, actions);
            int due = draft.delay(Draft.START, clock, packet.cycle);
            mesh.carry(draft, due, 0, tileAt[packet.from], new int[] {tileAt[packet.to]}, load);
            draft.build();
            return draft.recipe();
        }
    }

    private static int stage(ModelBuilder model, List<Integer> recipes) {
        int[] each = recipes.stream().mapToInt(Integer::intValue).toArray();
        return each.length == 0 ? -1 : model.stage("packets", each.length, each, 0);
    }
}
