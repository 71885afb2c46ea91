package mho.core.engine;

import java.util.Arrays;

/** Trains that begin at each line, in the order they became ready. */
final class Queues {
    private static final int NONE = Trains.NONE;

    private final int[] front;
    private final int[] back;
    private final int[] lastLane;
    private final long[] waiting;

    Queues(int lines) {
        front = new int[lines];
        back = new int[lines];
        lastLane = new int[lines];
        Arrays.fill(front, NONE);
        Arrays.fill(lastLane, -1);
        waiting = new long[Bits.words(lines)];
    }

    void add(int line, int train, Trains trains) {
        if (front[line] == NONE) {
            front[line] = train;
            Bits.set(waiting, line);
        } else {
            trains.set(back[line], Trains.NEXT, train);
        }
        back[line] = train;
    }

    int front(int line) {
        return front[line];
    }

    /** The train's own units have crossed; in a lane it may have got another behind it by now. */
    void removeFront(int line, Trains trains) {
        front[line] = trains.get(front[line], Trains.NEXT);
        if (front[line] == NONE) {
            Bits.clear(waiting, line);
        }
    }

    /** The next line with trains that wait to begin, or {@link Bits#NONE}. */
    int next(int from) {
        return Bits.next(waiting, from);
    }

    /** The lane, of the line's own, that a train of the queue got last. */
    int lastLane(int line) {
        return lastLane[line];
    }

    void lastLane(int line, int lane) {
        lastLane[line] = lane;
    }
}
