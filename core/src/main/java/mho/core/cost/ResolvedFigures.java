package mho.core.cost;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one instance of a part costs, in full: what a {@link Cost} or a named model resolves to.
 *
 * @param energyJ per action
 * @param leakageW drawn whenever the chip is on
 * @param areaM2 of one instance
 * @param sources where each figure comes from, by its key; a leakage that nobody states has none
 * @param states what it draws at rest beside leakage, and what switches it off
 */
public record ResolvedFigures(
        double energyJ, double leakageW, double areaM2, Map<String, String> sources, PowerStates states) {
    static final String ENERGY = "energy";
    /** Stands instead of {@link #ENERGY} where that follows from it. */
    static final String POWER = "power";

    static final String LEAKAGE = "leakage";
    static final String AREA = "area";

    private static final String NOT_STATED = "not stated";

    public ResolvedFigures {
        check(energyJ, ENERGY);
        check(leakageW, LEAKAGE);
        check(areaM2, AREA);
        sources = inOrder(sources);
    }

    /** Those of a part that leaks, and is never switched off. */
    public ResolvedFigures(double energyJ, double leakageW, double areaM2, Map<String, String> sources) {
        this(energyJ, leakageW, areaM2, sources, PowerStates.NONE);
    }

    /** All of one source; a model that gives no leakage has none to state. */
    public ResolvedFigures(double energyJ, double leakageW, double areaM2, String source) {
        this(
                energyJ,
                leakageW,
                areaM2,
                leakageW > 0
                        ? Map.of(ENERGY, source, LEAKAGE, source, AREA, source)
                        : Map.of(ENERGY, source, AREA, source));
    }

    private static Map<String, String> inOrder(Map<String, String> given) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (String key : List.of(ENERGY, POWER, LEAKAGE, AREA)) {
            String source = given.get(key);
            if (source != null) {
                ordered.put(key, source);
            }
        }
        return Collections.unmodifiableMap(ordered);
    }

    /** Whether anybody says what it leaks; where nobody does, {@code leakageW} is zero and means nothing. */
    public boolean leakageStated() {
        return sources.containsKey(LEAKAGE);
    }

    private static void check(double value, String name) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and not negative, is " + value);
        }
    }

    /** The same, with the energy of another action of the part. */
    public ResolvedFigures withEnergyJ(double other) {
        return new ResolvedFigures(other, leakageW, areaM2, sources, states);
    }

    /** The same with charge that is renewed. */
    public ResolvedFigures with(PowerStates.@Nullable Refreshing renewed) {
        return new ResolvedFigures(energyJ, leakageW, areaM2, sources, states.with(renewed));
    }

    /** The same behind a switch, unless it has one of its own. */
    public ResolvedFigures behind(Gating gating) {
        return states.gating() != null
                ? this
                : new ResolvedFigures(energyJ, leakageW, areaM2, sources, states.behind(gating));
    }

    /** Drawn by an instance that is in use on a chip at work, whatever it does: leakage, refresh, and what its states add. */
    public double staticW() {
        return leakageW + states.alwaysW() + states.onW() + states.inUseW();
    }

    /** Drawn on a chip without work; a part that is switched off between its uses draws what is left of it. */
    public double restingW() {
        Gating gating = states.gating();
        double left = gating != null && gating.betweenUses() ? gating.remainder() : 1;
        return left * leakageW + (left < 1 ? 0 : states.alwaysW());
    }

    /** Where they come from, in a line; which comes from where, when that differs. */
    public String source() {
        return told(sources);
    }

    /** The sources of figures in a line: "power: set by --set …; area: direct: …". */
    public static String told(Map<String, String> sources) {
        Set<String> different = new LinkedHashSet<>(sources.values());
        if (different.size() == 1) {
            return different.iterator().next();
        }
        List<String> parts = new ArrayList<>();
        for (String source : different) {
            parts.add(sources.entrySet().stream()
                            .filter(entry -> entry.getValue().equals(source))
                            .map(Map.Entry::getKey)
                            .collect(Collectors.joining(", "))
                    + ": " + source);
        }
        return String.join("; ", parts);
    }

    /** What one action costs. */
    public Price price() {
        String power = sources.get(POWER);
        return new Price(energyJ, power != null ? power : sources.getOrDefault(ENERGY, NOT_STATED));
    }

    /** What one second of one instance leaks: a ledger counts leakage in instance-seconds. */
    public Price leakagePrice() {
        return new Price(leakageW, sources.getOrDefault(LEAKAGE, NOT_STATED));
    }
}
