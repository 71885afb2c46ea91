package mho.periphery.model;

/** What a part is made of, as its figures see it: by what laws they go with the node, and whether transistors leak in it. */
public enum Circuit {
    LOGIC(NodeLaw.LOGIC_ENERGY, NodeLaw.LOGIC_LEAKAGE, NodeLaw.LOGIC_AREA),
    /** Word and bit lines are driven by logic, and charged at its supply; a macro is as large as its cells. */
    SRAM(NodeLaw.LOGIC_ENERGY, NodeLaw.LOGIC_LEAKAGE, NodeLaw.SRAM_CELL),
    EDRAM(NodeLaw.LOGIC_ENERGY, NodeLaw.LOGIC_LEAKAGE, NodeLaw.EDRAM_CELL),
    WIRE(NodeLaw.WIRE_ENERGY, NodeLaw.LOGIC_LEAKAGE, NodeLaw.WIRE_PITCH),
    /** Wires with a voltage and a length of their own, which stay as stated. */
    SEGMENT(NodeLaw.CONSTANT, NodeLaw.LOGIC_LEAKAGE, NodeLaw.WIRE_PITCH),
    CONVERTER(NodeLaw.CONVERTER_ENERGY, NodeLaw.LOGIC_LEAKAGE, NodeLaw.CONVERTER_AREA),
    /** Cells conduct what they conduct. */
    ARRAY(NodeLaw.CONSTANT, NodeLaw.NONE, NodeLaw.CELLS),
    ROW_DRIVER(NodeLaw.ROW_LENGTH, NodeLaw.LOGIC_LEAKAGE, NodeLaw.LOGIC_AREA),
    /** Capacitors and current mirrors: sized by noise and mismatch, and by what the cells conduct. */
    ANALOG(NodeLaw.NONE, NodeLaw.NONE, NodeLaw.NONE),
    /** Between chips: sized by what is outside. */
    LINK(NodeLaw.NONE, NodeLaw.NONE, NodeLaw.NONE),
    /** A chip of its own, in a process of its own, beside the chip. */
    OFF_CHIP(NodeLaw.CONSTANT, NodeLaw.CONSTANT, NodeLaw.CONSTANT);

    private final NodeLaw energy;
    private final NodeLaw leakage;
    private final NodeLaw area;

    Circuit(NodeLaw energy, NodeLaw leakage, NodeLaw area) {
        this.energy = energy;
        this.leakage = leakage;
        this.area = area;
    }

    public NodeLaw law(CostFigure face) {
        return switch (face) {
            case ENERGY -> energy;
            case LEAKAGE -> leakage;
            case AREA -> area;
        };
    }

    /** Whether what it draws at rest is the off current of transistors, and not that of memory cells or a bias. */
    public boolean isTransistors() {
        return this != ARRAY && this != ANALOG && this != LINK && this != OFF_CHIP;
    }
}
