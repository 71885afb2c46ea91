package mho.arch.element;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.core.cost.Action;
import mho.core.cost.Cost;
import mho.core.cost.Price;
import mho.core.cost.ResolvedFigures;
import mho.core.yaml.BadInput;
import mho.periphery.memory.Register;
import mho.periphery.model.Site;
import mho.periphery.neuron.DigitalUnit;
import org.jspecify.annotations.Nullable;

/** The parts of a chip and the prices of what they do, while they are listed. */
public final class PartList {
    private final List<Component> components = new ArrayList<>();
    private final Map<Action, Price> prices = new LinkedHashMap<>();
    private final List<BadInput> problems = new ArrayList<>();

    /** What has no price does not hide what else has none: all of it is told together. */
    public void each(Runnable... parts) {
        for (Runnable part : parts) {
            try {
                part.run();
            } catch (BadInput problem) {
                problems.add(problem);
            }
        }
    }

    /** All that another list has, of tiles at a path, which that one calls {@code tile}. */
    public void take(PartList other, TilePath tile) {
        other.components.forEach(part -> components.add(part.in(tile)));
        other.prices.forEach((action, price) -> prices.put(tile.in(action), price));
        other.problems.forEach(problem -> problems.add(problem.saying(tile::in)));
    }

    /** @throws BadInput that tells every figure which is missing, and what models refuse */
    public void tell() {
        if (!problems.isEmpty()) {
            throw BadInput.all(problems);
        }
    }

    public List<Component> components() {
        return List.copyOf(components);
    }

    /** What each action costs, in the order of the parts. */
    public Map<Action, Price> prices() {
        return prices;
    }

    /** Where a part's power is stated, it is that of full activity, as published tables have it. */
    public static double needed(Cost cost, double full, double wanted) {
        return cost.power() == null ? Math.min(full, wanted) : full;
    }

    /** A part that is as busy at full rate of the arrays as it can be. */
    public void add(Action action, double instances, ResolvedFigures figures, double atFullRate) {
        add(action, instances, figures, atFullRate, atFullRate);
    }

    /**
     * A part that does one thing.
     *
     * @param full actions of one instance each second, at its own full activity
     * @param needed actions of one instance when all arrays multiply without a pause
     */
    public void add(Action action, double instances, ResolvedFigures figures, double full, double needed) {
        prices.put(action, figures.price());
        components.add(new Component(action.part(), instances, figures, full, needed, List.of(action)));
    }

    /**
     * A part that does two things, of which the second has a price of its own.
     *
     * @param other figures with the energy of the second
     * @param full actions of one instance each second, at its own full activity
     * @param needed the same when all arrays multiply without a pause
     * @param moreW what the second adds to the power of full activity
     */
    public void add(
            Action action,
            Action second,
            double instances,
            ResolvedFigures figures,
            ResolvedFigures other,
            double full,
            double needed,
            double moreW) {
        prices.put(action, figures.price());
        prices.put(second, other.price());
        components.add(new Component(
                action.part(), instances, figures, full, needed, List.of(action, second), moreW, Map.of()));
    }

    /** The same of which the second is no part of full activity. */
    public void add(
            Action action,
            Action second,
            double instances,
            ResolvedFigures figures,
            ResolvedFigures other,
            double full,
            double needed) {
        add(action, second, instances, figures, other, full, needed, 0);
    }

    /**
     * A part that does several things, each with a price of its own.
     *
     * @param share what one of an action takes of what the figures are of
     * @param full what one instance gives of what they all take, each second of its own full activity; its figures are of one of it
     */
    public void add(
            String part,
            Map<Action, Price> does,
            Map<Action, Double> share,
            double instances,
            ResolvedFigures figures,
            double full,
            double needed) {
        prices.putAll(does);
        components.add(new Component(part, instances, figures, full, needed, List.copyOf(does.keySet()), 0, share));
    }

    /** @param wanted actions a second of all units of an owner */
    public void addUnit(Action action, double owners, @Nullable DigitalUnit unit, Site site, double wanted) {
        if (unit != null) {
            double full = unit.valuesPerSecond();
            double needed = needed(unit.cost(), full, wanted / unit.count());
            add(action, owners * unit.count(), unit.figures(site), full, needed);
        }
    }

    /** @param wanted bytes a second of one of them */
    public void addRegister(Action action, double owners, @Nullable Register register, Site site, double wanted) {
        if (register != null) {
            double full = register.bandwidth();
            add(action, owners, register.figures(site), full, needed(register.cost(), full, wanted));
        }
    }
}
