package mho.periphery.interconnect;

/**
 * The buffers at every input port of a router, and the switch behind them.
 *
 * @param perPacket whether an output stays with an input while flits of a packet follow one another
 * @param count channels of a port, each a queue of its own
 * @param depth flits that a channel has room for
 * @param creditCycles until the room that a flit leaves is known at the other end of the link
 */
public record Channels(boolean perPacket, int count, int depth, int creditCycles) {}
