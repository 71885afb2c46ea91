package mho.arch.run;

import mho.arch.chip.Goal;

/**
 * What a search for a mapping looked at.
 *
 * @param bounded mappings of which one input was looked at
 * @param planTicks of the mapping that the plan of copies asks for: the least interval its busiest resource allows, or the latency
 * @param takenTicks the same of the one that was taken
 */
public record SearchNote(Goal goal, int bounded, double planTicks, double takenTicks) {}
