package mho.reports.metrics;

import java.util.List;

/**
 * One kind of part, on the chips in use.
 *
 * @param areaM2 of all instances
 * @param energyJ of one inference
 * @param powerW average of all of them: their energy over the interval
 */
public record ComponentRow(
        String name, double instances, double areaM2, double energyJ, double powerW, List<ActionRow> actions) {
    public ComponentRow {
        actions = List.copyOf(actions);
    }

    /**
     * What the part did.
     *
     * @param count for one inference; of the action "static", instance-seconds
     * @param source of the price
     */
    public record ActionRow(String action, double count, double energyJ, String source) {}
}
