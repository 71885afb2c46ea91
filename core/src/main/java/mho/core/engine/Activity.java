package mho.core.engine;

/**
 * How busy every resource was, with anybody's work, while each stage was active: totals taken at the stage's first start
 * and at its last finish, and subtracted.
 */
final class Activity {
    private final Servers servers;
    private final long[][] busy;

    Activity(Servers servers, int stages) {
        this.servers = servers;
        this.busy = new long[stages][];
    }

    void begins(int stage, long now) {
        if (busy[stage] == null) {
            busy[stage] = servers.busyUntil(now);
        }
    }

    /** Steps without latency can end a stage in the very tick it begins, before its beginning is noted. */
    void ends(int stage, long now) {
        begins(stage, now);
        long[] during = servers.busyUntil(now);
        for (int r = 0; r < during.length; r++) {
            during[r] -= busy[stage][r];
        }
        busy[stage] = during;
    }

    long[][] busy() {
        return busy;
    }
}
