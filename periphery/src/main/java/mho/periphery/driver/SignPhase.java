package mho.periphery.driver;

/**
 * One of the phases by which signs are applied.
 *
 * @param negative whether what it yields is taken off
 */
record SignPhase(Digit.Part part, WeightSide side, boolean negative) {}
