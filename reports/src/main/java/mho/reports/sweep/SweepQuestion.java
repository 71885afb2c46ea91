package mho.reports.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.JsonSchema;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.Parameter;
import mho.core.yaml.Parameters;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;
import mho.reports.config.NamedInputs;
import mho.reports.figures.MetricCondition;
import mho.reports.figures.MetricTable;
import mho.reports.form.sweep.Point;
import mho.reports.form.sweep.SweepTable;
import mho.reports.run.InputCache;
import org.jspecify.annotations.Nullable;

/** A sweep, read and checked: what its points are, and what each of them asks. */
public final class SweepQuestion {
    private static final String DATA = "data";

    private final SweepFile file;
    private final PointKind<?> kind;
    private final List<Axis> axes;
    private final TiedAxes ties;
    private final Sample sample;
    private final List<MetricCondition<?>> constraints;
    private final List<String> pareto;
    private final List<SweepTable.Objective> objectives;
    private final NamedInputs choices = new NamedInputs();

    private SweepQuestion(SweepFile file) {
        this.file = file;
        this.kind = file.kind();
        this.axes = AxisReader.read(file.vary());
        this.ties = new TiedAxes(axes, file.tie());
        this.sample = Sample.parse(file.sample());
        this.constraints = conditions(file.constraints(), kind.judged());
        this.pareto = file.pareto() == null ? kind.objectives(file.common(), axis(DATA) != null) : file.pareto();
        this.objectives = pareto.stream()
                .map(text -> Objectives.parse(text, kind.judged()))
                .toList();
    }

    /** How sweep files are written, as a JSON Schema. */
    public static Map<String, Object> schema() {
        return JsonSchema.of("sweep file of mho", SweepFile.class);
    }

    /** What sweep files may say. */
    public static List<Parameter> parameters() {
        return Parameters.of(SweepFile.class);
    }

    private static List<MetricCondition<?>> conditions(List<String> texts, MetricTable<?> judged) {
        List<MetricCondition<?>> conditions = new ArrayList<>();
        texts.forEach(text -> conditions.add(MetricCondition.parse(text, judged)));
        return List.copyOf(conditions);
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

    PointKind<?> kind() {
        return kind;
    }

    public MetricTable<?> judged() {
        return kind.judged();
    }

    /** Metrics that people see beside the objectives. */
    List<String> usual() {
        return kind.usual();
    }

    public List<String> axes() {
        return axes.stream().map(Axis::path).toList();
    }

    public List<MetricCondition<?>> constraints() {
        return constraints;
    }

    public List<SweepTable.Objective> objectives() {
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

    /** What varies by itself: axes, and those that are tied as one. */
    List<Axis> free() {
        return ties.free();
    }

    /** The point that has these values of what varies by itself. */
    Point point(int number, List<YamlNode> free) {
        return new Point(number, ties.untied(free));
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
        for (List<YamlNode> values : sample.points(ties.free(), kind.seed(commonTree()))) {
            points.add(new Point(points.size() + 1, ties.untied(values)));
        }
        return points;
    }

    /**
     * What a point stands for, resolved; throws {@link BadInput} where there is nothing.
     *
     * @param of the kind of this sweep
     */
    <M> PreparedPoint<M> prepared(PointKind<M> of, Point point, InputCache library) {
        MapNode base = file.common();
        List<Setting> settings = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            String path = axes.get(i).path();
            YamlNode value = point.values().get(i);
            if (of.axes().contains(path)) {
                base = base.put(path, value);
            } else {
                settings.add(new Setting(path, value).by("sweep axis " + path).merging());
            }
        }
        settings.addAll(0, of.settings(base).stream().map(this::inBase).toList());
        return of.prepared(base, settings, choices, library);
    }

    /** An option of the command line says so itself. */
    private Setting inBase(Setting setting) {
        return setting.value().mark().file().startsWith("--")
                ? setting
                : setting.by("base of sweep " + name() + ", " + setting.path());
    }

    /** The whole question as a file. */
    public String yaml() {
        Mark here = Mark.of("sweep.yaml");
        MapNode varied = MapNode.empty(here)
                .put("sweep", new ScalarNode(here, name(), true))
                .put(kind.base(), kind.whole(file.common()))
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

    private @Nullable Axis axis(String path) {
        return axes.stream().filter(axis -> axis.path().equals(path)).findAny().orElse(null);
    }

    /** The base, with the first value of whatever varies in it. */
    private MapNode commonTree() {
        MapNode base = file.common();
        for (Axis axis : axes) {
            base = kind.axes().contains(axis.path()) ? base.put(axis.path(), axis.at(0)) : base;
        }
        return base;
    }

    private void checkMetrics() {
        boolean varied = axis(DATA) != null;
        for (MetricCondition<?> constraint : constraints) {
            kind.checkMetric(constraint.metric().key(), "constraint " + constraint.text(), file.common(), varied);
        }
        for (SweepTable.Objective objective : objectives) {
            kind.checkMetric(objective.key(), "pareto " + objective.key(), file.common(), varied);
        }
    }

    /** Whole chips and networks must be there before anything is computed. */
    private void checkNames() {
        kind.check(commonTree(), choices);
        for (String path : List.of("chip", "network")) {
            Axis axis = axis(path);
            for (YamlNode value : axis == null ? List.<YamlNode>of() : Sample.listed(axis)) {
                kind.check(commonTree().put(path, value), choices);
            }
        }
    }
}
