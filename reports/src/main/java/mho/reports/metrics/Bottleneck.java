package mho.reports.metrics;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import mho.arch.plan.SpareArrays;
import org.jspecify.annotations.Nullable;

/**
 * What keeps inputs from following one another faster: the resource busy longest for each input.
 *
 * @param resource "nothing" where no resource is ever busy
 * @param busyS time each input keeps it busy, averaged over its servers
 * @param utilization part of the time it is busy while the layers that use it are active, the highest of theirs
 * @param layers that use it
 * @param next what it would be if this one and all that the same key sets were twice as fast; null where nothing is ever busy
 * @param spare arrays without weights, where it is a layer's arrays and the layer could stand more often; null elsewhere
 */
public record Bottleneck(
        String resource,
        double busyS,
        double utilization,
        List<String> layers,
        @Nullable Next next,
        @Nullable SpareArrays spare) {

    /**
     * The busiest resource of a chip on which what is in the way is twice as fast.
     *
     * @param key of the chip file, which sets how fast that is
     * @param busyS time each input would keep it busy
     */
    public record Next(String key, String resource, double busyS) {}

    public Bottleneck {
        layers = List.copyOf(layers);
    }

    /**
     * A sentence on what would be in the way next, with a blank before it; empty where nothing is ever busy.
     *
     * @param seconds as the place where it stands writes them
     */
    public String afterwards(DoubleFunction<String> seconds) {
        return next == null
                ? ""
                : " Were it and its like twice as fast (%s), %s be busiest, %s an input."
                        .formatted(
                                next.key,
                                next.resource.equals(resource) ? "it would still" : next.resource + " would",
                                seconds.apply(next.busyS));
    }

    /** A sentence on what would relieve it, with a blank before it; empty where nothing is known to. */
    public String remedy() {
        return spare == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        " %,d of %,d arrays hold no weights: more copies would share its work (--set mapping.copies=fill).",
                        spare.idle(),
                        spare.all());
    }
}
