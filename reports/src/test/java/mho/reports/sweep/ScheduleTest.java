package mho.reports.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    private SharedPart<String> part(String name) {
        return new SharedPart<>(() -> {
            log.add("make " + name);
            return name;
        });
    }

    private SharedPart<String> broken(String name) {
        return new SharedPart<>(() -> {
            log.add("break " + name);
            throw new IllegalStateException(name);
        });
    }

    private Job job(String name, SharedPart<?>... parts) {
        return new Job(List.of(parts), () -> log.add(name + said(parts)));
    }

    private static String said(SharedPart<?>... parts) {
        StringBuilder said = new StringBuilder();
        for (SharedPart<?> part : parts) {
            try {
                said.append(' ').append(part.get());
            } catch (IllegalStateException e) {
                return said.append("no ").append(e.getMessage()).toString();
            }
        }
        return said.toString();
    }

    @Test
    void whatIsReadyGoesBeforeWhatIsNotBegun() {
        SharedPart<String> a = part("a");
        SharedPart<String> b = part("b");
        SharedPart<String> x = part("x");
        new Schedule(List.of(job("1", a, x), job("2", a), job("3", b, x))).run(1);
        assertThat(log).containsExactly("make a", "2 a", "make x", "1 a x", "make b", "3 b x");
    }

    @Test
    void aPartThatFailsFailsItsJobsAndNoOthers() {
        SharedPart<String> a = broken("a");
        SharedPart<String> b = part("b");
        new Schedule(List.of(job("1", a), job("2", a), job("3", b))).run(1);
        assertThat(log).containsExactly("break a", "1 no a", "2 no a", "make b", "3 b");
    }

    @Test
    void whatOnlyFailedJobsNeedIsNotMade() {
        SharedPart<String> a = broken("a");
        SharedPart<String> x = part("x");
        new Schedule(List.of(job("1", a, x), job("2", a, x))).run(1);
        assertThat(log).containsExactly("break a", "1 no a", "2 no a");
    }

    @Test
    void aPartIsLetGoAfterItsLastJob() {
        SharedPart<String> a = part("a");
        new Schedule(List.of(job("1", a), job("2", a))).run(1);
        assertThatThrownBy(a::get).isInstanceOf(NullPointerException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void whatAJobThrowsEndsIt(int threads) {
        List<Job> jobs = new ArrayList<>();
        AtomicInteger run = new AtomicInteger();
        for (int i = 0; i < 200; i++) {
            int number = i;
            jobs.add(new Job(List.of(part("p" + i)), () -> {
                run.incrementAndGet();
                if (number == 3) {
                    throw new IllegalStateException("disk full");
                }
            }));
        }
        assertThatThrownBy(() -> new Schedule(jobs).run(threads)).hasMessage("disk full");
        assertThat(run.get()).isLessThan(200);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 3", "4, 4", "8, 5"})
    void everyPartIsMadeOnceAndEveryJobSeesItsParts(int threads, long seed) {
        Random random = new Random(seed);
        AtomicInteger alive = new AtomicInteger();
        List<SharedPart<String>> parts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            parts.add(random.nextInt(6) == 0 ? broken("p" + i) : part("p" + i));
        }
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            SharedPart<String> first = parts.get(i / 15);
            SharedPart<String> second = parts.get(20 + random.nextInt(20));
            jobs.add(new Job(List.of(first, second), () -> {
                alive.incrementAndGet();
                assertThat(said(first, second)).containsPattern("^ (p\\d+ )?(p\\d+|no p\\d+|no never made)$");
            }));
        }
        new Schedule(jobs).run(threads);
        assertThat(alive.get()).isEqualTo(300);
        assertThat(log.stream().filter(line -> line.startsWith("make"))).doesNotHaveDuplicates();
    }
}
