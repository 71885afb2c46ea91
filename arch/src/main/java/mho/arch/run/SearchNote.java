package mho.arch.run;

import mho.arch.chip.Goal;

/**
 * What a search for a mapping looked at.
 *
 * @param bounded mappings of which one input was looked at
 * @param plan of the mapping that the plan of copies asks for, what the goal has least of, at the interval that its busiest resource
 *     allows: ticks of that interval or of the latency, joules, joule-seconds
 * @param taken the same of the one that was taken
 */
public record SearchNote(Goal goal, int bounded, double plan, double taken) {}
