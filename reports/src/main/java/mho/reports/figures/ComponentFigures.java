package mho.reports.figures;

import static mho.reports.figures.Figure.real;
import static mho.reports.figures.Figure.rows;
import static mho.reports.figures.Figure.words;
import static mho.reports.figures.Place.CHART;
import static mho.reports.figures.Place.PAGE;
import static mho.reports.figures.Place.TERMINAL;

import java.util.List;
import mho.reports.metrics.ComponentRow;
import mho.reports.metrics.ComponentRow.ActionRow;

/** A kind of part, on the chips in use. */
public final class ComponentFigures {
    /** What a part did. */
    public static final FigureTable<ActionRow> ACTION = new FigureTable<>(
            "an action of a part",
            List.of(
                    words("action", "action", ActionRow::action)
                            .means(
                                    "what it did; at rest: `static` (leakage), `static while on`, `static while in use`, `refresh`, `wake-up`")
                            .in(
                                    PAGE,
                                    Column.<ActionRow>of("action")
                                            .noted("static is leakage, counted in instance-seconds")),
                    real("count", "count", Unit.COUNT, ActionRow::count)
                            .means(
                                    "for one inference; of `static`, instance-seconds: instances of the chips in use x the interval in seconds (the latency, if one input ran), so that the price of one is a leakage in watts; less where parts are switched off")
                            .in(PAGE, Column.<ActionRow>of("count").noted("")),
                    real("energy_j", "energy", Unit.JOULE, ActionRow::energyJ)
                            .means("of one inference")
                            .in(PAGE, Column.<ActionRow>of("energy").noted("")),
                    words("source", "price from", ActionRow::source)
                            .means("of the price")
                            .in(PAGE, Column.<ActionRow>of("price from").noted(""))));

    public static final FigureTable<ComponentRow> TABLE = new FigureTable<>(
            "a part",
            List.of(
                    words("name", "part", ComponentRow::name)
                            .means("path of the part in the chip file")
                            .in(CHART, "name")
                            .in(TERMINAL, "largest consumers")
                            .in(PAGE, Column.<ComponentRow>of("part").noted("path in the chip file")),
                    real("instances", "instances", Unit.COUNT, ComponentRow::instances)
                            .means("on the chips in use")
                            .in(PAGE, Column.<ComponentRow>of("instances").noted("")),
                    real("area_m2", "area", Unit.SQUARE_METRE, ComponentRow::areaM2)
                            .means("of all instances")
                            .in(CHART, "area")
                            .in(PAGE, "area"),
                    real("area_share", "of the area", Unit.SHARE, ComponentRow::shareOfArea)
                            .notInJson()
                            .means("its area over that of the chips in use")
                            .in(PAGE, Column.<ComponentRow>of("of the area").noted("")),
                    real("energy_j", "energy", Unit.JOULE, ComponentRow::energyJ)
                            .means("of one input, leakage over the interval included")
                            .in(CHART, "energy")
                            .in(TERMINAL, "energy")
                            .in(PAGE, "energy"),
                    real("energy_share", "of the energy", Unit.SHARE, ComponentRow::shareOfEnergy)
                            .notInJson()
                            .means("its energy over that of the run")
                            .in(TERMINAL, "share")
                            .in(PAGE, Column.<ComponentRow>of("of the energy").noted("")),
                    real("leakage_j", "leakage", Unit.JOULE, ComponentRow::leakageJ)
                            .notInJson()
                            .means("leakage in it")
                            .in(CHART, "leakage"),
                    real("power_w", "power", Unit.WATT, ComponentRow::powerW)
                            .means("average of all of them: their energy over the interval"),
                    Figure.of("sources", "sources", Unit.NONE, new Content.NamedWords<>(ComponentRow::sources))
                            .means(
                                    "by figure of the part (`energy` or `power`, `leakage`, `area`): where it comes from, or who set it"),
                    rows("actions", "actions", ComponentRow::actions, ACTION)));

    private ComponentFigures() {}
}
