package mho.workloads.ising;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;

/**
 * Units in sets of which no two are coupled: those of a set may be updated at once without another distribution. The layers of a graph of
 * two sides, such as a restricted Boltzmann machine, are two sets.
 *
 * @param units of all sets together
 */
public record IndependentSets(int units, List<List<Integer>> sets) {
    public IndependentSets {
        sets = sets.stream().map(List::copyOf).toList();
    }

    /** Every unit by itself, in order. */
    public static IndependentSets single(int units) {
        List<List<Integer>> sets = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            sets.add(List.of(i));
        }
        return new IndependentSets(units, sets);
    }

    /**
     * Units are taken breadth first, and each joins the first set in which it has no partner. Where two sets do, two are found: all partners
     * met before a unit are one step nearer to where the search began, and so of one set.
     */
    public static IndependentSets of(Couplings couplings) {
        int units = couplings.units();
        int[] setOf = new int[units];
        Arrays.fill(setOf, -1);
        boolean[] met = new boolean[units];
        List<List<Integer>> sets = new ArrayList<>();
        Queue<Integer> waiting = new ArrayDeque<>();
        for (int first = 0; first < units; first++) {
            if (!met[first]) {
                met[first] = true;
                waiting.add(first);
            }
            while (!waiting.isEmpty()) {
                int unit = waiting.remove();
                boolean[] taken = new boolean[sets.size() + 1];
                for (int partner : couplings.partners(unit)) {
                    if (setOf[partner] >= 0) {
                        taken[setOf[partner]] = true;
                    }
                    if (!met[partner]) {
                        met[partner] = true;
                        waiting.add(partner);
                    }
                }
                int set = 0;
                while (taken[set]) {
                    set++;
                }
                if (set == sets.size()) {
                    sets.add(new ArrayList<>());
                }
                setOf[unit] = set;
                sets.get(set).add(unit);
            }
        }
        sets.forEach(Collections::sort);
        return new IndependentSets(units, sets);
    }
}
