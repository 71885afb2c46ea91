package mho.core.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Moves the trains of a run, edge by edge, as {@link Relay} says. Lines and lanes are numbered through, a line's lanes one after the
 * other. Who bids for a line is the lanes of a line, by its number, or the queue of trains that begin at it, by its number and that of
 * all lines.
 */
final class Crossings {
    private static final int NONE = Trains.NONE;

    private final Relay relay;
    private final int[] code;
    private final int[] claims;
    private final int[] lineOf;
    private final int lines;
    private final int perLine;
    private final boolean[] exit;
    private final Clock clock;
    private final Servers servers;
    private final RadixHeap agenda;
    private final @Nullable SpanReporter teller;
    private final Trains trains = new Trains();
    private final Lanes lanes;
    private final Queues queues;
    private final Bids bids;

    /** Lines with trains in any of their lanes, and how many lanes of each. */
    private final long[] filled;

    private final int[] lanesFilled;
    private int present;

    // Whose turn it is: the last that a lane was given to, and that a train of a lane took; likewise of lines, of those
    // who bid, and of the lanes of a line.
    private final int[] laneTo;
    private final int[] laneBy;
    private final int[] lineTo;
    private final int[] lineBy;
    private final int[] laneOf;

    /** The train that keeps a line, and that crosses it at this edge. */
    private final int[] holder;

    private final int[] crossing;
    private final long[] held;
    private final long[] chosen;
    // What a bidder takes at this edge.
    private final int[] takes;
    private final long[] taking;
    private final Ints found = new Ints();
    private long lastChange;
    private int longest;
    private int moving = NONE;

    Crossings(Model model, Servers servers, RadixHeap agenda, @Nullable SpanReporter teller, Relay relay) {
        this.relay = relay;
        this.servers = servers;
        this.agenda = agenda;
        this.teller = teller;
        code = model.code;
        claims = model.claims;
        lineOf = model.lineOf;
        exit = model.exits;
        lines = exit.length;
        perLine = relay.lanes();
        clock = model.clocks[relay.clock()];
        lanes = new Lanes(relay, exit);
        queues = new Queues(lines);
        bids = new Bids(lines);
        filled = new long[Bits.words(lines)];
        held = new long[Bits.words(lines)];
        chosen = new long[Bits.words(lines)];
        taking = new long[Bits.words(2 * lines)];
        lanesFilled = new int[lines];
        laneTo = filled(lines * perLine, lines * perLine - 1);
        laneBy = filled(lines * perLine, lines * perLine - 1);
        lineTo = filled(lines, 2 * lines - 1);
        lineBy = filled(2 * lines, lines - 1);
        laneOf = filled(lines, perLine - 1);
        holder = filled(lines, NONE);
        crossing = filled(lines, NONE);
        takes = filled(2 * lines, NONE);
    }

    private static int[] filled(int length, int value) {
        int[] all = new int[length];
        Arrays.fill(all, value);
        return all;
    }

    /** A train begins at its line; it may move from the edge on that is returned. */
    long enter(int job, int step, long now) {
        int claim = ~code[step + RecipeCode.CLAIM];
        int line = line(step);
        moving = trains.begin(job, step, line, claims[claim + Claim.OCCUPANCY], NONE);
        queues.add(line, moving, trains);
        present++;
        longest = Math.max(longest, Math.max(claims[claim + Claim.LATENCY], relay.creditCycles() + 1));
        return clock.indexAtOrAfter(now);
    }

    /** Whether anything may still move after the edge without another train. */
    boolean mayMoveAfter(long edge) {
        return present > 0 && edge < lastChange + longest;
    }

    /** The claim of the train that moved last. */
    int claim() {
        return ~code[trains.get(moving, Trains.STEP) + RecipeCode.CLAIM];
    }

    /** The job of that train. */
    int job() {
        return trains.get(moving, Trains.JOB);
    }

    /** Moves what can move at an edge; returns how many units cross. */
    int move(long edge) {
        findLanes(edge);
        Arrays.fill(chosen, 0);
        Arrays.fill(taking, 0);
        keepLines(edge);
        bidForLines(edge);
        grantLines();
        int crossed = 0;
        for (int line = Bits.next(chosen, 0); line != Bits.NONE; line = Bits.next(chosen, line + 1)) {
            cross(line, crossing[line], edge);
            crossed++;
        }
        takeLanes(edge);
        if (crossed > 0) {
            lastChange = edge;
        }
        return crossed;
    }

    private void findLanes(long edge) {
        for (int line = queues.next(0); line != Bits.NONE; line = queues.next(line + 1)) {
            int train = queues.front(line);
            if (trains.get(train, Trains.LANE) == NONE) {
                giveQueueALane(line, train, edge);
            }
        }
        bids.clear();
        for (int line = Bits.next(filled, 0); line != Bits.NONE; line = Bits.next(filled, line + 1)) {
            for (int lane = line * perLine; lane < (line + 1) * perLine; lane++) {
                if (lanes.front[lane] != NONE && lanes.has(lane, 0, edge)) {
                    askForLanes(lane);
                }
            }
        }
        found.truncate(0);
        for (int line = bids.nextLine(0); line != Bits.NONE; line = bids.nextLine(line + 1)) {
            offerLanes(line);
        }
    }

    /** The next free lane in turn. */
    private void giveQueueALane(int line, int train, long edge) {
        int last = queues.lastLane(line);
        for (int k = 1; k <= perLine; k++) {
            int lane = line * perLine + (last + k) % perLine;
            if (lanes.isFree(lane)) {
                lanes.give(lane, train);
                trains.set(train, Trains.LANE, lane);
                queues.lastLane(line, lane % perLine);
                lastChange = edge;
                return;
            }
        }
    }

    private void askForLanes(int lane) {
        int branch = trains.get(lanes.front[lane], Trains.BRANCH);
        for (; branch != NONE; branch = trains.get(branch, Trains.SIBLING)) {
            if (trains.get(branch, Trains.LANE) == NONE) {
                bids.add(trains.get(branch, Trains.LINE), lane, branch);
            }
        }
    }

    private void offerLanes(int line) {
        int all = lines * perLine;
        for (int lane = line * perLine; lane < (line + 1) * perLine; lane++) {
            if (lanes.isFree(lane)) {
                int bid = bids.inTurn(line, laneTo[lane], all);
                int other = bids.offered(bid);
                int turn = laneBy[bids.bidder(bid)];
                if (other == NONE || Bids.distance(turn, lane, all) < Bids.distance(turn, other, all)) {
                    bids.offer(bid, lane);
                }
            }
        }
        for (int bid = bids.firstOf(line); bid != NONE; bid = bids.nextOf(bid)) {
            if (bids.offered(bid) != NONE) {
                found.add(bids.train(bid));
                found.add(bids.offered(bid));
            }
        }
    }

    /** What was found at this edge may be crossed into from the next one on. */
    private void takeLanes(long edge) {
        for (int i = 0; i < found.size(); i += 2) {
            int train = found.get(i);
            int lane = found.get(i + 1);
            int from = trains.get(train, Trains.FROM);
            lanes.give(lane, train);
            trains.set(train, Trains.LANE, lane);
            laneTo[lane] = from;
            laneBy[from] = lane;
            lastChange = edge;
        }
    }

    private void keepLines(long edge) {
        for (int line = Bits.next(held, 0); line != Bits.NONE; line = Bits.next(held, line + 1)) {
            int train = holder[line];
            int bidder = bidder(train);
            if (mayCross(train, edge) && (!Bits.has(taking, bidder) || sameUnit(train, takes[bidder]))) {
                choose(line, train);
                takes[bidder] = train;
                Bits.set(taking, bidder);
            } else {
                Bits.clear(held, line);
            }
        }
    }

    private void bidForLines(long edge) {
        bids.clear();
        for (int line = Bits.next(filled, 0); line != Bits.NONE; line = Bits.next(filled, line + 1)) {
            if (!Bits.has(taking, line)) {
                for (int k = 1; k <= perLine; k++) {
                    int lane = line * perLine + (laneOf[line] + k) % perLine;
                    if (lanes.front[lane] != NONE) {
                        int branch = trains.get(lanes.front[lane], Trains.BRANCH);
                        for (; branch != NONE; branch = trains.get(branch, Trains.SIBLING)) {
                            bid(line, branch, edge);
                        }
                    }
                }
            }
        }
        for (int line = queues.next(0); line != Bits.NONE; line = queues.next(line + 1)) {
            bid(lines + line, queues.front(line), edge);
        }
    }

    private void bid(int bidder, int train, long edge) {
        int line = trains.get(train, Trains.LINE);
        if (!Bits.has(chosen, line) && !bids.has(line, bidder) && mayCross(train, edge)) {
            bids.add(line, bidder, train);
        }
    }

    private boolean mayCross(int train, long edge) {
        int lane = trains.get(train, Trains.LANE);
        if (lane == NONE || trains.get(train, Trains.CROSSED) == trains.get(train, Trains.UNITS)) {
            return false;
        }
        int from = trains.get(train, Trains.FROM);
        if (from != NONE) {
            int whole = lanes.front[from];
            int next = trains.get(train, Trains.CROSSED);
            if (next >= trains.get(whole, Trains.CROSSED)
                    || !lanes.has(from, next - trains.get(whole, Trains.TAKEN), edge - 1)) {
                return false;
            }
        }
        return lanes.hasRoom(lane, edge);
    }

    private void grantLines() {
        for (int line = bids.nextLine(0); line != Bits.NONE; line = bids.nextLine(line + 1)) {
            int bid = bids.inTurn(line, lineTo[line], 2 * lines);
            int bidder = bids.bidder(bid);
            crossing[line] = bids.train(bid);
            int turn = lineBy[bidder];
            if (!Bits.has(taking, bidder)
                    || Bids.distance(turn, line, lines)
                            < Bids.distance(turn, trains.get(takes[bidder], Trains.LINE), lines)) {
                takes[bidder] = bids.train(bid);
                Bits.set(taking, bidder);
            }
        }
        for (int line = bids.nextLine(0); line != Bits.NONE; line = bids.nextLine(line + 1)) {
            int train = crossing[line];
            int bidder = bidder(train);
            int taken = takes[bidder];
            if (train == taken || sameUnit(train, taken)) {
                choose(line, train);
                lineTo[line] = bidder;
            }
            if (train == taken) {
                lineBy[bidder] = line;
                if (bidder < lines) {
                    laneOf[bidder] = trains.get(train, Trains.FROM) % perLine;
                }
            }
        }
    }

    private void choose(int line, int train) {
        crossing[line] = train;
        Bits.set(chosen, line);
    }

    private int bidder(int train) {
        int from = trains.get(train, Trains.FROM);
        return from == NONE ? lines + trains.get(train, Trains.LINE) : from / perLine;
    }

    private boolean sameUnit(int train, int other) {
        int from = trains.get(train, Trains.FROM);
        return from != NONE
                && from == trains.get(other, Trains.FROM)
                && trains.get(train, Trains.CROSSED) == trains.get(other, Trains.CROSSED);
    }

    private void cross(int line, int train, long edge) {
        moving = train;
        int step = trains.get(train, Trains.STEP);
        int claim = ~code[step + RecipeCode.CLAIM];
        int job = trains.get(train, Trains.JOB);
        servers.cross(claim, edge);
        if (teller != null) {
            teller.crossed(job, claim);
        }
        int lane = trains.get(train, Trains.LANE);
        boolean first = !trains.begun(train);
        boolean last = trains.cross(train);
        if (!exit[line]) {
            lanes.put(lane, edge + claims[claim + Claim.LATENCY] - 1);
            if (first) {
                arrive(line, lane, train);
            }
        }
        leave(line, train, last, edge);
        if (last) {
            Bits.clear(held, line);
            lanes.give(lane, Lanes.NOBODY);
            if (exit[line]) {
                agenda.push(servers.handsOn(claim, edge), (long) job << 32 | step);
                trains.leave(train);
            }
        } else if (relay.held()) {
            holder[line] = train;
            Bits.set(held, line);
        }
    }

    /** A train's first unit is on its way into the lane. */
    private void arrive(int line, int lane, int train) {
        if (lanes.enter(lane, train, trains)) {
            present++;
            lanesFilled[line]++;
            Bits.set(filled, line);
            branch(train, lane);
        }
    }

    /** A unit has left the queue, or for one branch the lane, that it came from. */
    private void leave(int line, int train, boolean last, long edge) {
        int from = trains.get(train, Trains.FROM);
        if (from == NONE) {
            if (last) {
                queues.removeFront(line, trains);
                present--;
            }
            return;
        }
        int whole = lanes.front[from];
        int taken = trains.takenByAll(whole);
        while (trains.get(whole, Trains.TAKEN) < taken) {
            trains.set(whole, Trains.TAKEN, trains.get(whole, Trains.TAKEN) + 1);
            lanes.take(from, edge);
        }
        if (taken == trains.get(whole, Trains.UNITS)) {
            int behind = trains.get(whole, Trains.BEHIND);
            lanes.front[from] = behind;
            if (behind == NONE) {
                present--;
                if (--lanesFilled[from / perLine] == 0) {
                    Bits.clear(filled, from / perLine);
                }
            } else {
                branch(behind, from);
            }
            trains.leaveBranches(whole);
            trains.leave(whole);
        }
    }

    /** The train is at the front of its lane: whatever follows it may ask for lines. */
    private void branch(int train, int lane) {
        int step = trains.get(train, Trains.STEP);
        int next = code[step + RecipeCode.NEXT];
        if (next > 0) {
            branch(train, step + next, lane);
        } else {
            int list = step - next;
            for (int i = code[list]; i >= 1; i--) {
                branch(train, step + code[list + i], lane);
            }
        }
    }

    private void branch(int train, int step, int lane) {
        trains.branch(
                train,
                trains.begin(trains.get(train, Trains.JOB), step, line(step), trains.get(train, Trains.UNITS), lane));
    }

    private int line(int step) {
        return lineOf[claims[~code[step + RecipeCode.CLAIM] + Claim.RESOURCES]];
    }
}
