package mho.periphery.scheme;

/**
 * The trains that a scheme sends for one update where it is not known what is learnt.
 *
 * @param slots of a train, in each of its phases
 * @param phases one after the other
 */
public record TrainPlan(int slots, int phases) {}
