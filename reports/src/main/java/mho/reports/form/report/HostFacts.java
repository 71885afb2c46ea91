package mho.reports.form.report;

import static mho.reports.figures.Figure.real;
import static mho.reports.figures.Figure.whole;

import java.util.List;
import java.util.Map;
import mho.reports.figures.Content;
import mho.reports.figures.Figure;
import mho.reports.figures.FigureTable;
import mho.reports.figures.HostFigures;
import mho.reports.figures.Unit;
import mho.reports.medium.Json;

/**
 * {@code host.json}: what the run cost the machine it ran on, kept apart because it differs every time.
 *
 * @param phaseS wall time of each phase, in order
 * @param events step completions the engine processed
 * @param peakMemoryBytes heap and everything else of the Java machine, at most
 */
public record HostFacts(
        Map<String, Double> phaseS,
        long events,
        double eventsPerS,
        long peakMemoryBytes,
        String java,
        String multiplyAdd)
        implements HostFigures.Machine {
    static final FigureTable<HostFacts> TABLE = HostFigures.table(
            "what a run cost the machine",
            List.of(
                    Figure.of("wall_s", "wall time", Unit.SECOND, new Content.NamedNumbers<>(HostFacts::phaseS))
                            .means(
                                    "seconds of each phase: read, program and values (with --data), map, choose (where mappings are tried), compile, simulate, report, write"),
                    whole("events", "events", Unit.COUNT, HostFacts::events)
                            .means(
                                    "step completions the engine processed; not those of inputs that repeat what earlier ones did, which are counted, not simulated"),
                    real("events_per_s", "events a second", Unit.PER_SECOND, HostFacts::eventsPerS)
                            .means("events over the wall time of simulate")));

    public String json() {
        return Json.object(json -> TABLE.write(json, this));
    }
}
