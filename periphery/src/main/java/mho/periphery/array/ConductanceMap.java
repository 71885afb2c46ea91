package mho.periphery.array;

import mho.periphery.device.Window;

/**
 * Digits of weights to conductances. Digit 0 is the lowest conductance and the highest digit the highest one; between them the steps are even. A level
 * is a conductance in units of the window, counted from its lower end, so it is linear in the digit; the current of the lower end itself
 * is {@link #offset()} more in every cell, which a differential pair cancels and a reference column takes off.
 *
 * @param steps the highest digit, 2^bits - 1
 * @param offset what digit 0 conducts, in levels; 0 when the window is not stated
 */
public record ConductanceMap(int steps, double offset) {

    public static ConductanceMap of(Cell cell) {
        Window window = cell.window();
        return new ConductanceMap((1 << cell.bits()) - 1, window == null ? 0 : window.offset());
    }

    public float level(int digit) {
        return (float) digit / steps;
    }

    /** The digit that a level stands for, with whatever error the level has. */
    public double digit(double level) {
        return level * steps;
    }
}
