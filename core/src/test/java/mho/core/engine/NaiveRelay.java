package mho.core.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of a run once more, from the words of {@link Relay} alone: an object for every train, lane and unit. */
final class NaiveRelay {
    /** A unit of a train, by its number, that lies in a lane from an edge on. */
    private record Unit(Train train, int number, long from) {}

    static final class Train {
        final NaiveEngine.Job job;
        final int step;
        final Line line;
        final int units;
        final @Nullable Lane from;
        final @Nullable Train whole;
        final List<Train> branches = new ArrayList<>();
        int crossed;

        @Nullable
        Lane lane;

        Train(NaiveEngine.Job job, int step, Line line, int units, @Nullable Lane from, @Nullable Train whole) {
            this.job = job;
            this.step = step;
            this.line = line;
            this.units = units;
            this.from = from;
            this.whole = whole;
        }

        Lane from() {
            return Objects.requireNonNull(from);
        }

        Lane lane() {
            return Objects.requireNonNull(lane);
        }

        boolean readsTheSameUnitAs(Train other) {
            return whole != null && whole == other.whole && crossed == other.crossed;
        }
    }

    static final class Lane {
        final int number;

        @Nullable
        Train owner;

        final List<Train> trains = new ArrayList<>();
        final List<Unit> units = new ArrayList<>();
        final List<Long> roomAgain = new ArrayList<>();
        int lastTrainFrom;
        int lastLaneTaken;

        Lane(int number, int all) {
            this.number = number;
            this.lastTrainFrom = all - 1;
            this.lastLaneTaken = all - 1;
        }
    }

    static final class Line {
        final int number;
        final int resource;
        final boolean exit;
        final List<Lane> lanes = new ArrayList<>();
        final List<Train> queue = new ArrayList<>();
        int lastLaneOfQueue = -1;
        int lastBidder;
        final int[] lastLineTaken = new int[2];
        int lastLaneRead;

        @Nullable
        Train holder;

        Line(int number, int resource, boolean exit) {
            this.number = number;
            this.resource = resource;
            this.exit = exit;
        }
    }

    /** A unit crosses now. */
    record Crossed(Train train, boolean last) {}

    private final PlainModel graph;
    private final Relay relay;
    private final List<Line> lines = new ArrayList<>();

    NaiveRelay(PlainModel graph, Relay relay) {
        this.graph = graph;
        this.relay = relay;
        for (int r = 0; r < graph.resources().size(); r++) {
            if (graph.resources().get(r).line() > 0) {
                lines.add(new Line(lines.size(), r, graph.resources().get(r).line() == 2));
            }
        }
        int all = lines.size() * relay.lanes();
        for (Line line : lines) {
            for (int k = 0; k < relay.lanes(); k++) {
                line.lanes.add(new Lane(line.number * relay.lanes() + k, all));
            }
            line.lastBidder = 2 * lines.size() - 1;
            line.lastLineTaken[0] = lines.size() - 1;
            line.lastLineTaken[1] = lines.size() - 1;
            line.lastLaneRead = relay.lanes() - 1;
        }
    }

    void enter(NaiveEngine.Job job, int step) {
        Line line = lineOf(job, step);
        line.queue.add(new Train(job, step, line, job.steps.get(step).occupancy(), null, null));
    }

    boolean isEmpty() {
        return lines.stream()
                .allMatch(line -> line.queue.isEmpty() && line.lanes.stream().allMatch(lane -> lane.trains.isEmpty()));
    }

    private Line lineOf(NaiveEngine.Job job, int step) {
        int resource = job.steps.get(step).resources().get(0);
        return lines.stream().filter(l -> l.resource == resource).findFirst().orElseThrow();
    }

    /** The next of the numbers after {@code last}, in a circle of so many. */
    private static int place(int number, int last, int circle) {
        return Math.floorMod(number - last - 1, circle);
    }

    List<Crossed> move(long edge) {
        for (Line line : lines) {
            if (!line.queue.isEmpty() && line.queue.get(0).lane == null) {
                IntStream.rangeClosed(1, relay.lanes())
                        .map(k -> (line.lastLaneOfQueue + k) % relay.lanes())
                        .filter(k -> line.lanes.get(k).owner == null)
                        .findFirst()
                        .ifPresent(k -> {
                            give(line.lanes.get(k), line.queue.get(0));
                            line.lastLaneOfQueue = k;
                        });
            }
        }
        List<Runnable> lanesFound = findLanes(edge);
        List<Crossed> crossed = new ArrayList<>();
        for (Train train : chosen(edge)) {
            crossed.add(cross(train, edge));
        }
        lanesFound.forEach(Runnable::run);
        return crossed;
    }

    private static void give(Lane lane, Train train) {
        lane.owner = train;
        train.lane = lane;
    }

    private Stream<Train> branches() {
        return lines.stream()
                .flatMap(line -> line.lanes.stream())
                .filter(lane -> !lane.trains.isEmpty())
                .flatMap(lane -> lane.trains.get(0).branches.stream());
    }

    private List<Runnable> findLanes(long edge) {
        int all = lines.size() * relay.lanes();
        List<Runnable> found = new ArrayList<>();
        for (Line line : lines) {
            List<Train> asking = branches()
                    .filter(t -> t.line == line && t.lane == null && lies(t, edge))
                    .toList();
            for (Train train : asking) {
                Lane from = train.from();
                line.lanes.stream()
                        .filter(lane -> lane.owner == null)
                        .filter(lane -> asking.stream()
                                        .min(Comparator.comparingInt(
                                                t -> place(t.from().number, lane.lastTrainFrom, all)))
                                        .orElseThrow()
                                == train)
                        .min(Comparator.comparingInt(lane -> place(lane.number, from.lastLaneTaken, all)))
                        .ifPresent(lane -> found.add(() -> {
                            give(lane, train);
                            lane.lastTrainFrom = from.number;
                            from.lastLaneTaken = lane.number;
                        }));
            }
        }
        return found;
    }

    /** Whether the train's next unit lies in the lane it comes from, or it stands at its line. */
    private static boolean lies(Train train, long edge) {
        return train.whole == null
                || train.from().units.stream()
                        .anyMatch(u -> u.train == train.whole && u.number == train.crossed && u.from <= edge);
    }

    private boolean mayCross(Train train, long edge) {
        if (train.lane == null || train.crossed == train.units || !lies(train, edge - 1)) {
            return false;
        }
        long roomToCome = train.lane.roomAgain.stream().filter(e -> e > edge).count();
        return train.line.exit || train.lane.units.size() + roomToCome < relay.depth();
    }

    private int bidder(Train train) {
        return train.whole == null ? lines.size() + train.line.number : train.from().number / relay.lanes();
    }

    private List<Train> chosen(long edge) {
        List<Train> chosen = new ArrayList<>();
        for (Line line : lines) {
            Train train = line.holder;
            if (train != null) {
                boolean others =
                        chosen.stream().anyMatch(t -> bidder(t) == bidder(train) && !t.readsTheSameUnitAs(train));
                if (mayCross(train, edge) && !others) {
                    chosen.add(train);
                } else {
                    line.holder = null;
                }
            }
        }
        List<Train> kept = List.copyOf(chosen);
        List<Train> bids = Stream.concat(
                        branches(),
                        lines.stream().filter(l -> !l.queue.isEmpty()).map(l -> l.queue.get(0)))
                .filter(t -> mayCross(t, edge))
                .filter(t -> kept.stream().noneMatch(k -> k.line == t.line || bidder(k) == bidder(t)))
                .toList();
        List<Train> granted = new ArrayList<>();
        for (Line line : lines) {
            bids.stream()
                    .filter(t -> t.line == line)
                    .min(Comparator.<Train>comparingInt(t -> place(bidder(t), line.lastBidder, 2 * lines.size()))
                            .thenComparingInt(t -> t.from == null
                                    ? 0
                                    : place(
                                            t.from.number % relay.lanes(),
                                            lines.get(bidder(t)).lastLaneRead,
                                            relay.lanes())))
                    .ifPresent(granted::add);
        }
        for (Line of : lines) {
            for (int queue = 0; queue < 2; queue++) {
                int bidder = of.number + queue * lines.size();
                int kind = queue;
                Train taken = granted.stream()
                        .filter(t -> bidder(t) == bidder)
                        .min(Comparator.comparingInt(t -> place(t.line.number, of.lastLineTaken[kind], lines.size())))
                        .orElse(null);
                if (taken != null) {
                    for (Train train : granted) {
                        if (train == taken || train.readsTheSameUnitAs(taken)) {
                            chosen.add(train);
                            train.line.lastBidder = bidder;
                        }
                    }
                    of.lastLineTaken[kind] = taken.line.number;
                    if (taken.from != null) {
                        of.lastLaneRead = taken.from.number % relay.lanes();
                    }
                }
            }
        }
        chosen.sort(Comparator.comparingInt(t -> t.line.number));
        return chosen;
    }

    private Crossed cross(Train train, long edge) {
        int unit = train.crossed++;
        boolean last = train.crossed == train.units;
        int delay = train.job.steps.get(train.step).latency();
        if (!train.line.exit) {
            train.lane().units.add(new Unit(train, unit, edge + delay - 1));
            if (unit == 0) {
                train.lane().trains.add(train);
                front(train.lane());
            }
        }
        if (train.whole == null) {
            if (last) {
                train.line.queue.remove(0);
            }
        } else {
            leave(train.from(), train.whole, edge);
        }
        if (last) {
            train.lane().owner = null;
        }
        train.line.holder = relay.held() && !last ? train : null;
        return new Crossed(train, last);
    }

    private void leave(Lane lane, Train whole, long edge) {
        int taken = whole.branches.stream().mapToInt(b -> b.crossed).min().orElseThrow();
        while (!lane.units.isEmpty() && lane.units.get(0).train == whole && lane.units.get(0).number < taken) {
            lane.units.remove(0);
            lane.roomAgain.add(edge + relay.creditCycles());
        }
        if (taken == whole.units) {
            lane.trains.remove(0);
            front(lane);
        }
    }

    /** Whoever is at the front of a lane branches. */
    private void front(Lane lane) {
        if (!lane.trains.isEmpty() && lane.trains.get(0).branches.isEmpty()) {
            Train whole = lane.trains.get(0);
            for (int step = 0; step < whole.job.steps.size(); step++) {
                PlainModel.Step next = whole.job.steps.get(step);
                if (next.train() == 2 && next.after().contains(whole.step)) {
                    whole.branches.add(new Train(whole.job, step, lineOf(whole.job, step), whole.units, lane, whole));
                }
            }
        }
    }
}
