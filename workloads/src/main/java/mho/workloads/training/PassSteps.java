package mho.workloads.training;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** At which step after it came in an example goes through each pass of a network, where a layer with weights takes one: {@link Staleness}. */
final class PassSteps {
    private final int[] forward;
    private final int[] reverse;
    private final int depth;
    private final int most;

    private PassSteps(int[] forward, int[] reverse, int depth, int most) {
        this.forward = forward;
        this.reverse = reverse;
        this.depth = depth;
        this.most = most;
    }

    /** A pass with what it reads and makes. */
    record Placed(Pass pass, List<Signal> in, Signal out) {
        int own() {
            return pass instanceof LearningPass ? 1 : 0;
        }
    }

    static PassSteps of(List<Placed> passes) {
        int[] before = new int[passes.size()];
        int[] behind = new int[passes.size()];
        Map<Signal, Integer> made = new IdentityHashMap<>();
        for (int p = 0; p < before.length; p++) {
            Placed placed = passes.get(p);
            for (Signal in : placed.in()) {
                before[p] = Math.max(before[p], made.getOrDefault(in, 0));
            }
            made.put(placed.out(), before[p] + placed.own());
        }
        Map<Signal, Integer> wanted = new IdentityHashMap<>();
        for (int p = before.length - 1; p >= 0; p--) {
            Placed placed = passes.get(p);
            behind[p] = wanted.getOrDefault(placed.out(), 0);
            for (Signal in : placed.in()) {
                wanted.merge(in, behind[p] + placed.own(), Math::max);
            }
        }
        int depth = made.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int most = 0;
        int[] reverse = new int[before.length];
        for (int p = 0; p < before.length; p++) {
            reverse[p] = depth + 1 + behind[p];
            if (passes.get(p).own() > 0) {
                most = Math.max(most, reverse[p] - before[p] - 1);
            }
        }
        return new PassSteps(before, reverse, depth, most);
    }

    int forward(int pass) {
        return forward[pass];
    }

    int reverse(int pass) {
        return reverse[pass];
    }

    /** The step in which the answer is compared with what it should be. */
    int lossStep() {
        return depth + 1;
    }

    /** The last step of an example. */
    int last() {
        return Arrays.stream(reverse).max().orElse(depth + 1);
    }

    /** Updates that the weights of some layer lack where one example follows the other every step. */
    int mostBehind() {
        return most;
    }
}
