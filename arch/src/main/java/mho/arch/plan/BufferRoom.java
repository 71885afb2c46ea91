package mho.arch.plan;

import java.util.List;

/**
 * What room buffers need, in producer windows, for every dependency.
 *
 * @param least without which the pipeline could deadlock
 * @param flight windows in flight at once: one for every copy of producer and consumer
 */
record BufferRoom(int[] least, int[] flight) {

    /** Digital work has as many windows in flight as flow through it while its producer's copies do one each. */
    static BufferRoom of(Pipeline pipeline, int[] least, int[] copies) {
        List<Stage> stages = pipeline.stages();
        double[] pace = new double[stages.size()];
        for (Stage stage : stages) {
            if (stage.tiling() != null || stage.inputs().isEmpty()) {
                pace[stage.id()] = copies[stage.id()];
            } else {
                int producer = stage.inputs().get(0).producer();
                double ratio = (double) stage.windows() / stages.get(producer).windows();
                pace[stage.id()] = Math.max(1, pace[producer] * ratio);
            }
        }
        int[] flight = new int[least.length];
        for (int d = 0; d < flight.length; d++) {
            StageEdge reading = pipeline.readings().get(d);
            double made = pace[reading.producer()];
            double used = pace[reading.consumer()]
                    * stages.get(reading.producer()).windows()
                    / stages.get(reading.consumer()).windows();
            flight[d] = Math.max(1, (int)
                    Math.min(made + used, stages.get(reading.producer()).windows()));
        }
        return new BufferRoom(least, flight);
    }
}
