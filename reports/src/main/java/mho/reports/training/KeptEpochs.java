package mho.reports.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.arch.element.LearntArrays;
import mho.core.yaml.BadInput;
import mho.workloads.data.DataSet;
import mho.workloads.training.EpochRecord;
import mho.workloads.training.LayerMeans;

/**
 * What epochs came to, as numbers in a checkpoint: what was learnt and what happened in the arrays, to the last bit. What they cost
 * follows from it.
 */
final class KeptEpochs {
    private static final String EPOCH = "epoch/";
    private static final String TESTS = "tests";
    private static final int OF_LAYER = 3;
    private static final int OF_ARRAYS = 17;

    private KeptEpochs() {}

    /** An epoch without its cost. */
    record Kept(EpochRecord learnt, List<LearntArrays> arrays) {}

    static Map<String, long[]> numbers(List<TrainedEpoch> epochs, DataSet tests) {
        Map<String, long[]> numbers = new LinkedHashMap<>();
        numbers.put(TESTS, told(tests));
        for (TrainedEpoch epoch : epochs) {
            numbers.put(EPOCH + epoch.learnt().epoch(), numbers(epoch));
        }
        return numbers;
    }

    private static long[] told(DataSet tests) {
        return new long[] {tests.size(), tests.checksum()};
    }

    private static long[] numbers(TrainedEpoch epoch) {
        List<Long> numbers = new ArrayList<>();
        EpochRecord learnt = epoch.learnt();
        put(numbers, learnt.rate(), learnt.loss(), learnt.trainAccuracy(), learnt.testAccuracy());
        for (LayerMeans layer : learnt.layers()) {
            put(numbers, layer.meanInput(), layer.meanError(), layer.zeroErrors());
        }
        for (LearntArrays arrays : epoch.arrays()) {
            numbers.addAll(List.of(
                    (long) arrays.node(),
                    arrays.updates(),
                    arrays.slots(),
                    arrays.linePulses(),
                    arrays.cellPulses(),
                    arrays.transferSlots(),
                    arrays.transferPulses()));
            numbers.addAll(List.of(
                    arrays.readRounds(),
                    arrays.lineReads(),
                    arrays.resets(),
                    arrays.cells(),
                    arrays.saturated(),
                    arrays.worn(),
                    arrays.vectors(),
                    arrays.reads()));
            put(numbers, arrays.asked(), arrays.answered());
        }
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    private static void put(List<Long> numbers, double... figures) {
        for (double figure : figures) {
            numbers.add(Double.doubleToRawLongBits(figure));
        }
    }

    /**
     * In their order.
     *
     * @param layers names of those that learn
     * @throws BadInput where the file does not say what all its epochs came to, or other tests were told
     */
    static List<Kept> read(String file, Map<String, long[]> numbers, int epochs, List<String> layers, DataSet tests) {
        long[] theirs = numbers.get(TESTS);
        if (theirs == null) {
            throw new BadInput(file
                    + ": is the checkpoint of an older mho, which does not say what its epochs came to; begin anew");
        }
        long[] ours = told(tests);
        if (theirs[0] != ours[0] || theirs[1] != ours[1]) {
            throw new BadInput(
                    "%s: is the checkpoint of a training that was tested on %d other inputs (here %d); ask for the same tests, or begin anew"
                            .formatted(file, theirs[0], ours[0]));
        }
        List<Kept> kept = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            long[] own = numbers.get(EPOCH + epoch);
            if (own == null) {
                throw new BadInput(file + ": does not say what epoch " + epoch + " came to; begin anew");
            }
            kept.add(kept(epoch, own, layers));
        }
        return kept;
    }

    private static Kept kept(int epoch, long[] numbers, List<String> layers) {
        List<LayerMeans> means = new ArrayList<>();
        int at = 4;
        for (String layer : layers) {
            means.add(new LayerMeans(layer, real(numbers, at), real(numbers, at + 1), real(numbers, at + 2)));
            at += OF_LAYER;
        }
        List<LearntArrays> arrays = new ArrayList<>();
        for (; at + OF_ARRAYS <= numbers.length; at += OF_ARRAYS) {
            arrays.add(new LearntArrays(
                    (int) numbers[at],
                    numbers[at + 1],
                    numbers[at + 2],
                    numbers[at + 3],
                    numbers[at + 4],
                    numbers[at + 5],
                    numbers[at + 6],
                    numbers[at + 7],
                    numbers[at + 8],
                    numbers[at + 9],
                    numbers[at + 10],
                    numbers[at + 11],
                    numbers[at + 12],
                    numbers[at + 13],
                    numbers[at + 14],
                    real(numbers, at + 15),
                    real(numbers, at + 16)));
        }
        return new Kept(
                new EpochRecord(epoch, real(numbers, 0), real(numbers, 1), real(numbers, 2), real(numbers, 3), means),
                arrays);
    }

    private static double real(long[] numbers, int at) {
        return Double.longBitsToDouble(numbers[at]);
    }
}
