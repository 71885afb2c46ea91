package mho.workloads.network;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongBinaryOperator;

/** Digital work of one window: how often it does which operation. */
public record DigitalWork(Map<ScalarOperation, Long> counts) {
    public static final DigitalWork NONE = new DigitalWork(Map.of());

    /**
     * The same by what takes it in a tile that has no units of its own for single operations. A lone multiplication counts as a
     * MAC: it takes the same unit.
     *
     * @param activations evaluations of a nonlinear function (also exp, square root, reciprocal)
     */
    public record ByUnit(long adds, long macs, long compares, long activations) {}

    public DigitalWork {
        EnumMap<ScalarOperation, Long> some = new EnumMap<>(ScalarOperation.class);
        counts.forEach((operation, count) -> {
            if (count != 0) {
                some.put(operation, count);
            }
        });
        counts = Collections.unmodifiableMap(some);
    }

    public static DigitalWork of(ScalarOperation operation, long count) {
        return new DigitalWork(Map.of(operation, count));
    }

    public DigitalWork and(ScalarOperation operation, long count) {
        return plus(of(operation, count));
    }

    public DigitalWork plus(DigitalWork other) {
        return with(other, Long::sum);
    }

    /** What is left of it once {@code done} is. */
    public DigitalWork minus(DigitalWork done) {
        return with(done, (all, part) -> all - part);
    }

    private DigitalWork with(DigitalWork other, LongBinaryOperator combined) {
        EnumMap<ScalarOperation, Long> all = new EnumMap<>(ScalarOperation.class);
        for (ScalarOperation operation : ScalarOperation.values()) {
            all.put(operation, combined.applyAsLong(count(operation), other.count(operation)));
        }
        return new DigitalWork(all);
    }

    public long count(ScalarOperation operation) {
        return counts.getOrDefault(operation, 0L);
    }

    public ByUnit byUnit() {
        long functions = counts.entrySet().stream()
                .filter(entry -> entry.getKey().isFunction())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new ByUnit(
                count(ScalarOperation.ADD),
                count(ScalarOperation.MULTIPLY) + count(ScalarOperation.MULTIPLY_ACCUMULATE),
                count(ScalarOperation.COMPARE),
                functions);
    }

    public boolean isNone() {
        return counts.isEmpty();
    }
}
