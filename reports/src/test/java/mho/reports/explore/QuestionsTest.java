package mho.reports.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mho.reports.run.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class QuestionsTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private CompletableFuture<String> asks(Questions questions, String tab, CountDownLatch begun) {
        return CompletableFuture.supplyAsync(
                () -> questions.answer(tab, progress -> {
                    begun.countDown();
                    return goOnForEver(progress);
                }),
                threads);
    }

    private static String goOnForEver(Progress progress) {
        while (true) {
            progress.progress(0, 0);
            Thread.onSpinWait();
        }
    }

    private static void isSuperseded(CompletableFuture<String> question) {
        assertThatThrownBy(question::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(Superseded.class);
    }

    @Test
    void aNewerQuestionOfTheSameTabEndsTheOlder() throws InterruptedException {
        Questions questions = new Questions(1);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> older = asks(questions, "tab", begun);
        begun.await();

        assertThat(questions.<String>answer("tab", progress -> "newer")).isEqualTo("newer");
        isSuperseded(older);
    }

    @Test
    void oneThatWaitsForItsTurnIsEndedToo() throws InterruptedException {
        Questions questions = new Questions(1);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> running = asks(questions, "other", begun);
        begun.await();
        CompletableFuture<String> waiting = asks(questions, "tab", new CountDownLatch(1));
        CompletableFuture<String> newer =
                CompletableFuture.supplyAsync(() -> questions.answer("tab", progress -> "newer"), threads);

        // whichever of the two came first is ended by the other; then the core is free for it
        questions.leave("tab");
        questions.leave("other");
        isSuperseded(running);
        assertThatThrownBy(() -> CompletableFuture.allOf(waiting, newer).join()).hasCauseInstanceOf(Superseded.class);
    }

    @Test
    void questionsOfTwoTabsDoNotEndOneAnother() throws InterruptedException {
        Questions questions = new Questions(2);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> one = asks(questions, "one", begun);
        begun.await();

        assertThat(questions.<String>answer("two", progress -> "answered")).isEqualTo("answered");
        assertThat(one).isNotDone();
        questions.leave("one");
        isSuperseded(one);
    }

    @Test
    void noMoreAreWorkedOnThanThereAreCores() throws InterruptedException {
        Questions questions = new Questions(2);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(8);
        for (int tab = 0; tab < 8; tab++) {
            String name = "tab " + tab;
            threads.execute(() -> questions.answer(name, progress -> {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                Thread.yield();
                atOnce.decrementAndGet();
                done.countDown();
                return name;
            }));
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void aQuestionThatFailsLeavesItsCore() {
        Questions questions = new Questions(1);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> questions.answer("tab", progress -> {
                        throw new IllegalStateException("broken");
                    }))
                    .hasMessage("broken");
        }
        assertThat(questions.<String>answer("tab", progress -> "answered")).isEqualTo("answered");
    }
}
