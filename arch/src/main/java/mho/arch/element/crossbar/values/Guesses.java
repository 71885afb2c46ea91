package mho.arch.element.crossbar.values;

import mho.arch.element.Tally;
import mho.periphery.readout.Converter;

/**
 * Conversions of digits of several bits, of which those at either end of the converter's codes count as failed: their columns are converted
 * again for every bit of the digit. A sum that saturates even then is clipped.
 */
final class Guesses {
    private final Workspace worker;
    private boolean[] failed = {};
    private float[] again = {};
    private int failures;

    Guesses(Workspace worker) {
        this.worker = worker;
    }

    float[] room(int size) {
        again = again.length < size ? new float[size] : again;
        return again;
    }

    /**
     * Converts the sums of a digit in place.
     *
     * @return whether any failed
     */
    boolean convert(Crossbar crossbar, float[] sums, int vectors, double fullScale) {
        int count = vectors * crossbar.columns.count();
        worker.integrate(sums, count, fullScale);
        failures = 0;
        if (worker.looksAt(sums, count)) {
            return false;
        }
        Converter converter = crossbar.converter().all();
        converter.convert(sums, vectors);
        worker.tally().conversions += count;
        if (failed.length < count) {
            failed = new boolean[count];
        }
        float low = converter.low() < 0 ? (float) converter.low() : Float.NEGATIVE_INFINITY;
        float high = (float) converter.high();
        for (int i = 0; i < count; i++) {
            failed[i] = sums[i] >= high || sums[i] <= low;
            failures += failed[i] ? 1 : 0;
        }
        return failures > 0;
    }

    /**
     * Puts sums of one bit of the digit together where the digit's failed.
     *
     * @param bit the least significant of the digit first
     * @param of sums of the bit, which are converted in place
     * @param sums of the digit
     */
    void recover(Crossbar crossbar, int bit, float[] of, float[] sums, int vectors, double fullScale) {
        int columns = crossbar.columns.count();
        int count = vectors * columns;
        worker.integrate(of, count, fullScale);
        Converter converter = crossbar.converter().all();
        Tally tally = worker.tally();
        double beyond = converter.high() + converter.step() / 2;
        double below = converter.low() - converter.step() / 2;
        for (int i = 0; i < count; i++) {
            if (failed[i] && (of[i] > beyond || of[i] < below)) {
                tally.clipped++;
            }
        }
        converter.convert(of, vectors);
        tally.conversions += failures;
        for (int i = 0; i < count; i++) {
            if (failed[i]) {
                sums[i] = (bit == 0 ? 0 : sums[i]) + Math.scalb(of[i], bit);
            }
        }
    }
}
