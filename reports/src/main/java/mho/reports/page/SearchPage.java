package mho.reports.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mho.reports.figures.Place;
import mho.reports.figures.TornadoFigures;
import mho.reports.figures.TornadoLine;
import mho.reports.form.search.KnobWeight;
import mho.reports.form.search.MetricWeights;
import mho.reports.form.search.SearchCounts;
import mho.reports.form.search.SearchFigures;
import mho.reports.form.search.SearchTable;
import mho.reports.form.search.Winner;
import mho.reports.form.sweep.SweepTable;
import mho.reports.medium.Json;
import mho.reports.medium.PageText;
import mho.reports.tornado.Tornado;
import mho.reports.tornado.TornadoBar;

/** {@code search.html}: the designs that were found, how the front grew, which knobs matter, what the winner hangs on. */
public final class SearchPage {
    private final SearchTable search;
    private final SweepPage points;

    private SearchPage(SearchTable search) {
        this.search = search;
        this.points = SweepPage.sectionsOf(search.points());
    }

    /** The page as a file that stands alone. */
    public static String of(SearchTable search) {
        return new SearchPage(search).page().html();
    }

    private Page page() {
        SweepTable table = search.points();
        List<Section> sections = new ArrayList<>();
        sections.add(
                Section.of("summary", "Summary", points.facts(), counts(), new Block.Table(SweepTables.best(table))));
        sections.addAll(points.charts());
        if (!search.growth().isEmpty()) {
            sections.add(growth());
        }
        if (!search.weights().isEmpty()) {
            sections.add(weights());
        }
        if (search.winner() != null) {
            sections.add(winner(search.winner()));
        }
        sections.addAll(points.tables());
        sections.add(Reproduce.search(table.command(), table.yaml()));
        return new Page(
                table.name(), table.about(), sections, List.of("sweep.js", "tornado.js", "search.js"), island());
    }

    private Block counts() {
        SearchCounts counts = search.counts();
        return new Block.Facts(
                List.of(
                        new Block.Fact("Looked at", PageText.count(counts.asked()), "designs", ""),
                        new Block.Fact(
                                "Computed",
                                PageText.count(counts.computed()),
                                counts.given() == 0 ? "" : PageText.count(counts.given()) + " more were given",
                                "Points within the budget; those that a store of another directory had are beside it."),
                        new Block.Fact(
                                "Told by prices",
                                PageText.count(counts.byPrice()),
                                "",
                                "Not computed: the area alone tells that they cannot hold the constraints or cannot be on the front."),
                        new Block.Fact(
                                "Told by one input",
                                PageText.count(counts.byBound()),
                                "",
                                "Not computed: what one input alone takes tells that they cannot hold the constraints or cannot be on the front.")));
    }

    private Section growth() {
        return Section.of(
                "growth",
                "How the front grew",
                new Block.Chart(
                        "growth",
                        "The front, generation by generation",
                        "Hypervolume that the points dominate so far, as a part of the final front's, and how many points are on their front. A curve that is still rising asks for a larger budget.",
                        "growth-table"),
                Block.folded(FigureColumns.table(
                        "growth-table", "Generations", SearchFigures.growthOnPage(), Place.PAGE, search.growth())));
    }

    private Section weights() {
        List<String> labels = search.weights().stream().map(this::label).toList();
        return Section.of(
                "knobs",
                "Which knobs matter",
                new Block.Chart(
                        "weights",
                        "Parts of a figure's variance",
                        "Over all designs, each as likely as the others: what a knob does by itself, and with all it does together with others (Sobol indices of a model of the points). How much of the points the model tells right stands in the table; below about 80 % the bars are a hint.",
                        List.of(new Block.Choice("figure", "Figure", labels, 0)),
                        "weight-table"),
                Block.folded(FigureColumns.table(
                        "weight-table",
                        "Knobs and the figures they matter to",
                        SearchFigures.weightsOnPage(),
                        Place.PAGE,
                        SearchFigures.WeightLine.of(search.weights()))));
    }

    private String label(MetricWeights weights) {
        return search.points().column(weights.metric()).label();
    }

    private Section winner(Winner winner) {
        List<Block> blocks = new ArrayList<>();
        SweepTable table = search.points();
        SweepTable.Row row = table.rows().get(winner.point() - 1);
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(
                new Block.Fact(
                        "Winner",
                        "point " + winner.point(),
                        "",
                        "Of the front, the point nearest to having the best of every objective at once; every objective counts from the best on the front to the worst on it."));
        for (int axis = 0; axis < table.axes().size(); axis++) {
            facts.add(new Block.Fact(table.axes().get(axis), row.settings().get(axis), "", ""));
        }
        blocks.add(new Block.Facts(facts));
        List<Tornado> moving = moving(winner);
        if (moving.isEmpty()) {
            blocks.add(new Block.Prose("Nothing that its chip assumes moves its objectives by a fifth up or down."));
        } else {
            blocks.add(new Block.Chart(
                    "tornado",
                    "What the winner hangs on",
                    "How far its figures move where one number that its chip assumes is a fifth less or a fifth more, all else as stated. The longest bar is what it hangs on most.",
                    List.of(new Block.Choice(
                            "row", "Figure", moving.stream().map(Tornado::row).toList(), 0)),
                    "moves"));
            blocks.add(Block.folded(FigureColumns.table(
                    "moves",
                    "Assumptions and the figures that they move",
                    TornadoFigures.LINE.in(Place.TERMINAL),
                    Place.TERMINAL,
                    TornadoLine.of(moving, Integer.MAX_VALUE))));
        }
        return new Section("winner", "The winner, and what it hangs on", blocks);
    }

    private static List<Tornado> moving(Winner winner) {
        return winner.hangs().stream()
                .filter(tornado -> tornado.bars().stream().anyMatch(TornadoBar::moves))
                .toList();
    }

    private ChartData island() {
        Winner winner = search.winner();
        return ChartData.of(json -> {
            points.points().writeAll(json);
            TornadoPage.write(json, winner == null ? List.of() : moving(winner));
            json.putEach("growth", search.growth(), (one, growth) -> one.put("points", growth.points())
                    .put("front", growth.front())
                    .put("volume", growth.volume()));
            json.putEach("weights", search.weights(), (one, weights) -> one.put("figure", label(weights))
                    .put("explained", weights.explained())
                    .putEach("knobs", weights.knobs(), SearchPage::write));
        });
    }

    private static void write(Json json, KnobWeight knob) throws IOException {
        json.put("knob", knob.knob()).put("first", knob.first()).put("total", knob.total());
    }
}
