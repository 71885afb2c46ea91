package mho.core.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The engine once more, from the words of {@link Model} alone and with no thought of speed: an object for every event,
 * job, server and reservation, and every condition counted out anew each time it is asked.
 */
final class NaiveEngine {
    final class Job {
        final int stage;
        final int image;
        final int window;
        final List<PlainModel.Step> steps;
        final boolean[] stepDone;
        final long began = now;
        long firstStart = Long.MAX_VALUE;
        long ended = -1;
        boolean slotFreed;

        Job(int stage, int image, int window) {
            this.stage = stage;
            this.image = image;
            this.window = window;
            this.steps = graph.recipes().get(graph.stages().get(stage).recipe(window));
            this.stepDone = new boolean[steps.size()];
        }
    }

    /** A step is done, or without a job: an image comes. */
    private record Event(long time, long order, @Nullable Job job, int step) {
        /** Trains move last in a tick. */
        boolean trainsMove() {
            return step == TRAINS;
        }
    }

    record Reservation(long from, long to) {}

    /** What a server is reserved for, and when it was. */
    record Span(int server, int stage, int image, int window, long ready, long from, long to) {}

    /** What a buffer holds from then on. */
    record Held(int edge, long time, long windows) {}

    private static final class Server {
        long free;
        int configuration = -1;
    }

    final PlainModel graph;
    final List<NaiveClock> clocks;
    final List<List<Job>> jobs = new ArrayList<>();
    final List<List<Reservation>> reservations = new ArrayList<>();
    final List<Span> spans = new ArrayList<>();
    final List<Held> held = new ArrayList<>();
    final int[] peakHeld;
    long end;
    long events;
    private final List<List<Server>> servers = new ArrayList<>();
    private final PriorityQueue<Event> agenda = new PriorityQueue<>(Comparator.comparingLong(Event::time)
            .thenComparing(Event::trainsMove)
            .thenComparingLong(Event::order));
    private static final int TRAINS = -2;
    private final @Nullable NaiveRelay trains;
    private final @Nullable NaiveClock clockOfTrains;
    private final Set<Long> movesAt = new HashSet<>();
    private long lastMove;
    private long now;
    private long scheduled;

    NaiveEngine(PlainModel graph) {
        this.graph = graph;
        clocks = graph.clocksHertz().stream().map(NaiveClock::new).toList();
        Relay relay = graph.relay();
        trains = relay == null ? null : new NaiveRelay(graph, relay);
        clockOfTrains = relay == null ? null : clocks.get(relay.clock());
        for (PlainModel.Resource r : graph.resources()) {
            servers.add(
                    IntStream.range(0, r.servers()).mapToObj(i -> new Server()).toList());
            reservations.add(new ArrayList<>());
        }
        graph.stages().forEach(s -> jobs.add(new ArrayList<>()));
        peakHeld = new int[graph.edges().size()];
    }

    /** Runs to the end; returns the stages that are stuck, none if all went well. */
    List<Integer> run() {
        graph.arrivals().forEach(at -> agenda.add(new Event(at, scheduled++, null, -1)));
        IntStream.range(0, jobs.size()).forEach(this::startWindows);
        noteHeld();
        while (!agenda.isEmpty()) {
            Event event = agenda.remove();
            now = event.time;
            if (event.trainsMove()) {
                moveTrains(); // which starts and ends no window
                continue;
            }
            if (event.job == null) {
                IntStream.range(0, jobs.size()).forEach(this::startWindows);
            } else {
                end = Math.max(end, now);
                events++;
                complete(event.job, event.step);
            }
            noteHeld();
        }
        return IntStream.range(0, jobs.size())
                .filter(s -> jobs.get(s).size() < windows(s) * graph.images()
                        || jobs.get(s).stream().anyMatch(j -> j.ended < 0))
                .boxed()
                .toList();
    }

    private void complete(Job job, int step) {
        job.stepDone[step] = true;
        for (int next = 0; next < job.steps.size(); next++) {
            List<Integer> after = job.steps.get(next).after();
            if (job.steps.get(next).train() < 2
                    && after.contains(step)
                    && after.stream().allMatch(s -> job.stepDone[s])) {
                ready(job, next);
            }
        }
        if (job.steps.get(step).frees()) {
            job.slotFreed = true;
            startWindows(job.stage);
        }
        if (IntStream.range(0, job.stepDone.length).allMatch(s -> job.stepDone[s] || underWay(job, s))) {
            job.slotFreed = true;
            job.ended = now;
            graph.edges().stream().filter(e -> e.producer() == job.stage).forEach(e -> startWindows(e.consumer()));
            graph.edges().stream().filter(e -> e.consumer() == job.stage).forEach(e -> startWindows(e.producer()));
            startWindows(job.stage);
        }
    }

    /** A train that does not leave its lines has no end of its own. */
    private boolean underWay(Job job, int step) {
        return job.steps.get(step).train() > 0
                && graph.resources().get(job.steps.get(step).resources().get(0)).line() == 1;
    }

    private void moveTrainsAt(long time) {
        if (movesAt.add(time)) {
            agenda.add(new Event(time, scheduled++, null, TRAINS));
        }
    }

    private void moveTrains() {
        NaiveRelay relay = Objects.requireNonNull(trains);
        NaiveClock clock = Objects.requireNonNull(clockOfTrains);
        long edge = clock.indexAtOrAfter(now);
        for (NaiveRelay.Crossed crossed : relay.move(edge)) {
            events++;
            lastMove = edge;
            NaiveRelay.Train train = crossed.train();
            long until = clock.edge(edge + 1);
            int resource = train.line.resource;
            Job job = train.job;
            reservations.get(resource).add(new Reservation(now, until));
            spans.add(new Span(firstServer(resource), job.stage, job.image, job.window, now, now, until));
            end = Math.max(end, until);
            if (crossed.last() && train.line.exit) {
                PlainModel.Step step = job.steps.get(train.step);
                long completion = clock.edge(edge + step.latency());
                if (step.align() >= 0) {
                    NaiveClock align = clocks.get(step.align());
                    completion = align.edge(align.indexAtOrAfter(completion));
                }
                agenda.add(new Event(completion, scheduled++, job, train.step));
            }
        }
        if (!relay.isEmpty() && edge < lastMove + 100) {
            moveTrainsAt(clock.edge(edge + 1));
        }
    }

    private void noteHeld() {
        for (int e = 0; e < graph.edges().size(); e++) {
            held.add(new Held(e, now, held(graph.edges().get(e))));
        }
    }

    private void startWindows(int stage) {
        while (mayStart(stage)) {
            int number = jobs.get(stage).size();
            Job job = new Job(stage, number / windows(stage), number % windows(stage));
            jobs.get(stage).add(job);
            for (int e = 0; e < graph.edges().size(); e++) {
                if (graph.edges().get(e).producer() == stage) {
                    peakHeld[e] = Math.max(peakHeld[e], held(graph.edges().get(e)));
                }
            }
            for (int step = 0; step < job.steps.size(); step++) {
                if (job.steps.get(step).after().isEmpty()) {
                    job.firstStart = Math.min(job.firstStart, ready(job, step));
                }
            }
        }
    }

    private boolean mayStart(int stage) {
        int number = jobs.get(stage).size();
        int slots = graph.stages().get(stage).slots();
        if (number == windows(stage) * graph.images()
                || slots > 0
                        && jobs.get(stage).stream().filter(j -> !j.slotFreed).count() >= slots) {
            return false;
        }
        int image = number / windows(stage);
        if (!graph.arrivals().isEmpty() && graph.arrivals().get(image) > now) {
            return false;
        }
        for (PlainModel.Edge e : graph.edges()) {
            if (e.consumer() == stage) {
                int last = e.lastNeeded().get(number % windows(stage));
                int needed = image - e.lag();
                if (last >= 0 && needed >= 0 && !arrived(e.producer(), needed * windows(e.producer()) + last)) {
                    return false;
                }
            }
            if (e.producer() == stage && held(e) >= e.capacity()) {
                return false;
            }
        }
        return true;
    }

    /** A window has arrived when it and all before it are done. */
    private boolean arrived(int stage, int number) {
        if (jobs.get(stage).size() <= number) {
            return false;
        }
        for (int earlier = 0; earlier <= number; earlier++) {
            if (jobs.get(stage).get(earlier).ended < 0) {
                return false;
            }
        }
        return true;
    }

    /** Producer windows that started and have not both arrived and been released. */
    private int held(PlainModel.Edge e) {
        int held = 0;
        for (int number = 0; number < jobs.get(e.producer()).size(); number++) {
            if (!arrived(e.producer(), number) || !released(e, number)) {
                held++;
            }
        }
        return held;
    }

    private boolean released(PlainModel.Edge e, int producerNumber) {
        int image = producerNumber / windows(e.producer());
        int window = producerNumber % windows(e.producer());
        int ofConsumer = windows(e.consumer());
        if (arrived(e.consumer(), graph.images() * ofConsumer - 1)) {
            return true;
        }
        for (int w = 0; w < ofConsumer; w++) {
            boolean releases = window < e.keptFrom().get(w) || w == ofConsumer - 1;
            if (releases && arrived(e.consumer(), (image + e.lag()) * ofConsumer + w)) {
                return true;
            }
        }
        return false;
    }

    /** Reserves what the step needs and schedules its completion; returns its start. */
    private long ready(Job job, int number) {
        PlainModel.Step step = job.steps.get(number);
        if (step.train() == 1) {
            Objects.requireNonNull(trains).enter(job, number);
            NaiveClock clock = Objects.requireNonNull(clockOfTrains);
            long begins = clock.edge(clock.indexAtOrAfter(now));
            lastMove = Math.max(lastMove, clock.indexAtOrAfter(now));
            moveTrainsAt(begins);
            return begins;
        }
        long free = now;
        int setup = 0;
        List<Server> taken = new ArrayList<>();
        for (int r : step.resources()) {
            Server earliest = servers.get(r).stream()
                    .min(Comparator.comparingLong(s -> s.free))
                    .orElseThrow();
            taken.add(earliest);
            free = Math.max(free, earliest.free);
            if (step.configuration() >= 0 && earliest.configuration != step.configuration()) {
                setup = Math.max(setup, graph.resources().get(r).setup());
                earliest.configuration = step.configuration();
            }
        }
        NaiveClock clock = clocks.get(
                step.resources().isEmpty()
                        ? step.clock()
                        : graph.resources().get(step.resources().get(0)).clock());
        long edge = clock.indexAtOrAfter(free);
        long start = clock.edge(edge);
        long until = clock.edge(edge + setup + step.occupancy());
        taken.forEach(server -> server.free = until);
        step.resources().forEach(r -> reservations.get(r).add(new Reservation(start, until)));
        for (int i = 0; i < taken.size(); i++) {
            int server = firstServer(step.resources().get(i))
                    + indexOf(taken.get(i), step.resources().get(i));
            spans.add(new Span(server, job.stage, job.image, job.window, now, start, until));
        }
        end = Math.max(end, taken.isEmpty() ? 0 : until);
        long completion = clock.edge(edge + setup + step.latency());
        if (step.align() >= 0) {
            NaiveClock align = clocks.get(step.align());
            completion = align.edge(align.indexAtOrAfter(completion));
        }
        agenda.add(new Event(completion, scheduled++, job, number));
        return start;
    }

    private int firstServer(int resource) {
        return servers.subList(0, resource).stream().mapToInt(List::size).sum();
    }

    private int indexOf(Server server, int resource) {
        return IntStream.range(0, servers.get(resource).size())
                .filter(i -> servers.get(resource).get(i) == server)
                .findFirst()
                .orElseThrow();
    }

    int windows(int stage) {
        return graph.stages().get(stage).windows();
    }

    /** Ticks the resource is reserved between two times. */
    long busy(int resource, long from, long to) {
        return reservations.get(resource).stream()
                .mapToLong(r -> Math.max(0, Math.min(r.to, to) - Math.max(r.from, from)))
                .sum();
    }

    BigInteger sojourn(int stage) {
        return jobs.get(stage).stream()
                .map(j -> BigInteger.valueOf(j.ended - j.began))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
