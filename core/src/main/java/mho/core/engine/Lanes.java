package mho.core.engine;

import java.util.Arrays;

/** The lanes at the far ends of lines: who may send into each, which units lie in it and since when, what room there is. */
final class Lanes {
    static final int NOBODY = -1;

    private final int depth;
    private final int creditCycles;
    private final boolean[] endless;
    private final int perLine;
    /** The train that has the lane: whose units are crossing into it. */
    private final int[] owner;
    /** First and last of the trains whose units lie, or are to lie, in the lane. */
    final int[] front;

    private final int[] back;
    // Units that came, that left, and whose room is known to be free again, counted through; a unit's number tells its
    // place.
    private final int[] came;
    private final int[] left;
    private final int[] credited;
    private final long[] cameAt;
    private final long[] leftAt;

    /** @param endless by line: whether it leads out, to room without end */
    Lanes(Relay relay, boolean[] endless) {
        perLine = relay.lanes();
        depth = relay.depth();
        creditCycles = relay.creditCycles();
        this.endless = endless;
        int lanes = Math.multiplyExact(endless.length, perLine);
        owner = new int[lanes];
        front = new int[lanes];
        back = new int[lanes];
        Arrays.fill(owner, NOBODY);
        Arrays.fill(front, NOBODY);
        came = new int[lanes];
        left = new int[lanes];
        credited = new int[lanes];
        cameAt = new long[Math.multiplyExact(lanes, depth)];
        leftAt = new long[lanes * depth];
    }

    boolean isFree(int lane) {
        return owner[lane] == NOBODY;
    }

    void give(int lane, int train) {
        owner[lane] = train;
    }

    boolean hasRoom(int lane, long edge) {
        if (endless[lane / perLine]) {
            return true;
        }
        while (credited[lane] != left[lane] && leftAt[place(lane, credited[lane])] <= edge) {
            credited[lane]++;
        }
        return came[lane] - credited[lane] < depth;
    }

    /** Whether the unit so many behind the first in the lane is there. */
    boolean has(int lane, int behind, long edge) {
        return came[lane] - left[lane] > behind && cameAt[place(lane, left[lane] + behind)] <= edge;
    }

    /** A unit is to lie in the lane from an edge on. */
    void put(int lane, long from) {
        if (!endless[lane / perLine]) {
            cameAt[place(lane, came[lane]++)] = from;
        }
    }

    /** The first unit in the lane leaves it. */
    void take(int lane, long edge) {
        leftAt[place(lane, left[lane]++)] = edge + creditCycles;
    }

    /** A train's first unit is on its way into the lane; returns whether the train is at the front. */
    boolean enter(int lane, int train, Trains trains) {
        boolean first = front[lane] == NOBODY;
        if (first) {
            front[lane] = train;
        } else {
            trains.set(back[lane], Trains.BEHIND, train);
        }
        back[lane] = train;
        return first;
    }

    private int place(int lane, int unit) {
        return lane * depth + Integer.remainderUnsigned(unit, depth);
    }
}
