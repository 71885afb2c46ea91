package mho.arch.chip;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;

/**
 * The part of a reference machine's peak that a layer reaches where memory does not hold it up. Larger batches reach more: what is stated
 * for a batch holds from that batch on, up to the next that is stated.
 *
 * @param value below all batches that are stated
 * @param fromBatch by the batch it holds from
 */
public record Efficiency(
        @Doc("Part of the peak, for batches below those of from-batch") @Range(min = 0, minOpen = true, max = 1)
                double value,
        @Doc("Part of the peak, by the batch it holds from, as in {64: 0.4}") @Default("{}")
                Map<String, Double> fromBatch) {
    private static final String BATCH = "[1-9][0-9]{0,6}";

    public Efficiency {
        fromBatch.forEach((batch, part) -> {
            if (!batch.matches(BATCH)) {
                throw new IllegalArgumentException(
                        "from-batch: its keys are batches, whole numbers such as 64, found \"" + batch + "\"");
            }
            if (part > 1) {
                throw new IllegalArgumentException(
                        "from-batch.%s: is a part of the peak, at most 1, found %s".formatted(batch, part));
            }
        });
    }

    double at(int batch) {
        Map.Entry<Integer, Double> stated = byBatch().floorEntry(batch);
        return stated == null ? value : stated.getValue();
    }

    private TreeMap<Integer, Double> byBatch() {
        TreeMap<Integer, Double> sorted = new TreeMap<>();
        fromBatch.forEach((batch, part) -> sorted.put(Integer.valueOf(batch), part));
        return sorted;
    }

    /** Whose efficiency is not that of smaller batches, ascending. */
    Map<Integer, Double> steps() {
        return Collections.unmodifiableMap(byBatch());
    }
}
