package mho.arch.fabric;

/** From a router of a chip to a neighbour. */
record Hop(int chip, int from, int to) {}
