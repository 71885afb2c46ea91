package mho.reports.figures;

import static mho.reports.figures.Figure.part;
import static mho.reports.figures.Figure.real;
import static mho.reports.figures.Figure.rows;
import static mho.reports.figures.Figure.whole;
import static mho.reports.figures.Figure.words;
import static mho.reports.figures.Place.CHART;
import static mho.reports.figures.Place.COMPARED;
import static mho.reports.figures.Place.CSV;
import static mho.reports.figures.Place.FOOTNOTE;
import static mho.reports.figures.Place.PAGE;
import static mho.reports.figures.Place.ROOFLINE;
import static mho.reports.figures.Place.RUN_LINE;
import static mho.reports.figures.Place.TERMINAL;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import mho.reports.medium.TerminalText;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;
import mho.reports.metrics.ZeroSkipping;
import org.jspecify.annotations.Nullable;

/** A layer, or the row of leakage, which has but a name and an energy. */
public final class LayerFigures {
    /** The one number that the row of leakage has. */
    public static final String ENERGY = "energy_j";

    private static final String NO_ZEROS =
            "of one group's matrix, of nothing but zeros and not stored (mapping.compact)";
    private static final String ROWS_LEFT_OUT = "rows_left_out";
    private static final String COLUMNS_LEFT_OUT = "columns_left_out";
    private static final String PHASES_SKIPPED = "row_phases_skipped";
    private static final String COPIES = "copies";
    private static final String ARRAYS = "arrays";
    private static final String TILES = "tiles";
    private static final String LEAST_INTERVAL = "least_interval_s";
    private static final int NANO = 9;
    private static final int PICO = 12;
    private static final int TERA = -12;

    private static final FigureTable<LayerRow.Span> SPAN = new FigureTable<>(
            "when a layer works on an input",
            List.of(
                    real("start_s", "start", Unit.SECOND, LayerRow.Span::startS)
                            .means(
                                    "first step of the input's first window, of the first four inputs; they are available at 0")
                            .in(CHART, "start"),
                    real("finish_s", "finish", Unit.SECOND, LayerRow.Span::finishS)
                            .means("end of its last window")
                            .in(CHART, "finish")));

    public static final FigureTable<LayerRow> TABLE = new FigureTable<>(
            "a layer",
            List.of(
                    words("name", "layer", LayerRow::name)
                            .means("as in the network, or (static)")
                            .in(CSV, "layer")
                            .in(CHART, "name")
                            .in(TERMINAL, "layer")
                            .in(PAGE, Column.<LayerRow>of("layer").noted(""))
                            .in(ROOFLINE, Column.<LayerRow>of("layer").noted("")),
                    words("kind", "kind", LayerRow::kind)
                            .means("conv, dense, max-pool, …")
                            .in(CSV, "kind")
                            .in(TERMINAL, seen("kind").givingWay(4))
                            .in(
                                    PAGE,
                                    Column.of("kind", LayerFigures::kindOnPage).noted("")),
                    whole("ops", "work", Unit.OPERATION, (LayerRow layer) -> layer.work()
                                    .ops())
                            .in(
                                    FOOTNOTE,
                                    "An op is one multiply or add (a MAC is two; bias and activation not counted).")
                            .means(Definition.OP)
                            .in(CSV, "ops")
                            .in(CHART, "ops")
                            .in(TERMINAL, seen("work").behind("tiles").givingWay(7))
                            .in(PAGE, seen("work").where(LayerFigures::works).behind("tiles"))
                            .in(ROOFLINE, "work"),
                    count("windows", "windows", layer -> (long) layer.work().windows())
                            .means("output positions, or steps of a recurrence")
                            .in(CSV, "windows")
                            .in(CHART, "windows")
                            .in(TERMINAL, seen("windows").givingWay(3))
                            .in(PAGE, seen("windows")),
                    count(COPIES, "copies", held(LayerRow.Held::copies))
                            .means("how often the layer's matrix is held")
                            .in(CSV, "copies")
                            .in(CHART, "copies")
                            .in(TERMINAL, seen("copies").givingWay(2))
                            .in(PAGE, seen("copies")),
                    count(ARRAYS, "arrays", held(LayerRow.Held::arrays))
                            .means("of all its copies")
                            .in(CSV, "arrays")
                            .in(TERMINAL, seen("arrays").givingWay(5))
                            .in(PAGE, seen("arrays")),
                    count(ROWS_LEFT_OUT, "rows left out", held(LayerRow.Held::rowsLeftOut))
                            .means(NO_ZEROS)
                            .in(CSV, Column.<LayerRow>of("rows_left_out").behind("values"))
                            .in(PAGE, seen("rows left out").behind("bottleneck_utilization")),
                    count(COLUMNS_LEFT_OUT, "columns left out", held(LayerRow.Held::columnsLeftOut))
                            .means(NO_ZEROS)
                            .in(CSV, Column.<LayerRow>of("columns_left_out").behind(ROWS_LEFT_OUT))
                            .in(PAGE, seen("columns left out").behind(ROWS_LEFT_OUT)),
                    count(TILES, "tiles", held(LayerRow.Held::tiles))
                            .means("it sits in")
                            .in(CSV, "tiles")
                            .in(TERMINAL, seen("tiles").givingWay(1))
                            .in(PAGE, seen("tiles")),
                    time("latency_s", "latency", LayerRow.Times::latencyS)
                            .in(FOOTNOTE, "Latency of a layer: " + Definition.LATENCY_OF_A_LAYER.words() + ".")
                            .means(Definition.LATENCY_OF_A_LAYER)
                            .in(CSV, Column.<LayerRow>of("latency_ns").scaled(NANO))
                            .in(CHART, "latency")
                            .in(TERMINAL, seen("latency"))
                            .in(PAGE, seen("latency"))
                            .in(COMPARED, "latency")
                            .in(RUN_LINE, "layers' latency"),
                    time("interval_s", "interval", LayerRow.Times::intervalS)
                            .in(
                                    FOOTNOTE,
                                    Column.<LayerRow>of("Interval: between inputs that follow one another, steady.")
                                            .behind(LEAST_INTERVAL))
                            .means(
                                    "between inputs it finishes, which is the network's; its latency if one input ran alone")
                            .in(CSV, Column.<LayerRow>of("interval_ns").scaled(NANO))
                            .in(COMPARED, "interval"),
                    time(LEAST_INTERVAL, "least interval", LayerRow.Times::leastIntervalS)
                            .in(
                                    FOOTNOTE,
                                    "At least: what an input keeps the layer's own arrays busy, so that no other can follow faster.")
                            .means(Definition.LEAST_INTERVAL)
                            .in(CSV, Column.<LayerRow>of("least_interval_ns").scaled(NANO))
                            .in(CHART, "interval")
                            .in(TERMINAL, seen("at least"))
                            .in(PAGE, seen("least interval")),
                    real(ENERGY, "energy", Unit.JOULE, (LayerRow layer) -> layer.energy()
                                    .totalJ())
                            .in(FOOTNOTE, "Energy: of one input, dynamic and leakage over the interval.")
                            .means("dynamic, of one input")
                            .in(CSV, Column.<LayerRow>of("energy_pj").scaled(PICO))
                            .in(CHART, "energy")
                            .in(TERMINAL, "energy")
                            .in(PAGE, "energy")
                            .in(COMPARED, Column.<LayerRow>of("energy").behind(""))
                            .in(RUN_LINE, Column.<LayerRow>of("layers' energy").behind("")),
                    real("ops_per_s", "rate", Unit.OPERATION_PER_SECOND, (LayerRow layer) -> layer.work()
                                    .opsPerS())
                            .means(Definition.RATE)
                            .in(CSV, Column.<LayerRow>of("tops").scaled(TERA))
                            .in(CHART, "rate")
                            .in(PAGE, seen("rate").where(LayerFigures::works))
                            .in(ROOFLINE, "rate"),
                    real("ops_per_j", "ops per joule", Unit.OPERATION_PER_JOULE, (LayerRow layer) -> layer.energy()
                                    .opsPerJ())
                            .means(Definition.OPS_PER_JOULE)
                            .in(CSV, Column.<LayerRow>of("tops_per_w").scaled(TERA))
                            .in(
                                    TERMINAL,
                                    seen("per watt").where(LayerFigures::works).givingWay(8))
                            .in(PAGE, seen("per watt").where(LayerFigures::works)),
                    use("utilization", "utilization", Unit.SHARE, LayerRow.Use::utilization)
                            .in(
                                    FOOTNOTE,
                                    "Busy: of a layer's arrays (digital layers: of the bottleneck) while it is active.")
                            .means(Definition.UTILIZATION_OF_A_LAYER)
                            .in(CSV, "utilization")
                            .in(CHART, "utilization")
                            .in(TERMINAL, seen("busy").givingWay(9))
                            .in(PAGE, seen("utilization"))
                            .in(COMPARED, "busy"),
                    words("bottleneck", "bottleneck", used(LayerRow.Use::bottleneck))
                            .in(FOOTNOTE, "Bottleneck: the resource busy for most of that time.")
                            .means(Definition.BOTTLENECK_OF_A_LAYER)
                            .in(CSV, "bottleneck")
                            .in(CHART, "bottleneck")
                            .in(
                                    TERMINAL,
                                    Column.of(
                                                    "bottleneck",
                                                    used(use -> use.bottleneck() + " "
                                                            + TerminalText.percent(use.bottleneckUtilization())))
                                            .givingWay(6))
                            .in(PAGE, seen("bottleneck")),
                    use(
                                    "bottleneck_utilization",
                                    "utilization of the bottleneck",
                                    Unit.SHARE,
                                    LayerRow.Use::bottleneckUtilization)
                            .means("its busy part")
                            .in(CSV, "bottleneck_utilization")
                            .in(CHART, "bottleneckUtilization")
                            .in(PAGE, seen("its utilization").noted(Definition.BOTTLENECK_OF_A_LAYER.words())),
                    use(PHASES_SKIPPED, "row phases skipped", Unit.SHARE, LayerRow.Use::rowPhasesSkipped)
                            .notInJson()
                            .means(
                                    "part of the rows' phases in which a row is zero and not driven (tile.core.driver.skip-zeros): counted where there are data, else as stated")
                            .in(CSV, Column.<LayerRow>of("row_phases_skipped").behind(COLUMNS_LEFT_OUT))
                            .in(PAGE, seen("row phases skipped").behind(COLUMNS_LEFT_OUT)),
                    Figure.of(
                                    "energy_by_component",
                                    "energy by component",
                                    Unit.JOULE,
                                    new Content.NamedNumbers<>(
                                            (LayerRow layer) -> layer.energy().byComponentJ()))
                            .means("by path of the part in the chip file; parts that cost nothing are left out")
                            .in(CHART, Column.<LayerRow>of("parts").behind("network_bytes")),
                    real("buffer_bytes", "bytes through buffers", Unit.BYTE, moved(LayerRow.Bytes::buffer))
                            .means(Definition.BUFFER_BYTES)
                            .in(CHART, "buffer")
                            .in(ROOFLINE, "through buffers"),
                    real(
                                    "ops_per_buffer_byte",
                                    "ops per byte through buffers",
                                    Unit.OPERATION_PER_BYTE,
                                    intensity(LayerRow.Bytes::buffer))
                            .notInJson()
                            .means(Definition.INTENSITY)
                            .in(ROOFLINE, "ops per byte"),
                    real("network_bytes", "bytes through the network", Unit.BYTE, moved(LayerRow.Bytes::network))
                            .means(Definition.NETWORK_BYTES)
                            .in(CHART, "network")
                            .in(ROOFLINE, "through the network"),
                    real(
                                    "ops_per_network_byte",
                                    "ops per byte through the network",
                                    Unit.OPERATION_PER_BYTE,
                                    intensity(LayerRow.Bytes::network))
                            .notInJson()
                            .means(Definition.INTENSITY)
                            .in(ROOFLINE, "ops per byte"),
                    rows("inputs", "inputs", LayerRow::inputs, SPAN).in(CHART, "inputs"),
                    part("values", "values", LayerRow::values, LayerValueFigures.TABLE)
                            .in(CSV, "values")
                            .in(CHART, "values")
                            .in(COMPARED, "values")));

    private LayerFigures() {}

    /** What shows in a place of a run that does this about zeros. */
    public static List<Figure<LayerRow>> in(Place place, ZeroSkipping zeros) {
        return TABLE.in(place).stream()
                .filter(figure -> switch (figure.key()) {
                    case ROWS_LEFT_OUT, COLUMNS_LEFT_OUT -> zeros.leftOut();
                    case PHASES_SKIPPED -> zeros.areSkipped();
                    default -> true;
                })
                .toList();
    }

    /** The same where people read: of a machine that holds no layers, nothing of arrays. */
    public static List<Figure<LayerRow>> read(Place place, Report report) {
        return in(place, report.zeros()).stream()
                .filter(figure -> switch (figure.key()) {
                    case COPIES, ARRAYS, TILES, LEAST_INTERVAL -> report.chip().arrays() != null;
                    default -> true;
                })
                .toList();
    }

    /** Whether a ratio to another run's says more than the figures; decibels and parts of conversions, often none, are better seen. */
    public static boolean hasRatio(Figure<LayerRow> figure) {
        return TABLE.figures().contains(figure);
    }

    private static boolean works(LayerRow layer) {
        return layer.work().ops() > 0;
    }

    /** A column that leakage leaves empty. */
    private static Column<LayerRow> seen(String heading) {
        return Column.<LayerRow>of(heading).where(layer -> !layer.isStatic());
    }

    private static String kindOnPage(LayerRow layer) {
        return layer.isStatic() ? "leakage, of all parts" : layer.kind();
    }

    private static Figure<LayerRow> count(String key, String label, Function<LayerRow, @Nullable Long> of) {
        return whole(key, label, Unit.COUNT, of);
    }

    private static Figure<LayerRow> time(String key, String label, Function<LayerRow.Times, @Nullable Double> of) {
        return real(key, label, Unit.SECOND, layer -> {
            LayerRow.Times times = layer.times();
            return times == null ? null : of.apply(times);
        });
    }

    private static Figure<LayerRow> use(
            String key, String label, Unit unit, Function<LayerRow.Use, @Nullable Double> of) {
        return real(key, label, unit, used(of));
    }

    private static <V> Function<LayerRow, @Nullable V> used(Function<LayerRow.Use, @Nullable V> of) {
        return layer -> {
            LayerRow.Use use = layer.use();
            return use == null ? null : of.apply(use);
        };
    }

    private static Function<LayerRow, @Nullable Long> held(ToLongFunction<LayerRow.Held> of) {
        return layer -> {
            LayerRow.Held held = layer.held();
            return held == null ? null : of.applyAsLong(held);
        };
    }

    private static Function<LayerRow, @Nullable Double> moved(Function<LayerRow.Bytes, Double> of) {
        return layer -> {
            LayerRow.Bytes bytes = layer.bytes();
            return bytes == null ? null : of.apply(bytes);
        };
    }

    private static Function<LayerRow, @Nullable Double> intensity(Function<LayerRow.Bytes, Double> of) {
        return layer -> {
            Double moved = moved(of).apply(layer);
            return moved != null && moved > 0 && works(layer) ? layer.work().ops() / moved : null;
        };
    }
}
