package mho.arch.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The least room, in producer windows, that every buffer needs so that the pipeline cannot deadlock.
 *
 * <p>A window must find all its inputs at once, so a buffer holds at least the span of one window. Where branches join again, the
 * short branch also holds what the long one still has to work through: before the join can do window k+1, a common ancestor has made
 * what <em>any</em> path asks for, while a buffer on the way has let go only what window k allowed. Networks whose buffers reach this
 * bound cannot deadlock, whatever the order of events: every stage is a determinate process with blocking reads and writes.
 */
final class LeastRoom {
    private final List<Dependency> dependencies;
    private final List<List<Integer>> into = new ArrayList<>();
    private final List<List<Integer>> outOf = new ArrayList<>();
    private final int[] room;
    private final MappingEffort effort;

    private LeastRoom(int stages, List<Dependency> dependencies, MappingEffort effort) {
        this.effort = effort;
        this.dependencies = dependencies;
        for (int s = 0; s < stages; s++) {
            into.add(new ArrayList<>());
            outOf.add(new ArrayList<>());
        }
        room = new int[dependencies.size()];
        for (int d = 0; d < room.length; d++) {
            Dependency dependency = dependencies.get(d);
            room[d] = dependency.span();
            if (dependency.producer() != dependency.consumer()) {
                into.get(dependency.consumer()).add(d);
                outOf.get(dependency.producer()).add(d);
            }
        }
    }

    /** Stages are numbered so that producers come before consumers. */
    static int[] of(int stages, List<Dependency> dependencies, MappingEffort effort) {
        LeastRoom analysis = new LeastRoom(stages, dependencies, effort);
        for (int join = 0; join < stages; join++) {
            if (analysis.into.get(join).size() > 1) {
                analysis.widenFor(join);
            }
        }
        return analysis.room;
    }

    private void widenFor(int join) {
        List<Integer> cone = cone(join);
        boolean[] inside = new boolean[into.size()];
        cone.forEach(stage -> inside[stage] = true);
        int windows = dependencies.get(into.get(join).get(0)).windows();
        double edges =
                cone.stream().mapToInt(stage -> 1 + outOf.get(stage).size()).sum();
        effort.spend(
                windows * edges + into.size(),
                "finding what buffers hold where branches join again (%d windows and %.0f readings back to where they part)"
                        .formatted(windows, edges));
        int[] done = new int[into.size()];
        int[] asked = new int[into.size()];
        for (int k = 0; k < windows; k++) {
            asked[join] = k + 1;
            for (int stage : cone) {
                if (stage != join) {
                    int most = 0;
                    for (int d : outOf.get(stage)) {
                        int consumer = dependencies.get(d).consumer();
                        if (inside[consumer]) {
                            most = Math.max(most, dependencies.get(d).neededFor(asked[consumer]));
                        }
                    }
                    asked[stage] = most;
                }
                for (int d : outOf.get(stage)) {
                    int consumer = dependencies.get(d).consumer();
                    if (inside[consumer]) {
                        int held = asked[stage] - dependencies.get(d).freedAfter(done[consumer]);
                        room[d] = Math.max(room[d], held);
                    }
                }
            }
            cone.forEach(stage -> done[stage] = asked[stage]);
        }
    }

    /** The join and its ancestors, latest first, back to the one stage through which all paths to it lead (or to the sources). */
    private List<Integer> cone(int join) {
        List<Integer> cone = new ArrayList<>();
        TreeSet<Integer> front = new TreeSet<>();
        front.add(join);
        while (!front.isEmpty()) {
            int stage = front.pollLast();
            cone.add(stage);
            if (front.isEmpty() && stage != join) {
                break;
            }
            into.get(stage).forEach(d -> front.add(dependencies.get(d).producer()));
        }
        return cone;
    }

    @Override
    public String toString() {
        return Arrays.toString(room);
    }
}
