package mho.reports.form.search;

/**
 * How far the front was after some points.
 *
 * @param points computed or given, up to the end of a generation
 * @param front points on the front of those
 * @param volume hypervolume that they dominate, as a part of that of the final front
 */
public record Growth(int points, int front, double volume) {}
