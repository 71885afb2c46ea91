package mho.reports.sweep;

import java.util.List;

/**
 * A point that somebody asked for.
 *
 * @param id counts from 0, in the order of asking
 * @param settings of all axes, for people
 * @param given whether another directory's store has it, so that nothing will be computed
 * @param planned whether it can be computed at all; the answer says why it cannot
 */
public record AskedPoint(int id, List<String> settings, boolean given, boolean planned) {
    public AskedPoint {
        settings = List.copyOf(settings);
    }
}
