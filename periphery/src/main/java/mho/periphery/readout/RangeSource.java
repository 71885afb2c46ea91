package mho.periphery.readout;

/** Where the range of a converter comes from. It never follows the data under test. */
public enum RangeSource {
    /** Fixed by design: all that a column can carry, or a stated part of it. */
    FULL_SCALE,
    /** Found once on calibration data, then frozen. */
    CALIBRATED,
    /** A code for each unit of a sum, so that nothing is rounded; what has no code saturates. */
    UNITS
}
