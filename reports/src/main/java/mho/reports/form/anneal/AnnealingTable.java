package mho.reports.form.anneal;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import mho.reports.anneal.Annealing;
import mho.reports.anneal.SweepRecord;
import mho.reports.config.AnnealConfig;
import mho.reports.medium.Terminal;
import mho.reports.medium.TerminalText;
import mho.reports.medium.TextTable;

/** An annealing for people: the best that was found and what it took, and where time and energy went. */
public final class AnnealingTable {
    private static final String FOOT =
            """
            Energy and measure behind each sweep are exact; the machine acts on what its arrays tell it. Time: reads one after the
            other, of units that are not coupled at once where asked (--together). Joules: with what the chip draws at rest.
            Writing the couplings is told apart.
            """;

    private AnnealingTable() {}

    public static String of(Annealing annealing, Terminal terminal) {
        AnnealConfig asked = annealing.config().config();
        SweepRecord best = annealing.best();
        StringBuilder text = new StringBuilder();
        text.append("%s anneals %s%s: %s, %,d couplings, %s by %s, seed %d\n\n"
                .formatted(
                        annealing.chip(),
                        asked.problem().from(),
                        asked.ideal() ? " (exact fields)" : "",
                        TerminalText.plural(annealing.units(), "unit"),
                        annealing.pairs(),
                        TerminalText.plural(annealing.sweeps().size(), "sweep"),
                        asked.rule().name().toLowerCase(Locale.ROOT),
                        asked.seed()));
        TextTable found = new TextTable("lrrrrr", "", annealing.measure(), "energy", "sweep", "time", "joules");
        row(found, "best", best);
        row(found, "last", annealing.sweeps().get(annealing.sweeps().size() - 1));
        text.append(found.on(terminal)).append('\n');
        text.append(facts(annealing).on(terminal)).append('\n');
        TextTable parts = new TextTable("lrr", "part", "energy", "share");
        for (Map.Entry<String, Double> part : annealing.joules().entrySet()) {
            parts.row(
                    part.getKey(),
                    TerminalText.of(part.getValue(), "J"),
                    TerminalText.percent(part.getValue() / annealing.totalJoules()));
        }
        text.append(parts.on(terminal)).append('\n');
        return text.append(terminal.paragraph(FOOT)).toString();
    }

    private static void row(TextTable table, String name, SweepRecord sweep) {
        table.row(
                name,
                plain(sweep.measured()),
                plain(sweep.energy()),
                Integer.toString(sweep.sweep()),
                TerminalText.of(sweep.seconds(), "s"),
                TerminalText.of(sweep.joules(), "J"));
    }

    private static String plain(double number) {
        return number == 0
                ? "0"
                : new BigDecimal(number)
                        .round(new java.math.MathContext(9))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static TextTable facts(Annealing annealing) {
        TextTable table = new TextTable("ll", "", "");
        table.row(
                "temperatures",
                String.format(
                        Locale.ROOT,
                        "%.4g down to %.4g",
                        annealing.schedule().first(),
                        annealing.schedule().last()));
        table.row("arrays", Integer.toString(annealing.arrays()));
        table.row("updated at once", annealing.sets() == annealing.units() ? "one unit" : annealing.sets() + " sets");
        table.row(
                "a sweep",
                "%s, %,.0f conversions"
                        .formatted(TerminalText.of(annealing.sweepSeconds(), "s"), annealing.conversions()));
        if (annealing.clipped() != null) {
            table.row("beyond the converters' range", TerminalText.percent(annealing.clipped()));
        }
        if (annealing.writeSeconds() != null || annealing.writeJoules() != null) {
            table.row(
                    "writing",
                    TerminalText.of(annealing.writeSeconds(), "s") + ", "
                            + TerminalText.of(annealing.writeJoules(), "J"));
        }
        return table;
    }
}
