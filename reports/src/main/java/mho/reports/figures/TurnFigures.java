package mho.reports.figures;

import static mho.reports.figures.Figure.whole;
import static mho.reports.figures.Figure.words;
import static mho.reports.figures.Place.TERMINAL;

import java.util.List;
import java.util.Locale;
import mho.arch.plan.TurnTaking;
import mho.reports.medium.TerminalText;

/** Layers that take turns on the same elements. */
public final class TurnFigures {
    public static final FigureTable<TurnTaking> TABLE = new FigureTable<>(
            "layers that take turns on the same elements",
            List.of(
                    whole("batch", "batch", Unit.COUNT, (TurnTaking turns) -> (long) turns.batch())
                            .means(
                                    "inputs that go through together, as one: latencies are those of the whole batch, interval and energy those of one of its inputs; `turns` is there only where layers take turns")
                            .in(TERMINAL, "turns", TurnFigures::told),
                    words("weights", "weights", TurnFigures::weights)
                            .means(
                                    "held: all stay; streamed: fetched for every turn; written: arrays are written anew for every turn")));

    private TurnFigures() {}

    private static String weights(TurnTaking turns) {
        return turns.weights().name().toLowerCase(Locale.ROOT);
    }

    private static String told(TurnTaking turns) {
        String inputs = turns.batch() == 1
                ? "input after input"
                : "in batches of " + TerminalText.plural(turns.batch(), "input")
                        + " (latency is a batch's, all else an input's)";
        return "layers take turns, " + inputs + "; weights "
                + switch (turns.weights()) {
                    case HELD, UPDATED -> "stay";
                    case STREAMED -> "are fetched for every turn";
                    case WRITTEN -> "are written for every turn";
                };
    }
}
