package mho.arch.map;

import java.util.Arrays;
import java.util.List;

/**
 * How far stages may run ahead of their readers: two inputs for every stage on the longest way from one to the other. So every buffer
 * takes one input while it gives another, with one in hand, and a short branch as much as the long one beside it. What more a tile's
 * buffer could hold makes no input follow another faster; it would only be filled, input after input, before the stream is steady.
 */
final class Ahead {
    private static final int INPUTS = 2;

    /** Layers of few windows have several inputs on their way to the next: such is the latency of a multiply and of the network. */
    private static final int WINDOWS = 32;

    private Ahead() {}

    /** Capacities, in producer windows, no larger than is of use. */
    static int[] limit(int[] capacity, Pipeline pipeline, int[] leastRoom) {
        int[] limited = new int[capacity.length];
        List<Reading> readings = pipeline.readings();
        int[][] steps = new int[pipeline.stages().size()][];
        for (int d = 0; d < limited.length; d++) {
            Reading reading = readings.get(d);
            if (reading.isRecurrent()) {
                limited[d] = capacity[d];
                continue;
            }
            int from = reading.producer();
            if (steps[from] == null) {
                steps[from] = stepsFrom(from, pipeline);
            }
            int windows = pipeline.stages().get(from).windows();
            long useful = leastRoom[d] + (long) steps[from][reading.consumer()] * Math.max(INPUTS * windows, WINDOWS);
            limited[d] = (int) Math.min(capacity[d], useful);
        }
        return limited;
    }

    /** Dependencies on the longest way from a stage to each other; stages are numbered so that producers come before consumers. */
    private static int[] stepsFrom(int producer, Pipeline pipeline) {
        int[] steps = new int[pipeline.stages().size()];
        Arrays.fill(steps, -1);
        steps[producer] = 0;
        for (Stage stage : pipeline.stages()) {
            for (Reading reading : stage.inputs()) {
                if (!reading.isRecurrent() && steps[reading.producer()] >= 0) {
                    steps[stage.id()] = Math.max(steps[stage.id()], steps[reading.producer()] + 1);
                }
            }
        }
        return steps;
    }
}
