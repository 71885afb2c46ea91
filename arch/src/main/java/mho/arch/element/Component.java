package mho.arch.element;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mho.core.cost.Action;
import mho.core.cost.ResolvedFigures;

/**
 * One kind of part of a chip.
 *
 * @param path where the chip file states it
 * @param instancesPerChip how many there are; a part shared by several tiles counts once
 * @param figures cost of one instance: energy of one action, leakage, area
 * @param peakActionsPerSecond actions of one instance at its own full activity
 * @param neededActionsPerSecond actions of one instance when all arrays of the chip multiply without a pause, never above the former; of a part
 *     whose power is stated, which is that at full activity, the former
 * @param actions what the ledger counts of it
 * @param moreW power that one instance draws at its own full activity beside that of its figures: of a second action with another price
 * @param share what one of an action takes of what {@code figures} are of, where that is not one
 */
public record Component(
        String path,
        double instancesPerChip,
        ResolvedFigures figures,
        double peakActionsPerSecond,
        double neededActionsPerSecond,
        List<Action> actions,
        double moreW,
        Map<Action, Double> share) {

    /** A part of which every action is one of what its figures are of. */
    public Component(
            String path,
            double instancesPerChip,
            ResolvedFigures figures,
            double peakActionsPerSecond,
            double neededActionsPerSecond,
            List<Action> actions) {
        this(path, instancesPerChip, figures, peakActionsPerSecond, neededActionsPerSecond, actions, 0, Map.of());
    }

    /** How much of its full activity one of an action takes, by the name of it. */
    public double taken(String verb) {
        return share.entrySet().stream()
                .filter(entry -> entry.getKey().verb().equals(verb))
                .mapToDouble(Map.Entry::getValue)
                .findFirst()
                .orElse(1);
    }

    /** What its figures are of. */
    public String action() {
        return share.isEmpty() ? actions.stream().map(Action::verb).collect(Collectors.joining(", ")) : "lane's cycle";
    }

    /** The same of tiles at a path, where this one says {@code tile}. */
    Component in(TilePath tile) {
        if (tile.isOnly()) {
            return this;
        }
        Map<Action, Double> shares = new LinkedHashMap<>();
        share.forEach((action, taken) -> shares.put(tile.in(action), taken));
        return new Component(
                tile.in(path),
                instancesPerChip,
                figures,
                peakActionsPerSecond,
                neededActionsPerSecond,
                actions.stream().map(tile::in).toList(),
                moreW,
                shares);
    }

    /** The same at other figures. */
    public Component with(ResolvedFigures other) {
        return new Component(
                path, instancesPerChip, other, peakActionsPerSecond, neededActionsPerSecond, actions, moreW, share);
    }

    /** Power of one instance at full activity, what it draws at rest included. */
    public double peakPowerW() {
        return figures.energyJ() * peakActionsPerSecond + moreW + figures.staticW();
    }

    /** Power of all instances when all arrays multiply without a pause, what they draw at rest included. */
    public double chipPowerAtFullRateW() {
        return instancesPerChip * (figures.energyJ() * neededActionsPerSecond + figures.staticW());
    }

    public double chipPowerW() {
        return instancesPerChip * peakPowerW();
    }

    public double chipAreaM2() {
        return instancesPerChip * figures.areaM2();
    }

    public double chipLeakageW() {
        return instancesPerChip * figures.leakageW();
    }

    /** Of all instances of a chip at work, whatever it does. */
    public double chipStaticW() {
        return instancesPerChip * figures.staticW();
    }

    /** Of all instances of a chip without work. */
    public double chipRestingW() {
        return instancesPerChip * figures.restingW();
    }
}
