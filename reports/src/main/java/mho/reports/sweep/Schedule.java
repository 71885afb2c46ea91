package mho.reports.sweep;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Jobs and the parts they share, on several threads. A thread takes a job whose parts are there, else the next part in the order of the jobs
 * that nobody has begun, else it waits. So no more parts are alive than threads, and those that later jobs share.
 */
final class Schedule {
    private final Deque<Job> ready = new ArrayDeque<>();
    private final Iterator<SharedPart<?>> parts;
    private int left;
    private @Nullable Throwable broken;

    Schedule(List<Job> jobs) {
        Set<SharedPart<?>> inOrder = new LinkedHashSet<>();
        for (Job job : jobs) {
            inOrder.addAll(job.parts());
        }
        parts = inOrder.iterator();
        left = jobs.size();
    }

    /** Returns when all is done; throws what a job throws, and begins nothing after that. */
    void run(int threads) {
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            Thread thread = new Thread(this::work, "sweep-" + i);
            thread.start();
            others.add(thread);
        }
        work();
        for (Thread thread : others) {
            join(thread);
        }
        if (broken instanceof RuntimeException e) {
            throw e;
        }
        if (broken instanceof Error e) {
            throw e;
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            for (Runnable next = next(); next != null; next = next()) {
                next.run();
            }
        } catch (RuntimeException | Error e) {
            stop(e);
        } catch (InterruptedException e) {
            stop(new IllegalStateException("interrupted", e));
        }
    }

    private synchronized @Nullable Runnable next() throws InterruptedException {
        while (broken == null && left > 0) {
            Job job = ready.poll();
            if (job != null) {
                return () -> finish(job);
            }
            SharedPart<?> part = nextPart();
            if (part != null) {
                return () -> make(part);
            }
            if (ready.isEmpty()) {
                wait();
            }
        }
        return null;
    }

    private @Nullable SharedPart<?> nextPart() {
        while (parts.hasNext()) {
            SharedPart<?> part = parts.next();
            if (!part.users().stream().allMatch(Job::isFailed)) {
                return part;
            }
            part.skip();
            settled(part);
        }
        return null;
    }

    private void make(SharedPart<?> part) {
        part.make();
        synchronized (this) {
            settled(part);
            notifyAll();
        }
    }

    private void settled(SharedPart<?> part) {
        for (Job job : part.users()) {
            if (job.isReadyAfterOneMore()) {
                ready.add(job);
            }
        }
    }

    private void finish(Job job) {
        job.run();
        synchronized (this) {
            job.parts().forEach(SharedPart::released);
            left--;
            if (left == 0) {
                notifyAll();
            }
        }
    }

    private synchronized void stop(Throwable e) {
        if (broken == null) {
            broken = e;
        }
        notifyAll();
    }
}
