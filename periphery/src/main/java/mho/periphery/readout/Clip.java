package mho.periphery.readout;

import mho.periphery.lanes.Lanes;

/** Limits values and counts those that it limits. */
interface Clip {

    Clip BEST = Lanes.choose(Clip.class, "mho.periphery.readout.VectorClip", new PlainClip());

    /**
     * Brings values into low to high.
     *
     * @param margin how far beyond the limits a value is still not counted
     * @param counts a count for each place, to which one is added where the value there lay beyond; floats, so exact to 2^24
     */
    void clip(float[] values, int length, float low, float high, float margin, float[] counts);
}
