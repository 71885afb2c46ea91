package mho.core.engine;

/** How long windows stay in their stages, told twice, so that Little's law can check the engine. */
final class Residence {
    private final int[] present;
    private final long[] since;
    private final WideSums inFlight;
    private final WideSums sojourn;

    Residence(int stages) {
        present = new int[stages];
        since = new long[stages];
        inFlight = new WideSums(stages);
        sojourn = new WideSums(stages);
    }

    void enters(int stage, long now) {
        integrate(stage, now);
        present[stage]++;
    }

    void leaves(int stage, long now, long entered) {
        integrate(stage, now);
        present[stage]--;
        sojourn.add(stage, 1, now - entered);
    }

    WideSums inFlight() {
        return inFlight;
    }

    WideSums sojourn() {
        return sojourn;
    }

    /** Adds up until now what is in flight. */
    void upTo(long now) {
        for (int stage = 0; stage < present.length; stage++) {
            integrate(stage, now);
        }
    }

    /** As many are in flight so many ticks later; in between nothing is added up. */
    void moveOn(long ticks) {
        for (int stage = 0; stage < since.length; stage++) {
            since[stage] += ticks;
        }
    }

    private void integrate(int stage, long now) {
        inFlight.add(stage, present[stage], now - since[stage]);
        since[stage] = now;
    }
}
