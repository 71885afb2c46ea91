package mho.reports.form.comparison;

import java.util.Locale;
import mho.reports.compare.FigureOfRuns;
import mho.reports.figures.Figure;
import mho.reports.figures.Unit;
import mho.reports.medium.TerminalText;
import org.jspecify.annotations.Nullable;

/** A figure of a run, and what it is over that of the base. */
final class RatioText {
    private RatioText() {}

    static String figure(Figure<?> figure, @Nullable Double si) {
        return si == null ? "–" : figure.unit().text(si);
    }

    /** Over that of the base; decibels, which are ratios already, less those of the base. */
    static String overBase(Figure<?> metric, FigureOfRuns figures, int run) {
        Double base = figures.of(0);
        Double own = figures.of(run);
        if (metric.unit() != Unit.DECIBEL || base == null || own == null) {
            return TerminalText.ratio(figures.ratio(run));
        }
        return own.equals(base) ? "=" : String.format(Locale.ROOT, "%+.1f dB", own - base);
    }
}
