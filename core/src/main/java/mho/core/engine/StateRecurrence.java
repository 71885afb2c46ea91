package mho.core.engine;

/**
 * Finds out that a run is where it was some images ago. Looked at whenever images are finished: first a hash of where
 * the stages stand and of the time and events since the last look. Only where one recurs is the whole state kept, and
 * only where it recurs again compared, word by word. A kept state is given up for a later one after twice the images
 * that seemed to be the period, then after twice as many, and so on (Brent, "An improved Monte Carlo factorization
 * algorithm", BIT 20, 1980): the run may not have been in its period yet.
 *
 * <p>Where nothing recurs this costs a hash an image; where only hashes do, a word for every few events, for no more are
 * looked at.
 */
final class StateRecurrence {
    /** Events of a run, of some 80 ns each, for each word of a state, of a few. */
    private static final int EVENTS_PER_WORD = 4;

    private static final int SLOTS = 256;

    private final EngineState state;
    private final boolean eager;
    private final StateHash hash = new StateHash();
    private final StateRecord record = new StateRecord();
    // Hashes seen, each where its last digits say, and after how many images.
    private final long[] seen = new long[SLOTS];
    private final int[] seenAfter = new int[SLOTS];
    private long lastNow;
    private long lastEvents;
    private long looked;

    private boolean kept;
    private long keptHash;
    private int keptAfter;
    private int keepFor;

    /** What a look finds. */
    enum Found {
        /** Nothing. */
        NOTHING,
        /** The state may recur, and was kept. */
        KEPT,
        /** The state is the one that was kept. */
        RECURS
    }

    /** @param eager whether states are kept and compared whatever hashes say and it costs: what is found is no less true */
    StateRecurrence(EngineState state, boolean eager) {
        this.state = state;
        this.eager = eager;
    }

    /** @param finished images so far */
    Found look(int finished, long now, long events) {
        hash.clear();
        state.writePlaces(hash, now);
        hash.add(now - lastNow);
        hash.add(events - lastEvents);
        lastNow = now;
        lastEvents = events;
        long value = hash.value();
        int slot = (int) value & SLOTS - 1;
        int period = seen[slot] == value ? finished - seenAfter[slot] : 0;
        seen[slot] = value;
        seenAfter[slot] = finished;
        if (!eager && (period == 0 || !affords(events))) {
            return Found.NOTHING;
        }
        if (kept && (eager || value == keptHash) && recurs(now)) {
            return Found.RECURS;
        }
        if (kept && finished - keptAfter < keepFor) {
            return Found.NOTHING;
        }
        keep(value, finished, now);
        keepFor = Math.max(2 * keepFor, 2 * Math.max(1, period));
        return Found.KEPT;
    }

    private boolean affords(long events) {
        long size = state.size();
        if ((looked + size) * EVENTS_PER_WORD > events) {
            return false;
        }
        looked += size;
        return true;
    }

    private boolean recurs(long now) {
        record.compare();
        state.write(record, now);
        return record.sameAsKept();
    }

    private void keep(long value, int finished, long now) {
        record.keep();
        state.write(record, now);
        kept = true;
        keptHash = value;
        keptAfter = finished;
    }
}
