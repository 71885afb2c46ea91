package mho.workloads.restricted;

/**
 * One example learnt: the layers find each other so many times, and the matrix is changed by what they did first and against what they did
 * last,
 *
 * <pre>W += rate ((v0, 1) (h0, 1)^T - (vk, 1) (hk, 1)^T)</pre>
 *
 * (Hinton, Neural Computation 14, 2002). What drives rows and columns are units that are on or off, never probabilities: a machine of
 * binary units has no others. The change is on average the one that probabilities of the last step would make.
 */
public final class ContrastiveDivergence {
    private final RestrictedMachine machine;
    private final int steps;
    private final float rate;
    private final float[] first;
    private final float[] last;
    private final float[] hiddenFirst;
    private final float[] hiddenLast;
    private final float[] minus;

    /**
     * @param steps from 1 up
     * @param rate above 0
     */
    public ContrastiveDivergence(RestrictedMachine machine, int steps, double rate) {
        if (steps < 1 || !(rate > 0)) {
            throw new IllegalArgumentException("steps from 1 up at a rate above 0, found " + steps + " at " + rate);
        }
        this.machine = machine;
        this.steps = steps;
        this.rate = (float) rate;
        this.first = machine.visibleUnits();
        this.last = machine.visibleUnits();
        this.hiddenFirst = machine.hiddenUnits();
        this.hiddenLast = machine.hiddenUnits();
        this.minus = machine.hiddenUnits();
    }

    /** @param example visible units */
    public void learn(boolean[] example) {
        for (int i = 0; i < example.length; i++) {
            first[i] = example[i] ? 1 : 0;
        }
        machine.up(first, hiddenFirst);
        System.arraycopy(hiddenFirst, 0, hiddenLast, 0, hiddenLast.length);
        for (int step = 0; step < steps; step++) {
            machine.down(hiddenLast, last);
            machine.up(last, hiddenLast);
        }
        machine.learn(first, hiddenFirst, minus, rate);
        machine.learn(last, hiddenLast, minus, -rate);
        machine.exampleEnds();
    }
}
