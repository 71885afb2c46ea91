package mho.workloads.onnx.graph;

import static mho.workloads.onnx.graph.Refusal.quoted;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Puts operators in an order in which producers stand before consumers, and finds what makes that impossible: values
 * made twice, values made by nobody, cycles. Where the file's own order serves, it is kept.
 */
final class TopologicalOrder {
    private final List<Op> ops;
    private final List<? extends Collection<String>> needs;
    private final Map<String, Integer> producer = new HashMap<>();

    /**
     * @param needs per operator the values it reads, those its subgraphs capture included
     * @param given names known before any operator runs: inputs, initialisers, values of an outer graph
     */
    TopologicalOrder(List<Op> ops, List<? extends Collection<String>> needs, Set<String> given) {
        this.ops = ops;
        this.needs = needs;
        for (int i = 0; i < ops.size(); i++) {
            for (String output : ops.get(i).outputs()) {
                claim(output, i, given);
            }
        }
        for (int i = 0; i < ops.size(); i++) {
            for (String input : needs.get(i)) {
                if (!makes(input) && !given.contains(input)) {
                    throw new Refusal(ops.get(i).label() + ": its input " + quoted(input)
                            + " is no graph input, no initialiser and no node's output, export the model again");
                }
            }
        }
    }

    private void claim(String output, int op, Set<String> given) {
        if (output.isEmpty()) {
            return;
        }
        if (given.contains(output)) {
            throw new Refusal(ops.get(op).label() + ": makes " + quoted(output)
                    + ", which is already an input or an initialiser, names must be unique");
        }
        Integer other = producer.put(output, op);
        if (other != null) {
            throw new Refusal(quoted(output) + " is made by both "
                    + ops.get(other).label() + " and " + ops.get(op).label() + ", names must be unique");
        }
    }

    boolean makes(String value) {
        return producer.containsKey(value);
    }

    /** The operators that {@code outputs} depend on, in order. */
    List<Op> ordered(Collection<String> outputs) {
        boolean[] needed = needed(outputs);
        int[] waiting = new int[ops.size()];
        List<List<Integer>> consumers = new ArrayList<>();
        for (int i = 0; i < ops.size(); i++) {
            consumers.add(new ArrayList<>());
        }
        for (int i = 0; i < ops.size(); i++) {
            for (String input : needs.get(i)) {
                Integer from = producer.get(input);
                if (needed[i] && from != null) {
                    waiting[i]++;
                    consumers.get(from).add(i);
                }
            }
        }
        return released(needed, waiting, consumers);
    }

    private List<Op> released(boolean[] needed, int[] waiting, List<List<Integer>> consumers) {
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int i = 0; i < needed.length; i++) {
            if (needed[i] && waiting[i] == 0) {
                ready.add(i);
            }
        }
        List<Op> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            int op = ready.remove();
            order.add(ops.get(op));
            for (int consumer : consumers.get(op)) {
                if (--waiting[consumer] == 0) {
                    ready.add(consumer);
                }
            }
        }
        for (int i = 0; i < needed.length; i++) {
            if (needed[i] && waiting[i] > 0) {
                throw new Refusal("the graph runs in a circle through "
                        + ops.get(onCircle(i, waiting)).label() + ", only graphs without cycles can be placed");
            }
        }
        return order;
    }

    /** Walks back along unreleased producers until one repeats: that one stands on the circle. */
    private int onCircle(int start, int[] waiting) {
        boolean[] seen = new boolean[ops.size()];
        int at = start;
        while (!seen[at]) {
            seen[at] = true;
            int next = at;
            for (String input : needs.get(at)) {
                Integer from = producer.get(input);
                if (from != null && waiting[from] > 0) {
                    next = from;
                }
            }
            at = next;
        }
        return at;
    }

    private boolean[] needed(Collection<String> outputs) {
        boolean[] needed = new boolean[ops.size()];
        Deque<String> open = new ArrayDeque<>(outputs);
        while (!open.isEmpty()) {
            Integer op = producer.get(open.remove());
            if (op != null && !needed[op]) {
                needed[op] = true;
                open.addAll(needs.get(op));
            }
        }
        return needed;
    }
}
