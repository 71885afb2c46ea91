package mho.periphery.memory;

/**
 * What the memory models look at.
 *
 * @param bytes capacity, all banks together
 * @param widthBits of one access
 * @param write whether the access writes
 */
public record MemoryQuery(long bytes, int banks, long widthBits, boolean write) {}
