package mho.arch.plan;

import mho.workloads.task.Keeping;

/**
 * How the layers of a network take turns on the same elements.
 *
 * @param batch inputs that go through together, as one
 * @param weights what becomes of them from one turn to the next
 * @param copies of every stage's matrix that share one of its sites
 */
public record TurnTaking(int batch, Keeping weights, int[] copies) {}
