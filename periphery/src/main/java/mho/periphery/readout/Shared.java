package mho.periphery.readout;

import java.util.List;
import mho.core.cost.Figures;
import mho.periphery.model.Catalog;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/** Prices a shared ramp; no model does, so its figures are stated. */
final class Shared {

    private static final Catalog<Shared> NONE = new Catalog<>("ramp generator", List.of());

    private Shared() {}

    static @Nullable Figures figures(@Nullable RampGenerator generator, double rampsPerSecond, Site site) {
        return generator == null
                ? null
                : NONE.resolve(generator.cost(), rampsPerSecond, new Shared(), site.at("generator"), null);
    }
}
