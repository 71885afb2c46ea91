package mho.reports.form.search;

import java.util.List;
import java.util.Locale;
import mho.reports.figures.Unit;
import mho.reports.form.sweep.SweepText;
import mho.reports.medium.Terminal;
import mho.reports.medium.TextTable;

/** What a search came to, for people: the front, which knobs matter, the winner and what it hangs on, where the designs came from. */
public final class SearchText {
    private final SearchTable search;
    private final Terminal terminal;

    private SearchText(SearchTable search, Terminal terminal) {
        this.search = search;
        this.terminal = terminal;
    }

    public static String of(SearchTable search, Terminal terminal) {
        SearchText text = new SearchText(search, terminal);
        return SweepText.ofFront(search.points(), terminal, "front.csv", "search.html") + "\n" + text.weights()
                + text.winner() + text.counts() + SweepText.ofFailures(search.points(), terminal);
    }

    /** Of each objective, what its knobs do by themselves and with others. */
    private String weights() {
        if (search.weights().isEmpty()) {
            return "";
        }
        TextTable table = new TextTable("llrrr", "figure", "knob", "by itself", "with others", "model explains");
        for (MetricWeights weights : search.weights()) {
            String label = search.points().column(weights.metric()).label();
            for (KnobWeight knob : weights.knobs()) {
                table.row(
                        label,
                        knob.knob(),
                        Unit.SHARE.text(knob.first()),
                        Unit.SHARE.text(knob.total()),
                        Unit.SHARE.text(weights.explained()));
                label = "";
            }
        }
        return "parts of a figure's variance over all designs:\n" + table.on(terminal) + "\n";
    }

    private String winner() {
        Winner winner = search.winner();
        if (winner == null) {
            return "no design holds what is asked\n";
        }
        StringBuilder text = new StringBuilder();
        text.append(terminal.paragraph(
                "winner: point " + winner.point() + ", of the front the nearest to having the best of everything\n"));
        List<String> most = winner.most();
        most.forEach(line -> text.append(terminal.paragraph("  " + line + "\n")));
        return text.append(most.isEmpty() && !winner.hangs().isEmpty() ? "  nothing assumed moves it\n" : "")
                .toString();
    }

    private String counts() {
        SearchCounts counts = search.counts();
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%,d designs looked at: %,d computed", counts.asked(), counts.computed()));
        text.append(counts.given() == 0 ? "" : String.format(Locale.ROOT, ", %,d given", counts.given()));
        text.append(
                counts.byPrice() == 0
                        ? ""
                        : String.format(Locale.ROOT, ", %,d told by their prices", counts.byPrice()));
        text.append(
                counts.byBound() == 0 ? "" : String.format(Locale.ROOT, ", %,d told by one input", counts.byBound()));
        text.append(counts.failed() == 0 ? "" : String.format(Locale.ROOT, ", %,d failed", counts.failed()));
        text.append(String.format(Locale.ROOT, "; %,d generations", counts.generations()));
        return terminal.paragraph(text + "\n");
    }
}
