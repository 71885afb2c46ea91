package mho.reports.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;
import mho.reports.config.NamedInputs;
import mho.reports.config.RunConfig;
import mho.reports.config.RunRequest;
import mho.reports.figures.Figure;
import mho.reports.figures.MetricCondition;
import mho.reports.figures.RunFigures;
import mho.reports.figures.ValueFigures;
import mho.reports.form.sweep.Point;
import mho.reports.form.sweep.SweepTable;
import mho.reports.metrics.Report;
import org.jspecify.annotations.Nullable;

/** A sweep, read and checked: what its points are, and what each of them asks. */
public final class SweepQuestion {
    /** Axes that are not paths of the chip file but whole chips, networks and the other things a run is asked. */
    static final Set<String> OF_BASE = Set.of(
            "chip",
            "network",
            "images",
            "seed",
            "program",
            "batch",
            "data",
            "labels",
            "normalise",
            "calibration-data",
            "calibration",
            "time");

    private final SweepFile file;
    private final List<Axis> axes;
    private final TiedAxes ties;
    private final Sample sample;
    private final List<MetricCondition> constraints;
    private final List<String> pareto;
    private final List<SweepTable.Objective> objectives;
    private final NamedInputs choices = new NamedInputs();

    private SweepQuestion(SweepFile file) {
        this.file = file;
        this.axes = AxisReader.read(file.vary());
        this.ties = new TiedAxes(axes, file.tie());
        this.sample = Sample.parse(file.sample());
        this.constraints =
                file.constraints().stream().map(MetricCondition::parse).toList();
        this.pareto = file.pareto() == null ? Objectives.usual(hasValues()) : file.pareto();
        this.objectives = pareto.stream().map(Objectives::parse).toList();
    }

    /**
     * Reads and checks it.
     *
     * @param tree of a sweep file, options worked in
     * @throws BadInput for whatever is wrong with it, and with the chips and networks it names
     */
    public static SweepQuestion of(MapNode tree) {
        SweepQuestion question = new SweepQuestion(Binder.bind(tree, SweepFile.class));
        question.checkMetrics();
        question.checkNames();
        return question;
    }

    public String name() {
        return file.sweep();
    }

    List<String> axes() {
        return axes.stream().map(Axis::path).toList();
    }

    List<MetricCondition> constraints() {
        return constraints;
    }

    List<SweepTable.Objective> objectives() {
        return objectives;
    }

    /** How its points come about, how many there are, and what is asked of them. */
    String about(int points) {
        String asked = constraints.stream().map(MetricCondition::text).collect(Collectors.joining(" and "));
        String tied = file.tie().stream()
                .map(paths -> "; together: " + String.join(", ", paths))
                .collect(Collectors.joining());
        return "%s, %,d point%s%s%s"
                .formatted(
                        sample.about(),
                        points,
                        points == 1 ? "" : "s",
                        tied,
                        asked.isEmpty() ? "" : "; asked: " + asked);
    }

    /** Throws {@link BadInput} if there are more than {@code most}. */
    List<Point> points(long most) {
        long count = sample.count(ties.free());
        if (count > most) {
            throw new BadInput(
                    "vary: %,d points, more than --max-points %d; vary less, draw some (sample: random %d), or allow more"
                            .formatted(count, most, most));
        }
        List<Point> points = new ArrayList<>();
        for (List<YamlNode> values : sample.points(ties.free(), common().seed())) {
            points.add(new Point(points.size() + 1, ties.untied(values)));
        }
        return points;
    }

    /** The run that a point stands for; throws {@link BadInput} where there is none. */
    RunConfig config(Point point) {
        MapNode base = file.base();
        List<Setting> settings = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            String path = axes.get(i).path();
            YamlNode value = point.values().get(i);
            if (OF_BASE.contains(path)) {
                base = base.put(path, value);
            } else {
                settings.add(new Setting(path, value).by("sweep axis " + path).merging());
            }
        }
        RunRequest asked = Binder.bind(base, RunRequest.class);
        settings.addAll(0, asked.settings().stream().map(this::inBase).toList());
        return asked.config(choices, settings);
    }

    /** An option of the command line says so itself. */
    private Setting inBase(Setting setting) {
        return setting.value().mark().file().startsWith("--")
                ? setting
                : setting.by("base of sweep " + name() + ", " + setting.path());
    }

    /** The whole question as a file. */
    String yaml() {
        Mark here = Mark.of("sweep.yaml");
        MapNode varied = MapNode.empty(here)
                .put("sweep", new ScalarNode(here, name(), true))
                .put("base", Binder.withDefaults(file.base(), RunRequest.class))
                .put("vary", file.vary());
        ListNode tie = new ListNode(
                here,
                file.tie().stream().map(paths -> (YamlNode) texts(here, paths)).toList());
        return Yaml.write((tie.items().isEmpty() ? varied : varied.put("tie", tie))
                .put("sample", new ScalarNode(here, file.sample(), true))
                .put("constraints", texts(here, file.constraints()))
                .put("pareto", texts(here, pareto)));
    }

    private static ListNode texts(Mark mark, List<String> texts) {
        return new ListNode(
                mark,
                texts.stream()
                        .map(text -> (YamlNode) new ScalarNode(mark, text, true))
                        .toList());
    }

    private boolean hasValues() {
        return file.base().get("data") != null || axis("data") != null;
    }

    private @Nullable Axis axis(String path) {
        return axes.stream().filter(axis -> axis.path().equals(path)).findAny().orElse(null);
    }

    /** The base, with the first value of whatever varies in it. */
    private MapNode commonTree() {
        MapNode base = file.base();
        for (Axis axis : axes) {
            base = OF_BASE.contains(axis.path()) ? base.put(axis.path(), axis.at(0)) : base;
        }
        return base;
    }

    private RunRequest common() {
        return Binder.bind(commonTree(), RunRequest.class, "base");
    }

    private void checkMetrics() {
        if (hasValues()) {
            return;
        }
        for (MetricCondition constraint : constraints) {
            refuseValues(constraint.metric(), "constraint " + constraint.text());
        }
        for (SweepTable.Objective objective : objectives) {
            refuseValues(RunFigures.metric(objective.key()), "pareto " + objective.key());
        }
    }

    private static void refuseValues(Figure<Report> metric, String where) {
        if (ValueFigures.needsValues(metric)) {
            throw new BadInput(where + ": " + metric.label() + " needs values, give data (base.data or --data)");
        }
    }

    /** Whole chips and networks must be there before anything is computed. */
    private void checkNames() {
        checkNames(common());
        for (String path : List.of("chip", "network")) {
            Axis axis = axis(path);
            for (YamlNode value : axis == null ? List.<YamlNode>of() : Sample.listed(axis)) {
                checkNames(Binder.bind(commonTree().put(path, value), RunRequest.class, "base"));
            }
        }
    }

    private void checkNames(RunRequest asked) {
        if (asked.network() == null) {
            throw BadInput.at(
                    file.base().mark(),
                    "base",
                    "network is missing, give a name (mho list networks), a .yaml or an .onnx file");
        }
        if (asked.arrivals() != null) {
            throw new BadInput(
                    "base.arrivals: a sweep compares points by no figure of arrivals; leave it out, and give --arrivals to mho run --config of a point");
        }
        choices.chip(asked.chip());
        asked.networkChoice(choices);
    }
}
