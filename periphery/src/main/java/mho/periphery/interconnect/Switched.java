package mho.periphery.interconnect;

/** How long an output of a router stays with the input it was given to. */
public enum Switched {
    /** As long as the flits of a packet follow one another without a gap, and no longer than till its last. */
    PER_PACKET,
    /** One flit: packets in different channels take turns. */
    PER_FLIT
}
