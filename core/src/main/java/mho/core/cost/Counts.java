package mho.core.cost;

import java.util.Arrays;

/** How often which actions happened. Amounts need not be whole: a ramp shared by eight columns is an eighth of each. */
public final class Counts {
    private final ActionIndex actions;
    private double[] amounts = {};

    /** None yet; counts that are to be added up share the numbers of their actions. */
    public Counts(ActionIndex actions) {
        this.actions = actions;
    }

    public void add(Action action, double amount) {
        int number = actions.number(action);
        if (number >= amounts.length) {
            amounts = Arrays.copyOf(amounts, Math.max(number + 1, 2 * amounts.length));
        }
        amounts[number] += amount;
    }

    /** None yet, with the same numbers of actions. */
    public Counts none() {
        return new Counts(actions);
    }

    /** Adds all of another one with the same numbers. */
    public void addAll(Counts other) {
        add(other, 1);
    }

    /** Adds so many times all of another one with the same numbers. */
    public void add(Counts other, double times) {
        if (other.actions != actions) {
            throw new IllegalArgumentException("counts with numbers of their own cannot be added: share the Actions");
        }
        if (other.amounts.length > amounts.length) {
            amounts = Arrays.copyOf(amounts, other.amounts.length);
        }
        for (int a = 0; a < other.amounts.length; a++) {
            amounts[a] += times * other.amounts[a];
        }
    }

    /** 0 for what never happened. */
    public double of(Action action) {
        int number = actions.known(action);
        return number < 0 || number >= amounts.length ? 0 : amounts[number];
    }
}
