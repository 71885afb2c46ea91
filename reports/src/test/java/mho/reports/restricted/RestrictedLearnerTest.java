package mho.reports.restricted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import mho.arch.chip.ChipFiles;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.reports.config.RestrictedConfig;
import org.junit.jupiter.api.Test;

/** Machines of two layers that learn in a chip. */
class RestrictedLearnerTest {
    private static final Mark HERE = Mark.of("test");
    private static final String LEARNS = "examples/boltzmann-learns.yaml";

    /** @param keys "epochs=100" */
    private static LearntMachine learnt(String chip, List<String> keys, String... settings) {
        MapNode tree = MapNode.empty(HERE);
        for (String key : keys) {
            String[] parts = key.split("=", -1);
            tree = tree.put(parts[0], new ScalarNode(HERE, parts[1], false));
        }
        MapNode whole = ChipFiles.load(
                        chip, List.of(settings).stream().map(Setting::parse).toList())
                .tree();
        return RestrictedLearner.of(RestrictedConfig.of(tree.put("chip", whole)))
                .run(done -> {});
    }

    @Test
    void pictures_become_likelier_with_exact_couplings() {
        LearntMachine learnt = learnt("analog-train", List.of("epochs=600", "ideal=true"));

        assertThat(learnt.epochs()).hasSize(601);
        assertThat(learnt.first().likelihood()).isCloseTo(-9 * Math.log(2), within(0.1));
        assertThat(learnt.best().likelihood()).isGreaterThan(-4.2);
        assertThat(learnt.most()).isCloseTo(-Math.log(14), within(1e-12));
        assertThat(learnt.epochs()).allMatch(epoch -> epoch.likelihood() < learnt.most());
        assertThat(learnt.cells()).isNull();
    }

    @Test
    void pictures_become_likelier_in_cells_that_pulses_change() {
        LearntMachine learnt = learnt(LEARNS, List.of("epochs=400"));

        assertThat(learnt.best().likelihood()).isGreaterThan(learnt.first().likelihood() + 1.2);
        assertThat(Objects.requireNonNull(learnt.cells()).cellPulses()).isPositive();
        assertThat(learnt.arrays()).isEqualTo(1);
    }

    /** A machine whose cells cannot hold what it would have to learn says so by its likelihood. */
    @Test
    void cells_with_too_narrow_a_window_stop_short_of_it() {
        LearntMachine wide = learnt(LEARNS, List.of("epochs=200"));
        LearntMachine narrow = learnt(LEARNS, List.of("epochs=200"), "tile.core.learning.scale=1");

        assertThat(narrow.best().likelihood()).isLessThan(wide.best().likelihood() - 0.3);
    }

    @Test
    void time_and_joules_are_those_of_the_phases() {
        for (int steps : new int[] {1, 3}) {
            LearntMachine learnt = learnt(LEARNS, List.of("epochs=5", "steps=" + steps));
            long pictures = 5 * 14;
            LearningPhase up = learnt.phases().get(0);
            LearningPhase down = learnt.phases().get(1);
            LearningPhase change = learnt.phases().get(2);

            assertThat(up.times()).isEqualTo(pictures * (steps + 1));
            assertThat(down.times()).isEqualTo(pictures * steps);
            assertThat(change.times()).isEqualTo(2 * pictures);
            assertThat(change.seconds() / change.times()).isCloseTo(62e-9, within(1e-15)); // 31 slots, twice, of 1 ns
            double seconds =
                    learnt.phases().stream().mapToDouble(LearningPhase::seconds).sum();
            double joules =
                    learnt.phases().stream().mapToDouble(LearningPhase::joules).sum();
            assertThat(learnt.last().seconds()).isCloseTo(seconds, within(1e-12 * seconds));
            assertThat(learnt.last().joules()).isCloseTo(joules, within(1e-12 * joules));
            assertThat(learnt.joules().values().stream().mapToDouble(j -> j).sum())
                    .isCloseTo(joules, within(1e-12 * joules));
        }
    }

    /** By the prices of the chip: pulses on cells that were counted, on 2 x 20 lines no more than their slots. */
    @Test
    void pulses_are_priced_as_they_happened() {
        LearntMachine learnt = learnt(LEARNS, List.of("epochs=5"));
        LearntMachine dearer = learnt(LEARNS, List.of("epochs=5"), "tile.core.learning.cell-energy=10 fJ");
        double more = part(dearer) - part(learnt);

        assertThat(more).isCloseTo(Objects.requireNonNull(learnt.cells()).cellPulses() * 5e-15, within(1e-18));
    }

    private static double part(LearntMachine learnt) {
        return Objects.requireNonNull(learnt.joules().get("tile.core.learning"));
    }

    @Test
    void a_seed_is_a_machine() {
        LearntMachine one = learnt(LEARNS, List.of("epochs=20"));
        LearntMachine again = learnt(LEARNS, List.of("epochs=20"));
        LearntMachine other = learnt(LEARNS, List.of("epochs=20", "seed=2"));

        assertThat(again.epochs()).isEqualTo(one.epochs());
        assertThat(other.last().likelihood()).isNotEqualTo(one.last().likelihood());
    }

    @Test
    void arrays_that_do_not_learn_are_refused_and_so_is_a_machine_without_arrays() {
        assertThatThrownBy(() -> learnt("boltzmann", List.of()))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining(
                        "the arrays of boltzmann do not learn; state what that takes (tile.core.learning)");
        assertThatThrownBy(() -> learnt("k80", List.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("has no arrays");
        assertThatThrownBy(() -> learnt(LEARNS, List.of("side=9")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("side");
    }
}
