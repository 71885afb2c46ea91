package mho.reports.sweep;

import java.util.List;
import java.util.Set;
import mho.arch.machine.Values;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Setting;
import mho.reports.config.NamedInputs;
import mho.reports.config.TrainingConfig;
import mho.reports.config.TrainingRequest;
import mho.reports.figures.Figure;
import mho.reports.figures.MetricTable;
import mho.reports.figures.Place;
import mho.reports.figures.TrainingFigures;
import mho.reports.form.training.TrainingFiles;
import mho.reports.run.InputCache;
import mho.reports.training.Training;
import mho.reports.training.TrainingSession;
import org.jspecify.annotations.Nullable;

/** Points that are trainings, each on a thread of its own. */
record TrainingPoints() implements PointKind<Training> {
    static final String BASE = "training";

    private static final Set<String> AXES = Set.of(
            "chip",
            "network",
            "data",
            "epochs",
            "batch",
            "rate",
            "loss",
            "initialisation",
            "images",
            "tests",
            "seed",
            "ideal");

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
        return false;
    }

    @Override
    public MetricTable<?> judged() {
        return TrainingFigures.JUDGED;
    }

    @Override
    public List<String> usual() {
        return TrainingFigures.JUDGED.objectives().stream().map(Figure::key).toList();
    }

    @Override
    public List<String> objectives(MapNode base, boolean varied) {
        return TrainingFigures.JUDGED.objectives().stream()
                .map(metric ->
                        metric.key() + " " + metric.column(Place.OBJECTIVE).heading())
                .toList();
    }

    @Override
    public void checkMetric(String key, String where, MapNode base, boolean varied) {
        // a training has all that trainings are judged by
    }

    @Override
    public MapNode whole(MapNode base) {
        return TrainingRequest.bind(base, BASE).tree();
    }

    @Override
    public long seed(MapNode base) {
        return TrainingRequest.bind(base, BASE).request().seed();
    }

    @Override
    public List<Setting> settings(MapNode base) {
        return TrainingRequest.bind(base, BASE).settings();
    }

    @Override
    public void check(MapNode base, NamedInputs choices) {
        TrainingRequest.Asked asked = TrainingRequest.bind(base, BASE);
        asked.networkChoice(choices);
        choices.chip(asked.request().chip());
        if (asked.request().data() == null) {
            throw BadInput.at(
                    base.mark(),
                    BASE,
                    "data is missing, give a name, a file or a folder; time and energy without data are what runs of the program train tell (mho sweep --program train)");
        }
    }

    @Override
    public PreparedPoint<Training> prepared(
            MapNode base, List<Setting> settings, NamedInputs choices, InputCache library) {
        return new Prepared(TrainingRequest.bind(base, BASE).config(choices, settings));
    }

    @Override
    public PreparedPoint<Training> read(MapNode config, InputCache library) {
        return new Prepared(TrainingConfig.of(config));
    }

    private record Prepared(TrainingConfig.Loaded config) implements PreparedPoint<Training> {
        @Override
        public String question() {
            return config.yaml();
        }

        @Override
        public String sha256() {
            return config.sha256();
        }

        @Override
        public MapNode chip() {
            return config.config().chip();
        }

        @Override
        public Object key() {
            return sha256();
        }

        @Override
        public @Nullable Object valuesKey() {
            return null;
        }

        @Override
        public Training make() {
            TrainingSession session = TrainingSession.of(config);
            while (session.epochs() < config.config().training().epochs()) {
                session.epoch(done -> {});
            }
            return session.training();
        }

        @Override
        public Values values(int threads) {
            throw new IllegalStateException("a training has no values beside it");
        }

        @Override
        public Outcome finish(Training made, @Nullable Values values) {
            return new Outcome(PointOutcome.of(TrainingFigures.JUDGED, made), () -> TrainingFiles.of(made));
        }
    }
}
