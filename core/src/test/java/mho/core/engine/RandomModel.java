package mho.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small models of every kind, each from a seed. Some deadlock. */
final class RandomModel {
    private static final long[] HERTZ = {
        1_000_000_000L, 1_200_000_000L, 3_000_000_000L, 999_999_937L, 1_280_000_000L, 700_000_000L, 100_000_000_000_000L
    };

    private static final long[] REPEATING_HERTZ = {1_000_000_000L, 1_200_000_000L, 3_000_000_000L, 1_600_000_000L};

    private final SplittableRandom random;
    private int clocks;
    private int resources;

    private final boolean lagsAndArrivals;

    RandomModel(long seed) {
        this(seed, false);
    }

    private RandomModel(long seed, boolean lagsAndArrivals) {
        random = new SplittableRandom(seed);
        this.lagsAndArrivals = lagsAndArrivals;
    }

    /** The same with edges that lag and images that come one by one. */
    static PlainModel open(long seed) {
        return new RandomModel(seed, true).next();
    }

    /** The same with lines that trains cross, some of them branching; most have room for a train, and some get caught. */
    static PlainModel withTrains(long seed) {
        RandomModel random = new RandomModel(seed, seed % 2 == 0);
        return random.crossing(random.next());
    }

    private PlainModel crossing(PlainModel graph) {
        Relay relay = new Relay(random.nextInt(clocks), between(1, 3), between(1, 6), between(0, 3), chance(0.5));
        int first = resources;
        int lines = between(2, 9);
        List<PlainModel.Resource> all = new ArrayList<>(graph.resources());
        for (int i = 0; i < lines; i++) {
            all.add(new PlainModel.Resource(relay.clock(), 1, 0, i == lines - 1 || chance(0.3) ? 2 : 1));
        }
        List<List<PlainModel.Step>> recipes = new ArrayList<>();
        for (List<PlainModel.Step> recipe : graph.recipes()) {
            List<PlainModel.Step> steps = new ArrayList<>(recipe);
            for (int trains = between(0, 2); trains > 0; trains--) {
                train(steps, all, first, relay);
            }
            recipes.add(steps);
        }
        return new PlainModel(
                graph.clocksHertz(),
                all,
                recipes,
                graph.stages(),
                graph.edges(),
                graph.images(),
                graph.arrivals(),
                relay);
    }

    /** From line to line of higher numbers, branching, and sometimes with a step behind an exit. */
    private void train(List<PlainModel.Step> steps, List<PlainModel.Resource> all, int first, Relay relay) {
        List<Integer> after = chance(0.3) ? List.of() : List.of(after(steps, all));
        int begin = steps.size();
        int line = between(first, chance(0.7) ? first : all.size() - 1);
        steps.add(trainStep(line, relay, between(1, chance(0.85) ? relay.depth() : 9), between(2, 5), after, 1));
        for (int step = begin; step < steps.size(); step++) {
            int at = steps.get(step).resources().get(0);
            if (all.get(at).line() == 1) {
                List<Integer> onwards = new ArrayList<>();
                for (int next = at + 1; next < all.size(); next++) {
                    if (onwards.size() < 3 && chance(0.4) || onwards.isEmpty() && next == all.size() - 1) {
                        onwards.add(next);
                    }
                }
                PlainModel.Step train = steps.get(step);
                for (int next : onwards) {
                    steps.add(trainStep(next, relay, train.occupancy(), train.latency(), List.of(step), 2));
                }
            }
        }
        if (chance(0.5)) {
            steps.add(new PlainModel.Step(
                    List.of(random.nextInt(resources)), 0, 2, 3, -1, -1, List.of(after(steps, all)), false));
        }
    }

    private PlainModel.Step trainStep(int line, Relay relay, int units, int delay, List<Integer> after, int train) {
        return new PlainModel.Step(List.of(line), relay.clock(), units, delay, -1, -1, after, false, train);
    }

    /** A step that others may wait for. */
    private int after(List<PlainModel.Step> steps, List<PlainModel.Resource> all) {
        while (true) {
            int step = random.nextInt(steps.size());
            PlainModel.Step chosen = steps.get(step);
            if (chosen.train() == 0 || all.get(chosen.resources().get(0)).line() == 2) {
                return step;
            }
        }
    }

    /** Of any kind but with clocks whose edges soon repeat together, slots and buffers that are bounded. */
    static PlainModel repeating(long seed) {
        PlainModel graph = new RandomModel(seed, seed % 2 == 0).next();
        SplittableRandom random = new SplittableRandom(seed);
        List<Long> hertz = graph.clocksHertz().stream()
                .map(any -> REPEATING_HERTZ[random.nextInt(REPEATING_HERTZ.length)])
                .toList();
        List<PlainModel.Stage> stages = graph.stages().stream()
                .map(s -> new PlainModel.Stage(s.windows(), s.recipes(), s.slots() == 0 ? 5 : s.slots()))
                .toList();
        List<PlainModel.Edge> edges = graph.edges().stream()
                .map(e -> new PlainModel.Edge(
                        e.producer(), e.consumer(), e.lastNeeded(), e.keptFrom(), Math.min(e.capacity(), 60), e.lag()))
                .toList();
        return new PlainModel(
                hertz, graph.resources(), graph.recipes(), stages, edges, graph.images(), List.of(), graph.relay());
    }

    PlainModel next() {
        clocks = between(1, 3);
        List<Long> hertz = IntStream.range(0, clocks)
                .mapToObj(i -> HERTZ[random.nextInt(HERTZ.length)])
                .toList();
        resources = between(1, 6);
        List<PlainModel.Resource> all = IntStream.range(0, resources)
                .mapToObj(i ->
                        new PlainModel.Resource(random.nextInt(clocks), chance(0.6) ? 1 : between(2, 4), between(0, 4)))
                .toList();
        int count = between(1, 5);
        List<List<PlainModel.Step>> recipes =
                IntStream.range(0, count).mapToObj(i -> recipe()).toList();
        List<PlainModel.Stage> stages = IntStream.range(0, between(1, 6))
                .mapToObj(i -> stage(recipes.size()))
                .toList();
        PlainModel graph = new PlainModel(hertz, all, recipes, stages, edges(stages), between(1, 4), List.of());
        // Drawn last, so that models without them are the ones they were.
        return lagsAndArrivals ? arriving(lagging(graph)) : graph;
    }

    /** Edges between stages lag, and some lead back. */
    private PlainModel lagging(PlainModel graph) {
        List<PlainModel.Edge> edges = new ArrayList<>();
        for (PlainModel.Edge e : graph.edges()) {
            int lag = chance(0.3) ? between(1, 3) : 0;
            edges.add(lagging(e, lag, graph));
        }
        for (int producer = 1; producer < graph.stages().size(); producer++) {
            if (chance(0.2)) {
                int consumer = between(0, producer - 1);
                edges.add(lagging(edge(producer, consumer, graph.stages()), between(chance(0.1) ? 0 : 1, 3), graph));
            }
        }
        return new PlainModel(
                graph.clocksHertz(),
                graph.resources(),
                graph.recipes(),
                graph.stages(),
                List.copyOf(edges),
                between(1, 5),
                List.of());
    }

    /** Often with room for the images it lags behind, sometimes without. */
    private PlainModel.Edge lagging(PlainModel.Edge e, int lag, PlainModel graph) {
        long behind = (long) lag * graph.stages().get(e.producer()).windows();
        int capacity = (int) Math.min(Model.UNBOUNDED, e.capacity() + (chance(0.7) ? behind : 0));
        return new PlainModel.Edge(e.producer(), e.consumer(), e.lastNeeded(), e.keptFrom(), capacity, lag);
    }

    /** Early, late, together, on edges of a clock and between them. */
    private PlainModel arriving(PlainModel graph) {
        if (chance(0.25)) {
            return graph;
        }
        long apart = (long) Math.pow(10, 2 + 7 * random.nextDouble());
        long now = chance(0.4) ? 0 : random.nextLong(apart);
        List<Long> arrivals = new ArrayList<>();
        for (int image = 0; image < graph.images(); image++) {
            arrivals.add(now);
            now += chance(0.2) ? 0 : chance(0.2) ? 1_000_000 : random.nextLong(apart);
        }
        return new PlainModel(
                graph.clocksHertz(),
                graph.resources(),
                graph.recipes(),
                graph.stages(),
                graph.edges(),
                graph.images(),
                List.copyOf(arrivals));
    }

    private List<PlainModel.Step> recipe() {
        int size = between(1, 8);
        int frees = chance(0.3) ? random.nextInt(size) : -1;
        List<PlainModel.Step> steps = new ArrayList<>();
        for (int s = 0; s < size; s++) {
            List<Integer> after = new ArrayList<>();
            for (int p = 0; p < s; p++) {
                if (chance(p == s - 1 ? 0.6 : 0.2)) {
                    after.add(p);
                }
            }
            int width = chance(0.1) ? 0 : chance(0.7) ? 1 : between(1, resources);
            steps.add(new PlainModel.Step(
                    shuffledResources().subList(0, width),
                    random.nextInt(clocks),
                    width == 0 ? 0 : between(0, 6),
                    between(0, 8),
                    width == 0 || chance(0.5) ? -1 : random.nextInt(3),
                    chance(0.2) ? random.nextInt(clocks) : -1,
                    after,
                    s == frees));
        }
        return steps;
    }

    private PlainModel.Stage stage(int recipes) {
        int windows = chance(0.3) ? 1 : between(1, 12);
        List<Integer> ofWindow = IntStream.range(0, chance(0.5) ? 1 : windows)
                .mapToObj(w -> random.nextInt(recipes))
                .toList();
        return new PlainModel.Stage(windows, ofWindow, chance(0.4) ? 0 : between(1, 4));
    }

    private List<PlainModel.Edge> edges(List<PlainModel.Stage> stages) {
        List<PlainModel.Edge> edges = new ArrayList<>();
        for (int consumer = 0; consumer < stages.size(); consumer++) {
            for (int producer = 0; producer < consumer; producer++) {
                if (chance(producer == consumer - 1 ? 0.7 : 0.2)) {
                    edges.add(edge(producer, consumer, stages));
                }
            }
            if (chance(0.15)) {
                edges.add(recurrence(consumer, stages.get(consumer).windows()));
            }
        }
        return edges;
    }

    /** A sliding window of some width and stride, or anything at all. */
    private PlainModel.Edge edge(int producer, int consumer, List<PlainModel.Stage> stages) {
        int produced = stages.get(producer).windows();
        int consumed = stages.get(consumer).windows();
        List<Integer> lastNeeded = new ArrayList<>();
        List<Integer> keptFrom = new ArrayList<>();
        int kernel = between(1, produced);
        int roomNeeded = 1;
        int kept = 0;
        for (int w = 0; w < consumed; w++) {
            int first = Math.min(produced - 1, w * produced / consumed);
            int last = chance(0.05) ? -1 : Math.min(produced - 1, first + kernel - 1);
            int nextFirst = w == consumed - 1 ? produced : Math.min(produced - 1, (w + 1) * produced / consumed);
            roomNeeded = Math.max(roomNeeded, last + 1 - kept);
            kept = chance(0.1) ? kept : nextFirst;
            lastNeeded.add(last);
            keptFrom.add(kept);
        }
        int capacity = chance(0.2)
                ? Model.UNBOUNDED
                : chance(0.1) ? between(1, 4) : roomNeeded + (chance(0.5) ? produced : between(0, 3));
        return new PlainModel.Edge(producer, consumer, lastNeeded, keptFrom, capacity, 0);
    }

    private PlainModel.Edge recurrence(int stage, int windows) {
        int lag = between(1, 2);
        List<Integer> lastNeeded =
                IntStream.range(0, windows).mapToObj(w -> Math.max(-1, w - lag)).toList();
        List<Integer> keptFrom = IntStream.range(0, windows)
                .mapToObj(w -> Math.max(0, w + 1 - lag))
                .toList();
        return new PlainModel.Edge(stage, stage, lastNeeded, keptFrom, lag + between(chance(0.1) ? 0 : 1, 3), 0);
    }

    private List<Integer> shuffledResources() {
        List<Integer> shuffled =
                new ArrayList<>(IntStream.range(0, resources).boxed().toList());
        for (int i = resources - 1; i > 0; i--) {
            shuffled.set(i, shuffled.set(random.nextInt(i + 1), shuffled.get(i)));
        }
        return List.copyOf(shuffled);
    }

    private int between(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }
}
