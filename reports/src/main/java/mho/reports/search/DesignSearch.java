package mho.reports.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import mho.core.arithmetic.FusedMultiplyAdd;
import mho.periphery.device.Draws;
import mho.reports.figures.MetricCondition;
import mho.reports.form.search.MetricWeights;
import mho.reports.form.search.SearchFacts;
import mho.reports.form.search.SearchJson;
import mho.reports.form.search.SearchTable;
import mho.reports.form.search.Winner;
import mho.reports.form.sweep.PointsCsv;
import mho.reports.form.sweep.SweepTable;
import mho.reports.run.HostMeter;
import mho.reports.sweep.AskedPoint;
import mho.reports.sweep.AskedPoints;
import mho.reports.sweep.PointOutcome;
import mho.reports.sweep.PointWorkers;
import mho.reports.sweep.SweepProgress;
import mho.reports.tornado.TornadoProgress;
import org.jspecify.annotations.Nullable;

/** Looks for the designs that are best by several objectives, within a budget. Equal questions have equal answers, unless time is the budget. */
public final class DesignSearch {
    private static final int LEAST_POPULATION = 8;
    private static final int MOST_POPULATION = 64;

    /** Where nobody says: a generation has this part of the points. */
    private static final int LEAST_GENERATIONS = 8;

    /** Where time is the budget and nobody says. */
    private static final int USUAL_POPULATION = 16;

    private final SearchQuestion question;
    private final How how;
    private final SweepProgress progress;
    private final long began = System.nanoTime();

    /**
     * What has no say in what is found, but how long it takes.
     *
     * @param directory of the search; made, or opened if it is that of an earlier search of the same name
     * @param threads at least 1
     * @param keep whether each point leaves its own report
     * @param pages other files made from what was found, by name
     * @param moves hears how far the winner's assumptions are, in the end
     * @param workers that compute the points; null where this process does
     */
    public record How(
            Path directory,
            int threads,
            boolean keep,
            Map<String, Function<SearchTable, String>> pages,
            TornadoProgress moves,
            @Nullable PointWorkers workers) {
        /** Points that are computed side by side. */
        int slots() {
            return workers == null ? threads : Math.max(1, workers.slots());
        }
    }

    /**
     * What was found.
     *
     * @param points as in points.csv
     * @param front as in front.csv
     */
    public record Found(SearchTable table, String points, String front) {}

    private DesignSearch(SearchQuestion question, How how, SweepProgress progress) {
        this.question = question;
        this.how = how;
        this.progress = progress;
    }

    /**
     * Looks for designs and writes all files.
     *
     * @throws mho.core.yaml.BadInput if the question makes no point that can be computed, and for a directory that cannot be used
     */
    public static Found run(SearchQuestion question, How how, SweepProgress progress) {
        DesignSearch search = new DesignSearch(question, how, progress);
        AskedPoints.Place place =
                new AskedPoints.Place(how.directory(), how.threads(), how.keep(), question.from(), how.workers());
        try (AskedPoints<?> points = AskedPoints.open(question.points(), question.asked(), place)) {
            return search.run(points);
        }
    }

    private Found run(AskedPoints<?> points) {
        DesignSpace space = new DesignSpace(points.knobs());
        DesignJudge judge = DesignJudge.of(question.points());
        DesignTrials trials = new DesignTrials(space, points, judge, question.budget(), how, progress);
        RandomGenerator random = Draws.of(question.seed(), "search", "designs");
        new Evolution(space, population(), trials).run(first(points, space, judge, random), random);
        SearchTable table = table(points, space, judge, trials);
        return write(points, trials.computed(), table);
    }

    private int population() {
        Integer asked = question.population();
        int byPoints = question.budget().points() / LEAST_GENERATIONS;
        int usual = question.budget().isTimed()
                ? USUAL_POPULATION
                : Math.max(LEAST_POPULATION, Math.min(MOST_POPULATION, byPoints));
        int designs = asked == null ? usual : asked;
        return designs + designs % 2;
    }

    /** What other stores have on their fronts, and designs from all over. */
    private List<double[]> first(AskedPoints<?> points, DesignSpace space, DesignJudge judge, RandomGenerator random) {
        List<double[]> first = new ArrayList<>(GivenFront.of(points, question.from(), judge, population() / 2));
        first.addAll(space.spread(population() - first.size(), random));
        return first;
    }

    private SearchTable table(AskedPoints<?> points, DesignSpace space, DesignJudge judge, DesignTrials trials) {
        List<AskedPoint> computed = trials.computed();
        List<PointOutcome> outcomes = computed.stream()
                .map(point -> Objects.requireNonNull(points.answer(point)))
                .toList();
        SweepTable all = points.table(
                computed, about(space, computed.size()), "mho search " + SearchQuestion.FILE, question.yaml());
        List<MetricWeights> weights = judge.objectives().stream()
                .flatMap(goal -> Stream.ofNullable(KnobWeights.of(goal.key(), space, trials.places(), outcomes)))
                .toList();
        return new SearchTable(
                all,
                space.size(),
                trials.counts(),
                FrontGrowth.of(outcomes.stream().map(judge::of).toList(), trials.generations()),
                weights,
                winner(points, all, computed, outcomes));
    }

    private String about(DesignSpace space, int points) {
        String designs = space.size() < Double.POSITIVE_INFINITY
                ? String.format(Locale.ROOT, "%,.0f designs", space.size())
                : "designs without number";
        List<String> asked = question.points().constraints().stream()
                .map(MetricCondition::text)
                .toList();
        return String.format(
                Locale.ROOT,
                "a search among %s, %,d points%s",
                designs,
                points,
                asked.isEmpty() ? "" : "; asked: " + String.join(" and ", asked));
    }

    private @Nullable Winner winner(
            AskedPoints<?> points, SweepTable table, List<AskedPoint> computed, List<PointOutcome> outcomes) {
        List<Integer> front = table.rows().stream()
                .filter(SweepTable.Row::pareto)
                .map(row -> row.number() - 1)
                .toList();
        if (front.isEmpty()) {
            return null;
        }
        DesignJudge judge = DesignJudge.of(question.points());
        List<double[]> costs =
                front.stream().map(i -> judge.of(outcomes.get(i)).costs()).toList();
        int best = front.get(IdealDistance.nearest(costs));
        List<SweepTable.Column> metrics = judge.objectives().stream()
                .map(goal -> table.column(goal.key()))
                .toList();
        return new Winner(
                best + 1,
                new WinnerAssumptions(points, computed.get(best), how.threads())
                        .of(metrics, outcomes.get(best).figures(), how.moves()));
    }

    private SearchFacts facts(AskedPoints<?> points, int all) {
        return new SearchFacts(
                all,
                points.found(),
                points.computedNow(),
                how.threads(),
                (System.nanoTime() - began) / 1e9,
                HostMeter.peakMemoryBytes(),
                HostMeter.java(),
                FusedMultiplyAdd.how());
    }

    private Found write(AskedPoints<?> points, List<AskedPoint> computed, SearchTable table) {
        PointsCsv csv = points.write(table.points(), computed);
        String all = csv.of(row -> true);
        String front = csv.of(SweepTable.Row::pareto);
        points.write(SearchQuestion.FILE, question.yaml());
        points.write("points.csv", all);
        points.write("front.csv", front);
        points.write("search.json", SearchJson.of(table));
        how.pages().forEach((name, page) -> points.write(name, page.apply(table)));
        points.write("host.json", facts(points, computed.size()).json());
        return new Found(table, all, front);
    }
}
