package mho.periphery.scheme;

/** Slots and amplifications of one update, by {@link TrainShape}; filled anew for each. */
final class TrainGains {
    private final TrainShape shape;
    private int slots;
    private double ofX;
    private double ofDelta;

    TrainGains(TrainShape shape) {
        this.shape = shape;
    }

    /**
     * @param largestX above 0
     * @param largestDelta above 0
     * @param rateOverStep learning rate over the step of a cell
     */
    void find(double largestX, double largestDelta, double rateOverStep) {
        double pulses = rateOverStep * largestX * largestDelta;
        slots = shape.slots();
        double reached = largestDelta;
        if (shape.lengthManagement()) {
            if (pulses < slots) {
                slots = Math.max(1, (int) Math.ceil(pulses));
            } else {
                reached = largestDelta * (slots / pulses);
            }
        }
        Double fixed = shape.amplification();
        double both = fixed != null ? fixed : Math.sqrt(rateOverStep / slots);
        double share = shape.updateManagement() ? Math.sqrt(largestX / reached) : 1;
        ofDelta = both * share;
        ofX = both / share;
    }

    /** Most pulses that a cell can take; below 0 where amplifications are fixed, whatever is asked. */
    double room() {
        return shape.amplification() == null ? shape.slots() : -1;
    }

    int slots() {
        return slots;
    }

    /** Firing probability, or share of the train, of a value of x. */
    double ofX(float x) {
        return Math.min(1, ofX * Math.abs(x));
    }

    double ofDelta(float delta) {
        return Math.min(1, ofDelta * Math.abs(delta));
    }
}
