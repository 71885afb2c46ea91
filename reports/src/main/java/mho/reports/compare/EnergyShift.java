package mho.reports.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the difference in energy between a run and the base comes from: its parts, the largest first.
 *
 * @param totalJ sum of the differences of the parts
 */
public record EnergyShift(double totalJ, List<Part> parts) {
    /** Smaller differences, relative to the energy, are rounding. */
    private static final double NOTHING = 1e-9;

    public EnergyShift {
        parts = List.copyOf(parts);
    }

    /**
     * A component, or a layer; zero where a run has none.
     *
     * @param share part of the whole difference: they sum to 1; negative if it goes the other way; null if the runs' energies are equal
     */
    public record Part(String name, double baseJ, double otherJ, @Nullable Double share) {
        public double differenceJ() {
            return otherJ - baseJ;
        }

        /** Whether it takes energy in either of the two. */
        public boolean isSomething() {
            return baseJ != 0 || otherJ != 0;
        }
    }

    static EnergyShift of(Map<String, Double> base, Map<String, Double> other) {
        Map<String, Double> all = new LinkedHashMap<>(base);
        other.forEach(all::putIfAbsent);
        double total = 0;
        double size = 0;
        for (String name : all.keySet()) {
            double from = base.getOrDefault(name, 0.0);
            double to = other.getOrDefault(name, 0.0);
            total += to - from;
            size += from + to;
        }
        boolean equal = Math.abs(total) <= NOTHING * size;
        List<Part> parts = new ArrayList<>();
        for (String name : all.keySet()) {
            double from = base.getOrDefault(name, 0.0);
            double to = other.getOrDefault(name, 0.0);
            parts.add(new Part(name, from, to, equal ? null : (to - from) / total));
        }
        parts.sort(Comparator.comparingDouble((Part part) -> -Math.abs(part.differenceJ())));
        return new EnergyShift(total, parts);
    }

    /** Whether the energies are the same, though their parts may differ. */
    public boolean isNone() {
        return parts.stream().allMatch(part -> part.share() == null);
    }
}
