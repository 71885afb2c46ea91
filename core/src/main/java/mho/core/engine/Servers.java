package mho.core.engine;

import java.util.Arrays;

/** What every server of every resource is reserved for, and how a step gets its share of them. */
final class Servers {
    private static final int NONE = -1;

    private final Clock[] clocks;
    private final int[] claims;
    private final int[] firstServer;
    private final int[] setup;

    private final long[] free;
    private final long[] busy;
    // Since when the server is reserved without a pause until `free`.
    private final long[] busyFrom;
    private final int[] configured;
    private final Gaps gaps = new Gaps();
    private final int[] chosen;
    private long start;

    Servers(Model model) {
        clocks = model.clocks;
        claims = model.claims;
        firstServer = model.firstServer;
        setup = model.resourceSetup;
        int servers = firstServer[model.resources()];
        free = new long[servers];
        busy = new long[servers];
        busyFrom = new long[servers];
        configured = new int[servers];
        Arrays.fill(configured, NONE);
        chosen = new int[model.resources()];
    }

    /** Reserves what the claim asks for, from {@code now} on; returns when the step completes. */
    long serve(int claim, long now) {
        int width = claims[claim + Claim.WIDTH];
        int configuration = claims[claim + Claim.CONFIGURATION];
        long ready = now;
        int setupCycles = 0;
        for (int i = 0; i < width; i++) {
            int resource = claims[claim + Claim.RESOURCES + i];
            int server = earliestFree(resource);
            chosen[i] = server;
            ready = Math.max(ready, free[server]);
            if (configuration != NONE && configured[server] != configuration) {
                configured[server] = configuration;
                setupCycles = Math.max(setupCycles, setup[resource]);
            }
        }
        Clock clock = clocks[claims[claim + Claim.CLOCK]];
        long edge = clock.indexAtOrAfter(ready);
        start = clock.edge(edge);
        long begun = edge + setupCycles;
        long until = clock.edge(begun + claims[claim + Claim.OCCUPANCY]);
        for (int i = 0; i < width; i++) {
            reserve(chosen[i], until, now);
        }
        long end = clock.edge(begun + claims[claim + Claim.LATENCY]);
        int align = claims[claim + Claim.ALIGN];
        return align == NONE ? end : clocks[align].edge(clocks[align].indexAtOrAfter(end));
    }

    /** When the step last served starts. */
    long start() {
        return start;
    }

    /** Ticks each resource was busy up to {@code now}, over all its servers; of what is reserved later, nothing. */
    long[] busyUntil(long now) {
        long[] past = busy.clone();
        for (int server = 0; server < past.length; server++) {
            past[server] -= Math.max(0, free[server] - Math.max(now, busyFrom[server]));
        }
        gaps.subtractBeyond(now, past);
        long[] ofResource = new long[setup.length];
        for (int r = 0; r < ofResource.length; r++) {
            for (int server = firstServer[r]; server < firstServer[r + 1]; server++) {
                ofResource[r] = Math.addExact(ofResource[r], past[server]);
            }
        }
        return ofResource;
    }

    /** When the last reservation ends. */
    long allFree() {
        long latest = 0;
        for (long each : free) {
            latest = Math.max(latest, each);
        }
        return latest;
    }

    private int earliestFree(int resource) {
        int best = firstServer[resource];
        for (int server = best + 1; server < firstServer[resource + 1]; server++) {
            if (free[server] < free[best]) {
                best = server;
            }
        }
        return best;
    }

    private void reserve(int server, long until, long now) {
        long before = free[server];
        if (start != before) {
            if (before > now) {
                gaps.add(server, busyFrom[server], before, now);
            }
            busyFrom[server] = start;
        }
        free[server] = until;
        busy[server] += until - start;
    }
}
