package mho.reports.sweep;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.core.yaml.IoReason;
import mho.core.yaml.MapNode;
import mho.core.yaml.YamlNode;
import mho.reports.form.sweep.Point;
import mho.reports.form.sweep.PointsCsv;
import mho.reports.form.sweep.SweepTable;
import mho.reports.run.InputCache;
import org.jspecify.annotations.Nullable;

/**
 * Points of a question that are computed as they are asked for, where a sweep computes all: in batches, on several threads, from a store that
 * survives, and what points share is made once.
 *
 * @param <M> what it takes to make a point
 */
public final class AskedPoints<M> implements AutoCloseable {
    /** Points that are planned before anything is written. */
    private static final int PROBES = 64;

    /** Multiples of it fall evenly everywhere between whole numbers. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final SweepQuestion question;
    private final PointKind<M> kind;
    private final Place place;
    private final Map<String, PointOutcome> given = new HashMap<>();
    private final SweepDirectory directory;
    private final PointStore store;
    private final List<Knob> knobs;
    private final InputCache library = InputCache.shared();
    private final SweepExecution.Kept<M> kept = new SweepExecution.Kept<>();
    /** Of what computed points are made from: whatever was found and whatever was made, so that it hangs on the questions alone. */
    private final Set<Object> keys = new HashSet<>();

    private final List<Asked<M>> all = new ArrayList<>();
    private final Map<Integer, PointOutcome> answers = new HashMap<>();
    private int found;
    private int computed;

    private record Asked<M>(Point point, PointPlan.Made<M> made) {
        @Nullable
        String sha256() {
            PointPlan<M> plan = made.plan();
            return plan == null ? null : plan.sha256();
        }
    }

    /**
     * Where points are kept, and how they are computed.
     *
     * @param directory of whoever asks; made, or opened if it is that of the same question
     * @param threads at least 1
     * @param keep whether each point leaves its own report
     * @param given other directories whose stores have points that need not be computed
     * @param workers that compute the points; null where this process does
     */
    public record Place(Path directory, int threads, boolean keep, List<Path> given, @Nullable PointWorkers workers) {
        public Place {
            given = List.copyOf(given);
        }

        private Sweep.How how() {
            return new Sweep.How(directory, threads, keep, Long.MAX_VALUE, Map.of(), false, workers);
        }
    }

    private AskedPoints(SweepQuestion question, PointKind<M> kind, PointsAsked asked, Place place) {
        this.question = question;
        this.kind = kind;
        this.place = place;
        this.knobs = question.free().stream().map(Knob::of).toList();
        place.given().forEach(this::read);
        refuseHopeless();
        this.directory = SweepDirectory.open(place.directory(), asked);
        try {
            directory.sweepUp();
            this.store = directory.store();
        } catch (BadInput e) {
            directory.close();
            throw e;
        }
    }

    /**
     * Opens the directory and its store.
     *
     * @throws BadInput for a directory that cannot be used, or has no points where some are to be given
     */
    public static AskedPoints<?> open(SweepQuestion question, PointsAsked asked, Place place) {
        return open(question, question.kind(), asked, place);
    }

    private static <M> AskedPoints<M> open(SweepQuestion question, PointKind<M> kind, PointsAsked asked, Place place) {
        return new AskedPoints<>(question, kind, asked, place);
    }

    /** Before anything is written: where not one of some points from all over can be planned, what varies is not what a chip has. */
    private void refuseHopeless() {
        BadInput first = null;
        for (int probe = 0; probe < PROBES; probe++) {
            List<YamlNode> values = new ArrayList<>();
            for (int knob = 0; knob < knobs.size(); knob++) {
                double at = (0.5 + probe * GOLDEN * (knob + 1)) % 1;
                values.add(question.free().get(knob).at(at));
            }
            PointPlan.Made<M> made = PointPlan.of(question, kind, library, question.point(1, values), sha256 -> false);
            PointOutcome failure = made.failure();
            if (failure == null) {
                return;
            }
            first = first == null ? new BadInput(String.valueOf(failure.failure())) : first;
        }
        throw requireNonNull(first);
    }

    private void read(Path other) {
        Path file = other.resolve(PointStore.NAME);
        if (!Files.isRegularFile(file)) {
            throw new BadInput("from: " + other + ": holds no points (" + PointStore.NAME
                    + "); give the directory of a sweep or of a search");
        }
        try {
            new PointStoreReader(file).read(line -> given.put(line.sha256(), PointOutcome.read(line)));
        } catch (IOException e) {
            throw new BadInput("from: " + file + ": cannot be read (" + IoReason.of(e) + ")");
        }
    }

    public List<Knob> knobs() {
        return knobs;
    }

    /** The point whose knobs stand at these places of [0, 1). */
    public AskedPoint ask(double[] at) {
        List<Axis> free = question.free();
        List<YamlNode> values = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            values.add(free.get(i).at(at[i]));
        }
        Point point = question.point(all.size() + 1, values);
        PointPlan.Made<M> made = PointPlan.of(
                question, kind, library, point, sha256 -> store.find(sha256) != null || given.containsKey(sha256));
        Asked<M> asked = new Asked<>(point, made);
        all.add(asked);
        String sha256 = asked.sha256();
        return new AskedPoint(
                all.size() - 1, point.settings(), sha256 != null && given.containsKey(sha256), made.plan() != null);
    }

    /** Places of the points that the sweep of a directory has, as far as knobs can be turned there; empty where it is no sweep's. */
    public List<double[]> places(Path sweep) {
        return GivenPlaces.of(question, sweep);
    }

    /** Computes those that are not in a store yet; points that fail have that for an answer. */
    public void compute(List<AskedPoint> points, SweepProgress progress) {
        List<PointPlan.Made<M>> plans = new ArrayList<>();
        for (AskedPoint point : points) {
            Asked<M> asked = all.get(point.id());
            String sha256 = asked.sha256();
            PointOutcome elsewhere = sha256 == null ? null : given.get(sha256);
            if (sha256 != null && elsewhere != null && store.find(sha256) == null) {
                store.add(sha256, elsewhere);
            }
            PointPlan<M> plan = asked.made.plan();
            if (plan != null) {
                keys.add(plan.key());
                plans.add(asked.made);
            }
        }
        SweepExecution<M> execution = new SweepExecution<>(plans, store, directory, place.how(), progress, kept);
        execution.run();
        found += execution.found();
        computed += execution.pending();
        for (AskedPoint point : points) {
            answers.put(point.id(), execution.outcome(all.get(point.id()).made));
        }
    }

    /** Answers that were in the store, or came from that of another directory. */
    public int found() {
        return found;
    }

    /** Answers that had to be computed. */
    public int computedNow() {
        return computed;
    }

    /** What a point came to; null where it was not computed. */
    public @Nullable PointOutcome answer(AskedPoint point) {
        return answers.get(point.id());
    }

    /** What another directory's store has of a point; null where none has it. */
    public @Nullable PointOutcome given(AskedPoint point) {
        String sha256 = all.get(point.id()).sha256();
        return sha256 == null ? null : given.get(sha256);
    }

    /** What its figures can at best be, told by prices alone. */
    public FigureBounds boundsByPrice(AskedPoint point) {
        return plan(point).prepared().boundsByPrice();
    }

    /** The same told by more than a look; none where a point that was computed shares what this one is made from, or none can be told. */
    public FigureBounds bounds(AskedPoint point) {
        PointPlan<M> plan = plan(point);
        if (keys.contains(plan.key())) {
            return FigureBounds.NONE;
        }
        try {
            return plan.prepared().bounds();
        } catch (RuntimeException e) {
            return FigureBounds.NONE; // whatever it is, the point says so itself once it is computed
        }
    }

    private PointPlan<M> plan(AskedPoint point) {
        return requireNonNull(all.get(point.id()).made.plan());
    }

    /** The chip file of a point, whole. */
    public MapNode chip(AskedPoint point) {
        return plan(point).prepared().chip();
    }

    /**
     * What a point would come to had its chip's file said something else; null where such points are not moved.
     *
     * @throws BadInput if a chip file cannot say so
     * @throws ModelSaysNo if that chip cannot
     */
    public @Nullable PointOutcome believed(AskedPoint point, UnaryOperator<MapNode> other) {
        PreparedPoint<M> prepared = plan(point).prepared();
        PreparedPoint<M> moved = prepared.believed(other.apply(prepared.chip()));
        if (moved == null) {
            return null;
        }
        M made = kept.made().get(moved.key(), moved::make);
        Object valuesKey = moved.valuesKey();
        return moved.finish(made, valuesKey == null ? null : kept.values().get(valuesKey, () -> moved.values(1)))
                .figures();
    }

    /**
     * These points and the front among them, numbered in their order.
     *
     * @param about what is asked, and how many points there are
     * @param command that asks the same again
     */
    public SweepTable table(List<AskedPoint> points, String about, String command, String yaml) {
        List<Point> numbered = numbered(points);
        List<PointOutcome> outcomes = points.stream()
                .map(point -> requireNonNull(answer(point), "was not computed"))
                .toList();
        List<SweepTable.SetFigure> set = SetFigures.of(points.stream()
                .flatMap(point -> Stream.ofNullable(all.get(point.id()).made.plan()))
                .map(PointPlan::changed)
                .toList());
        SweepTable table = new FrontSelection(question, numbered, outcomes).table(set);
        return new SweepTable(
                table.name(),
                about,
                table.axes(),
                table.columns(),
                table.objectives(),
                table.rows(),
                command,
                yaml,
                table.set());
    }

    private List<Point> numbered(List<AskedPoint> points) {
        List<Point> numbered = new ArrayList<>();
        for (AskedPoint point : points) {
            numbered.add(
                    new Point(numbered.size() + 1, all.get(point.id()).point.values()));
        }
        return numbered;
    }

    /** Their forms for programs, of a table that was made of them: the store in their order, and {@code points.csv}. */
    public PointsCsv write(SweepTable table, List<AskedPoint> points) {
        List<@Nullable String> hashes = new ArrayList<>();
        points.forEach(point -> hashes.add(all.get(point.id()).sha256()));
        directory.write(
                PointStore.NAME,
                store.inOrder(hashes.stream().filter(Objects::nonNull).toList()));
        return new PointsCsv(table, numbered(points), hashes);
    }

    /** Replaces a file of the directory, at once or not at all. */
    public void write(String name, String content) {
        directory.write(name, content);
    }

    @Override
    public void close() {
        try {
            store.close();
        } finally {
            directory.close();
        }
    }
}
