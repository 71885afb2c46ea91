package mho.arch.chip;

import java.util.List;
import java.util.Map;
import mho.arch.element.Component;
import mho.arch.element.PartList;
import mho.core.cost.Action;
import mho.core.cost.Price;
import mho.core.cost.ResolvedFigures;
import mho.core.yaml.BadInput;

/**
 * Everything a chip is made of: how many of each part, what one costs, and the price of each action. Peak power is the sum of all
 * parts at their own full activity, as published tables add it up.
 */
public final class Inventory {
    private final List<Component> components;
    private final Map<Action, Price> prices;

    private Inventory(List<Component> components, Map<Action, Price> prices) {
        this.components = components;
        this.prices = prices;
    }

    /** @throws BadInput that tells every figure which is missing, and what models refuse */
    public static Inventory of(ChipSpec chip) {
        TileInventory parts = new TileInventory(chip);
        return new Inventory(parts.components(), parts.prices());
    }

    /** A reference machine is one part, which draws its power whole; what it draws at rest is its leakage. */
    public static Inventory of(Roofline machine) {
        PowerDraw power = machine.power();
        Map<String, String> origins =
                Map.of("power", power.origin("busy"), "leakage", power.origin("idle"), "area", machine.areaOrigin());
        PartList list = new PartList();
        list.add(Roofline.BUSY, 1, new ResolvedFigures(power.workW(), power.idle(), machine.area(), origins), 1);
        return new Inventory(list.components(), list.prices());
    }

    public List<Component> components() {
        return components;
    }

    public Component component(String path) {
        return components.stream()
                .filter(c -> c.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the chip has no " + path));
    }

    /** What all parts do, in the order of the parts. */
    public List<Action> actions() {
        return List.copyOf(prices.keySet());
    }

    /** An action of a part that the chip has is one that the part declares; else its energy would be lost. */
    public void check(List<Action> counted) {
        for (Action action : counted) {
            boolean there = components.stream().anyMatch(c -> c.path().equals(action.part()));
            if (there && !prices.containsKey(action)) {
                throw new IllegalStateException(action + " is counted, but the part does not declare it");
            }
        }
    }

    /** What an action costs; parts the chip lacks cost nothing. */
    public Price price(Action action) {
        return prices.getOrDefault(action, new Price(0, "the chip has no " + action.part()));
    }

    public double peakPowerW() {
        return components.stream().mapToDouble(Component::chipPowerW).sum();
    }

    /** Power with all arrays multiplying without a pause, and all else as busy as that needs. */
    public double powerAtFullRateW() {
        return components.stream().mapToDouble(Component::chipPowerAtFullRateW).sum();
    }

    public double leakageW() {
        return components.stream().mapToDouble(Component::chipLeakageW).sum();
    }

    /** Components of which nobody says what they leak. */
    public int leakageUnstated() {
        return (int)
                components.stream().filter(c -> !c.figures().leakageStated()).count();
    }

    /** Of a chip at work, whatever it does: what leaks and is refreshed, and what is drawn beside. */
    public double staticPowerW() {
        return components.stream().mapToDouble(Component::chipStaticW).sum();
    }

    /** Of a chip that is on and has no work. */
    public double restingPowerW() {
        return components.stream().mapToDouble(Component::chipRestingW).sum();
    }

    public double areaM2() {
        return components.stream().mapToDouble(Component::chipAreaM2).sum();
    }
}
