package mho.periphery.memory;

import java.util.Optional;
import java.util.OptionalDouble;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostFigure;
import mho.periphery.model.CostModel;
import mho.periphery.model.Estimate;
import mho.periphery.model.NodeLaw;
import mho.periphery.model.ProcessNodes;
import mho.periphery.model.ProcessScaling;
import mho.periphery.model.Technology;

/**
 * A memory of published SRAM cells at one node: its cells and what stands around them take the area, their transistors leak, and an
 * access costs what one of MNSIM's 45 nm table does, taken to the node as logic is.
 */
record SramMacro(String name, double metres, SizeTable energies) implements CostModel<MemoryQuery> {
    /** Share of a macro that is cells: compiled memories have 60 to 80 %. */
    private static final double CELLS = 0.7;

    /** A cell at rest: three transistors are off, each some 50 nm wide and at 0.1 nA/um, the low-power target of every node of PTM. */
    private static final double CELL_OFF_A = 3 * 0.05 * 0.1e-9;

    @Override
    public String action() {
        return energies.action();
    }

    @Override
    public String parameters() {
        return "size, banks";
    }

    @Override
    public String validRange() {
        return energies.validRange().replaceFirst(", \\d+ nm figures", "") + ", energies scaled to " + nm() + " nm";
    }

    private long nm() {
        return Math.round(metres * 1e9);
    }

    @Override
    public String source() {
        return energies.source() + " (energy, from 45 nm as " + NodeLaw.LOGIC_ENERGY.source()
                + "); published SRAM cell of %d nm; assumed: 70 %% of a macro is cells, three transistors of a cell are off at 5 pA each"
                        .formatted(nm());
    }

    @Override
    public OptionalDouble nodeM() {
        return OptionalDouble.of(metres);
    }

    @Override
    public Circuit circuit() {
        return Circuit.SRAM;
    }

    @Override
    public Optional<String> outside(MemoryQuery query) {
        return energies.outside(query);
    }

    @Override
    public Estimate estimate(MemoryQuery query) {
        Technology from = Technology.ofNode(energies.nodeM().orElseThrow());
        double scale = new ProcessScaling(Circuit.SRAM, from, Technology.ofNode(metres)).factor(CostFigure.ENERGY);
        double bits = 8.0 * query.bytes();
        return new Estimate(
                energies.estimate(query).energyJ() * scale,
                bits * CELL_OFF_A * ProcessNodes.supplyV(metres),
                bits * ProcessNodes.cellM2(Circuit.SRAM, metres) / CELLS,
                source());
    }
}
