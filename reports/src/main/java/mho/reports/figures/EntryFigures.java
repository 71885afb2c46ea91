package mho.reports.figures;

import static mho.reports.figures.Figure.real;
import static mho.reports.figures.Figure.words;
import static mho.reports.figures.Place.CSV;

import java.util.List;
import mho.reports.metrics.Report.Entry;

/** A line of the ledger: how often a layer had a part do something, and what that costs. */
public final class EntryFigures {
    private static final int PICO = 12;

    public static final FigureTable<Entry> TABLE = new FigureTable<>(
            "a line of the ledger",
            List.of(
                    words("layer", "layer", Entry::layer)
                            .notInJson()
                            .means("name, or (static)")
                            .in(CSV, "layer"),
                    words("component", "component", Entry::component)
                            .notInJson()
                            .means("path of the part in the chip file")
                            .in(CSV, "component"),
                    words("action", "action", Entry::action)
                            .notInJson()
                            .means("what it did")
                            .in(CSV, "action"),
                    real("count", "count", Unit.COUNT, Entry::count)
                            .notInJson()
                            .means("for one inference; of the action `static`, instance-seconds")
                            .in(CSV, "count"),
                    real("energy_j", "energy", Unit.JOULE, Entry::energyJ)
                            .notInJson()
                            .means("of one inference")
                            .in(CSV, Column.<Entry>of("energy_pj").scaled(PICO)),
                    words("source", "source", Entry::source)
                            .notInJson()
                            .means("of the price: a citation, an assumption, a model, or who set it")
                            .in(CSV, "source")));

    private EntryFigures() {}
}
