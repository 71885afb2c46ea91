package mho.arch.matrix;

import java.util.LinkedHashMap;
import java.util.Map;
import mho.arch.chip.Inventory;
import mho.arch.element.AnalogUse;
import mho.arch.element.Component;
import mho.arch.element.LearntArrays;
import mho.arch.element.Observed;
import mho.arch.element.Tally;
import mho.arch.element.Use;
import mho.core.cost.Action;
import mho.core.cost.ActionIndex;
import mho.core.cost.Counts;
import mho.workloads.task.Verb;
import org.jspecify.annotations.Nullable;

/**
 * What a matrix's reads and updates took: seconds one after the other, and what every part did. Priced by the chip's inventory; what the
 * parts draw whatever they do is booked by the time that has passed.
 */
public final class TileBook {
    private final PlacedMatrix matrix;
    private final ActionIndex actions = new ActionIndex();
    private final Counts counts = new Counts(actions);
    private final Tally seen = new Tally();
    private @Nullable LearntArrays learnt;
    private boolean observed;
    private double seconds;

    /** Nothing yet. */
    public TileBook(PlacedMatrix matrix) {
        this.matrix = matrix;
    }

    /** An update of some outputs by their sums, so many rows driven, of which so many outputs turned. */
    public void update(PartialRead read, int rows, int turned) {
        read.count(rows, this);
        read.countDecisions(turned, this);
        seconds += read.updateSeconds();
    }

    /** A product with every row driven, and what its values did to the arrays. */
    public void product(PartialRead read, Tally values) {
        product(read);
        seen.add(values);
        observed = true;
    }

    /** The same where no values are known. */
    public void product(PartialRead read) {
        read.count(matrix.inputs(), this);
        seconds += read.readSeconds();
    }

    /** Time in which the tile waits for others. */
    public void waited(double others) {
        seconds += others;
    }

    void element(Use use) {
        element(Verb.MULTIPLY, use);
    }

    void element(Verb verb, Use use) {
        matrix.view().count(verb, use, counts);
    }

    /** What updates did to the arrays, in the place of what was planned. */
    void learnt(LearntArrays arrays) {
        learnt = arrays;
    }

    /** Currents that meet, once. */
    void element(AnalogUse use) {
        matrix.view().count(use, counts);
    }

    void count(Action spoken, double amount) {
        counts.add(matrix.view().in(spoken), amount);
    }

    /** Of all reads and updates, and of waiting. */
    public double seconds() {
        return seconds;
    }

    /** How often a part did something, by its path as a chip with one kind of tiles has it. */
    public double amount(String part) {
        String path = matrix.view().in(part);
        return actions.list().stream()
                .filter(action -> action.part().equals(path))
                .mapToDouble(this::amount)
                .sum();
    }

    private double amount(Action action) {
        double planned = counts.of(action);
        LearntArrays changed = learnt;
        if (!observed && changed == null) {
            return planned;
        }
        Action spoken = new Action(matrix.view().path().outOf(action.part()), action.verb());
        if (changed != null) {
            return matrix.face().chip().element().count(spoken, planned, changed, 1);
        }
        return matrix.face()
                .chip()
                .element()
                .count(spoken, planned, new Observed(seen.conducted, seen.pulses, seen.conversions));
    }

    /** Joules by part, those that are drawn at rest under {@link #REST}. */
    public Map<String, Double> joules(Inventory inventory) {
        Map<String, Double> joules = new LinkedHashMap<>();
        for (Component part : inventory.components()) {
            joules.put(part.path(), 0.0);
        }
        for (Action action : actions.list()) {
            joules.merge(action.part(), amount(action) * inventory.price(action).joules(), Double::sum);
        }
        joules.put(REST, seconds * inventory.staticPowerW());
        joules.values().removeIf(energy -> energy == 0);
        return joules;
    }

    /** Leakage and all else that a chip draws whatever it does. */
    public static final String REST = "at rest";

    /** The sum of {@link #joules}. */
    public double totalJoules(Inventory inventory) {
        return joules(inventory).values().stream().mapToDouble(energy -> energy).sum();
    }
}
