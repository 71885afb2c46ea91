package mho.reports.restricted;

/**
 * One of the things that learning is made of.
 *
 * @param name up, down, change
 * @param times that it was done
 * @param seconds of all of them
 * @param joules of all of them, those drawn at rest meanwhile included
 */
public record LearningPhase(String name, long times, double seconds, double joules) {}
