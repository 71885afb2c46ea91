package mho.core.engine;

import java.util.Arrays;

/** Who asks for each line at one edge, in what order does not matter: those served are found by their numbers. */
final class Bids {
    static final int NONE = -1;

    private final int[] first;
    private final long[] wanted;
    private int[] trains = new int[64];
    private int[] bidders = new int[64];
    private int[] next = new int[64];
    private int[] offered = new int[64];
    private int used;

    Bids(int lines) {
        first = new int[lines];
        Arrays.fill(first, NONE);
        wanted = new long[Bits.words(lines)];
    }

    void clear() {
        for (int line = Bits.next(wanted, 0); line != Bits.NONE; line = Bits.next(wanted, line + 1)) {
            first[line] = NONE;
        }
        Arrays.fill(wanted, 0);
        used = 0;
    }

    void add(int line, int bidder, int train) {
        if (used == trains.length) {
            int length = Ints.grown(used);
            trains = Arrays.copyOf(trains, length);
            bidders = Arrays.copyOf(bidders, length);
            next = Arrays.copyOf(next, length);
            offered = Arrays.copyOf(offered, length);
        }
        trains[used] = train;
        bidders[used] = bidder;
        offered[used] = NONE;
        next[used] = first[line];
        first[line] = used++;
        Bits.set(wanted, line);
    }

    /** Whether the bidder, the last that bid for anything, has bid for the line already. */
    boolean has(int line, int bidder) {
        return first[line] != NONE && bidders[first[line]] == bidder;
    }

    /** The next line that anybody asks for, or {@link Bits#NONE}. */
    int nextLine(int from) {
        return Bits.next(wanted, from);
    }

    /** The bid for the line whose bidder comes first after {@code turn}, among so many numbers in a circle. */
    int inTurn(int line, int turn, int numbers) {
        int best = first[line];
        for (int bid = next[best]; bid != NONE; bid = next[bid]) {
            if (distance(turn, bidders[bid], numbers) < distance(turn, bidders[best], numbers)) {
                best = bid;
            }
        }
        return best;
    }

    /** How far a number is behind the next one after {@code turn}. */
    static int distance(int turn, int number, int numbers) {
        int ahead = number - turn - 1;
        return ahead < 0 ? ahead + numbers : ahead;
    }

    int firstOf(int line) {
        return first[line];
    }

    int nextOf(int bid) {
        return next[bid];
    }

    int train(int bid) {
        return trains[bid];
    }

    int bidder(int bid) {
        return bidders[bid];
    }

    int offered(int bid) {
        return offered[bid];
    }

    void offer(int bid, int what) {
        offered[bid] = what;
    }
}
