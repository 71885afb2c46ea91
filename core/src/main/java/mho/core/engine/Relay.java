package mho.core.engine;

/**
 * How trains of units cross a model's lines. A <em>train</em> is so many units that cross one line after another, one unit an edge, the
 * first of them ahead while the last are still behind. At the far end of a line are {@code lanes}, each a queue with room for {@code depth}
 * units; a line that is an exit leads out, and there is always room behind it. Where a train branches, its units cross several lines.
 *
 * <p>All of it moves at the edges of one clock, last of all that happens in its tick. With D the delay of a train's units:
 *
 * <ul>
 *   <li>Trains that begin at a line stand there in one queue, in the order they became ready. The first of the queue takes a lane of
 *       the line at once where one is free, and bids for the line.
 *   <li>A unit that crosses at edge n lies in its lane from edge n + D - 1 on, and may cross what comes next at n + D at the earliest.
 *       The train at the front of a lane bids for the lines it goes on by, each branch for itself; trains behind it wait.
 *   <li>Before its first unit may cross a line, a branch needs one of the line's lanes: that is settled an edge earlier. A lane is free
 *       unless a train has it whose last unit has not crossed. Every free lane is offered to one of those that ask for the line, in
 *       turn; each takes one of those it is offered, in turn.
 *   <li>A branch may cross if it has a lane, its next unit has lain in the lane behind it for an edge, and its own lane has room. Room that a unit
 *       leaves at edge n is there again at edge n + {@code creditCycles}. A unit leaves once all branches have it.
 *   <li>From all lanes of one line one unit an edge is read, whatever number of branches take it. So each line is offered to one of
 *       the lines, or queues, that bid for it, in turn; each takes one of those it is offered, in turn, and with it all others that the
 *       same unit is to cross. Of the lanes of one line that bid for the same line it is again one, in turn.
 *   <li>Where lines are {@code held}, a branch that has crossed keeps the line for its next unit at the next edge, as long as that can
 *       cross, and till its last unit has.
 * </ul>
 *
 * <p>"In turn" is: the next in number after the one that was last served. Turns pass on only by what is taken, as in iSLIP (McKeown,
 * "The iSLIP scheduling algorithm for input-queued switches", IEEE/ACM Trans. Networking 7(2), 1999, with one iteration).
 *
 * @param clock number of the clock
 * @param lanes of each line
 * @param depth units that a lane has room for
 * @param creditCycles until the room that a unit leaves is known at the near end of the line
 * @param held whether a train keeps a line while its units follow one another
 */
public record Relay(int clock, int lanes, int depth, int creditCycles, boolean held) {
    /** Units that all lanes have room for; each takes 16 bytes in a run. */
    static final int MOST_ROOM = 1 << 26;

    /** The least delay of a unit: a lane is found at one edge, the line crossed at the next. */
    public static final int LEAST_DELAY = 2;

    public Relay {
        if (lanes < 1 || depth < 1 || creditCycles < 0) {
            throw new IllegalArgumentException("a relay of " + lanes + " lanes of " + depth + " units, credit after "
                    + creditCycles + " cycles: give at least 1, 1 and 0");
        }
    }
}
