package mho.reports.sweep;

import java.util.List;

/** Something to do as soon as its parts are there, or have failed. */
final class Job {
    private final List<SharedPart<?>> parts;
    private final Runnable work;
    private int missing;

    Job(List<SharedPart<?>> parts, Runnable work) {
        this.parts = List.copyOf(parts);
        this.work = work;
        this.missing = parts.size();
        parts.forEach(part -> part.neededBy(this));
    }

    List<SharedPart<?>> parts() {
        return parts;
    }

    void run() {
        work.run();
    }

    boolean isFailed() {
        return parts.stream().anyMatch(SharedPart::isFailed);
    }

    /** One part less to wait for; whether it was the last. */
    boolean isReadyAfterOneMore() {
        missing--;
        return missing == 0;
    }
}
