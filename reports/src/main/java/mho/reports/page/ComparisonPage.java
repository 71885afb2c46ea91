package mho.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mho.reports.compare.Comparison;
import mho.reports.compare.SavedRun;
import mho.reports.figures.Figure;
import mho.reports.figures.LayerFigures;
import mho.reports.figures.Place;
import mho.reports.figures.RunFigures;
import mho.reports.medium.PageText;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;

/** The page of {@code mho compare}: runs held against a base, what was configured differently first. */
public final class ComparisonPage {
    /** Runs beyond these are drawn one at a time. */
    private static final int MOST_AT_ONCE = 7;

    private final Comparison comparison;
    private final String command;

    private ComparisonPage(Comparison comparison, String command) {
        this.comparison = comparison;
        this.command = command;
    }

    /**
     * The page as a file that stands alone.
     *
     * @param command that makes it again
     */
    public static String of(Comparison comparison, String command) {
        return new ComparisonPage(comparison, command).page().html();
    }

    private Page page() {
        List<Section> sections = new ArrayList<>();
        sections.add(
                new Section("configuration", "What was configured differently", ComparisonTables.settings(comparison)));
        sections.add(Section.of(
                "totals",
                "Totals",
                new Block.Chart(
                        "totals",
                        "Totals over those of the base",
                        "Each mark is a run; at the line it equals the base A. What is better depends on the figure.",
                        runs(),
                        "totals-table"),
                new Block.Table(ComparisonTables.totals(comparison))));
        sections.add(difference());
        sections.add(layers());
        sections.add(Section.of("runs", "Runs", new Block.Table(ComparisonTables.runs(comparison))));
        sections.add(Section.of(
                "reproduce",
                "Reproduce",
                new Block.Listing(
                        "command", "Where these runs are, the command that made this page:", command, false)));
        return new Page(title(), lead(), sections, List.of("compare.js"), ComparisonData.island(comparison));
    }

    private String title() {
        List<String> names =
                comparison.runs().stream().map(SavedRun::name).limit(3).toList();
        int more = comparison.runs().size() - names.size();
        return String.join(" and ", names) + (more > 0 ? " and " + more + " more" : "");
    }

    private String lead() {
        SavedRun base = comparison.runs().get(0);
        return PageText.plural(comparison.runs().size(), "run") + "; base A is " + base.network() + " on " + base.chip()
                + ". A ratio is a run's figure over that of the base.";
    }

    /** All runs at once, unless they are too many to be told apart. */
    private List<Block.Choice> runs() {
        int others = comparison.runs().size() - 1;
        if (others == 1) {
            return List.of();
        }
        List<String> options = new ArrayList<>(others <= MOST_AT_ONCE ? List.of("all") : List.of());
        for (int run = 1; run <= others; run++) {
            options.add(
                    Comparison.letter(run) + ", " + comparison.runs().get(run).name());
        }
        return List.of(new Block.Choice("run", "Run", options, 0));
    }

    private Section difference() {
        List<Block.Choice> choices =
                new ArrayList<>(List.of(new Block.Choice("by", "By", List.of("component", "layer"), 0)));
        int others = comparison.runs().size() - 1;
        if (others > 1) {
            List<String> options = IntStream.rangeClosed(1, others)
                    .mapToObj(run -> Comparison.letter(run) + ", "
                            + comparison.runs().get(run).name())
                    .toList();
            choices.add(new Block.Choice("run", "Run", options, 0));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Chart(
                "shift",
                "What of the energy was added and what was saved",
                "Energy of an input less that of the base, the largest differences first. The percentages are shares of the whole difference: they sum to 100 %, and one below zero goes the other way.",
                choices,
                "component-table"));
        blocks.add(new Block.Table(ComparisonTables.shifts(comparison, true)));
        blocks.add(Block.folded(ComparisonTables.shifts(comparison, false)));
        return new Section("difference", "Where the difference in energy comes from", blocks);
    }

    private Section layers() {
        List<String> figures = ComparisonData.figures(comparison).stream()
                .map(figure -> figure.column(Place.COMPARED).heading())
                .toList();
        List<Block.Choice> choices = new ArrayList<>(List.of(new Block.Choice("figure", "Figure", figures, 0)));
        choices.addAll(runs());
        List<Block.Choice> ratios = new ArrayList<>(List.of(new Block.Choice(
                "figure",
                "Figure",
                ComparisonData.figures(comparison).stream()
                        .filter(LayerFigures::hasRatio)
                        .map(figure -> figure.column(Place.COMPARED).heading())
                        .toList(),
                0)));
        ratios.addAll(runs());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Chart(
                "layers",
                "Layer by layer",
                "Of the base and of the others. Leakage belongs to no layer.",
                choices,
                "energy-table"));
        blocks.add(new Block.Chart(
                "ratios",
                "Layers over those of the base",
                "The geometric mean is over the layers that both have; leakage is none.",
                ratios,
                "energy-table"));
        boolean first = true;
        for (Figure<LayerRow> figure : ComparisonData.figures(comparison)) {
            DataTable table = ComparisonTables.layers(comparison, figure);
            blocks.add(first ? new Block.Table(table) : Block.folded(table));
            first = false;
        }
        return new Section("layers", "Layers", blocks);
    }

    /** The metrics that some run has, and that are not nothing in all. */
    static List<Figure<Report>> metrics(Comparison comparison) {
        return RunFigures.metrics().stream()
                .filter(metric -> comparison.totals(metric).isSomething())
                .toList();
    }
}
