package mho.reports.form.search;

/**
 * How much a knob matters to a figure: parts of the figure's variance over all designs.
 *
 * @param knob its path; of those that are tied, all of them
 * @param first by itself
 * @param total with all that it does together with others
 */
public record KnobWeight(String knob, double first, double total) {}
