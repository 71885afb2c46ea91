package mho.core.engine;

/** Something would happen after the end of time, {@link Clock#HORIZON}. */
final class BeyondTime extends ModelSaysNo {
    private static final long serialVersionUID = 1L;

    private static final String WHAT = "simulated time runs beyond its end, 2^62 fs (77 minutes)";

    BeyondTime() {
        super(WHAT + ": ask for fewer images");
    }

    private BeyondTime(String message) {
        super(message);
    }

    /** Ports that are each busy within time, and together longer than is counted. */
    static BeyondTime together(Model model, int resource) {
        return new BeyondTime(
                "%s: its %d ports are busy for more than 2^63 fs (2.6 hours) together: make it faster (%s), or ask for fewer images"
                        .formatted(
                                model.resourceName(resource), model.servers(resource), model.resourceSetBy(resource)));
    }

    /** What it is that takes so long: of all resources the one that is busy longest, what has no room in time included. */
    static BeyondTime in(Model model, int stage, Servers servers, int claim) {
        int slowest = servers.slowest(claim);
        String where = WHAT + " in layer " + model.stageName(stage);
        return new BeyondTime(
                slowest < 0
                        ? where + ": ask for fewer images"
                        : where + "; what takes longest is " + model.resourceName(slowest) + ": make it faster ("
                                + model.resourceSetBy(slowest) + "), or ask for fewer images");
    }
}
