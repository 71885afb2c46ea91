package mho.reports.tornado;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * Moves every number that machines assume down and up by a fifth, one at a time, and measures all figures that rest on it. Figures of one
 * machine share its runs; where prices alone move, nothing is simulated anew.
 */
public final class Tornados {
    private static final BigDecimal LESS = BigDecimal.ONE.subtract(BigDecimal.valueOf(TornadoBar.PART));
    private static final BigDecimal MORE = BigDecimal.ONE.add(BigDecimal.valueOf(TornadoBar.PART));

    /** By side; none where it cannot be measured. */
    private final Map<TornadoSide, Double> stated = new IdentityHashMap<>();

    private final Map<TornadoSide, Map<AssumedNumber.Place, Moved>> moved = new IdentityHashMap<>();
    private final Map<TornadoSide, List<FixedAssumption>> fixed = new IdentityHashMap<>();

    private Tornados() {}

    /** One number of a machine, moved down and up. */
    private record Moved(AssumedNumber number, MovedFigures low, MovedFigures high) {}

    /** A machine and what is asked of it. */
    private record Subject(MeasuredMachine machine, AssumedNumber.Found assumed, List<TornadoSide> sides) {}

    /**
     * In the order of the questions. Of a figure that cannot be measured there is none, nor of one that is zero, of which nothing is a part.
     */
    public static List<Tornado> of(List<TornadoQuestion> questions, TornadoProgress progress) {
        Tornados all = new Tornados();
        Deque<Subject> subjects = subjects(questions);
        int moves = subjects.stream()
                .mapToInt(subject -> 2 * subject.assumed.numbers().size())
                .sum();
        AtomicInteger done = new AtomicInteger();
        while (!subjects.isEmpty()) {
            all.measure(subjects.removeFirst(), () -> progress.moved(done.incrementAndGet(), moves));
        }
        return questions.stream().map(all::tornado).filter(Objects::nonNull).toList();
    }

    private static Deque<Subject> subjects(List<TornadoQuestion> questions) {
        Map<TornadoSide.Key, List<TornadoSide>> sides = new LinkedHashMap<>();
        questions.forEach(
                question -> question.sides().forEach(side -> sides.computeIfAbsent(side.key(), key -> new ArrayList<>())
                        .add(side)));
        Deque<Subject> subjects = new ArrayDeque<>();
        sides.forEach((key, of) -> {
            try {
                MeasuredMachine machine = key.measured();
                subjects.add(new Subject(machine, AssumedNumber.in(machine.tree()), of));
            } catch (BadInput e) {
                // what is asked of it says so where it is asked
            }
        });
        return subjects;
    }

    private void measure(Subject subject, Runnable done) {
        List<TornadoSide> measured = new ArrayList<>();
        for (TornadoSide side : subject.sides) {
            Double figure = measured(subject.machine, side);
            if (figure != null) {
                stated.put(side, figure);
                measured.add(side);
            }
        }
        List<AssumedNumber> numbers = subject.assumed.numbers();
        List<MovedFigures> moves = IntStream.range(0, 2 * numbers.size())
                .parallel()
                .mapToObj(i -> {
                    AssumedNumber number = numbers.get(i / 2);
                    MovedFigures figures =
                            MovedFigures.of(subject.machine, number, number.times(i % 2 == 0 ? LESS : MORE), measured);
                    done.run();
                    return figures;
                })
                .toList();
        Map<AssumedNumber.Place, Moved> byPlace = new LinkedHashMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            AssumedNumber number = numbers.get(i);
            byPlace.put(number.place(), new Moved(number, moves.get(2 * i), moves.get(2 * i + 1)));
        }
        measured.forEach(side -> {
            moved.put(side, byPlace);
            fixed.put(side, subject.assumed.fixed());
        });
    }

    private static @Nullable Double measured(MeasuredMachine machine, TornadoSide side) {
        try {
            double figure = side.figure().applyAsDouble(machine);
            return figure == 0 || !Double.isFinite(figure) ? null : figure;
        } catch (ModelSaysNo | BadInput | IllegalArgumentException e) {
            return null; // said where it is asked
        }
    }

    private @Nullable Tornado tornado(TornadoQuestion question) {
        if (!question.sides().stream().allMatch(stated::containsKey)) {
            return null;
        }
        TornadoSide over = question.over();
        double figure = stated(question.of()) / (over == null ? 1 : stated(over));
        Set<AssumedNumber.Place> places = new LinkedHashSet<>();
        question.sides().forEach(side -> places.addAll(moved(side).keySet()));
        List<TornadoBar> bars = places.stream()
                .map(place -> bar(question, place))
                .sorted(Comparator.comparingDouble(TornadoBar::swing).reversed())
                .toList();
        Set<FixedAssumption> others = new LinkedHashSet<>();
        question.sides().forEach(side -> others.addAll(Objects.requireNonNull(fixed.get(side))));
        List<String> machines =
                question.sides().stream().map(TornadoSide::machine).distinct().toList();
        return new Tornado(question.name(), machines, question.unit(), figure, bars, List.copyOf(others));
    }

    private TornadoBar bar(TornadoQuestion question, AssumedNumber.Place place) {
        List<TornadoSide> assuming = question.sides().stream()
                .filter(side -> moved(side).containsKey(place))
                .toList();
        AssumedNumber number = assumed(assuming.get(0), place).number;
        return new TornadoBar(
                String.join(
                        " and ",
                        assuming.stream().map(TornadoSide::machine).distinct().toList()),
                number.path(),
                number.value(),
                number.reasoning(),
                trial(question, place, assuming, false),
                trial(question, place, assuming, true));
    }

    /** What the figure becomes where all sides that assume a number have it moved. */
    private TornadoTrial trial(
            TornadoQuestion question, AssumedNumber.Place place, List<TornadoSide> assuming, boolean up) {
        double change = 1;
        for (TornadoSide side : assuming) {
            MovedFigures figures = figures(side, place, up);
            Double figure = figures.figures().get(side);
            if (figure == null) {
                return TornadoTrial.without(
                        figures.value(),
                        figures.factor(),
                        Objects.requireNonNullElse(figures.refused().get(side), ""));
            }
            double times = figure / stated(side);
            change *= side == question.of() ? times : 1 / times;
        }
        MovedFigures first = figures(assuming.get(0), place, up);
        return Double.isFinite(change)
                ? TornadoTrial.of(first.value(), first.factor(), change - 1)
                : TornadoTrial.without(first.value(), first.factor(), "no number comes of it");
    }

    private MovedFigures figures(TornadoSide side, AssumedNumber.Place place, boolean up) {
        Moved both = assumed(side, place);
        return up ? both.high : both.low;
    }

    private Moved assumed(TornadoSide side, AssumedNumber.Place place) {
        return Objects.requireNonNull(moved(side).get(place));
    }

    private Map<AssumedNumber.Place, Moved> moved(TornadoSide side) {
        return Objects.requireNonNull(moved.get(side));
    }

    private double stated(TornadoSide side) {
        return Objects.requireNonNull(stated.get(side));
    }
}
