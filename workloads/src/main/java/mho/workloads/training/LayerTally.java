package mho.workloads.training;

/** What a layer with weights met in an epoch: sums over all examples, in their order. */
final class LayerTally {
    private double inputs;
    private double errors;
    private long inputCount;
    private long errorCount;
    private long zeros;

    void inputs(float[] x) {
        double sum = 0;
        for (float each : x) {
            sum += Math.abs(each);
        }
        inputs += sum;
        inputCount += x.length;
    }

    void errors(float[] delta) {
        double sum = 0;
        int none = 0;
        for (float each : delta) {
            sum += Math.abs(each);
            none += each == 0 ? 1 : 0;
        }
        errors += sum;
        zeros += none;
        errorCount += delta.length;
    }

    LayerMeans means(String layer) {
        double of = Math.max(1, errorCount);
        return new LayerMeans(layer, inputs / Math.max(1, inputCount), errors / of, zeros / of);
    }
}
