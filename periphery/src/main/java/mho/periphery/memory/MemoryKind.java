package mho.periphery.memory;

/** What a buffer is made of; says what it is, and leaves price and speed to its figures. */
public enum MemoryKind {
    EDRAM,
    SRAM
}
