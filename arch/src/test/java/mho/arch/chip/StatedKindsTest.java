package mho.arch.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.element.Component;
import mho.arch.element.crossbar.CrossbarCore;
import mho.arch.kinds.Example;
import mho.core.cost.Cost;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.yaml.BadInput;
import mho.core.yaml.Kinds;
import mho.core.yaml.MapNode;
import mho.core.yaml.Parameter;
import mho.core.yaml.Parameters;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.periphery.model.CostFigure;
import mho.periphery.model.ProcessScaling;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of every part, every way to state its figures, every parameter of a chip that may be changed. */
final class StatedKindsTest {
    private static final Set<String> TEXTS = Set.of("chip", "about", "source", "remarks");

    /** A parameter that is added to any kind of any part must say what stated figures owe to it. */
    @Test
    void every_parameter_of_every_kind_says_what_stated_figures_owe_to_it() {
        Set<String> silent = new TreeSet<>();
        visit(ChipSpec.class, new HashSet<>(), silent);
        assertThat(silent).isEmpty();
    }

    private static void visit(Class<?> type, Set<Class<?>> seen, Set<String> silent) {
        if (type == Cost.class || !seen.add(type)) {
            return;
        }
        if (Kinds.isFamily(type)) {
            for (Class<?> kind : Kinds.of(type)) {
                visit(kind, seen, silent);
            }
        } else if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                Class<?> of = component.getType();
                if (component.isAnnotationPresent(Scales.class)) {
                    continue; // for all that stands in it
                }
                if (of.isRecord() || Kinds.isFamily(of)) {
                    visit(of, seen, silent);
                } else if (!(type == ChipSpec.class && TEXTS.contains(component.getName()))) {
                    silent.add(type.getSimpleName() + "." + component.getName());
                }
            }
        }
    }

    @Test
    void what_is_no_part_states_its_laws_where_the_part_is() {
        Set<Class<?>> structure = new HashSet<>();
        visitStructure(ChipSpec.class, structure);
        assertThat(structure).contains(ChipSpec.class, Tile.class, CrossbarCore.class);
        for (Class<?> type : structure) {
            for (RecordComponent component : type.getRecordComponents()) {
                Scales scales = component.getAnnotation(Scales.class);
                if (scales != null) {
                    assertThat(List.of(scales.energy(), scales.area())).containsOnly(ScalingLaw.SAME);
                    assertThat(scales.why()).isNotBlank();
                }
            }
        }
    }

    /** What holds parts, and is none: has no cost of its own, and stands in nothing that has one. */
    private static void visitStructure(Class<?> type, Set<Class<?>> seen) {
        if (Kinds.isFamily(type)) {
            Kinds.of(type).forEach(kind -> visitStructure(kind, seen));
        } else if (type.isRecord() && !hasCost(type) && seen.add(type)) {
            for (RecordComponent component : type.getRecordComponents()) {
                visitStructure(component.getType(), seen);
            }
        }
    }

    private static boolean hasCost(Class<?> type) {
        return Stream.of(type.getRecordComponents()).anyMatch(component -> component.getType() == Cost.class);
    }

    static Stream<Example> examples() {
        return Example.ofPricedParts();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_figure_of_every_kind_follows_its_law_or_is_refused_or_owes_nothing(Example kind, @TempDir Path directory)
            throws IOException {
        Tally tally = new Tally();
        Path file = directory.resolve("kind.yaml");
        Files.writeString(file, kind.text());
        check(file.toString(), kind.at(), tally);
        assertThat(tally.tried).as("numbers of %s that were changed", kind).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"isaac", "durations", "oscillator", "amplifier", "pulses"})
    void a_figure_follows_its_law_or_is_refused_or_owes_nothing(String kinds, @TempDir Path directory)
            throws IOException {
        Tally tally = new Tally();
        for (String figures : List.of("power: 1 mW", "energy: 1 pJ")) {
            Path file = directory.resolve(kinds + figures.charAt(0) + ".yaml");
            String text = chip(kinds).replace("FIG", figures + ", leakage: 1 uW, area: 10 um2");
            Files.writeString(
                    file,
                    figures.startsWith("e")
                            ? text.replace("OFF", "power: null, ")
                            : text.replace("OFF", "energy: null, "));
            check(file.toString(), "", tally);
        }
        assertThat(tally.scaled).isGreaterThan(20);
        assertThat(tally.refused).isGreaterThan(5);
        assertThat(tally.noted).isGreaterThan(20);
    }

    private static final class Tally {
        int scaled;
        int refused;
        int noted;
        int tried;
    }

    private static void check(String file, String at, Tally tally) {
        Chips.Loaded before = Chips.load(file, List.of());
        for (Parameter parameter : Parameters.of(ChipSpec.class)) {
            String path = parameter.path();
            if (!(before.tree().find(path.replace(".*", "")) instanceof ScalarNode value)
                    || !path.startsWith(at)
                    || path.endsWith(".kind") && !path.equals("tile.buffer.kind")
                    || StatedFigures.isFigure(path.substring(path.lastIndexOf('.') + 1))) {
                continue;
            }
            for (String other : others(value.text())) {
                tally.tried++;
                Chips.Loaded after;
                try {
                    after = Chips.load(file, List.of(Setting.parse(path + "=" + other)));
                } catch (BadInput e) {
                    tally.refused += String.valueOf(e.getMessage()).contains("is stated for") ? 1 : 0;
                    continue;
                }
                compare(path + "=" + other, path, before.spec(), after, tally);
            }
        }
    }

    private static void compare(String as, String path, ChipSpec before, Chips.Loaded after, Tally tally) {
        Inventory was = Inventory.of(before);
        Inventory is = Inventory.of(after.spec());
        Map<String, ChipPart> parts = ChipPart.of(after.spec());
        ChipPart.of(before).forEach((name, part) -> {
            ChipPart now = parts.get(name);
            if (now == null || component(was, name) == null) {
                return;
            }
            List<ParameterChange> owed = new ArrayList<>();
            if (path.startsWith(name + ".")) {
                ChipPart.Parameter old = part.parameters().get(path.substring(name.length() + 1));
                ChipPart.Parameter one = now.parameters().get(path.substring(name.length() + 1));
                if (old != null && one != null && one.scales() != null) {
                    Scales law = one.scales();
                    owed.add(new ParameterChange(path, old.value(), one.value(), "1", law.energy(), law.area(), ""));
                }
            }
            owed.addAll(FigureDependencies.changes(name, before, after.spec()));
            owed.removeIf(change -> !change.isOne());
            // a conversion takes a comparison a bit
            double more = name.equals("tile.core.adc") && path.equals("tile.core.adc.bits")
                    ? (double) Given.crossbar(after.spec()).adc().bits()
                            / Given.crossbar(before).adc().bits()
                    : 1;
            ProcessScaling move = new ProcessScaling(part.circuit(), part.process(before), now.process(after.spec()));
            double energy = factor(owed, true) * move.factor(CostFigure.ENERGY);
            double area = factor(owed, false) * move.factor(CostFigure.AREA);
            double leakage = factor(owed, false) * move.factor(CostFigure.LEAKAGE);
            if (name.equals("tile.core.adc") && path.equals("tile.core.composed")) {
                // a composed result is converted to fewer bits: MemoryBanksTest has them by pencil
                double fewer =
                        Objects.requireNonNull(component(is, name)).figures().energyJ();
                double all =
                        Objects.requireNonNull(component(was, name)).figures().energyJ();
                assertThat(fewer).as(as).isPositive().isLessThan(all);
            } else {
                held(as + ": energy of " + name, was, is, name, c -> c.figures().energyJ(), energy * more);
            }
            held(as + ": area of " + name, was, is, name, c -> c.figures().areaM2(), area);
            held(as + ": leakage of " + name, was, is, name, c -> c.figures().leakageW(), leakage);
            told(as, after.tree(), name, owed, move, tally);
        });
    }

    private static void held(
            String as, Inventory was, Inventory is, String name, ToDoubleFunction<Component> figure, double factor) {
        double before = figure.applyAsDouble(component(was, name));
        double after = figure.applyAsDouble(component(is, name));
        if (before == 0) {
            assertThat(after).as(as).isZero();
            return;
        }
        assertThat(after / before).as(as).isCloseTo(factor, within(1e-9 * factor));
    }

    private static void told(
            String as, MapNode tree, String name, List<ParameterChange> owed, ProcessScaling move, Tally tally) {
        for (String key : List.of("energy", "power", "leakage", "area")) {
            boolean ofEnergy = key.equals("energy") || key.equals("power");
            if (tree.find(name + "." + key) == null) {
                continue;
            }
            CostFigure face = ofEnergy ? CostFigure.ENERGY : key.equals("area") ? CostFigure.AREA : CostFigure.LEAKAGE;
            boolean moved = move.factor(face) != 1 || ProcessScaling.wasKept(move.told(face));
            boolean owes = owed.stream().anyMatch(c -> c.law(ofEnergy) != ScalingLaw.SAME) || moved;
            boolean scaled = factor(owed, ofEnergy) * move.factor(face) != 1;
            tally.scaled += scaled ? 1 : 0;
            if (owes) {
                tally.noted++;
                assertThat(tree.find(name + ".set-by." + key))
                        .as(as + ": note on " + name + "." + key)
                        .isInstanceOfSatisfying(ScalarNode.class, note -> assertThat(note.text())
                                .contains("stated as")
                                .contains(moved ? "scaled " : ", now "));
            }
        }
    }

    private static double factor(List<ParameterChange> owed, boolean ofEnergy) {
        return owed.stream().mapToDouble(c -> c.factor(ofEnergy)).reduce(1, (a, b) -> a * b);
    }

    private static @Nullable Component component(Inventory inventory, String path) {
        return inventory.components().stream()
                .filter(c -> path.equals(c.path()) || path.startsWith(c.path() + "."))
                .reduce((a, b) -> a.path().length() > b.path().length() ? a : b)
                .orElse(null);
    }

    /** Twice and half a number, the other truth, the other words that may stand there. */
    private static List<String> others(String text) {
        String[] words = text.split(" ", 2);
        if (words[0].matches("[0-9.eE+-]+")) {
            List<String> numbers = new ArrayList<>();
            for (String factor : List.of("2", "0.5")) {
                numbers.add(new BigDecimal(words[0])
                                .multiply(new BigDecimal(factor))
                                .stripTrailingZeros()
                                .toPlainString()
                        + (words.length > 1 ? " " + words[1] : ""));
            }
            return numbers;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> List.of("false");
            case "false" -> List.of("true");
            default -> List.of(
                    "sram",
                    "edram",
                    "add",
                    "multiply",
                    "compare",
                    "pair",
                    "offset",
                    "array",
                    "digital",
                    "fill",
                    "two-phases",
                    "both-sides",
                    "cell",
                    "full-scale",
                    "calibrated",
                    "pcm-joshi");
        };
    }

    private static String chip(String kinds) {
        String rest =
                """
                extends: isaac-ce
                chip: kinds
                link: {OFFFIG}
                tile:
                  buffer: {OFFFIG}
                  bus: {OFFFIG}
                  pool: {operation: compare, OFFFIG}
                  shift-add: {OFFFIG}
                  output-register: {OFFFIG}
                """;
        return rest.replace("tile:\n", MESH.get(kinds) + "tile:\n") + CORE.get(kinds);
    }

    private static final Map<String, String> MESH = Map.of(
            "isaac", "mesh: {router: {OFFFIG}}\n",
            "durations",
                    "mesh: {kind: circuit, columns: 14, bits: 8, unit: 1 ns, segment: {lanes: 64, delay: 1 ns, length: 0.3 mm, voltage: 0.8 V, FIG}}\n",
            "oscillator", "mesh: {kind: bus, wires: {width: 64 bit, clock: 1 GHz, FIG}}\n",
            "amplifier", "mesh: {kind: bus, wires: {width: 64 bit, clock: 1 GHz, length: 5 mm, FIG}}\n",
            "pulses", "");

    private static final String ARRAY =
            "    array: {wires: {row: 1 Ohm, column: 1 Ohm}, cell: {on-conductance: 20 uS, off-conductance: 2 uS, read-voltage: 0.2 V}, OFFFIG}\n";

    private static final Map<String, String> CORE = Map.of(
            "isaac",
                    """
                      activation: {OFFFIG}
                      core:
                        driver: {OFFFIG}
                        integration: {OFFFIG}
                        adc: {OFFFIG}
                        shift-add: {OFFFIG}
                        input-register: {OFFFIG}
                        output-register: {OFFFIG}
                        control: {FIG}
                    """
                            + ARRAY,
            "durations",
                    """
                      activation: {kind: piecewise-linear, count: 16, delay: 10 ns, segments: 8, gain: 10, FIG}
                      core:
                        driver: {kind: pulse-duration, bits: 8, unit: 1 ns, voltage: 0.2 V, line-capacitance: 20 fF, FIG}
                        integration: {kind: integrator, holds: true, saturation: 0.5, FIG}
                        adc: {kind: ramp, bits: 6, clock: 1 GHz, FIG, generator: {FIG}}
                    """
                            + ARRAY,
            "oscillator",
                    """
                      core:
                        driver: {kind: voltage-level, bits: 4, FIG}
                        adc: {kind: cco, bits: 6, lsb: 1 ns, drain: 2 ns, FIG}
                    """
                            + ARRAY,
            "amplifier",
                    """
                      core:
                        adc: {kind: sense-amplifier, bits: 6, step: 1 ns, columns: 8, FIG}
                    """
                            + ARRAY,
            "pulses",
                    """
                      core:
                        driver: {kind: pulse-duration, bits: 8, unit: 1 ns, signed: true, FIG}
                        adc: {kind: duration, bits: 6, unit: 1 ns, FIG, generator: {FIG}}
                    """
                            + ARRAY);
}
