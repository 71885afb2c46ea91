package mho.arch.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.RunFigures;
import mho.arch.RunInvariants;
import mho.arch.Twice;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
import mho.arch.element.Component;
import mho.arch.machine.ComputedValues;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.core.yaml.NumericLeaf;
import mho.periphery.model.PricedPart;
import mho.workloads.network.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every kind of every family owes, one network through a chip that has it included. Kinds are found as the reader of files finds them;
 * the chip that shows one stands in a file of its own among the test resources.
 */
final class ChipKindsTest {
    private static final double SECONDS_AFTER_PROGRAMMING = 1e5;

    private static final Network MAP = Given.network(
            "2, 5, 5",
            "conv: {out: 3, kernel: 3, activation: relu}",
            "pool: {kernel: 2, stride: 1}",
            "dense: {out: 40, activation: sigmoid}",
            "dense: {out: 4}");
    private static final ComputedValues VALUES = new ComputedValues(MAP);

    static Stream<ChipKind> kinds() {
        return ChipKind.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_chip_that_shows_a_kind_has_it_and_a_network_runs_there(ChipKind kind) {
        Example example = Example.of(kind);
        assertThat(Example.part(Object.class, kind)).isNotNull();
        RunInvariants.hold(Given.run(example.chip(), MAP, 2), kind.toString());
    }

    /** Twice the energy, the leakage or the area of an instance is twice that of the part, and moves no event. */
    @ParameterizedTest
    @MethodSource("kinds")
    void a_stated_figure_counts_in_proportion_and_time_does_not_see_it(ChipKind kind) {
        Example example = Example.of(kind);
        ChipSpec before = example.chip();
        Inventory inventory = Inventory.of(before);
        int stated = 0;
        for (NumericLeaf leaf : example.numbers()) {
            String figure = leaf.path().substring(leaf.path().lastIndexOf('.') + 1);
            if (!List.of("energy", "leakage", "area").contains(figure)
                    || leaf.path().endsWith("refresh.energy")) { // a figure of the part at rest
                continue;
            }
            ChipSpec after = example.with(leaf.path(), Twice.of(leaf.value().text()));
            Component was = around(inventory, leaf.path());
            Component is = Inventory.of(after).component(was.path());
            assertThat(of(is, figure)).as(leaf.path()).isCloseTo(2 * of(was, figure), within(1e-9 * of(is, figure)));
            assertThat(after.timingView()).as(leaf.path()).isEqualTo(before.timingView());
            stated++;
        }
        if (kind.type() instanceof Class<?> type && PricedPart.class.isAssignableFrom(type)) {
            assertThat(stated)
                    .as("figures that %s states: give it energy, leakage and area", kind.file())
                    .isGreaterThanOrEqualTo(3);
        }
    }

    /** The component that a figure belongs to: where it stands, or the next around it. */
    private static Component around(Inventory inventory, String path) {
        return inventory.components().stream()
                .filter(component -> path.startsWith(component.path() + "."))
                .max(Comparator.comparingInt(component -> component.path().length()))
                .orElseThrow();
    }

    private static double of(Component component, String figure) {
        return switch (figure) {
            case "energy" -> component.figures().energyJ();
            case "leakage" -> component.figures().leakageW();
            default -> component.figures().areaM2();
        };
    }

    /**
     * Doubled or halved, it changes a figure of the chip, of a run, of values, or of what cells learn; or the example says why not. What a law
     * of learning says is heard in training alone, so cells are trained.
     */
    @ParameterizedTest
    @MethodSource("kinds")
    void every_number_of_a_kind_matters(ChipKind kind) {
        Example example = Example.of(kind);
        Figures before = Figures.of(example, example.chip());
        TreeSet<String> dead = new TreeSet<>();
        for (NumericLeaf leaf : example.numbers()) {
            String value = leaf.value().text();
            if (Stream.of(Twice.of(value), Twice.halfOf(value), Twice.of(Twice.of(Twice.of(Twice.of(value)))))
                    .noneMatch(other -> matters(example, leaf.path(), other, before))) {
                dead.add(leaf.path());
            }
        }
        assertThat(dead)
                .as("%s: in effect although listed, or not in effect although not listed", kind)
                .containsExactlyInAnyOrderElementsOf(example.dead().keySet());
    }

    /** A value that may not stand in the file at all says nothing; one that the chip or the mapper refuses does. */
    private static boolean matters(Example example, String path, String value, Figures before) {
        ChipSpec chip;
        try {
            chip = example.with(path, value);
        } catch (BadInput refused) {
            return String.valueOf(refused.getMessage()).contains("is stated for");
        }
        try {
            return !Figures.of(example, chip).equals(before);
        } catch (BadInput | ModelSaysNo refused) {
            return true;
        }
    }

    private record Figures(
            Map<String, Double> chip, Map<String, Double> run, List<Object> values, List<Object> learnt) {
        static Figures of(Example example, ChipSpec chip) {
            return new Figures(
                    RunFigures.ofChip(chip),
                    RunFigures.ofRun(Given.run(chip, MAP, 2)),
                    example.computes() ? VALUES.on(chip, SECONDS_AFTER_PROGRAMMING) : List.of(),
                    example.learnt(chip));
        }
    }
}
