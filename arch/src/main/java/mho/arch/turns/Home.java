package mho.arch.turns;

import mho.arch.cut.Interval;

/**
 * Where a part of a layer's results stands until all who read it are done: in the buffer of the tile that made it.
 *
 * @param windows of the layer, as fractions of all of them
 * @param channels of the layer
 */
record Home(int tile, Interval windows, Interval channels) {
    /** Part of all results. */
    double share() {
        return windows.length() * channels.length();
    }
}
