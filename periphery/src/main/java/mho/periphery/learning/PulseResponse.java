package mho.periphery.learning;

import mho.periphery.random.NormalStream;

/** How the cells of one population answer a pulse: the law with what was drawn for each of them. */
abstract class PulseResponse {
    static final int UP = 0;
    static final int DOWN = 1;

    /**
     * The weight after a pulse, not yet kept within the bounds of the cell.
     *
     * @param cell row · columns + column
     * @param way {@link #UP} or {@link #DOWN}, a number because no branch foresees it
     * @param weight that it keeps
     * @param stream of the row, for what differs from pulse to pulse
     */
    abstract float after(int cell, int way, float weight, NormalStream stream);

    /** The weight that a cell within its bounds can hold, nearest to what it is programmed to. */
    float held(int cell, float weight) {
        return weight;
    }
}
