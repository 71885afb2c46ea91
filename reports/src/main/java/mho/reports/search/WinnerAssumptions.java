package mho.reports.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.reports.form.sweep.SweepTable;
import mho.reports.sweep.AskedPoint;
import mho.reports.sweep.AskedPoints;
import mho.reports.sweep.PointOutcome;
import mho.reports.sweep.SideBySide;
import mho.reports.tornado.AssumedNumber;
import mho.reports.tornado.Tornado;
import mho.reports.tornado.TornadoBar;
import mho.reports.tornado.TornadoProgress;
import mho.reports.tornado.TornadoTrial;
import org.jspecify.annotations.Nullable;

/** What a design hangs on: every number that its chip assumes, a fifth less and a fifth more, one at a time; all else stays as stated. */
final class WinnerAssumptions {
    private static final BigDecimal LESS = BigDecimal.ONE.subtract(BigDecimal.valueOf(TornadoBar.PART));
    private static final BigDecimal MORE = BigDecimal.ONE.add(BigDecimal.valueOf(TornadoBar.PART));

    private final AskedPoints<?> points;
    private final AskedPoint winner;
    private final int threads;

    WinnerAssumptions(AskedPoints<?> points, AskedPoint winner, int threads) {
        this.points = points;
        this.winner = winner;
        this.threads = threads;
    }

    /** @param refused why there are no figures; empty where there are */
    private record Moved(String value, double factor, Map<String, Double> figures, String refused) {
        TornadoTrial trial(String metric, double stated) {
            Double figure = figures.get(metric);
            return figure == null
                    ? TornadoTrial.without(value, factor, refused)
                    : TornadoTrial.of(value, factor, figure / stated - 1);
        }
    }

    /** For each metric that the design has; none where its points cannot be moved. */
    List<Tornado> of(List<SweepTable.Column> metrics, Map<String, Double> stated, TornadoProgress progress) {
        MapNode chip = points.chip(winner);
        AssumedNumber.Found assumed = AssumedNumber.in(chip);
        List<AssumedNumber> numbers = assumed.numbers();
        AtomicInteger done = new AtomicInteger();
        List<Integer> sides = IntStream.range(0, 2 * numbers.size()).boxed().toList();
        List<@Nullable Moved> moves = SideBySide.of(sides, threads, i -> {
            Moved moved = moved(numbers.get(i / 2), i % 2 == 0 ? LESS : MORE);
            progress.moved(done.incrementAndGet(), sides.size());
            return moved;
        });
        String name = chip.get("chip") instanceof ScalarNode given ? given.text() : "";
        List<Tornado> tornados = new ArrayList<>();
        for (SweepTable.Column metric : metrics) {
            Double figure = stated.get(metric.key());
            if (figure != null && figure != 0) {
                List<TornadoBar> bars = new ArrayList<>();
                for (int i = 0; i < numbers.size(); i++) {
                    Moved low = moves.get(2 * i);
                    Moved high = moves.get(2 * i + 1);
                    if (low != null && high != null) {
                        bars.add(bar(numbers.get(i), name, low, high, metric.key(), figure));
                    }
                }
                bars.sort(Comparator.comparingDouble(TornadoBar::swing).reversed());
                tornados.add(new Tornado(metric.label(), List.of(name), metric.unit(), figure, bars, assumed.fixed()));
            }
        }
        return tornados;
    }

    private static TornadoBar bar(
            AssumedNumber number, String chip, Moved low, Moved high, String metric, double figure) {
        return new TornadoBar(
                chip,
                number.path(),
                number.value(),
                number.reasoning(),
                low.trial(metric, figure),
                high.trial(metric, figure));
    }

    /** Null where such points are not moved. */
    private @Nullable Moved moved(AssumedNumber number, BigDecimal factor) {
        Moved refused = null;
        for (AssumedNumber.Tried tried : number.times(factor)) {
            try {
                PointOutcome outcome = points.believed(winner, chip -> chip.with(number.path(), tried.node()));
                return outcome == null
                        ? null
                        : new Moved(
                                tried.text(),
                                tried.factor(),
                                outcome.figures(),
                                outcome.failure() == null ? "" : outcome.failure());
            } catch (BadInput | ModelSaysNo | IllegalArgumentException e) {
                refused = new Moved(tried.text(), tried.factor(), Map.of(), String.valueOf(e.getMessage()));
            }
        }
        return refused;
    }
}
