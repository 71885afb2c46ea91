package mho.reports.form.restricted;

import java.util.Locale;
import java.util.Map;
import mho.arch.element.LearntArrays;
import mho.reports.config.RestrictedConfig;
import mho.reports.medium.Terminal;
import mho.reports.medium.TerminalText;
import mho.reports.medium.TextTable;
import mho.reports.restricted.LearningPhase;
import mho.reports.restricted.LearntMachine;
import mho.reports.restricted.LikelihoodRecord;

/** A machine that has learnt, for people: how likely the pictures became, and where time and energy went. */
public final class LearntMachineTable {
    private static final String FOOT =
            """
            Likelihoods are exact, in nats, of couplings as they stand; the machine acts on what its arrays tell it. Reads and
            changes follow one another. Joules: with what the chip draws at rest; lines of units that are off are counted as driven.
            """;

    private LearntMachineTable() {}

    public static String of(LearntMachine learnt, Terminal terminal) {
        RestrictedConfig asked = learnt.config().config();
        StringBuilder text = new StringBuilder();
        text.append(
                "%s learns bars and stripes of %d x %d%s: %d pictures, %d visible and %d hidden units, CD-%d, rate %s, seed %d\n\n"
                        .formatted(
                                learnt.chip(),
                                asked.side(),
                                asked.side(),
                                asked.ideal() ? " (exact couplings)" : "",
                                learnt.pictures(),
                                learnt.visible(),
                                learnt.hidden(),
                                asked.steps(),
                                asked.rate(),
                                asked.seed()));
        TextTable found = new TextTable("lrrrr", "", "log-likelihood", "epoch", "time", "joules");
        row(found, "before", learnt.first());
        row(found, "best", learnt.best());
        row(found, "last", learnt.last());
        found.row("at most", number(learnt.most()), "", "", "");
        text.append(found.on(terminal)).append('\n');
        TextTable phases = new TextTable("lrrrr", "phase", "times", "one takes", "time", "joules");
        for (LearningPhase phase : learnt.phases()) {
            phases.row(
                    phase.name(),
                    TerminalText.count(phase.times()),
                    TerminalText.of(phase.seconds() / phase.times(), "s"),
                    TerminalText.of(phase.seconds(), "s"),
                    TerminalText.of(phase.joules(), "J"));
        }
        text.append(phases.on(terminal)).append('\n');
        LearntArrays cells = learnt.cells();
        if (cells != null) {
            text.append("pulses on cells ")
                    .append(TerminalText.count(cells.cellPulses()))
                    .append(", at a bound ")
                    .append(TerminalText.percent((double) cells.saturated() / cells.cells()))
                    .append(" of ")
                    .append(TerminalText.count(cells.cells()))
                    .append(" cells in ")
                    .append(TerminalText.plural(learnt.arrays(), "array"))
                    .append("\n\n");
        }
        TextTable parts = new TextTable("lrr", "part", "energy", "share");
        double all =
                learnt.joules().values().stream().mapToDouble(joules -> joules).sum();
        for (Map.Entry<String, Double> part : learnt.joules().entrySet()) {
            parts.row(
                    part.getKey(), TerminalText.of(part.getValue(), "J"), TerminalText.percent(part.getValue() / all));
        }
        text.append(parts.on(terminal)).append('\n');
        return text.append(terminal.paragraph(FOOT)).toString();
    }

    private static void row(TextTable table, String name, LikelihoodRecord epoch) {
        table.row(
                name,
                number(epoch.likelihood()),
                Integer.toString(epoch.epoch()),
                TerminalText.of(epoch.seconds(), "s"),
                TerminalText.of(epoch.joules(), "J"));
    }

    private static String number(double likelihood) {
        return String.format(Locale.ROOT, "%.3f", likelihood);
    }
}
