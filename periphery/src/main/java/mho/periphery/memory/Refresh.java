package mho.periphery.memory;

import java.util.Map;
import mho.core.cost.Cost;
import mho.core.cost.PowerStates;
import mho.core.cost.Scales;
import mho.core.cost.Untimed;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What a memory does so that its charge stays. Each of its rows is rewritten once in a period, the rows spread evenly over it; a port
 * that is needed for that serves nobody, so that the others find it slower by that share of the time.
 */
public record Refresh(
        @Scales(why = "how long charge stays, whatever an access costs")
                @Doc("Time in which every row is refreshed once")
                @Unit("s")
                double every,
        @Scales(why = "it sets times; an access costs what it cost")
                @Doc("Rows refreshed one after the other through one port")
                @Default("1")
                @Range(min = 1, max = 1 << 30)
                int rows,
        @Scales(why = "it sets times; an access costs what it cost")
                @Doc("Time that one row's refresh keeps the port")
                @Unit("s")
                @Default("0 s")
                @Range(min = 0)
                double takes,
        @Scales(why = "carried with the node and with the memory's size")
                @Untimed
                @Doc(
                        "Energy of refreshing all rows once: of a buffer, of one channel of a memory. Absent: in its leakage")
                @Unit("J")
                @Range(min = 0)
                @Nullable
                Double energy,
        @Scales(why = "it is no figure")
                @Untimed
                @Doc("Who set a stated figure, where that is neither source nor reasoning")
                @Nullable
                Map<String, String> setBy) {

    public Refresh {
        if (!(rows * takes < every)) {
            throw new IllegalArgumentException(
                    "refreshing rows: %d for %s s each takes all of the %s s there are: state a longer time (every), fewer rows, or a shorter refresh (takes)"
                            .formatted(rows, takes, every));
        }
    }

    /** Part of the time that a port is not there for anybody else, below 1. */
    public double shareOfTime() {
        return rows * takes / every;
    }

    /** What it costs a part that states it; null where it does not. */
    public static PowerStates.@Nullable Refreshing of(@Nullable Refresh refresh, Cost cost) {
        return refresh == null || refresh.energy == null
                ? null
                : new PowerStates.Refreshing(refresh.every, cost.stated("refresh", refresh.energy, refresh.setBy));
    }

    /** What is left of a rate. */
    static double left(double rate, @Nullable Refresh refresh) {
        return refresh == null ? rate : rate * (1 - refresh.shareOfTime());
    }
}
