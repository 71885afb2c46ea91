package mho.arch.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mho.core.cost.Bare;
import mho.core.cost.Cost;
import mho.core.cost.Law;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.Node;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Sources;
import mho.periphery.CostModels;
import org.jspecify.annotations.Nullable;

/**
 * A stated figure belongs to the values it was stated with: those of the file that states it. Where a later file or a setting changes
 * one of them and leaves the figure, the figure follows by the law its part declares ({@link mho.core.cost.Scales}), and says so, or the change is
 * refused with the remedy. A power at full activity is an energy at the rate it was stated with, and it is that energy which stays.
 */
final class StatedFigures {
    private static final Cost WATT = new Cost(null, 1.0, 0.0, 0.0, null, null, Map.of());

    private final MapNode before;
    private final ChipSpec stated;
    private final ChipSpec now;
    private final List<BadInput> problems = new ArrayList<>();
    private MapNode tree;

    private StatedFigures(MapNode before, MapNode after, ChipSpec stated, ChipSpec now) {
        this.before = before;
        this.stated = stated;
        this.now = now;
        this.tree = after;
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
        ChipSpec stated = Binder.bind(before, ChipSpec.class);
        StatedFigures figures = new StatedFigures(before, after, stated, now);
        figures.carry();
        if (!figures.problems.isEmpty()) {
            throw BadInput.all(figures.problems);
        }
        return figures.tree;
    }

    private void carry() {
        Inventory rates = Inventory.of(Bare.priced(now, WATT));
        Inventory statedRates = Inventory.of(Bare.priced(stated, WATT));
        Map<String, Part> old = Part.of(stated);
        Part.of(now).forEach((path, part) -> {
            Part was = old.get(path);
            if (was == null || was.type() != part.type()) {
                for (String key : List.of("energy", "power", "leakage", "area")) {
                    if (inherited(path, key) != null) {
                        refuse(path, key, "another kind of part");
                    }
                }
                return;
            }
            List<Change> changes = Part.changes(was, part, stated, now);
            carryPower(path, secondsPerAction(statedRates, path), secondsPerAction(rates, path), changes);
            carry(path, "energy", "J", part.cost().energy(), true, changes);
            carry(path, "leakage", "W", part.cost().leakage(), false, changes);
            carry(path, "area", "m2", part.cost().area(), false, changes);
        });
        carryLine();
    }

    /** With a power of one watt, the energy of an action is the time it takes at full activity. */
    private static double secondsPerAction(Inventory watts, String path) {
        return watts.components().stream()
                .filter(c -> path.equals(c.path()) || path.startsWith(c.path() + "."))
                .reduce((a, b) -> a.path().length() > b.path().length() ? a : b)
                .orElseThrow(() -> new IllegalStateException(path + " is in no inventory"))
                .figures()
                .energyJ();
    }

    private void carryPower(String path, double wasSeconds, double isSeconds, List<Change> changes) {
        ScalarNode power = inherited(path, "power");
        Cost cost = power == null ? null : requirePart(path).cost();
        if (power == null || cost == null || cost.power() == null || refused(path, "power", true, changes)) {
            return;
        }
        double factor = factor(true, changes);
        if (factor == 1 && wasSeconds == isSeconds) {
            note(path, "power", "power", true, changes, "");
            return;
        }
        String rate = wasSeconds == isSeconds ? "" : "; energy of an action as at the rate it was stated with";
        replace(
                path,
                "power",
                "energy",
                number(cost.power() * wasSeconds * factor, "J", power.mark()),
                changes,
                true,
                rate);
    }

    private Part requirePart(String path) {
        Part part = Part.of(stated).get(path);
        if (part == null) {
            throw new IllegalStateException("no part " + path);
        }
        return part;
    }

    private void carry(
            String path, String key, String unit, @Nullable Double value, boolean ofEnergy, List<Change> changes) {
        ScalarNode node = inherited(path, key);
        if (node == null || value == null || refused(path, key, ofEnergy, changes)) {
            return;
        }
        double factor = factor(ofEnergy, changes);
        if (factor == 1 || value == 0) {
            note(path, key, key, ofEnergy, changes, "");
        } else {
            replace(path, key, key, number(value * factor, unit, node.mark()), changes, ofEnergy, "");
        }
    }

    /** A row's capacitance is stated for the row's length. */
    private void carryLine() {
        String driver = "tile.core.driver";
        ScalarNode node = inherited(driver, "line-capacitance");
        Part part = Part.of(now).get(driver);
        Double farads = part == null || !part.numbers().containsKey("line-capacitance")
                ? null
                : part.numbers().get("line-capacitance").value();
        Change length = new Change(
                "array.columns",
                (double) stated.arrayColumns(),
                (double) now.arrayColumns(),
                Law.LINEAR,
                Law.SAME,
                "C by the row's length");
        if (node != null && farads != null && length.isOne()) {
            ScalarNode scaled = number(farads * length.factor(true), "F", node.mark());
            replace(driver, "line-capacitance", "line-capacitance", scaled, List.of(length), true, "");
        }
    }

    private static double factor(boolean ofEnergy, List<Change> changes) {
        double factor = 1;
        for (Change change : changes) {
            factor *= change.law(ofEnergy) == Law.RESTATE ? 1 : change.factor(ofEnergy);
        }
        return factor;
    }

    private boolean refused(String path, String key, boolean ofEnergy, List<Change> changes) {
        List<Change> lawless =
                changes.stream().filter(c -> c.law(ofEnergy) == Law.RESTATE).toList();
        lawless.forEach(change -> refuse(
                path,
                key,
                change.what() + " " + Change.shown(change.was()) + "; with " + change.what() + " "
                        + Change.shown(change.is())));
        return !lawless.isEmpty();
    }

    private void refuse(String path, String key, String whatFor) {
        List<String> models = CostModels.all().stream()
                .map(listed -> listed.model().name())
                .distinct()
                .filter(model -> fits(path, model))
                .toList();
        problems.add(BadInput.at(
                tree.find(path) == null
                        ? tree.mark()
                        : java.util.Objects.requireNonNull(tree.find(path)).mark(),
                path + "." + key,
                "is stated for %s state it again (%s.%s=…)%s"
                        .formatted(
                                whatFor,
                                path,
                                key,
                                models.isEmpty()
                                        ? "; no model of mho's covers this"
                                        : ", or take it away (%s.%s=null) and name %s.model; models that fit: %s"
                                                .formatted(path, key, path, String.join(", ", models)))));
    }

    /** Whether the part is priced by a model alone: a remedy must work. */
    private boolean fits(String path, String model) {
        MapNode tried = tree;
        for (String key : List.of("energy", "power", "leakage", "area")) {
            tried = tried.find(path + "." + key) == null ? tried : without(tried, path, key);
        }
        tried = tried.with(path + ".model", new ScalarNode(tree.mark(), model, true));
        try {
            Inventory.of(Binder.bind(tried, ChipSpec.class));
            return true;
        } catch (BadInput e) {
            return false;
        }
    }

    private static MapNode without(MapNode tree, String path, String key) {
        return tree.find(path) instanceof MapNode part ? tree.with(path, part.without(key)) : tree;
    }

    /** The node of a figure that stands as it stood; null when it is stated anew, or not at all. */
    private @Nullable ScalarNode inherited(String path, String key) {
        Node node = tree.find(path + "." + key);
        return node instanceof ScalarNode scalar && scalar == before.find(path + "." + key) ? scalar : null;
    }

    private static ScalarNode number(double value, String unit, Mark mark) {
        return new ScalarNode(mark, value + " " + unit, false);
    }

    private void note(String path, String key, String newKey, boolean ofEnergy, List<Change> changes, String more) {
        List<Change> open = changes.stream()
                .filter(c -> c.law(ofEnergy) != Law.SAME && !c.isKnown())
                .toList();
        if (!open.isEmpty() && tree.find(path + "." + key) instanceof ScalarNode node) {
            replace(path, key, newKey, node, open, ofEnergy, "; not scaled");
        }
    }

    private void replace(
            String path,
            String key,
            String newKey,
            ScalarNode value,
            List<Change> changes,
            boolean ofEnergy,
            String more) {
        if (!(tree.find(path) instanceof MapNode part) || !(part.get(key) instanceof ScalarNode was)) {
            return;
        }
        StringBuilder text = new StringBuilder(SetBy.origin(part, key))
                .append(", stated as ")
                .append(was.text());
        for (Change change : changes) {
            if (change.law(ofEnergy) != Law.SAME) {
                text.append(" for ")
                        .append(change.told())
                        .append(" (")
                        .append(change.why())
                        .append(')');
            }
        }
        MapNode changed = SetBy.dropped(part.without(key), key).put(newKey, value);
        tree = tree.with(path, SetBy.named(changed, newKey, text.append(more).toString()));
    }

    static boolean isFigure(String key) {
        return List.of("energy", "power", "leakage", "area").contains(key) && !key.equals(Sources.SET_BY);
    }
}
