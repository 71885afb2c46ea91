package mho.reports.figures;

import static mho.reports.figures.Figure.allWords;
import static mho.reports.figures.Figure.part;
import static mho.reports.figures.Figure.real;
import static mho.reports.figures.Figure.rows;
import static mho.reports.figures.Figure.words;
import static mho.reports.figures.Place.CSV;
import static mho.reports.figures.Place.TERMINAL;

import java.util.List;
import java.util.function.Function;
import mho.reports.tornado.FixedAssumption;
import mho.reports.tornado.Tornado;
import mho.reports.tornado.TornadoBar;
import mho.reports.tornado.TornadoTrial;
import org.jspecify.annotations.Nullable;

/** What assumptions move figures, and how far. */
public final class TornadoFigures {
    /** Of a line: its figure. */
    public static final String ROW = "row";

    /** Of a line: in short what it says. */
    public static final String TOLD = "told";

    /** One assumption moved one way. */
    private static final FigureTable<TornadoTrial> TRIAL = new FigureTable<>(
            "an assumption moved one way",
            List.of(
                    words("value", "value", TornadoTrial::value).means("that was tried"),
                    real("factor", "factor", Unit.RATIO, TornadoTrial::factor)
                            .means("over what is assumed; of whole numbers what the nearest one makes"),
                    real("change", "change", Unit.SHARE, TornadoTrial::change)
                            .means("of the figure, as a part of it; null where the machine cannot be such"),
                    words("refused", "refused", TornadoTrial::refused).means("why it cannot; else empty")));

    /** One assumption. */
    private static final FigureTable<TornadoBar> BAR = new FigureTable<>(
            "an assumption that may move a figure",
            List.of(
                    words("machine", "machine", TornadoBar::machine)
                            .means("that assumes it, or both that inherit it from one file"),
                    words("path", "path", TornadoBar::path).means("in its file"),
                    words("value", "value", TornadoBar::value).means("as assumed"),
                    words("reasoning", "because", TornadoBar::reasoning).means("that stands in for a source"),
                    real("swing", "swing", Unit.RATIO, TornadoBar::swing)
                            .means(
                                    "what bars are sorted by: the larger of both moves for a fifth, as the logarithm of the figure over itself; of a whole number that moves by more, by a power law"),
                    part("low", "a fifth less", TornadoBar::low, TRIAL),
                    part("high", "a fifth more", TornadoBar::high, TRIAL)));

    private static final FigureTable<FixedAssumption> FIXED = new FigureTable<>(
            "an assumption that is not moved",
            List.of(
                    words("path", "path", FixedAssumption::path).means("in the file of the machine"),
                    words("value", "value", FixedAssumption::value).means("as in the file"),
                    words("why", "why", FixedAssumption::why).means("it is not moved")));

    /** A figure and what moves it. */
    public static final FigureTable<Tornado> TORNADO = new FigureTable<>(
            "a figure that rests on assumptions",
            List.of(
                    words(ROW, "row", Tornado::row).means("of the validation"),
                    allWords("machines", "machines", Tornado::machines).means("whose figure it is"),
                    words("unit", "unit", Tornado::unit).means("of the figure"),
                    real("figure", "figure", Unit.SPELLED, Tornado::figure).means("as everything is assumed"),
                    rows("bars", "bars", Tornado::bars, BAR),
                    rows("fixed", "not moved", Tornado::fixed, FIXED)));

    /** All of the JSON but the first field. */
    public static final FigureTable<List<Tornado>> TABLE = new FigureTable<>(
            "the tornados of rows",
            List.of(
                    real("moved_by", "moved by", Unit.SHARE, (List<Tornado> all) -> TornadoBar.PART)
                            .means("part by which each assumption is moved, down and up"),
                    rows("tornados", "tornados", Function.<List<Tornado>>identity(), TORNADO)));

    /** A line of CSV, and of tables on pages. */
    public static final FigureTable<TornadoLine> LINE = new FigureTable<>(
            "an assumption beside the figure that it moves",
            List.of(
                    line(ROW, "row", line -> line.of().row(), "of the validation"),
                    line("path", "assumed", line -> line.bar().path(), "in the file of the machine"),
                    line("machine", "of", line -> line.bar().machine(), "that assumes it"),
                    line("value", "value", line -> line.bar().value(), "as assumed"),
                    line("low_value", "less", line -> line.bar().low().value(), "that was tried, a fifth less"),
                    change("low_change", "figure at less", line -> line.bar().low(), "of the row's figure at that"),
                    line("high_value", "more", line -> line.bar().high().value(), "that was tried, a fifth more"),
                    change("high_change", "figure at more", line -> line.bar().high(), "of the row's figure at that"),
                    line("reasoning", "because", line -> line.bar().reasoning(), "that stands in for a source")
                            .read(Unit.PROSE),
                    words(TOLD, "in short", (TornadoLine line) -> line.bar().told())
                            .means("in a few words")
                            .notInJson()
                            .in(CSV, TOLD)));

    private TornadoFigures() {}

    private static Figure<TornadoLine> line(
            String key, String heading, Function<TornadoLine, String> of, String meaning) {
        return words(key, heading, of::apply)
                .means(meaning)
                .notInJson()
                .in(CSV, key)
                .in(TERMINAL, heading);
    }

    private static Figure<TornadoLine> change(
            String key, String heading, Function<TornadoLine, TornadoTrial> of, String meaning) {
        Function<TornadoLine, @Nullable Double> change = line -> of.apply(line).change();
        return real(key, heading, Unit.SHARE, change)
                .means(meaning)
                .notInJson()
                .in(CSV, key)
                .in(TERMINAL, heading, line -> TornadoBar.percent(change.apply(line)));
    }
}
