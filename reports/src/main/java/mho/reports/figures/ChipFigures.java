package mho.reports.figures;

import static mho.reports.figures.Figure.allWords;
import static mho.reports.figures.Figure.real;
import static mho.reports.figures.Figure.rows;
import static mho.reports.figures.Figure.whole;
import static mho.reports.figures.Figure.words;

import java.util.List;
import java.util.function.Function;
import mho.reports.metrics.Report;
import mho.reports.metrics.Report.ChipFacts;
import mho.reports.sheet.ChangedFigure;
import org.jspecify.annotations.Nullable;

/** The chip of a run, whatever runs on it. */
public final class ChipFigures {
    /** Bits that converters are short of. */
    public static final String ADC_BITS_SHORT = "adc_bits_short";

    /** A figure that is not as the chip's file states it. */
    public static final FigureTable<ChangedFigure> SET = new FigureTable<>(
            "a figure that was set",
            List.of(
                    words("path", "path", ChangedFigure::path)
                            .means("figure that an option, a sweep or a variant set, or that followed one that was")
                            .in(Place.PAGE, Column.<ChangedFigure>of("path").noted("in the chip file")),
                    words("value", "value", ChangedFigure::value)
                            .means("as written")
                            .in(Place.PAGE, Column.<ChangedFigure>of("value").noted("")),
                    words("by", "by", ChangedFigure::by)
                            .means("who set it; what it was stated as, where it followed")
                            .in(Place.PAGE, Column.<ChangedFigure>of("by").noted(""))));

    static final FigureTable<Report> TABLE = new FigureTable<>(
            "the chip of a run",
            List.of(
                    of("technology_m", "technology", Unit.METRE, chip -> chip.circuits()
                                    .technologyM())
                            .means("feature size of the chip's process"),
                    of("temperature_k", "temperature", Unit.KELVIN, chip -> chip.circuits()
                                    .temperatureK())
                            .means("of its circuits"),
                    of("peak_ops_per_s", "peak rate of a chip", Unit.OPERATION_PER_SECOND, chip -> chip.peak()
                                    .opsPerS())
                            .means("one chip, every array busy")
                            .asMetric(),
                    of("peak_power_w", "full power of a chip", Unit.WATT, chip -> chip.peak()
                                    .powerW())
                            .means("one chip, every part at its own full activity")
                            .asMetric(),
                    of("area_m2", "area of a chip", Unit.SQUARE_METRE, ChipFacts::areaM2)
                            .means("one chip"),
                    count("tiles", "tiles of a chip", chip -> whole(chip.tiles()))
                            .means("of one chip"),
                    count("arrays", "arrays of a chip", ChipFacts::arrays).means("of one chip"),
                    of("buffer_bytes_per_s", "buffers' rate", Unit.BYTE_PER_SECOND, chip -> chip.peak()
                                    .bufferBytesPerS())
                            .means("of one chip's tile buffers, every bank busy"),
                    of("network_bytes_per_s", "network's rate", Unit.BYTE_PER_SECOND, chip -> chip.peak()
                                    .networkBytesPerS())
                            .means("of one chip's network, every port, segment or wire busy"),
                    count(
                                    ADC_BITS_SHORT,
                                    "converter bits short",
                                    chip -> whole(chip.circuits().adcBitsShort()))
                            .means("bits that its converters have fewer than would digitise a full column without loss")
                            .asMetric(),
                    count("leakage_unstated", "parts without stated leakage", chip -> (long) chip.leakageUnstated())
                            .means(
                                    "kinds of parts, the rows of `components`, of which nobody says what they leak; `totals.leakage_j` is that of the others"),
                    count("unsourced", "figures without a source", chip ->
                                    (long) chip.unsourced().size())
                            .means("numbers of the chip file that have neither source nor reasoning"),
                    allWords("unsourced_figures", "which figures have no source", (Report report) -> report.chip()
                                    .unsourced())
                            .means("their paths; of those in a variant, with its name"),
                    rows("set", "set figures", (Report report) -> report.chip().set(), SET),
                    allWords("warnings", "warnings of the chip", (Report report) -> report.chip()
                                    .warnings())
                            .means(
                                    "figures of the chip file beyond what anybody builds, a sentence each, with the path; what stays as stated of a chip on another node or at another temperature")));

    private ChipFigures() {}

    private static Figure<Report> of(String key, String label, Unit unit, Function<ChipFacts, @Nullable Double> of) {
        return real(key, label, unit, report -> of.apply(report.chip()));
    }

    private static Figure<Report> count(String key, String label, Function<ChipFacts, @Nullable Long> of) {
        return Figure.whole(key, label, Unit.COUNT, report -> of.apply(report.chip()));
    }

    /** As figures have it; null where there is none. */
    static @Nullable Long whole(@Nullable Integer number) {
        return number == null ? null : Long.valueOf(number);
    }
}
