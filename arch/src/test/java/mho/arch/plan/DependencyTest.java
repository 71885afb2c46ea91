package mho.arch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import mho.arch.Seeds;
import mho.workloads.network.ReceptiveField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DependencyTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_window_waits_for_the_last_and_lets_go_before_the_first_that_is_read_later(long seed) {
        Random random = Seeds.random(seed);
        for (int i = 0; i < 400; i++) {
            ReceptiveField field = RandomFields.field(random);
            WindowOrder producer = RandomFields.order(random, field.positions());
            WindowOrder consumer = RandomFields.order(random, field.windows());
            Dependency dependency =
                    Dependency.of(new StageEdge(0, 1, field, 1), producer, consumer, new MappingEffort());
            String example = "seed %d, example %d: %s, %s, %s".formatted(seed, i, field, producer, consumer);

            int needed = -1;
            for (int rank = 0; rank < field.windows(); rank++) {
                needed = Math.max(needed, extreme(field, producer, consumer.windowAt()[rank], true));
                assertThat(dependency.lastNeeded()[rank])
                        .as("%s: rank %d", example, rank)
                        .isEqualTo(needed);
            }
            int kept = field.positions();
            for (int rank = field.windows() - 1; rank >= 0; rank--) {
                assertThat(dependency.keptFrom()[rank])
                        .as("%s: rank %d", example, rank)
                        .isEqualTo(kept);
                int first = extreme(field, producer, consumer.windowAt()[rank], false);
                kept = first < 0 ? kept : Math.min(kept, first);
            }
        }
    }

    /** First or last rank among the positions read, one by one; -1 if there is none. */
    private static int extreme(ReceptiveField field, WindowOrder producer, int window, boolean last) {
        TreeSet<Integer> ranks = new TreeSet<>();
        RandomFields.positions(field, window).forEach(position -> ranks.add(producer.rankOf()[position]));
        return ranks.isEmpty() ? -1 : last ? ranks.last() : ranks.first();
    }

    @Test
    void behind_a_barrier_every_window_waits_for_all_and_all_are_kept_to_the_end() {
        ReceptiveField field = ReceptiveField.identity(2, 3).behind(6);
        Dependency dependency = Dependency.of(
                new StageEdge(0, 1, field, 1),
                WindowOrder.rowMajor(6),
                WindowOrder.byArrival(new int[6]),
                new MappingEffort());

        assertThat(dependency.lastNeeded()).containsOnly(5);
        assertThat(dependency.keptFrom()).containsExactly(0, 0, 0, 0, 0, 6);
        assertThat(dependency.span()).isEqualTo(6);
    }

    @Test
    void a_recurrent_layer_needs_its_last_window_and_no_earlier_one() {
        Dependency dependency = Dependency.of(
                new StageEdge(2, 2, null, 1), WindowOrder.rowMajor(4), WindowOrder.rowMajor(4), new MappingEffort());

        assertThat(dependency.lastNeeded()).containsExactly(-1, 0, 1, 2);
        assertThat(dependency.keptFrom()).containsExactly(0, 1, 2, 3);
        assertThat(dependency.span()).isEqualTo(2);
    }
}
