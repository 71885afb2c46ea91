package mho.arch.chip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import mho.arch.element.Description;
import mho.core.quantity.Quantity;

/** What is told of a reference machine beside its one part. */
final class RooflineDescription {
    private static final int DIGITS = 4;

    private RooflineDescription() {}

    static Description of(Roofline machine) {
        Map<String, Number> sizes = new LinkedHashMap<>();
        sizes.put("batch", machine.batch());
        sizes.put("efficiency", machine.efficiency().at(machine.batch()));
        sizes.put("idle_power_w", machine.power().idle());
        sizes.put("busy_power_w", machine.power().busy());
        return new Description(structure(machine), work(machine), sizes, Map.of());
    }

    private static List<Description.Line> structure(Roofline machine) {
        List<Description.Line> lines = new ArrayList<>();
        machine.peak()
                .forEach((name, rate) -> lines.add(new Description.Line(
                        "peak, " + name, shown(rate.rate(), "OP/s") + " with operands of " + rate.bits() + " bit")));
        machine.memory()
                .forEach((name, level) -> lines.add(new Description.Line(
                        "memory, " + name, shown(level.capacity(), "B") + " at " + shown(level.bandwidth(), "B/s"))));
        return lines;
    }

    private static List<Description.Line> work(Roofline machine) {
        return List.of(
                new Description.Line("batch", machine.batch() + (machine.batch() == 1 ? " input" : " inputs together")),
                new Description.Line("efficiency", efficiency(machine.efficiency())),
                new Description.Line(
                        "ridge",
                        machine.levels().stream()
                                        .map(level -> String.format(
                                                Locale.ROOT, "%.4g for %s", machine.ridge(level), level.name()))
                                        .collect(Collectors.joining(", "))
                                + " operations a byte"),
                new Description.Line("overhead", shown(machine.overhead(), "s") + " a layer"),
                new Description.Line(
                        "power",
                        shown(machine.power().idle(), "W") + " at rest, "
                                + shown(machine.power().busy(), "W") + " at work"));
    }

    private static String efficiency(Efficiency efficiency) {
        StringBuilder text = new StringBuilder(percent(efficiency.value()) + " of the peak");
        efficiency.steps().forEach((batch, part) -> text.append("; from batch ")
                .append(batch)
                .append(" on ")
                .append(percent(part)));
        return text.toString();
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.4g %%", 100 * part);
    }

    private static String shown(double si, String unit) {
        return Quantity.format(si, unit, DIGITS);
    }
}
