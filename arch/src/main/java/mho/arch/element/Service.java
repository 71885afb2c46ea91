package mho.arch.element;

/** How long an element takes, in the tiles' cycles: to the next vector, and to the finished result. */
public record Service(int occupancyCycles, int latencyCycles) {}
