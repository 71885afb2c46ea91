package mho.reports.form.search;

import java.util.List;
import mho.reports.tornado.Tornado;
import mho.reports.tornado.TornadoBar;

/**
 * The design to look at first: of the front, the one nearest to having the best of every objective at once.
 *
 * @param point its number
 * @param hangs for each objective, what assumptions of its chip move it
 */
public record Winner(int point, List<Tornado> hangs) {
    public Winner {
        hangs = List.copyOf(hangs);
    }

    /** For each objective, the assumption that moves it most; one that none moves is not among them. */
    public List<String> most() {
        return hangs.stream()
                .filter(tornado -> tornado.most().isPresent())
                .map(tornado -> tornado.row() + " hangs on "
                        + tornado.most().map(TornadoBar::told).orElseThrow())
                .toList();
    }
}
