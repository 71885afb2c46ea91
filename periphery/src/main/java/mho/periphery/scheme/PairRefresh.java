package mho.periphery.scheme;

import java.util.List;
import mho.periphery.learning.CellPopulation;
import mho.periphery.learning.Movement;

/** Refreshes pairs of one-sided devices, column by column: both devices of each are read, full ones are reset and written anew. */
final class PairRefresh {
    private final List<CellPopulation> pairs;

    PairRefresh(List<CellPopulation> populations) {
        pairs = populations.stream()
                .filter(each -> each.law().movement() == Movement.PAIRED)
                .toList();
    }

    /** Counts two reads of each column, two comparisons of each pair, resets, and pulses one after another, each read after. */
    void refresh(UpdateCounts counts) {
        for (int i = 0; i < pairs.size(); i++) {
            CellPopulation cells = pairs.get(i);
            long pulses = cells.upPulses() + cells.downPulses();
            long resets = cells.resets();
            cells.refresh();
            pulses = cells.upPulses() + cells.downPulses() - pulses;
            counts.read(cells.columns(), 2, cells.rows());
            counts.computed(0, 2L * cells.rows() * cells.columns());
            counts.reset((cells.resets() - resets) / 2); // both devices at once
            counts.read(pulses, 1, 2);
            counts.transfers().fired(pulses, cells.columns(), pulses, cells.rows(), pulses, pulses);
            counts.transfers().took(pulses);
        }
    }
}
