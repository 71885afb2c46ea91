package mho.core.engine;

/** Tells of every step and every buffer; there is one only where somebody listens. */
final class SpanReporter {
    private final SpanListener spans;
    private final int[] claims;
    private final Servers servers;
    private final FlowControl flow;
    private final Jobs jobs;
    private final int[] chosen;
    private final long[] held;

    SpanReporter(SpanListener spans, Model model, Servers servers, FlowControl flow, Jobs jobs) {
        this.spans = spans;
        this.claims = model.claims;
        this.servers = servers;
        this.flow = flow;
        this.jobs = jobs;
        chosen = new int[model.resources()];
        held = new long[model.edges()];
    }

    /** Serves as {@link Servers#serve} does, and tells of it. */
    long serve(int job, int claim, long now) {
        int width = claims[claim + Claim.WIDTH];
        for (int i = 0; i < width; i++) {
            chosen[i] = servers.next(claims[claim + Claim.RESOURCES + i]);
        }
        long handedOn = servers.serve(claim, now);
        for (int i = 0; i < width; i++) {
            spans.busy(
                    chosen[i],
                    jobs.stage(job),
                    jobs.image(job),
                    jobs.window(job),
                    now,
                    servers.start(),
                    servers.free(chosen[i]));
        }
        return handedOn;
    }

    /** One unit of a train has just begun to cross its line. */
    void crossed(int job, int claim) {
        int server = servers.lineServer(claim);
        spans.busy(
                server,
                jobs.stage(job),
                jobs.image(job),
                jobs.window(job),
                servers.start(),
                servers.start(),
                servers.free(server));
    }

    /** Something happened that these buffers may have filled or emptied by. */
    void buffers(int[] edges, long now) {
        for (int edge : edges) {
            long windows = flow.held(edge);
            if (windows != held[edge]) {
                held[edge] = windows;
                spans.held(edge, now, windows);
            }
        }
    }

    void ended(Timeline timeline) {
        spans.ended(timeline);
    }
}
