package mho.core.cost;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * A ledger times prices: energy by layer, by component, by action, in total. All sums are taken over the same products, so the
 * books balance: total = sum over layers = sum over components.
 */
public final class Bill {
    private final Ledger ledger;
    private final List<Ledger.Account> actions;
    private final List<Price> prices;
    private final double[][] energyJ;

    private Bill(Ledger ledger, List<Price> prices) {
        this.ledger = ledger;
        this.actions = ledger.actions();
        this.prices = List.copyOf(prices);
        if (prices.size() != actions.size()) {
            throw new IllegalArgumentException(
                    actions.size() + " actions need as many prices, given are " + prices.size());
        }
        this.energyJ = new double[ledger.layers().size()][prices.size()];
        for (int layer = 0; layer < energyJ.length; layer++) {
            for (int action = 0; action < prices.size(); action++) {
                energyJ[layer][action] =
                        ledger.count(layer, action) * prices.get(action).joules();
            }
        }
    }

    /** Prices a ledger as it stands; the price of an action is at the place of its id. */
    public static Bill of(Ledger ledger, List<Price> prices) {
        return new Bill(ledger, prices);
    }

    /** Energy of one action of one layer, in joules. */
    public double energyJ(int layer, int action) {
        return energyJ[layer][action];
    }

    public double energyOfLayerJ(int layer) {
        return sum(l -> l == layer, action -> true);
    }

    public double energyOfComponentJ(int component) {
        return sum(layer -> true, action -> actions.get(action).component() == component);
    }

    public double energyOfComponentJ(int layer, int component) {
        return sum(l -> l == layer, action -> actions.get(action).component() == component);
    }

    /** Energy of one action, all layers together. */
    public double energyOfActionJ(int action) {
        return sum(layer -> true, a -> a == action);
    }

    public double totalJ() {
        return sum(layer -> true, action -> true);
    }

    /** What the action costs and where the figure comes from. */
    public Price price(int action) {
        return prices.get(action);
    }

    public Ledger ledger() {
        return ledger;
    }

    private double sum(IntPredicate layerCounts, IntPredicate actionCounts) {
        CompensatedSum sum = new CompensatedSum();
        for (int layer = 0; layer < energyJ.length; layer++) {
            for (int action = 0; layerCounts.test(layer) && action < prices.size(); action++) {
                if (actionCounts.test(action)) {
                    sum.add(energyJ[layer][action]);
                }
            }
        }
        return sum.value();
    }
}
