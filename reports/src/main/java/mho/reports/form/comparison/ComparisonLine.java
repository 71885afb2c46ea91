package mho.reports.form.comparison;

import static mho.reports.figures.Figure.real;
import static mho.reports.figures.Figure.words;

import java.util.List;
import java.util.function.Function;
import mho.reports.figures.Column;
import mho.reports.figures.Figure;
import mho.reports.figures.FigureTable;
import mho.reports.figures.Place;
import mho.reports.figures.Unit;
import mho.reports.medium.Csv;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code compare --csv}: a setting, or a figure of a run beside the base's.
 *
 * @param of what it is about: setting, followed, note, total, layer or component
 * @param base as written, or to the last digit
 * @param value the same of the run
 */
record ComparisonLine(
        String of,
        String name,
        String figure,
        String run,
        String base,
        String value,
        @Nullable Double ratio,
        @Nullable Double difference,
        @Nullable Double share,
        String by) {
    static final FigureTable<ComparisonLine> TABLE = new FigureTable<>(
            "a line of a comparison",
            List.of(
                    text("of", ComparisonLine::of)
                            .means(
                                    "setting, followed (a figure that nobody set), note (a text about settings), total, layer or component"),
                    text("name", ComparisonLine::name)
                            .means("path of the setting or part, name of the layer; empty for totals"),
                    text("figure", ComparisonLine::figure).means("key, with its SI unit; empty for settings"),
                    text("run", ComparisonLine::run).means("as on the command line; the base has no lines of its own"),
                    text("base", ComparisonLine::base).means("the base's figure"),
                    text("value", ComparisonLine::value).means("the run's figure"),
                    exact("ratio", ComparisonLine::ratio).means("value / base; empty where there is none"),
                    exact("difference", ComparisonLine::difference).means("value - base"),
                    exact("share", ComparisonLine::share)
                            .means("of the whole difference in energy, for `energy_j` of layers and of components"),
                    text("by", ComparisonLine::by)
                            .means("of settings and what followed: who set the run's figure, or what it followed")));

    private static Figure<ComparisonLine> text(String key, Function<ComparisonLine, String> of) {
        return words(key, key, of::apply).notInJson().in(Place.CSV, key);
    }

    private static Figure<ComparisonLine> exact(String key, Function<ComparisonLine, @Nullable Double> of) {
        return real(key, key, Unit.NONE, of).notInJson().in(Place.CSV, Column.of(key, line -> exact(of.apply(line))));
    }

    /** Infinite ones are left empty, like those there are not. */
    static String exact(@Nullable Double figure) {
        return figure == null || figure.isInfinite() ? "" : Csv.exact(figure);
    }
}
