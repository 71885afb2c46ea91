package mho.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import mho.reports.form.sweep.SeedGroup;
import mho.reports.form.sweep.SweepTable;
import mho.reports.medium.PageText;

/** {@code sweep.html}: many design points, to choose among. */
public final class SweepPage {
    private static final List<String> MERGED = List.of("mean", "least", "most");

    private final SweepTable sweep;
    private final PlottedPoints points;

    private SweepPage(SweepTable sweep) {
        this.sweep = sweep;
        this.points = PlottedPoints.of(sweep);
    }

    /** The page as a file that stands alone. */
    public static String of(SweepTable sweep) {
        return new SweepPage(sweep).page().html();
    }

    /** What the page of another question about the same points has in common with a sweep's. */
    static SweepPage sectionsOf(SweepTable points) {
        return new SweepPage(points);
    }

    PlottedPoints points() {
        return points;
    }

    private Page page() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("summary", "Summary", facts(), new Block.Table(SweepTables.best(sweep))));
        sections.addAll(charts());
        sections.addAll(tables());
        sections.add(Reproduce.sweep(sweep.command(), sweep.yaml()));
        return new Page(sweep.name(), sweep.about(), sections, List.of("sweep.js"), points.island());
    }

    /** The front, and any figure over any two axes; none where no point has figures. */
    List<Section> charts() {
        List<Section> sections = new ArrayList<>();
        if (!points.drawn().isEmpty()) {
            sections.add(pareto());
            if (!sweep.axes().isEmpty() && !sweep.columns().isEmpty()) {
                sections.add(Section.of("heat-map", "Heat map", heat()));
            }
        }
        return sections;
    }

    /** What was set, seeds, every point. */
    List<Section> tables() {
        List<Section> sections = new ArrayList<>();
        if (!sweep.set().isEmpty()) {
            sections.add(Section.of("set", "What was set, and by whom", new Block.Table(SweepTables.set(sweep))));
        }
        if (!SeedGroup.of(sweep).isEmpty()) {
            sections.add(Section.of("seeds", "Seeds", new Block.Table(SweepTables.seeds(sweep))));
        }
        List<Block> tables = new ArrayList<>(List.of(new Block.Table(SweepTables.points(sweep, points))));
        if (sweep.rows().stream().anyMatch(row -> row.failure() != null)) {
            tables.add(new Block.Table(SweepTables.failed(sweep, points)));
        }
        sections.add(new Section("points", "Points", tables));
        return sections;
    }

    Block facts() {
        long failed = sweep.rows().stream().filter(row -> row.failure() != null).count();
        long allowed = sweep.rows().stream().filter(SweepTable.Row::allowed).count();
        long front = sweep.rows().stream().filter(SweepTable.Row::pareto).count();
        return new Block.Facts(
                List.of(
                        new Block.Fact("Points", PageText.count(sweep.rows().size()), varied(), ""),
                        new Block.Fact(
                                "Without figures",
                                PageText.count(failed),
                                "",
                                "Points that the chip or the model refuses; a table of their own says why."),
                        new Block.Fact("Within the constraints", PageText.count(allowed), "", ""),
                        new Block.Fact(
                                "On the Pareto front",
                                PageText.count(front),
                                objectives(),
                                "Points that no other within the constraints beats in one objective without losing in another.")));
    }

    private String varied() {
        return sweep.axes().isEmpty() ? "" : "over " + String.join(", ", sweep.axes());
    }

    private String objectives() {
        return String.join(
                ", ",
                sweep.objectives().stream()
                        .map(goal -> points.label(goal.key()) + (goal.minimise() ? " low" : " high"))
                        .toList());
    }

    private Section pareto() {
        List<String> placed = new ArrayList<>(points.labels());
        placed.addAll(sweep.axes());
        List<String> hues = new ArrayList<>(List.of("nothing"));
        hues.addAll(sweep.axes());
        int first = points.objective(0);
        int second = points.objective(1);
        String rest = points.drawn().size() < points.computed()
                ? " Drawn: the front and " + PageText.count(points.drawn().size())
                        + " points in all, evenly taken from " + PageText.count(points.computed())
                        + "; points.csv has every one."
                : "";
        return Section.of(
                "front",
                "Pareto front",
                new Block.Chart(
                        "pareto",
                        "Points by any two figures",
                        "Points on the front of all objectives stand out, with their numbers; dominated ones are grey. Points without figures are listed apart, under Points."
                                + rest,
                        List.of(
                                new Block.Choice("x", "Across", placed, second),
                                new Block.Choice("y", "Up", placed, first),
                                new Block.Choice(
                                        "scale",
                                        "Scale",
                                        List.of("linear", "logarithmic"),
                                        points.spans(first) || points.spans(second) ? 1 : 0),
                                new Block.Choice("colour", "Colour the front by", hues, 0)),
                        "point-table"),
                new Block.Chart(
                        "parallel",
                        "Every point as a line",
                        "Through its settings and its objectives. Drag along an axis to keep the lines that pass there; a click on the axis ends that.",
                        "point-table"));
    }

    private Block heat() {
        int metric = points.objective(0);
        List<Integer> longest = IntStream.range(0, points.axes().size())
                .boxed()
                .sorted(Comparator.comparing(
                        axis -> -points.axes().get(axis).texts().size()))
                .toList();
        boolean minimise =
                sweep.objectives().isEmpty() || sweep.objectives().get(0).minimise();
        return new Block.Chart(
                "heat",
                "One figure over any two axes",
                "Where several points share a field, their mean, least or most. An axis of many settings is cut into ranges.",
                List.of(
                        new Block.Choice("metric", "Figure", points.labels(), metric),
                        new Block.Choice("x", "Across", sweep.axes(), longest.get(0)),
                        new Block.Choice("y", "Down", sweep.axes(), longest.get(longest.size() > 1 ? 1 : 0)),
                        new Block.Choice("merge", "Shown", MERGED, minimise ? 1 : 2)),
                "point-table");
    }
}
