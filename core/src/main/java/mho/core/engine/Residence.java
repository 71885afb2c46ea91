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

    private void integrate(int stage, long now) {
        inFlight.add(stage, present[stage], now - since[stage]);
        since[stage] = now;
    }
}
