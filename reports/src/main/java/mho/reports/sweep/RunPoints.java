package mho.reports.sweep;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mho.arch.machine.Values;
import mho.arch.run.TimedRun;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.MapNode;
import mho.core.yaml.Setting;
import mho.reports.config.NamedInputs;
import mho.reports.config.RunConfig;
import mho.reports.config.RunRequest;
import mho.reports.figures.Figure;
import mho.reports.figures.MetricTable;
import mho.reports.figures.Place;
import mho.reports.figures.RunFigures;
import mho.reports.figures.ValueFigures;
import mho.reports.metrics.Report;
import mho.reports.run.InputCache;
import mho.reports.run.PreparedRun;
import mho.reports.run.Progress;
import mho.reports.run.RunBounds;
import mho.reports.run.Simulation;
import org.jspecify.annotations.Nullable;

/** Points that are runs. Those that differ only in prices share a timeline. */
record RunPoints() implements PointKind<TimedRun> {
    static final String BASE = "base";

    private static final String DATA = "data";
    private static final String AREA = "area_m2";
    private static final Set<String> AXES = Set.of(
            "chip",
            "network",
            "images",
            "seed",
            "program",
            "batch",
            DATA,
            "labels",
            "normalise",
            "calibration-data",
            "calibration",
            "time");

    @Override
    public String base() {
        return BASE;
    }

    @Override
    public Set<String> axes() {
        return AXES;
    }

    @Override
    public boolean sharesTimelines() {
        return true;
    }

    @Override
    public MetricTable<?> judged() {
        return RunFigures.JUDGED;
    }

    @Override
    public List<String> usual() {
        return RunFigures.JUDGED.objectives().stream()
                .filter(metric -> !ValueFigures.needsValues(metric))
                .map(Figure::key)
                .toList();
    }

    @Override
    public List<String> objectives(MapNode base, boolean varied) {
        return RunFigures.JUDGED.objectives().stream()
                .filter(metric -> hasValues(base, varied) || !ValueFigures.needsValues(metric))
                .map(metric ->
                        metric.key() + " " + metric.column(Place.OBJECTIVE).heading())
                .toList();
    }

    private static boolean hasValues(MapNode base, boolean varied) {
        return varied || base.get(DATA) != null;
    }

    @Override
    public void checkMetric(String key, String where, MapNode base, boolean varied) {
        Figure<Report> metric = RunFigures.metric(key);
        if (!hasValues(base, varied) && ValueFigures.needsValues(metric)) {
            throw new BadInput(where + ": " + metric.label() + " needs values, give data (base.data or --data)");
        }
    }

    @Override
    public MapNode whole(MapNode base) {
        return Binder.withDefaults(base, RunRequest.class);
    }

    @Override
    public long seed(MapNode base) {
        return asked(base).seed();
    }

    @Override
    public List<Setting> settings(MapNode base) {
        return asked(base).settings();
    }

    private static RunRequest asked(MapNode base) {
        return Binder.bind(base, RunRequest.class, BASE);
    }

    @Override
    public void check(MapNode base, NamedInputs choices) {
        RunRequest asked = asked(base);
        if (asked.network() == null) {
            throw BadInput.at(
                    base.mark(), BASE, "network is missing, give a name (mho list networks), a .yaml or an .onnx file");
        }
        if (asked.arrivals() != null) {
            throw new BadInput(
                    "base.arrivals: a sweep compares points by no figure of arrivals; leave it out, and give --arrivals to mho run --config of a point");
        }
        choices.chip(asked.chip());
        asked.networkChoice(choices);
    }

    @Override
    public PreparedPoint<TimedRun> prepared(
            MapNode base, List<Setting> settings, NamedInputs choices, InputCache library) {
        RunRequest asked = Binder.bind(base, RunRequest.class);
        return new Prepared(PreparedRun.of(asked.config(choices, settings), library));
    }

    @Override
    public PreparedPoint<TimedRun> read(MapNode config, InputCache library) {
        return new Prepared(PreparedRun.of(Binder.bind(config, RunConfig.class), library));
    }

    /** A run whose chip, network and data are there. */
    record Prepared(PreparedRun run) implements PreparedPoint<TimedRun> {
        @Override
        public PreparedPoint<TimedRun> withData() {
            return new Prepared(run.withData());
        }

        @Override
        public String question() {
            return run.config().yaml();
        }

        @Override
        public String sha256() {
            return run.config().sha256();
        }

        @Override
        public MapNode chip() {
            return run.config().chip();
        }

        @Override
        public Object key() {
            return run.timeKey();
        }

        @Override
        public @Nullable Object valuesKey() {
            return run.valuesKey();
        }

        @Override
        public FigureBounds boundsByPrice() {
            return new FigureBounds(Map.of(AREA, run.chipAreaM2()), Map.of()).rounded();
        }

        @Override
        public FigureBounds bounds() {
            RunBounds bounds = run.bounds();
            if (bounds == null) {
                return boundsByPrice();
            }
            Map<String, Double> least = new HashMap<>();
            Map<String, Double> most = new HashMap<>();
            least.put(AREA, bounds.areaM2());
            most.put(AREA, bounds.areaM2());
            least.put("latency_s", bounds.latencyS());
            most.put("latency_s", bounds.latencyS());
            least.put("interval_s", bounds.intervalS());
            if (bounds.intervalS() > 0) {
                most.put("ops_per_s", bounds.ops() / bounds.intervalS());
                most.put("ops_per_s_per_m2", bounds.ops() / bounds.intervalS() / bounds.areaM2());
            }
            Double energyJ = bounds.energyJ();
            if (energyJ != null && energyJ > 0) {
                least.put("energy_j", energyJ);
                least.put("edp_js", energyJ * bounds.latencyS());
                most.put("ops_per_j", bounds.ops() / energyJ);
            }
            return new FigureBounds(least, most).rounded();
        }

        @Override
        public PreparedPoint<TimedRun> believed(MapNode other) {
            return new Prepared(run.believed(other));
        }

        @Override
        public TimedRun make() {
            return run.time(Progress.NONE, phase -> {});
        }

        @Override
        public Values values(int threads) {
            return requireNonNull(run.values(threads, Progress.NONE, phase -> {}));
        }

        @Override
        public Outcome finish(TimedRun made, @Nullable Values values) {
            Report report = run.report(made, values);
            return new Outcome(
                    PointOutcome.of(RunFigures.JUDGED, report), () -> Simulation.files(run.config(), report));
        }
    }
}
