package mho.reports.sweep;

/**
 * Who asks for the points of a directory.
 *
 * @param file that the question stands in, by its name there
 * @param kind of question: sweep, search; the key under which the file has its name
 * @param yaml the whole question
 */
public record PointsAsked(String file, String kind, String name, String yaml) {}
