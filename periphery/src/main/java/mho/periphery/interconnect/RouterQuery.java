package mho.periphery.interconnect;

/** What the router models look at. */
public record RouterQuery(int ports, long flitBits, double clockHz) {}
