package mho.arch.element.photonic;

import java.util.LinkedHashMap;
import java.util.Map;
import mho.core.cost.Cost;
import mho.core.cost.DrawnWhile;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.StaticPower;
import mho.core.yaml.Inline;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;
import org.jspecify.annotations.Nullable;

/**
 * The laser of one wavelength. It shines all the time that the chip is on, whatever passes through its light.
 *
 * @param budget that says what it draws; null where its static power is stated
 */
public record Laser(@Inline Cost cost, @Nullable LossBudget budget) implements PricedPart {
    public Laser {
        if (budget != null && cost.drawn() != null) {
            throw new IllegalArgumentException(
                    "static and budget both say what it draws, keep one (an inherited one is dropped by writing null)");
        }
    }

    /**
     * @param split columns that share its light
     * @param passed rings or interferometers on its way
     */
    ResolvedFigures figures(String path, double perSecond, int split, int passed) {
        return OpticalPart.figures(budget == null ? cost : lit(budget, split, passed), path, perSecond);
    }

    private Cost lit(LossBudget by, int split, int passed) {
        Map<String, String> reasons = new LinkedHashMap<>(cost.assumed());
        reasons.put("static.power", "sensitivity x columns that share it x 10^(loss / 10) / efficiency");
        return new Cost(
                cost.energy(),
                cost.power(),
                cost.leakage(),
                cost.area(),
                cost.model(),
                cost.source(),
                reasons,
                cost.setBy(),
                cost.technology(),
                cost.modelNode(),
                new StaticPower(by.watts(split, passed), DrawnWhile.ALWAYS, null),
                cost.gating());
    }

    @Override
    public Circuit circuit() {
        return Circuit.ANALOG;
    }
}
