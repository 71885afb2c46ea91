package mho.reports.page;

import java.io.IOException;
import java.util.List;
import mho.reports.figures.Place;
import mho.reports.figures.TornadoFigures;
import mho.reports.figures.TornadoLine;
import mho.reports.medium.Json;
import mho.reports.medium.PageText;
import mho.reports.tornado.Tornado;

/** The page of {@code mho validate --tornado}: what assumptions move each row, as bars, and all of them in a table. */
public final class TornadoPage {
    private TornadoPage() {}

    /**
     * The page as a file that stands alone.
     *
     * @param command that makes it again
     */
    public static String of(List<Tornado> tornados, String command) {
        List<Tornado> drawn =
                tornados.stream().filter(one -> one.most().isPresent()).toList();
        String about =
                "How far the row's figure moves where one number that its machines assume is a fifth less or a fifth more; "
                        + "of whole numbers, the nearest that can be. The longest bar is what it hangs on most.";
        List<Section> sections = List.of(
                Section.of(
                        "tornado",
                        "What a row hangs on",
                        new Block.Chart(
                                "tornado",
                                "Assumptions that move a figure",
                                about,
                                List.of(new Block.Choice(
                                        "row",
                                        "Row",
                                        drawn.stream().map(Tornado::row).toList(),
                                        0)),
                                "moves")),
                Section.of(
                        "numbers",
                        "All moves",
                        new Block.Table(FigureColumns.table(
                                "moves",
                                "Assumptions and the figures that they move",
                                TornadoFigures.LINE.in(Place.TERMINAL),
                                Place.TERMINAL,
                                TornadoLine.of(drawn, Integer.MAX_VALUE)))),
                Section.of(
                        "reproduce",
                        "Reproduce",
                        new Block.Listing("command", "The command that made this page:", command, false)));
        String lead =
                PageText.plural(tornados.size(), "row") + ", of which " + drawn.size() + " move with what is assumed.";
        return new Page("What rows hang on", lead, sections, List.of("tornado.js"), island(drawn)).html();
    }

    private static ChartData island(List<Tornado> drawn) {
        return ChartData.of(json -> write(json, drawn));
    }

    /** What the chart of tornados is drawn from. */
    static void write(Json json, List<Tornado> drawn) throws IOException {
        json.putEach("rows", drawn, (one, tornado) -> one.put("row", tornado.row())
                .putEach("bars", tornado.moving(), (inner, bar) -> {
                    inner.put("name", bar.path() + (tornado.machines().size() > 1 ? " of " + bar.machine() : ""))
                            .put("value", bar.value())
                            .put("because", bar.reasoning());
                    inner.put("less", bar.low().value())
                            .putOrNull("low", bar.low().change());
                    inner.put("more", bar.high().value())
                            .putOrNull("high", bar.high().change());
                }));
    }
}
