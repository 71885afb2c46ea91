package mho.periphery.readout;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mho.core.quantity.Quantity;
import mho.periphery.model.PublishedTable;

/** What the ADC models share. */
final class AdcLimits {

    private AdcLimits() {}

    /** A rate is too fast when it exceeds the limit by more than the rounding of a double. */
    static Optional<String> tooFast(AdcQuery query, double limit) {
        return query.samplesPerSecond() > limit * (1 + 1e-12)
                ? Optional.of(Quantity.format(query.samplesPerSecond(), "S/s"))
                : Optional.empty();
    }

    static <K> PublishedTable.Row row(Map<K, PublishedTable.Row> rows, K key) {
        return Objects.requireNonNull(rows.get(key));
    }
}
