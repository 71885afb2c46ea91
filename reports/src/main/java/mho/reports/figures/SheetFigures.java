package mho.reports.figures;

import static mho.reports.figures.Figure.allWords;
import static mho.reports.figures.Figure.part;
import static mho.reports.figures.Figure.real;
import static mho.reports.figures.Figure.rows;
import static mho.reports.figures.Figure.whole;
import static mho.reports.figures.Figure.words;
import static mho.reports.figures.Place.PAGE;
import static mho.reports.figures.Place.TERMINAL;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import mho.reports.medium.PageText;
import mho.reports.medium.TerminalText;
import mho.reports.sheet.Assumption;
import mho.reports.sheet.ChangedFigure;
import mho.reports.sheet.ChipSheet;
import mho.reports.sheet.HierarchyLevel;
import mho.reports.sheet.PowerAtLoad;
import org.jspecify.annotations.Nullable;

/** The data sheet of a chip. */
public final class SheetFigures {
    /** What one chip draws at a load. */
    public static final FigureTable<PowerAtLoad> LOAD = new FigureTable<>(
            "the power of a chip at a load",
            List.of(
                    real("load", "load", Unit.SHARE, PowerAtLoad::load)
                            .means(
                                    "part of the time in which the chip works at full rate; else it is on and has no work")
                            .in(TERMINAL, Column.of("power by load", SheetFigures::load)),
                    real("static_w", "static power", Unit.WATT, PowerAtLoad::staticW)
                            .means("whatever it does: leakage, refresh, and what is drawn beside while it works")
                            .in(TERMINAL, "static"),
                    real("power_w", "power", Unit.WATT, PowerAtLoad::powerW)
                            .means("in all")
                            .in(TERMINAL, "in all"),
                    real("of_full_rate", "of that at full rate", Unit.SHARE, PowerAtLoad::ofFullRate)
                            .means("its power over that at full rate")
                            .in(TERMINAL, "of full rate")));

    /** What one chip could do. */
    public static final FigureTable<ChipSheet> PEAK = new FigureTable<>(
            "the peak of a chip",
            List.of(
                    peak("ops_per_s", "peak rate", Unit.OPERATION_PER_SECOND, ChipSheet.Peak::opsPerS)
                            .means("every array busy")
                            .in(TERMINAL, "rate"),
                    peak("power_w", "peak power", Unit.WATT, ChipSheet.Peak::powerW)
                            .means("every part at its own full activity")
                            .in(TERMINAL, "power", SheetFigures::power),
                    peak("power_at_full_rate_w", "power at full rate", Unit.WATT, ChipSheet.Peak::powerAtFullRateW)
                            .means(
                                    "all arrays multiply without a pause, all else is as busy as that needs; the denominator of `peak.ops_per_s_per_w`")
                            .in(TERMINAL, "at full rate", SheetFigures::atFullRate),
                    peak("leakage_w", "leakage", Unit.WATT, ChipSheet.Peak::leakageW)
                            .means("in it"),
                    peak("area_m2", "area", Unit.SQUARE_METRE, ChipSheet.Peak::areaM2)
                            .means("of one chip")
                            .in(TERMINAL, "area"),
                    peak("ops_per_s_per_w", "rate per watt", Unit.OPERATION_PER_JOULE, ChipSheet.Peak::opsPerSPerW)
                            .means("ratio")
                            .in(TERMINAL, "per watt"),
                    peak(
                                    "ops_per_s_per_m2",
                                    "rate per area",
                                    Unit.OPERATION_PER_SECOND_PER_SQUARE_METRE,
                                    ChipSheet.Peak::opsPerSPerM2)
                            .means("ratio")
                            .in(TERMINAL, "per area"),
                    peak("storage_bytes", "storage", Unit.BYTE, ChipSheet.Peak::storageBytes)
                            .means("cells x bits / 8")
                            .in(TERMINAL, "storage", SheetFigures::storage),
                    peak(
                                    "storage_bytes_per_m2",
                                    "storage per area",
                                    Unit.BYTE_PER_SQUARE_METRE,
                                    ChipSheet.Peak::storageBytesPerM2)
                            .means("ratio"),
                    rows(
                            "by_load",
                            "power by load",
                            (ChipSheet sheet) -> sheet.peak().byLoad(),
                            LOAD)));

    /** A kind of part. */
    public static final FigureTable<ChipSheet.Part> PART = new FigureTable<>(
            "a part of a chip",
            List.of(
                    words("name", "part", ChipSheet.Part::path)
                            .means("path in the chip file")
                            .in(Place.CSV, "part")
                            .in(TERMINAL, "part")
                            .in(PAGE, "part"),
                    real("instances", "count", Unit.COUNT, ChipSheet.Part::instances)
                            .means("on a chip")
                            .in(Place.CSV, "count", SheetFigures::instances)
                            .in(
                                    TERMINAL,
                                    Column.of("count", SheetFigures::instances).givingWay(3)),
                    words("action", "action", ChipSheet.Part::action)
                            .means("what it does")
                            .in(
                                    PAGE,
                                    Column.<ChipSheet.Part>of("action")
                                            .behind("energy_j")
                                            .noted("")),
                    real("energy_j", "energy", Unit.JOULE, ChipSheet.Part::energyJ)
                            .means("of one action")
                            .in(
                                    Place.CSV,
                                    exact("energy_j", ChipSheet.Part::energyJ).behind("area_m2"))
                            .in(
                                    TERMINAL,
                                    Column.<ChipSheet.Part>of("energy")
                                            .behind("area_m2")
                                            .givingWay(4))
                            .in(PAGE, "energy"),
                    real("power_w", "power", Unit.WATT, ChipSheet.Part::powerW)
                            .means("of one instance at its full activity, leakage included")
                            .in(Place.CSV, exact("power_w", ChipSheet.Part::powerW))
                            .in(TERMINAL, Column.<ChipSheet.Part>of("power").givingWay(1))
                            .in(PAGE, "power"),
                    real("leakage_w", "leakage", Unit.WATT, SheetFigures::leakageW)
                            .means("of one instance")
                            .in(
                                    TERMINAL,
                                    Column.of("leakage", SheetFigures::leakage).givingWay(5))
                            .in(PAGE, "leakage", SheetFigures::leakageOnPage),
                    Figure.flag("leakage_stated", "whether leakage is stated", ChipSheet.Part::leakageStated)
                            .means("whether the chip file or a model says what it leaks; a stated 0 W is a figure"),
                    real("area_m2", "area", Unit.SQUARE_METRE, ChipSheet.Part::areaM2)
                            .means("of one instance")
                            .in(Place.CSV, exact("area_m2", ChipSheet.Part::areaM2))
                            .in(TERMINAL, Column.<ChipSheet.Part>of("area").givingWay(2))
                            .in(PAGE, "area"),
                    real("chip_power_w", "power on the chip", Unit.WATT, ChipSheet.Part::chipPowerW)
                            .means("of all")
                            .in(Place.CSV, exact("chip_power_w", ChipSheet.Part::chipPowerW)),
                    real("chip_area_m2", "area on the chip", Unit.SQUARE_METRE, ChipSheet.Part::chipAreaM2)
                            .means("of all")
                            .in(Place.CSV, exact("chip_area_m2", ChipSheet.Part::chipAreaM2)),
                    words("source", "source", ChipSheet.Part::source)
                            .means("of the figures, in a line")
                            .in(Place.CSV, "source")
                            .in(PAGE, Column.<ChipSheet.Part>of("source").noted("")),
                    Figure.of("sources", "sources", Unit.NONE, new Content.NamedWords<>(ChipSheet.Part::sources))
                            .means(
                                    "by figure (`energy` or `power`, `leakage`, `area`): where it comes from, or who set it")));

    /** A level of the hierarchy. */
    public static final FigureTable<HierarchyLevel> LEVEL = new FigureTable<>(
            "a level of a chip",
            List.of(
                    words("name", "one", HierarchyLevel::name)
                            .means("core, tile (with its share of the mesh), chip")
                            .in(TERMINAL, "one"),
                    whole("per_chip", "how many", Unit.COUNT, HierarchyLevel::perChip)
                            .means("how many")
                            .in(TERMINAL, "a chip has"),
                    real("power_w", "power", Unit.WATT, HierarchyLevel::powerW)
                            .means("of one")
                            .in(TERMINAL, "power"),
                    real("area_m2", "area", Unit.SQUARE_METRE, HierarchyLevel::areaM2)
                            .means("of one")
                            .in(TERMINAL, "area")));

    /** A figure without a source. */
    public static final FigureTable<Assumption> ASSUMED = new FigureTable<>(
            "an assumption",
            List.of(
                    words("path", "path", Assumption::path)
                            .means("figure without a source")
                            .in(PAGE, Column.<Assumption>of("path").noted("in the chip file")),
                    words("value", "value", Assumption::value)
                            .means("as in the file")
                            .in(PAGE, Column.<Assumption>of("value").noted("")),
                    words("reasoning", "because", Assumption::reasoning)
                            .means("that stands in for a source")
                            .in(PAGE, Column.<Assumption>of("reasoning").noted(""))));

    /** All of the sheet's JSON but its first field. */
    public static final FigureTable<ChipSheet> TABLE = new FigureTable<>(
            "the data sheet of a chip",
            List.of(
                    words("chip", "chip", (ChipSheet sheet) -> sheet.chip().chip())
                            .means("name"),
                    part("peak", "peak", Function.<ChipSheet>identity(), PEAK),
                    part("structure", "structure", Function.<ChipSheet>identity(), StructureFigures.TABLE),
                    Figure.of(
                                    "multiply",
                                    "one multiply",
                                    Unit.NONE,
                                    new Content.NamedNumbers<>(
                                            (ChipSheet sheet) -> sheet.element().multiply()))
                            .means("one multiplication, as the element that computes tells it"),
                    rows("parts", "parts", ChipSheet::parts, PART),
                    rows("levels", "levels", ChipSheet::levels, LEVEL),
                    rows("assumed", "assumed figures", ChipSheet::assumptions, ASSUMED),
                    rows("set", "set figures", (ChipSheet sheet) -> ChangedFigure.of(sheet.tree()), ChipFigures.SET),
                    whole("unsourced", "figures without a source", Unit.COUNT, (ChipSheet sheet) ->
                                    (long) sheet.unsourced().size())
                            .means("numbers of the chip file that have neither source nor reasoning"),
                    allWords("unsourced_figures", "which figures have no source", ChipSheet::unsourced)
                            .means("their paths; of those in a variant, with its name"),
                    whole("leakage_unstated", "parts without stated leakage", Unit.COUNT, (ChipSheet sheet) ->
                                    (long) sheet.leakageUnstated())
                            .means("parts of which nobody says what they leak; `peak.leakage_w` is that of the others"),
                    allWords("warnings", "warnings", ChipSheet::warnings)
                            .means("figures beyond what anybody builds, a sentence each, with the path")));

    private SheetFigures() {}

    private static Figure<ChipSheet> peak(
            String key, String label, Unit unit, Function<ChipSheet.Peak, @Nullable Double> of) {
        return real(key, label, unit, sheet -> of.apply(sheet.peak()));
    }

    /** Seven digits, enough for a spreadsheet. */
    private static Column<ChipSheet.Part> exact(String heading, Function<ChipSheet.Part, Double> of) {
        return Column.of(heading, part -> new BigDecimal(of.apply(part))
                .round(MathContext.DECIMAL32)
                .stripTrailingZeros()
                .toString());
    }

    private static String instances(ChipSheet.Part part) {
        return String.format(Locale.ROOT, "%.0f", part.instances());
    }

    private static @Nullable Double leakageW(ChipSheet.Part part) {
        return part.leakageStated() ? part.leakageW() : null;
    }

    private static String leakage(ChipSheet.Part part) {
        return part.leakageStated() ? TerminalText.of(part.leakageW(), "W") : "not stated";
    }

    private static String leakageOnPage(ChipSheet.Part part) {
        return part.leakageStated() ? PageText.of(part.leakageW(), "W") : "not stated";
    }

    private static @Nullable String atFullRate(ChipSheet sheet) {
        return sheet.tiled() == null
                ? null
                : TerminalText.of(sheet.peak().powerAtFullRateW(), "W")
                        + ": all arrays multiply, all else is as busy as that needs";
    }

    private static String power(ChipSheet sheet) {
        return TerminalText.of(sheet.peak().powerW(), "W") + ", "
                + LeakageText.leakage(
                        TerminalText.of(sheet.peak().leakageW(), "W"),
                        sheet.leakageUnstated(),
                        sheet.parts().size());
    }

    private static String load(PowerAtLoad at) {
        return at.load() == 0 ? "idle" : at.load() == 1 ? "full rate" : TerminalText.percent(at.load());
    }

    private static @Nullable String storage(ChipSheet sheet) {
        Double bytes = sheet.peak().storageBytes();
        Double density = sheet.peak().storageBytesPerM2();
        return bytes == null || density == null
                ? null
                : TerminalText.of(bytes, "B") + " of cells, "
                        + String.format(Locale.ROOT, "%.3g MiB/mm2", density / 1e6 / (1 << 20));
    }
}
