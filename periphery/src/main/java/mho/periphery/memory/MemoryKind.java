package mho.periphery.memory;

import mho.periphery.model.Circuit;

/** What a buffer is made of; says what it is, and leaves price and speed to its figures. */
public enum MemoryKind {
    EDRAM(Circuit.EDRAM),
    SRAM(Circuit.SRAM),
    /** Arrays of resistive cells, between two phases of computing or instead of it. */
    RERAM(Circuit.ARRAY);

    private final Circuit circuit;

    MemoryKind(Circuit circuit) {
        this.circuit = circuit;
    }

    Circuit circuit() {
        return circuit;
    }
}
