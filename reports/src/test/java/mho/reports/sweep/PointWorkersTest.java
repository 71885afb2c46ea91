package mho.reports.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import mho.reports.form.sweep.SweepCounts;
import mho.reports.form.sweep.SweepResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Points that others compute: what goes to them and what comes back is written and read as between machines. */
class PointWorkersTest {
    private static final String TWELVE =
            """
            sweep: twelve
            base: {network: mlp}
            vary: {chip: [isaac-ce, analog-256], tile.buffer.leakage: [1 mW, 2 mW], tile.core.array.rows: [64, 128, 256]}
            """;

    /** A single array is too little for the network, which is found out while it is mapped. */
    private static final String TOO_SMALL =
            """
            sweep: small
            base: {network: mlp, chip: analog-256}
            vary: {chips: [1], tile.cores: [1, 4], tiles: [1, 320]}
            """;

    /** Single columns hold no weight of this chip, which is found out while points are planned. */
    private static final String HALF_FAILS =
            """
            sweep: half
            training: {network: mlp, data: fashion-mnist-1000, images: 20, tests: 10, epochs: 1}
            vary: {rate: [0.01, 0.02], tile.core.array.columns: [256, 1]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private static final class Others implements PointWorkers {
        private final List<PointGroup> seen = new ArrayList<>();
        private final int slots;

        Others(int slots) {
            this.slots = slots;
        }

        @Override
        public int slots() {
            return slots;
        }

        @Override
        public void compute(List<PointGroup> groups, Consumer<PointGroup.Computed> done, Consumer<String> told) {
            for (PointGroup group : groups) {
                seen.add(group);
                done.accept(sent(sent(group).compute()));
            }
        }

        @SuppressWarnings({"unchecked", "BanSerializableRead"})
        private static <T> T sent(T value) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(value);
                out.flush();
                return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
            } catch (IOException | ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {}
    }

    private SweepResult run(String question, String name, PointWorkers workers) {
        return Sweep.run(
                SweepQuestion.of((MapNode) Yaml.parse("s.yaml", question)),
                new Sweep.How(folder.resolve(name), 1, true, 5000, Map.of(), false, workers),
                SweepProgress.NONE);
    }

    private Map<String, String> files(String name) {
        return ExampleSweeps.files(folder.resolve(name));
    }

    @Test
    void the_directory_is_the_same_whoever_computes() {
        ExampleSweeps.run(TWELVE, folder.resolve("here"), 1, true, SweepProgress.NONE);
        SweepCounts counts = run(TWELVE, "there", new Others(1)).tally();
        assertThat(files("there")).isEqualTo(files("here"));
        assertThat(counts.computed()).isEqualTo(12);
        assertThat(counts.simulated()).isEqualTo(6); // leakages are prices
        assertThat(counts.repriced()).isEqualTo(6);
    }

    @Test
    void points_that_share_a_timeline_go_together_where_there_are_enough_of_them() {
        Others one = new Others(1);
        run(TWELVE, "one", one);
        assertThat(one.seen).hasSize(6).allMatch(group -> group.configs().size() == 2);
        Others many = new Others(100);
        run(TWELVE, "many", many);
        assertThat(many.seen).hasSize(12);
    }

    @Test
    void what_a_model_refuses_comes_back_and_stays_in_the_store() {
        ExampleSweeps.run(TOO_SMALL, folder.resolve("here"), 1, true, SweepProgress.NONE);
        SweepCounts counts = run(TOO_SMALL, "there", new Others(2)).tally();
        assertThat(files("there")).isEqualTo(files("here"));
        assertThat(files("there").get("points.jsonl")).contains("the network needs");
        assertThat(counts.failed()).isBetween(1, 3);
    }

    @Test
    void trainings_come_back() {
        ExampleSweeps.run(HALF_FAILS, folder.resolve("here"), 1, true, SweepProgress.NONE);
        SweepCounts counts = run(HALF_FAILS, "there", new Others(2)).tally();
        assertThat(files("there")).isEqualTo(files("here"));
        assertThat(counts.trained()).isEqualTo(2);
        assertThat(counts.failed()).isEqualTo(2);
    }

    @Test
    void what_was_taken_stays_where_workers_give_up() {
        PointWorkers lazy = new PointWorkers() {
            @Override
            public int slots() {
                return 1;
            }

            @Override
            public void compute(List<PointGroup> groups, Consumer<PointGroup.Computed> done, Consumer<String> told) {
                done.accept(groups.get(0).compute());
                throw new IllegalStateException("gone");
            }

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> run(TWELVE, "rest", lazy)).hasMessage("gone");
        SweepCounts counts = run(TWELVE, "rest", new Others(1)).tally();
        assertThat(counts.found()).isEqualTo(2);
        assertThat(counts.computed()).isEqualTo(10);
    }

    @Test
    void a_configuration_that_reads_as_another_one_is_no_point() {
        Others others = new Others(1);
        run(TWELVE, "a", others);
        PointGroup group = others.seen.get(0);
        List<String> wrong = new ArrayList<>(group.sha256());
        wrong.set(0, "0".repeat(64));
        PointGroup.Point point = new PointGroup(group.base(), group.configs(), wrong, false)
                .compute()
                .points()
                .get(0);
        assertThat(point.outcome().failure()).contains("all machines need the same mho");
        assertThat(point.lasts()).isFalse();
    }
}
