package mho.reports.tornado;

/**
 * Something assumed that a fifth more or less means nothing to.
 *
 * @param why it is not moved
 */
public record FixedAssumption(String path, String value, String why) {}
