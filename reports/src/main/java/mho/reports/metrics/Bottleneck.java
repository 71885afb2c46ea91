package mho.reports.metrics;

import java.util.List;
import java.util.Locale;
import mho.arch.plan.SpareArrays;
import org.jspecify.annotations.Nullable;

/**
 * What keeps inputs from following one another faster: the resource busy longest for each input.
 *
 * @param resource "nothing" where no resource is ever busy
 * @param busyS time each input keeps it busy, averaged over its servers
 * @param utilization part of the time it is busy while the layers that use it are active, the highest of theirs
 * @param layers that use it
 * @param spare arrays without weights, where it is a layer's arrays and the layer could stand more often; null elsewhere
 */
public record Bottleneck(
        String resource, double busyS, double utilization, List<String> layers, @Nullable SpareArrays spare) {
    public Bottleneck {
        layers = List.copyOf(layers);
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
