package mho.reports.tornado;

import java.util.List;
import java.util.Optional;

/**
 * What assumptions move a figure, the most moving first.
 *
 * @param row what the figure is called
 * @param machines whose it is
 * @param unit of the figure
 * @param figure as everything is assumed
 * @param bars one for each assumed number of its machines
 * @param fixed what is assumed besides
 */
public record Tornado(
        String row,
        List<String> machines,
        String unit,
        double figure,
        List<TornadoBar> bars,
        List<FixedAssumption> fixed) {
    public Tornado {
        machines = List.copyOf(machines);
        bars = List.copyOf(bars);
        fixed = List.copyOf(fixed);
    }

    /** Those that move the figure. */
    public List<TornadoBar> moving() {
        return bars.stream().filter(TornadoBar::moves).toList();
    }

    /** The one that it hangs on most; none where nothing assumed moves it. */
    public Optional<TornadoBar> most() {
        return bars.stream().findFirst().filter(TornadoBar::moves);
    }
}
