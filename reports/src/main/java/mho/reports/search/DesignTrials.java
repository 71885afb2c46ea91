package mho.reports.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import mho.reports.form.search.SearchCounts;
import mho.reports.sweep.AskedPoint;
import mho.reports.sweep.AskedPoints;
import mho.reports.sweep.FigureBounds;
import mho.reports.sweep.SideBySide;
import mho.reports.sweep.SweepProgress;
import org.jspecify.annotations.Nullable;

/**
 * Designs that are computed within a budget. What cannot hold the constraints, or cannot be better than a design that is known, is told by bounds
 * and not computed; what another store has costs nothing.
 */
final class DesignTrials implements Trials {
    /** Generations in which nothing is computed, after which nothing better is in sight. */
    private static final int MOST_IDLE = 25;

    private final DesignSpace space;
    private final AskedPoints<?> points;
    private final DesignJudge judge;
    private final SearchBudget budget;
    private final DesignSearch.How how;
    private final SweepProgress progress;
    private final long began = System.nanoTime();

    private final Map<List<Double>, DesignScore> known = new HashMap<>();
    private final List<AskedPoint> computed = new ArrayList<>();
    private final List<double[]> places = new ArrayList<>();
    private final List<DesignScore> best = new ArrayList<>();
    private final List<Integer> generations = new ArrayList<>();
    private final List<DesignScore> scores = new ArrayList<>();
    private @Nullable Foresight foresight;
    private int spent;
    private int given;
    private int byPrice;
    private int byBound;
    private int idle;

    DesignTrials(
            DesignSpace space,
            AskedPoints<?> points,
            DesignJudge judge,
            SearchBudget budget,
            DesignSearch.How how,
            SweepProgress progress) {
        this.space = space;
        this.points = points;
        this.judge = judge;
        this.budget = budget;
        this.how = how;
        this.progress = progress;
    }

    /** A design of a generation. */
    private record Trial(AskedPoint point, double[] place) {}

    @Override
    public boolean isNew(double[] design) {
        return !known.containsKey(DesignSpace.key(design));
    }

    @Override
    public @Nullable Foresight foresight() {
        foresight = Foresight.of(space, places, scores, foresight);
        return foresight;
    }

    @Override
    public boolean goesOn() {
        return left() > 0 && !isLate() && idle < MOST_IDLE && known.size() < space.size();
    }

    private int left() {
        return budget.points() - spent;
    }

    private boolean isLate() {
        return seconds() > budget.seconds();
    }

    double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    @Override
    public List<DesignScore> scores(List<double[]> designs) {
        int before = computed.size();
        int at = 0;
        while (at < designs.size() && !isLate()) {
            // each thread has a few points before the clock is read
            int next = budget.isTimed() ? Math.min(designs.size(), at + 2 * how.slots()) : designs.size();
            compute(designs.subList(at, next));
            at = next;
        }
        idle = computed.size() > before ? 0 : idle + 1;
        generations.add(computed.size());
        return designs.stream().map(this::score).toList();
    }

    private DesignScore score(double[] design) {
        DesignScore score = known.get(DesignSpace.key(design));
        return score != null
                ? score
                : DesignScore.none(judge.objectives().size()); // beyond the budget, in the last generation
    }

    private void compute(List<double[]> designs) {
        List<Trial> trials = new ArrayList<>();
        for (double[] design : designs) {
            if (isNew(design)) {
                Trial trial = new Trial(points.ask(design), design);
                known.put(
                        DesignSpace.key(design),
                        DesignScore.none(judge.objectives().size()));
                trials.add(trial);
            }
        }
        List<@Nullable DesignScore> cut = cut(trials);
        List<Trial> pending = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            Trial trial = trials.get(i);
            DesignScore score = cut.get(i);
            if (score != null) {
                known.put(DesignSpace.key(trial.place), score);
            } else if (!trial.point.planned()) {
                pending.add(trial);
            } else if (trial.point.given()) {
                given++;
                pending.add(trial);
            } else if (left() > 0) {
                spent++;
                pending.add(trial);
            } else {
                known.remove(DesignSpace.key(trial.place));
            }
        }
        int before = spent - (int) pending.stream().filter(this::isPaid).count();
        points.compute(
                pending.stream().map(Trial::point).toList(),
                (done, all) -> progress.points(before + done, Math.max(before + done, expected(before + done))));
        pending.forEach(this::learn);
    }

    private boolean isPaid(Trial trial) {
        return trial.point.planned() && !trial.point.given();
    }

    /** Points there will have been in the end: those of the budget, or as many as go on at this pace. */
    private int expected(int done) {
        double byTime = budget.isTimed() ? done * budget.seconds() / Math.max(1e-3, seconds()) : budget.points();
        return (int) Math.min(budget.points(), Math.ceil(byTime));
    }

    private void learn(Trial trial) {
        DesignScore score = judge.of(points.answer(trial.point));
        known.put(DesignSpace.key(trial.place), score);
        computed.add(trial.point);
        places.add(trial.place);
        scores.add(score);
        if (score.isAllowed() && best.stream().noneMatch(other -> other.isAsGoodAs(score))) {
            best.removeIf(score::isAsGoodAs);
            best.add(score);
        }
    }

    /** Of each that need not be computed, its score at best; by prices first, and what that leaves by one input, on several threads. */
    private List<@Nullable DesignScore> cut(List<Trial> trials) {
        List<@Nullable DesignScore> cut = new ArrayList<>();
        for (Trial trial : trials) {
            DesignScore score = isPaid(trial) ? hopeless(points.boundsByPrice(trial.point)) : null;
            byPrice += score == null ? 0 : 1;
            cut.add(score);
        }
        List<Integer> open = IntStream.range(0, trials.size())
                .filter(i -> cut.get(i) == null && isPaid(trials.get(i)))
                .boxed()
                .toList();
        List<FigureBounds> bounds = best.isEmpty() && judge.constraints().isEmpty() ? List.of() : bounds(trials, open);
        for (int i = 0; i < bounds.size(); i++) {
            DesignScore score = hopeless(bounds.get(i));
            byBound += score == null ? 0 : 1;
            cut.set(open.get(i), score);
        }
        return cut;
    }

    private List<FigureBounds> bounds(List<Trial> trials, List<Integer> open) {
        return SideBySide.of(open, how.threads(), i -> points.bounds(trials.get(i).point));
    }

    /** Its score at best, where it cannot hold the constraints or a known design is as good in all; else null. */
    private @Nullable DesignScore hopeless(FigureBounds bounds) {
        if (bounds.isEmpty()) {
            return null;
        }
        DesignScore atBest = judge.atBest(bounds);
        boolean beaten = !atBest.isAllowed() || best.stream().anyMatch(other -> other.isAsGoodAs(atBest));
        return beaten ? atBest : null;
    }

    /** In the order of asking: what was computed, what was given, what failed. */
    List<AskedPoint> computed() {
        return List.copyOf(computed);
    }

    /** Where each of them stands. */
    List<double[]> places() {
        return List.copyOf(places);
    }

    /** After every generation, how many there were. */
    List<Integer> generations() {
        return List.copyOf(generations);
    }

    SearchCounts counts() {
        int failed = (int) computed.stream()
                .filter(point -> Objects.requireNonNull(points.answer(point)).failure() != null)
                .count();
        return new SearchCounts(spent, given, failed, byPrice, byBound, generations.size());
    }
}
