package mho.core.cost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for actions, from 0 on in the order in which they are first asked for. */
public final class ActionIndex {
    private final List<Action> list = new ArrayList<>();
    private final Map<Action, Integer> numbers = new HashMap<>();

    /** The number of an action, new or known. */
    public int number(Action action) {
        Integer known = numbers.get(action);
        if (known != null) {
            return known;
        }
        numbers.put(action, list.size());
        list.add(action);
        return list.size() - 1;
    }

    /** The number of an action, -1 if nobody has asked for it. */
    int known(Action action) {
        return numbers.getOrDefault(action, -1);
    }

    /** The actions asked for so far; an action's number is its place. */
    public List<Action> list() {
        return List.copyOf(list);
    }
}
