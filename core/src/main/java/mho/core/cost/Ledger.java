package mho.core.cost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts of actions, layer by layer. An action belongs to a component ("tile.core.adc", "convert"); both are named once and are
 * small integers from then on. There are no joules in here: the same ledger can be priced again and again.
 *
 * <p>Amounts need not be whole: data-dependent actions count means, leakage counts instance-seconds.
 */
public final class Ledger {
    /** An action and the id of the component that does it. */
    public record Account(int component, String name) {}

    private final List<String> layers;
    private final List<String> components = new ArrayList<>();
    private final List<Account> actions = new ArrayList<>();
    private final Map<String, Integer> componentIds = new HashMap<>();
    private final Map<Account, Integer> actionIds = new HashMap<>();
    private final double[][] counts;

    /** An empty ledger of these layers; a layer's id is its place in the list. */
    public Ledger(List<String> layers) {
        this.layers = List.copyOf(layers);
        this.counts = new double[layers.size()][8];
    }

    /** The id of a component, new or known. */
    public int component(String name) {
        return componentIds.computeIfAbsent(name, unknown -> {
            components.add(name);
            return components.size() - 1;
        });
    }

    /** The id of an action of a component, new or known. */
    public int action(int component, String name) {
        if (component < 0 || component >= components.size()) {
            throw new IllegalArgumentException("no component " + component + ", register it with component(name)");
        }
        return actionIds.computeIfAbsent(new Account(component, name), action -> {
            actions.add(action);
            return actions.size() - 1;
        });
    }

    /** The id of an action by the names of both. */
    public int action(String component, String name) {
        return action(component(component), name);
    }

    /** Counts an action of a layer. */
    public void add(int layer, int action, double amount) {
        if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("an amount must be finite and not negative, is " + amount);
        }
        if (action < 0 || action >= actions.size()) {
            throw new IllegalArgumentException("no action " + action + ", register it with action(component, name)");
        }
        if (action >= counts[layer].length) {
            counts[layer] = Arrays.copyOf(counts[layer], Math.max(actions.size(), 2 * counts[layer].length));
        }
        counts[layer][action] += amount;
    }

    /** How often an action of a layer happened. */
    public double count(int layer, int action) {
        return action < counts[layer].length ? counts[layer][action] : 0;
    }

    /** Names of the layers; a layer's id is its place. */
    public List<String> layers() {
        return layers;
    }

    /** Names of the components; a component's id is its place. */
    public List<String> components() {
        return List.copyOf(components);
    }

    /** The actions; an action's id is its place. */
    public List<Account> actions() {
        return List.copyOf(actions);
    }
}
