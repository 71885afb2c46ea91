package mho.reports.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The same work on many things, as many at a time as there are threads; on one thread, on the one that asks. */
public final class SideBySide {
    private SideBySide() {}

    /**
     * What each comes to, in the order of the things.
     *
     * @param threads at least 1
     * @param work answers for a thing whatever is done to the others; what it throws is thrown
     */
    public static <A, B extends @Nullable Object> List<B> of(List<A> things, int threads, Function<A, B> work) {
        int most = Math.min(threads, things.size());
        return most <= 1 ? things.stream().map(work).toList() : onThreads(things, most, work);
    }

    private static <A, B extends @Nullable Object> List<B> onThreads(List<A> things, int threads, Function<A, B> work) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<B>> calls = new ArrayList<>();
            things.forEach(thing -> calls.add(() -> work.apply(thing)));
            List<B> all = new ArrayList<>();
            for (Future<B> one : workers.invokeAll(calls)) {
                all.add(one.get());
            }
            return all;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw thrown(e);
        } finally {
            workers.shutdownNow();
        }
    }

    private static RuntimeException thrown(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException same ? same : new IllegalStateException(e);
    }
}
