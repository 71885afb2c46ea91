package mho.reports.form.solve;

import java.util.Locale;
import java.util.Map;
import mho.reports.config.SolveConfig;
import mho.reports.medium.Terminal;
import mho.reports.medium.TerminalText;
import mho.reports.medium.TextTable;
import mho.reports.solve.Solved;

/** Solved equations for people: how it converged, and where time and energy went. */
public final class SolvedTable {
    private static final int SHOWN = 8;
    private static final String FOOT =
            """
            Left: norm of b - A x, in double precision, over that of b. Products: in the arrays, of the inner iterations. Processor:
            time of its operations at 64 bits or of its bytes, whichever is longer, at the busy power of its chip file; arrays and
            processor wait for one another and draw meanwhile what they draw at rest. Writing the matrix is told apart.
            """;

    private SolvedTable() {}

    public static String of(Solved solved, Terminal terminal) {
        SolveConfig asked = solved.config().config();
        StringBuilder text = new StringBuilder();
        text.append("%s and %s solve %s%s: %,d equations, %,d entries, %s, seed %d\n\n"
                .formatted(
                        solved.chip(),
                        solved.processor(),
                        asked.matrix().from(),
                        asked.ideal() ? " (exact products)" : "",
                        solved.size(),
                        solved.entries(),
                        solved.method().name().toLowerCase(Locale.ROOT),
                        asked.seed()));
        text.append(corrections(solved).on(terminal)).append('\n');
        text.append(facts(solved).on(terminal)).append('\n');
        TextTable parts = new TextTable("lrr", "part", "energy", "share");
        for (Map.Entry<String, Double> part : solved.joules().entrySet()) {
            parts.row(
                    part.getKey(),
                    TerminalText.of(part.getValue(), "J"),
                    TerminalText.percent(part.getValue() / solved.totalJoules()));
        }
        text.append(parts.on(terminal)).append('\n');
        return text.append(terminal.paragraph(FOOT)).toString();
    }

    /** The first ones and the last. */
    private static TextTable corrections(Solved solved) {
        TextTable table = new TextTable("rr", "correction", "left");
        int all = solved.left().size();
        for (int i = 0; i < all; i++) {
            if (i < SHOWN || i == all - 1) {
                table.row(
                        Integer.toString(i),
                        String.format(Locale.ROOT, "%.3g", solved.left().get(i)));
            } else if (i == SHOWN) {
                table.row("…", "…");
            }
        }
        return table;
    }

    private static TextTable facts(Solved solved) {
        TextTable table = new TextTable("ll", "", "");
        table.row("corrections", Integer.toString(solved.rounds()));
        table.row("inner iterations", "%,d, %,d products".formatted(solved.iterations(), solved.products()));
        table.row("arrays", Integer.toString(solved.arrays()));
        table.row(
                "time",
                "%s: arrays %s, processor %s"
                        .formatted(
                                TerminalText.of(solved.totalSeconds(), "s"),
                                TerminalText.of(solved.arraySeconds(), "s"),
                                TerminalText.of(solved.digitalSeconds(), "s")));
        table.row("energy", TerminalText.of(solved.totalJoules(), "J"));
        Solved.Alone alone = solved.alone();
        if (alone != null) {
            table.row(
                    "the processor alone",
                    "%s, %s, %,d products"
                            .formatted(
                                    TerminalText.of(alone.seconds(), "s"),
                                    TerminalText.of(alone.joules(), "J"),
                                    alone.products()));
        }
        if (solved.error() != null) {
            table.row("off a direct solution", String.format(Locale.ROOT, "%.2g", solved.error()));
        }
        if (solved.clipped() != null) {
            table.row("beyond the converters' range", TerminalText.percent(solved.clipped()));
        }
        if (solved.writeSeconds() != null || solved.writeJoules() != null) {
            table.row(
                    "writing",
                    TerminalText.of(solved.writeSeconds(), "s") + ", " + TerminalText.of(solved.writeJoules(), "J"));
        }
        return table;
    }
}
