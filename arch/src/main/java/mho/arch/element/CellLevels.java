package mho.arch.element;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the cells of a layer stand: how many in each of equal parts of the window of their mean device, from its lowest conductance to its
 * highest. Those beyond it, whose own bounds are wider, count to the outermost.
 *
 * @param node id of the layer, of the folded network
 */
public record CellLevels(int node, List<Long> counts) {
    public CellLevels {
        counts = List.copyOf(counts);
    }

    /** Of two matrices of a layer. */
    public CellLevels and(CellLevels other) {
        List<Long> sums = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            sums.add(counts.get(i) + other.counts.get(i));
        }
        return new CellLevels(node, sums);
    }
}
