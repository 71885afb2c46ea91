package mho.reports.figures;

import java.util.List;
import mho.reports.tornado.Tornado;
import mho.reports.tornado.TornadoBar;

/** An assumption beside the figure that it moves: a line of a table over many figures. */
public record TornadoLine(Tornado of, TornadoBar bar) {
    /** The moving bars of all, down to so many of each. */
    public static List<TornadoLine> of(List<Tornado> tornados, int top) {
        return tornados.stream()
                .flatMap(one -> one.moving().stream().limit(top).map(bar -> new TornadoLine(one, bar)))
                .toList();
    }
}
