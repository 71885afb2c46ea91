package mho.arch.chip;

import java.util.Map;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What a reference machine draws: at rest, and while it works. The former is booked as leakage, for it is drawn whenever the machine is on;
 * what work adds is booked by the time it takes. So an input costs busy power x its time.
 */
public record PowerDraw(
        @Doc("At rest") @Unit("W") @Range(min = 0) double idle,
        @Doc("While it works, rest included") @Unit("W") double busy,
        @Doc("where the stated figures come from") @Nullable String source,
        @Doc("reasoning for each stated figure that has no source") @Nullable Map<String, String> assumed,
        @Doc("who set a stated figure, where that is neither source nor reasoning") @Nullable
                Map<String, String> setBy) {
    public PowerDraw {
        if (idle > busy) {
            throw new IllegalArgumentException(
                    "busy: a machine draws at rest no more than at work, found idle %s W and busy %s W: give a busy power from idle up"
                            .formatted(idle, busy));
        }
    }

    /** Energy of a second of work, beyond rest. */
    double workW() {
        return busy - idle;
    }

    String origin(String key) {
        return origin(key, source, assumed, setBy);
    }

    /** Where a figure comes from, in the words of its price. */
    static String origin(
            String key,
            @Nullable String source,
            @Nullable Map<String, String> assumed,
            @Nullable Map<String, String> setBy) {
        String setter = setBy == null ? null : setBy.get(key);
        String reason = assumed == null ? null : assumed.get(key);
        if (setter != null) {
            return setter;
        }
        return reason != null ? "assumed: " + reason : "direct: " + (source == null ? "chip file" : source.strip());
    }
}
