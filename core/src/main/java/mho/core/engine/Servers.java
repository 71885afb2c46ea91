package mho.core.engine;

import java.util.Arrays;

/** What every server of every resource is reserved for, and how a step gets its share of them. */
final class Servers {
    private static final int NONE = -1;

    // A server's words in `state`.
    /** When its last reservation ends. */
    private static final int FREE = 0;
    /** Ticks reserved in all. */
    private static final int BUSY = 1;
    /** Since when it is reserved without a pause until FREE. */
    private static final int BUSY_FROM = 2;
    /** What it was last set to. */
    private static final int CONFIGURATION = 3;

    private static final int WORDS = 4;

    private final Model model;
    private final Clock[] clocks;
    private final int[] claims;
    private final int[] firstServer;
    private final int[] setup;
    private final long[] state;
    private final ReservationGaps gaps = new ReservationGaps();
    private final int[] chosen;
    private long start;

    Servers(Model model) {
        this.model = model;
        clocks = model.clocks;
        claims = model.claims;
        firstServer = model.firstServer;
        setup = model.resourceSetup;
        chosen = new int[model.resources()];
        state = new long[Math.multiplyExact(WORDS, firstServer[model.resources()])];
        for (int server = 0; server < state.length; server += WORDS) {
            state[server + CONFIGURATION] = NONE;
        }
    }

    /** Reserves what the claim asks for, from {@code now} on; returns when the step completes. */
    long serve(int claim, long now) {
        // Nearly all steps hold one resource, and the engine spends a third of its time here: they go a way of their
        // own.
        return claims[claim + Claim.WIDTH] == 1 ? serveOne(claim, now) : serveAll(claim, now);
    }

    private long serveOne(int claim, long now) {
        int resource = claims[claim + Claim.RESOURCES];
        int server = earliestFree(resource);
        Clock clock = clocks[claims[claim + Claim.CLOCK]];
        long edge = clock.indexAtOrAfter(Math.max(now, state[server + FREE]));
        start = clock.edge(edge);
        edge += configure(server, resource, claims[claim + Claim.CONFIGURATION]);
        reserve(server, clock.edge(edge + claims[claim + Claim.OCCUPANCY]), now);
        return handsOn(claim, clock, edge);
    }

    private long serveAll(int claim, long now) {
        int width = claims[claim + Claim.WIDTH];
        long ready = now;
        for (int i = 0; i < width; i++) {
            chosen[i] = earliestFree(claims[claim + Claim.RESOURCES + i]);
            ready = Math.max(ready, state[chosen[i] + FREE]);
        }
        Clock clock = clocks[claims[claim + Claim.CLOCK]];
        long edge = clock.indexAtOrAfter(ready);
        start = clock.edge(edge);
        int setupCycles = 0;
        for (int i = 0; i < width; i++) {
            int resource = claims[claim + Claim.RESOURCES + i];
            setupCycles = Math.max(setupCycles, configure(chosen[i], resource, claims[claim + Claim.CONFIGURATION]));
        }
        edge += setupCycles;
        long until = clock.edge(edge + claims[claim + Claim.OCCUPANCY]);
        for (int i = 0; i < width; i++) {
            reserve(chosen[i], until, now);
        }
        return handsOn(claim, clock, edge);
    }

    /** One unit of a train crosses its line, which is busy for a cycle. */
    void cross(int claim, long edge) {
        Clock clock = clocks[claims[claim + Claim.CLOCK]];
        start = clock.edge(edge);
        reserve(line(claim), clock.edge(edge + 1), start);
    }

    /** When a train has handed on whose last unit crosses at the edge. */
    long handsOn(int claim, long edge) {
        return handsOn(claim, clocks[claims[claim + Claim.CLOCK]], edge);
    }

    /** The server of a train's line. */
    int lineServer(int claim) {
        return line(claim) / WORDS;
    }

    private int line(int claim) {
        return firstServer[claims[claim + Claim.RESOURCES]] * WORDS;
    }

    /** A train stands at its line from now on: it begins at the next edge, whenever its first unit crosses. */
    void stand(int claim, long now) {
        Clock clock = clocks[claims[claim + Claim.CLOCK]];
        start = clock.edge(clock.indexAtOrAfter(now));
    }

    private long handsOn(int claim, Clock clock, long edge) {
        long end = clock.edge(edge + claims[claim + Claim.LATENCY]);
        int align = claims[claim + Claim.ALIGN];
        return align == NONE ? end : clocks[align].edge(clocks[align].indexAtOrAfter(end));
    }

    /** When the step last served starts. */
    long start() {
        return start;
    }

    /** The server that the resource's next step gets. */
    int next(int resource) {
        return earliestFree(resource) / WORDS;
    }

    /** When the server's last reservation ends. */
    long free(int server) {
        return state[server * WORDS + FREE];
    }

    /** Ticks each resource was busy up to {@code now}, over all its servers; of what is reserved later, nothing. */
    long[] busyUntil(long now) {
        long[] past = new long[state.length / WORDS];
        for (int i = 0; i < past.length; i++) {
            int server = i * WORDS;
            past[i] =
                    state[server + BUSY] - Math.max(0, state[server + FREE] - Math.max(now, state[server + BUSY_FROM]));
        }
        gaps.subtractBeyond(now, past);
        long[] ofResource = new long[setup.length];
        for (int r = 0; r < ofResource.length; r++) {
            for (int i = firstServer[r]; i < firstServer[r + 1]; i++) {
                ofResource[r] += past[i];
                if (ofResource[r] < 0) {
                    throw BeyondTime.together(model, r);
                }
            }
        }
        return ofResource;
    }

    /** The resource whose servers are reserved longest, those that a claim wants, too; -1 if none is. */
    int slowest(int claim) {
        double[] busy = new double[setup.length];
        for (int r = 0; r < busy.length; r++) {
            for (int i = firstServer[r]; i < firstServer[r + 1]; i++) {
                busy[r] += (double) state[i * WORDS + BUSY] / (firstServer[r + 1] - firstServer[r]);
            }
        }
        double cycles = Math.max(claims[claim + Claim.OCCUPANCY], claims[claim + Claim.LATENCY]);
        int slowest = -1;
        for (int i = 0; i < claims[claim + Claim.WIDTH]; i++) {
            busy[claims[claim + Claim.RESOURCES + i]] += cycles * clocks[claims[claim + Claim.CLOCK]].periodTicks();
        }
        for (int r = 0; r < busy.length; r++) {
            if (busy[r] > (slowest < 0 ? 0 : busy[slowest])) {
                slowest = r;
            }
        }
        return slowest;
    }

    /** When the last reservation ends. */
    long allFree() {
        long latest = 0;
        for (int server = 0; server < state.length; server += WORDS) {
            latest = Math.max(latest, state[server + FREE]);
        }
        return latest;
    }

    /** Servers there are. */
    int count() {
        return state.length / WORDS;
    }

    /** Ticks each server is reserved in all. */
    long[] reserved() {
        long[] all = new long[count()];
        for (int i = 0; i < all.length; i++) {
            all[i] = state[i * WORDS + BUSY];
        }
        return all;
    }

    /** Adds so many times what each server was reserved since it was reserved for as long as {@code before}. */
    void repeatReserved(long[] before, int times) {
        for (int i = 0; i < before.length; i++) {
            state[i * WORDS + BUSY] += times * (state[i * WORDS + BUSY] - before[i]);
        }
    }

    /** Moves on to the same state so many ticks later; what was free before {@code since} stays as it is. */
    void moveOn(long ticks, long since, long now) {
        for (int server = 0; server < state.length; server += WORDS) {
            if (state[server + FREE] >= since) {
                state[server + FREE] += ticks;
                state[server + BUSY_FROM] += ticks;
            }
        }
        gaps.moveOn(ticks, now);
    }

    /**
     * Writes what is reserved beyond now, and what decides which server a step gets and how long it takes to set up. Of a
     * resource whose servers are alike that is but how many are reserved at any time.
     */
    void write(StateWords to, long now) {
        long[] free = new long[widest()];
        long[] from = new long[free.length];
        for (int resource = 0; resource < setup.length; resource++) {
            int first = firstServer[resource] * WORDS;
            int end = firstServer[resource + 1] * WORDS;
            if (alike(resource, first, end)) {
                writeAlike(to, resource, first, end, now, free, from);
            } else {
                writeEach(to, resource, first, end, now, free);
            }
        }
        to.add(NONE);
        gaps.write(to, now, this::resourceOf);
        to.add(NONE);
    }

    /** Where configurations take no time, or there never was one, it does not matter which server is which. */
    private boolean alike(int resource, int first, int end) {
        boolean alike = true;
        for (int server = first; setup[resource] > 0 && server < end; server += WORDS) {
            alike &= state[server + CONFIGURATION] == NONE;
        }
        return alike;
    }

    private void writeAlike(StateWords to, int resource, int first, int end, long now, long[] free, long[] from) {
        int busy = 0;
        for (int server = first; server < end; server += WORDS) {
            if (state[server + FREE] > now) {
                free[busy] = state[server + FREE] - now;
                from[busy++] = Math.max(0, state[server + BUSY_FROM] - now);
            }
        }
        if (busy == 0) {
            return;
        }
        Arrays.sort(free, 0, busy);
        Arrays.sort(from, 0, busy);
        to.add(resource);
        to.add(busy);
        for (int i = 0; i < busy; i++) {
            to.add(free[i]);
            to.add(from[i]);
        }
    }

    private void writeEach(StateWords to, int resource, int first, int end, long now, long[] idle) {
        int idleOnes = 0;
        for (int server = first; server < end; server += WORDS) {
            if (state[server + FREE] < now) {
                idle[idleOnes++] = state[server + FREE];
            }
        }
        int times = distinct(idle, idleOnes);
        to.add(NONE - 1 - resource);
        for (int server = first; server < end; server += WORDS) {
            long ahead = state[server + FREE] - now;
            // Of those that are free, only their order matters: the one that has been longest is taken first.
            to.add(ahead >= 0 ? ahead : Arrays.binarySearch(idle, 0, times, state[server + FREE]) - times);
            to.add(ahead > 0 ? Math.max(0, state[server + BUSY_FROM] - now) : 0);
            to.add(state[server + CONFIGURATION]);
        }
    }

    /** Sorts so many times and keeps each once; returns how many that are. */
    private static int distinct(long[] times, int count) {
        Arrays.sort(times, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || times[i] != times[kept - 1]) {
                times[kept++] = times[i];
            }
        }
        return kept;
    }

    private int widest() {
        int most = 0;
        for (int resource = 0; resource < setup.length; resource++) {
            most = Math.max(most, firstServer[resource + 1] - firstServer[resource]);
        }
        return most;
    }

    private int resourceOf(int server) {
        int resource = Arrays.binarySearch(firstServer, server);
        return resource >= 0 ? resource : -resource - 2;
    }

    private int earliestFree(int resource) {
        int best = firstServer[resource] * WORDS;
        int end = firstServer[resource + 1] * WORDS;
        for (int server = best + WORDS; server < end; server += WORDS) {
            if (state[server + FREE] < state[best + FREE]) {
                best = server;
            }
        }
        return best;
    }

    /** Sets a server to a configuration; returns the cycles that takes. */
    private int configure(int server, int resource, int configuration) {
        if (configuration == NONE || state[server + CONFIGURATION] == configuration) {
            return 0;
        }
        state[server + CONFIGURATION] = configuration;
        return setup[resource];
    }

    private void reserve(int server, long until, long now) {
        long before = state[server + FREE];
        if (start != before) {
            if (before > now) {
                gaps.add(server / WORDS, state[server + BUSY_FROM], before, now);
            }
            state[server + BUSY_FROM] = start;
        }
        state[server + FREE] = until;
        state[server + BUSY] += until - start;
    }
}
