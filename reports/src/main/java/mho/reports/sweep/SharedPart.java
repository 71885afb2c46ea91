package mho.reports.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that several jobs need: made once, by whichever thread gets to it, and let go after the last of them. */
final class SharedPart<T> {
    private final Supplier<T> maker;
    private final List<Job> users = new ArrayList<>();
    private @Nullable T made;
    private @Nullable Throwable failure;
    private int open;

    SharedPart(Supplier<T> maker) {
        this.maker = maker;
    }

    void neededBy(Job job) {
        users.add(job);
        open++;
    }

    List<Job> users() {
        return users;
    }

    /** Keeps whatever the maker throws for those who ask. */
    void make() {
        try {
            made = maker.get();
        } catch (Throwable e) { // one part must not stop the others, whatever happens to it
            failure = e;
        }
    }

    boolean isFailed() {
        return failure != null;
    }

    /** Nobody needs it any more. */
    void skip() {
        failure = new IllegalStateException("never made");
    }

    void released() {
        open--;
        if (open == 0) {
            made = null;
        }
    }

    /** What was made; throws what the maker threw. */
    T get() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        return Objects.requireNonNull(made, "asked for too early or too late");
    }
}
