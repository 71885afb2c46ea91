package mho.arch.spec;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import mho.core.cost.Bare;
import mho.core.cost.Cost;
import mho.core.cost.Law;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.MapNode;
import org.jspecify.annotations.Nullable;

/**
 * A stated figure belongs to the values it was stated with: those of the file that states it. Where a later file or a setting changes
 * one of them and leaves the figure, the figure follows by the law its part declares ({@link mho.core.cost.Scales}), and says so, or the change is
 * refused with the remedy. A power at full activity is an energy at the rate it was stated with, and it is that energy which stays.
 */
final class StatedFigures {
    private static final List<String> KEYS = List.of("energy", "power", "leakage", "area");
    private static final Cost WATT = new Cost(null, 1.0, 0.0, 0.0, null, null, Map.of());
    private static final Cost JOULE = new Cost(1.0, null, 0.0, 0.0, null, null, Map.of());
    private static final MathContext DIGITS = new MathContext(12);
    private static final String DRIVER = "tile.core.driver";
    private static final String LINE = "line-capacitance";

    private final ChipSpec stated;
    private final ChipSpec now;
    private final FigureTree tree;
    private final Restate restate;

    private StatedFigures(MapNode before, MapNode after, ChipSpec stated, ChipSpec now) {
        this.stated = stated;
        this.now = now;
        this.tree = new FigureTree(before, after);
        this.restate = new Restate(after);
    }

    /**
     * A changed chip with the figures it inherits made to fit.
     *
     * @throws BadInput for every figure that no law carries over
     */
    static MapNode carried(MapNode before, MapNode after) {
        ChipSpec now;
        try {
            now = Binder.bind(after, ChipSpec.class);
        } catch (BadInput e) {
            return after; // told when it is bound
        }
        if (!Coherence.isCountable(now, after)) {
            return after; // told when it is bound
        }
        StatedFigures figures = new StatedFigures(before, after, Binder.bind(before, ChipSpec.class), now);
        figures.carry();
        figures.restate.check();
        return figures.tree.made();
    }

    /** Whether a key of a part is a figure of its cost. */
    static boolean isFigure(String key) {
        return KEYS.contains(key);
    }

    private void carry() {
        Paces paces = Paces.of(now);
        Paces statedPaces = Paces.of(stated);
        Map<String, Part> old = Part.of(stated);
        Part.of(now).forEach((path, part) -> {
            Part was = old.get(path);
            if (was == null || was.type() != part.type()) {
                KEYS.stream()
                        .filter(key -> tree.inherited(path, key) != null)
                        .forEach(key -> restate.add(path, key, "another kind of part"));
                return;
            }
            List<Change> changes = Part.changes(was, part, stated, now);
            carryPower(
                    path,
                    was.cost().power(),
                    statedPaces.secondsPerEnergy(path),
                    paces.secondsPerEnergy(path),
                    changes);
            carry(path, "energy", "J", part.cost().energy(), true, changes);
            carry(path, "leakage", "W", part.cost().leakage(), false, changes);
            carry(path, "area", "m2", part.cost().area(), false, changes);
        });
        carryLine();
    }

    /** A chip at full activity, once with a watt of power for every part, once with a joule for every energy that may be stated. */
    private record Paces(Inventory watts, Inventory joules) {
        static Paces of(ChipSpec chip) {
            return new Paces(Inventory.of(Bare.priced(chip, WATT)), Inventory.of(Bare.priced(chip, JOULE)));
        }

        /** How long a part draws its power for what the stated energy is of; that may be a part of an action, as a comparison is. */
        double secondsPerEnergy(String path) {
            return energyJ(watts, path) / energyJ(joules, path);
        }

        private static double energyJ(Inventory inventory, String path) {
            return inventory.components().stream()
                    .filter(c -> path.equals(c.path()) || path.startsWith(c.path() + "."))
                    .reduce((a, b) -> a.path().length() > b.path().length() ? a : b)
                    .orElseThrow(() -> new IllegalStateException(path + " is in no inventory"))
                    .figures()
                    .energyJ();
        }
    }

    private void carryPower(
            String path, @Nullable Double watts, double wasSeconds, double isSeconds, List<Change> changes) {
        if (watts == null || tree.inherited(path, "power") == null || refused(path, "power", true, changes)) {
            return;
        }
        double factor = factor(true, changes);
        if (factor == 1 && wasSeconds == isSeconds) {
            tree.note(path, "power", true, changes);
            return;
        }
        String rate = wasSeconds == isSeconds ? "" : "; energy of an action as at the rate it was stated with";
        tree.replace(path, "power", "energy", written(watts * wasSeconds * factor, "J"), true, changes, rate);
    }

    private void carry(
            String path, String key, String unit, @Nullable Double value, boolean ofEnergy, List<Change> changes) {
        if (value == null || tree.inherited(path, key) == null || refused(path, key, ofEnergy, changes)) {
            return;
        }
        double factor = factor(ofEnergy, changes);
        if (factor == 1 || value == 0) {
            tree.note(path, key, ofEnergy, changes);
        } else {
            tree.replace(path, key, key, written(value * factor, unit), ofEnergy, changes, "");
        }
    }

    /** A row's capacitance is stated for the row's length. */
    private void carryLine() {
        Part part = Part.of(now).get(DRIVER);
        Part.Parameter farads = part == null ? null : part.parameters().get(LINE);
        Change length = new Change(
                "array.columns",
                stated.arrayColumns(),
                now.arrayColumns(),
                "1",
                Law.LINEAR,
                Law.SAME,
                "C by the row's length");
        if (farads != null
                && farads.value() instanceof Double value
                && tree.inherited(DRIVER, LINE) != null
                && length.isOne()) {
            tree.replace(DRIVER, LINE, LINE, written(value * length.factor(true), "F"), true, List.of(length), "");
        }
    }

    /** As a person would write it: without what binary numbers add behind the twelfth digit. */
    private static String written(double value, String unit) {
        return new BigDecimal(value, DIGITS).stripTrailingZeros() + " " + unit;
    }

    private static double factor(boolean ofEnergy, List<Change> changes) {
        return changes.stream().mapToDouble(change -> change.factor(ofEnergy)).reduce(1, (a, b) -> a * b);
    }

    private boolean refused(String path, String key, boolean ofEnergy, List<Change> changes) {
        List<Change> lawless =
                changes.stream().filter(c -> c.law(ofEnergy) == Law.RESTATE).toList();
        lawless.forEach(change -> restate.add(path, key, change.before() + "; with " + change.after()));
        return !lawless.isEmpty();
    }
}
