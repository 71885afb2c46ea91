package mho.arch.element.rowlogic;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.yaml.Inline;
import mho.periphery.memory.Refresh;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;
import org.jspecify.annotations.Nullable;

/**
 * An array of cells, as what one access costs.
 *
 * @param refresh of the rows of one array, which nobody else gets at meanwhile; null where charge stays by itself
 */
public record RowAccess(@Nullable Refresh refresh, @Inline Cost cost) implements PricedPart {

    /** @param perSecond accesses of one array at full activity */
    ResolvedFigures figures(String path, double perSecond) {
        return RowPart.figures(cost, path, perSecond).with(Refresh.of(refresh, cost));
    }

    @Override
    public Circuit circuit() {
        return Circuit.LOGIC;
    }
}
