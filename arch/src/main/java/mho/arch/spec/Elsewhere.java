package mho.arch.spec;

import java.util.List;
import java.util.function.Function;
import mho.core.cost.Law;
import org.jspecify.annotations.Nullable;

/** What the stated figures of one part owe to another: a row's wire is as long as the array has columns. */
record Elsewhere(
        String part, String what, Function<ChipSpec, @Nullable Double> value, Law energy, Law area, String why) {

    static final List<Elsewhere> ALL = List.of(
            new Elsewhere(
                    "tile.core.array",
                    "seconds a cell conducts",
                    chip -> chip.core()
                            .driver()
                            .conductionSeconds(chip.core().array().readSeconds()),
                    Law.LINEAR,
                    Law.SAME,
                    "E = G V^2 t"),
            new Elsewhere(
                    "tile.core.array",
                    "mean conductance",
                    chip -> chip.core().array().cell().mean(),
                    Law.LINEAR,
                    Law.SAME,
                    "E = G V^2 t"),
            new Elsewhere(
                    "tile.core.driver",
                    "array.columns",
                    chip -> (double) chip.arrayColumns(),
                    Law.LINEAR,
                    Law.LINEAR,
                    "E = C V^2 by the row's length; assumed: a driver is sized to its line"),
            new Elsewhere(
                    "tile.core.integration",
                    "array.rows",
                    chip -> (double) chip.arrayRows(),
                    Law.LINEAR,
                    Law.LINEAR,
                    "a column's charge, and the capacitor that takes it, grow with its cells"),
            new Elsewhere(
                    "tile.core.adc.generator",
                    "adc.bits",
                    chip -> (double) chip.core().adc().bits(),
                    Law.RESTATE,
                    Law.RESTATE,
                    "counter and ramp grow by no law with a source"));
}
