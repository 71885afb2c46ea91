package mho.reports.metrics;

import java.util.List;

/**
 * What keeps inputs from following one another faster: the resource busy longest for each input.
 *
 * @param resource "nothing" where no resource is ever busy
 * @param busyS time each input keeps it busy, averaged over its servers
 * @param utilization part of the time it is busy while the layers that use it are active, the highest of theirs
 * @param layers that use it
 */
public record Limit(String resource, double busyS, double utilization, List<String> layers) {
    public Limit {
        layers = List.copyOf(layers);
    }
}
