package mho.periphery.readout;

import mho.core.cost.ResolvedFigures;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/** Prices a shared ramp. */
final class SharedRamp {

    private SharedRamp() {}

    static @Nullable ResolvedFigures figures(
            @Nullable RampGenerator generator, int bits, double rampsPerSecond, Site site) {
        AdcQuery query = new AdcQuery(bits, rampsPerSecond, site.technology(), null);
        return generator == null
                ? null
                : AdcModels.GENERATORS.resolve(generator.cost(), rampsPerSecond, query, site.at("generator"), null);
    }
}
