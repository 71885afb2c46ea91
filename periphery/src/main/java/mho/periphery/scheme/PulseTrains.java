package mho.periphery.scheme;

import mho.periphery.learning.ColumnTrains;

/** The trains on the columns in one update, with the sign of each; where cells need it, those of each sign apart as well. */
final class PulseTrains {
    private final ColumnTrains all;
    private final ColumnTrains[] bySign;

    PulseTrains(int columns, boolean separate) {
        all = new ColumnTrains(columns);
        bySign = separate
                ? new ColumnTrains[] {new ColumnTrains(columns), new ColumnTrains(columns)}
                : new ColumnTrains[0];
    }

    void clear() {
        all.clear();
        for (ColumnTrains trains : bySign) {
            trains.clear();
        }
    }

    void add(int column, long train, boolean negative) {
        all.add(column, train, negative);
        if (bySign.length > 0) {
            bySign[negative ? 1 : 0].add(column, train, negative);
        }
    }

    ColumnTrains all() {
        return all;
    }

    ColumnTrains ofSign(boolean negative) {
        return bySign[negative ? 1 : 0];
    }
}
