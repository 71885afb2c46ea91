package mho.arch.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far stages may run ahead of their readers: two inputs for every stage on the longest way from one to the other. So every buffer
 * takes one input while it gives another, with one in hand, and a short branch as much as the long one beside it. What more a tile's
 * buffer could hold makes no input follow another faster; it would only be filled, input after input, before the stream is steady.
 */
final class RunAheadLimits {
    private static final int INPUTS = 2;

    /** Layers of few windows have several inputs on their way to the next: such is the latency of a multiply and of the network. */
    private static final int WINDOWS = 32;

    private RunAheadLimits() {}

    /** Capacities, in producer windows, no larger than is of use. */
    static int[] limit(int[] capacity, Pipeline pipeline, int[] leastRoom) {
        int[] limited = capacity.clone();
        List<StageEdge> readings = pipeline.readings();
        List<List<Integer>> outOf = new ArrayList<>();
        pipeline.stages().forEach(stage -> outOf.add(new ArrayList<>()));
        for (int d = 0; d < limited.length; d++) {
            if (!readings.get(d).isRecurrent()) {
                outOf.get(readings.get(d).producer()).add(d);
            }
        }
        for (Stage from : pipeline.stages()) {
            // Most stages have one reader, right behind them: then there is no longer way.
            int[] steps = stepsFrom(from.id(), last(outOf.get(from.id()), readings), pipeline);
            for (int d : outOf.get(from.id())) {
                long useful = leastRoom[d]
                        + (long) steps[readings.get(d).consumer() - from.id()]
                                * Math.max(INPUTS * from.windows(), WINDOWS);
                limited[d] = (int) Math.min(capacity[d], useful);
            }
        }
        return limited;
    }

    private static int last(List<Integer> outOf, List<StageEdge> readings) {
        return outOf.stream().mapToInt(d -> readings.get(d).consumer()).max().orElse(-1);
    }

    /**
     * Dependencies on the longest way from a stage to each behind it, up to the last that is asked for; stages are numbered so that
     * producers come before consumers.
     */
    private static int[] stepsFrom(int producer, int last, Pipeline pipeline) {
        int[] steps = new int[Math.max(1, last - producer + 1)];
        Arrays.fill(steps, -1);
        steps[0] = 0;
        for (int id = producer + 1; id <= last; id++) {
            for (StageEdge reading : pipeline.stages().get(id).inputs()) {
                int before = reading.producer() - producer;
                if (!reading.isRecurrent() && before >= 0 && steps[before] >= 0) {
                    steps[id - producer] = Math.max(steps[id - producer], steps[before] + 1);
                }
            }
        }
        return steps;
    }
}
