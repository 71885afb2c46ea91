package mho.periphery.neuron;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostModel;
import mho.periphery.model.Estimate;
import org.jspecify.annotations.Nullable;

/** Energy and area of one 32-bit operation, by operation, at one node. */
record OperationTable(String name, double metres, String source, Map<DigitalOperation, Entry> entries)
        implements CostModel<DigitalQuery> {

    /** One operator; areaM2 is null where the source gives none, leakage 0 where it says nothing. */
    record Entry(double energyJ, @Nullable Double areaM2, double leakageW) {
        Entry(double energyJ, @Nullable Double areaM2) {
            this(energyJ, areaM2, 0);
        }
    }

    @Override
    public String action() {
        return "operation on one value";
    }

    @Override
    public String parameters() {
        boolean areas = givesArea();
        return areas ? "operation" : "operation; no area";
    }

    @Override
    public String validRange() {
        return "operation " + operations() + " on 32 b, " + Math.round(metres * 1e9) + " nm figures";
    }

    private String operations() {
        return Arrays.stream(DigitalOperation.values())
                .filter(entries::containsKey)
                .map(OperationTable::written)
                .collect(Collectors.joining(", "));
    }

    @Override
    public OptionalDouble nodeM() {
        return OptionalDouble.of(metres);
    }

    @Override
    public Optional<String> outside(DigitalQuery query) {
        if (query.operation() == null) {
            return Optional.of("a unit without operation (" + operations() + ")");
        }
        return entries.containsKey(query.operation())
                ? Optional.empty()
                : Optional.of("operation " + written(query.operation()));
    }

    @Override
    public Estimate estimate(DigitalQuery query) {
        Entry entry = Objects.requireNonNull(entries.get(Objects.requireNonNull(query.operation())));
        return new Estimate(entry.energyJ(), entry.leakageW(), entry.areaM2(), source);
    }

    private static String written(DigitalOperation operation) {
        return operation.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public boolean givesArea() {
        return entries.values().stream().noneMatch(e -> e.areaM2() == null);
    }

    @Override
    public Circuit circuit() {
        return Circuit.LOGIC;
    }
}
