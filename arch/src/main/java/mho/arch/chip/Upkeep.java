package mho.arch.chip;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.yaml.Inline;
import mho.periphery.model.Circuit;
import mho.periphery.model.NoGap;
import mho.periphery.model.PricedPart;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/**
 * What is stated of a whole chip and of no part of it: the power that it draws idle, and what it draws beside while it has work. It
 * does nothing that is counted and, unless an area is stated, stands nowhere.
 */
@NoGap
public record Upkeep(@Inline Cost cost) implements PricedPart {

    ResolvedFigures figures(Site site) {
        @Nullable ResolvedFigures none = null;
        return cost.withoutDoing("it is what the chip draws whatever it does").resolve(site.path(), 1, () -> none);
    }

    /** A figure that would do nothing; null where there is none. */
    @Nullable
    String idleFigure() {
        if (cost.energy() != null) {
            return "energy";
        }
        if (cost.power() != null) {
            return "power";
        }
        return cost.model() == null ? null : "model";
    }

    @Override
    public Circuit circuit() {
        return Circuit.LOGIC;
    }
}
