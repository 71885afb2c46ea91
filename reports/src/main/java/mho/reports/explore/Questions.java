package mho.reports.explore;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mho.reports.run.Progress;
import org.jspecify.annotations.Nullable;

/**
 * What tabs ask, one question of each at a time: a newer one of the same tab ends the older. So many are worked on as there are cores; the
 * others wait for their turn.
 */
final class Questions {
    private static final int MOST_TABS = 1000;
    /** How often one that waits looks whether it still has to. */
    private static final long LOOK_MS = 20;

    private final Map<String, Question> latest = new ConcurrentHashMap<>();
    private final Semaphore cores;

    Questions(int cores) {
        this.cores = new Semaphore(cores, true);
    }

    /** One that is being answered. */
    private static final class Question implements Progress {
        private volatile boolean over;

        @Override
        public void progress(long events, long now) {
            goOn();
        }

        @Override
        public void images(int done, int all) {
            goOn();
        }

        void goOn() {
            if (over) {
                throw new Superseded();
            }
        }
    }

    /**
     * Answers a question.
     *
     * @param work told how far it is, which ends it when the tab asks anew
     * @throws Superseded when it does
     */
    <T> T answer(String tab, Function<Progress, T> work) {
        Question mine = new Question();
        if (latest.size() >= MOST_TABS) {
            latest.clear();
        }
        end(latest.put(tab, mine));
        waitForTurn(mine);
        try {
            mine.goOn();
            T answer = work.apply(mine);
            mine.goOn();
            return answer;
        } finally {
            cores.release();
            latest.remove(tab, mine);
        }
    }

    private void waitForTurn(Question mine) {
        try {
            while (!cores.tryAcquire(LOOK_MS, TimeUnit.MILLISECONDS)) {
                mine.goOn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Superseded();
        }
    }

    /** The tab asks nothing any more. */
    void leave(String tab) {
        end(latest.remove(tab));
    }

    private static void end(@Nullable Question question) {
        if (question != null) {
            question.over = true;
        }
    }
}
