package mho.reports.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.arch.power.StaticLine;

/**
 * One kind of part, on the chips in use.
 *
 * @param areaM2 of all instances
 * @param energyJ of one inference
 * @param powerW average of all of them: their energy over the interval
 * @param shareOfArea of the chips in use
 * @param shareOfEnergy of that of an inference
 * @param sources where each figure of it comes from, by its key in the chip file
 */
public record ComponentRow(
        String name,
        double instances,
        double areaM2,
        double energyJ,
        double powerW,
        double shareOfArea,
        double shareOfEnergy,
        Map<String, String> sources,
        List<ActionRow> actions) {
    public ComponentRow {
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources)); // in the order of its figures
        actions = List.copyOf(actions);
    }

    /** Energy that it draws at rest, in that of an inference: what it leaks, for the most part. */
    public double leakageJ() {
        return actions.stream()
                .filter(action -> StaticLine.isOne(action.action()))
                .mapToDouble(ActionRow::energyJ)
                .sum();
    }

    /**
     * What the part did.
     *
     * @param count for one inference; of what is drawn at rest, instance-seconds, refreshes and wake-ups
     * @param source of the price
     */
    public record ActionRow(String action, double count, double energyJ, String source) {}
}
