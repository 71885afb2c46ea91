package mho.reports.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mho.arch.chip.Chips;
import mho.arch.plan.TurnTaking;
import mho.core.yaml.MapNode;
import mho.core.yaml.Setting;
import mho.core.yaml.Yaml;
import mho.reports.compare.Comparison;
import mho.reports.compare.SavedRun;
import mho.reports.form.chip.SheetJson;
import mho.reports.form.comparison.ComparisonCsv;
import mho.reports.form.comparison.ComparisonJson;
import mho.reports.form.report.HostFacts;
import mho.reports.form.report.ReportCsv;
import mho.reports.form.report.ReportJson;
import mho.reports.form.search.Growth;
import mho.reports.form.search.KnobWeight;
import mho.reports.form.search.MetricWeights;
import mho.reports.form.search.SearchCounts;
import mho.reports.form.search.SearchFacts;
import mho.reports.form.search.SearchJson;
import mho.reports.form.search.SearchTable;
import mho.reports.form.search.Winner;
import mho.reports.form.sweep.SweepCounts;
import mho.reports.form.sweep.SweepFacts;
import mho.reports.form.sweep.SweepTable;
import mho.reports.form.training.TrainingCsv;
import mho.reports.form.training.TrainingJson;
import mho.reports.form.validation.TornadoForm;
import mho.reports.form.validation.ValidationForm;
import mho.reports.metrics.ExampleReports;
import mho.reports.metrics.Report;
import mho.reports.sheet.ChipSheet;
import mho.reports.tornado.ExampleTornados;
import mho.reports.tornado.Tornado;
import mho.reports.trace.TraceNote;
import mho.reports.trace.TraceRange;
import mho.reports.training.ExampleTrainings;
import mho.reports.validate.Validation;
import mho.reports.validate.ValidationRow;
import mho.workloads.task.Keeping;
import org.junit.jupiter.api.Test;

/** The README lists every field and column, each once, in the order they are written. */
class ReadmeTest {
    private static final Pattern FIELD = Pattern.compile("^\\| `([^`]+)` \\| ?(.*?) ?\\|$");

    /** Mappings whose keys are names, not fields; those of a multiplication are fields that its element names. */
    private static final Set<String> OPEN = Stream.of("RunFigures.TABLE", "SheetFigures.TABLE", "HostFacts.TABLE")
            .flatMap(table -> AllTables.of(table).fields("").stream())
            .filter(field -> !(field.figure().content() instanceof Content.Further))
            .map(FigureTable.Field::path)
            .filter(path -> path.endsWith(".*") && !path.equals("multiply.*"))
            .map(path -> path.substring(0, path.length() - 2))
            .collect(Collectors.toSet());

    private final Report report = inTurns(ExampleReports.withValues());

    /** With all that a report may have. */
    private static Report inTurns(Report report) {
        return new Report(
                report.run(),
                report.chip(),
                report.totals(),
                report.programming(),
                report.zeros(),
                report.values(),
                report.arrivals(),
                new TurnTaking(1, Keeping.HELD, new int[0]),
                report.layers(),
                report.components(),
                report.entries(),
                report.warnings());
    }

    @Test
    void fieldsOfReportJson() throws IOException {
        checkFields("report.json", AllTables.of("RunFigures.TABLE"), ReportJson.of(report), "schema", "sha256");
    }

    @Test
    void fieldsOfHostJson() throws IOException {
        Map<String, Double> phases = new LinkedHashMap<>(Map.of("simulate", 1.0));
        String json = new HostFacts(phases, 1, 1, 1, "17", "the processor's").json();
        checkFields("host.json", AllTables.of("HostFacts.TABLE"), json);
    }

    @Test
    void fieldsOfTheDataSheet() throws IOException {
        ChipSheet sheet = ChipSheet.of(Chips.load("isaac-ce", List.of(Setting.parse("tile.pool.area=1 um2"))));
        checkFields("show --json", AllTables.of("SheetFigures.TABLE"), SheetJson.of(sheet), "schema");
    }

    @Test
    void fieldsOfTheValidation() throws IOException {
        List<ValidationRow> rows = Validation.tables();
        checkFields("validate --json", AllTables.of("ValidationFigures.TABLE"), ValidationForm.json(rows), "schema");
    }

    @Test
    void fieldsAndColumnsOfATornado() throws IOException {
        List<Tornado> tornados = ExampleTornados.all("").subList(0, 1);
        checkFields(
                "validate --tornado --json",
                AllTables.of("TornadoFigures.TABLE"),
                TornadoForm.json(tornados),
                "schema");
        checkColumns("validate --tornado --csv", AllTables.of("TornadoFigures.LINE"), TornadoForm.csv(tornados, 1));
    }

    @Test
    void fieldsOfASearchBesideThoseOfItsPoints() throws IOException {
        SweepTable points = new SweepTable("a", "", List.of(), List.of(), List.of(), List.of(), "", "", List.of());
        SearchTable search = new SearchTable(
                points,
                12,
                new SearchCounts(1, 0, 0, 0, 0, 1),
                List.of(new Growth(1, 1, 1)),
                List.of(new MetricWeights("energy_j", 1, List.of(new KnobWeight("tiles", 1, 1)))),
                new Winner(1, ExampleTornados.all("").subList(0, 1)));
        JsonNode json = new ObjectMapper().readTree(SearchJson.of(search));
        assertThat(json.path("designs").path("sweep").asText()).isEqualTo("a");
        checkFields(
                "search.json",
                AllTables.of("SearchFigures.TABLE"),
                ((ObjectNode) json).without("designs").toString(),
                "schema");
    }

    @Test
    void definitionsAreThoseOfThePages() throws IOException {
        List<String> written = new ArrayList<>();
        for (Definition definition : Definition.values()) {
            written.add("| " + definition.figure() + " | " + definition.words() + " |");
        }
        String readme = Files.readString(Path.of("README.md"));
        String table = readme.substring(readme.indexOf("| figure | definition |"));

        assertThat(table.lines().skip(2).takeWhile(line -> line.startsWith("|")))
                .containsExactlyElementsOf(written);
    }

    @Test
    void fieldsOfATrace() throws IOException {
        TraceNote note = new TraceNote(TraceRange.ALL, 1, 0, 0, 1, false, 0, 0, 0, null);
        checkFields("trace.json.gz", AllTables.of("TraceFigures.TABLE"), note.json(), "schema");
    }

    @Test
    void fieldsOfASweep() throws IOException {
        SweepFacts facts =
                new SweepFacts(new SweepCounts(1, 0, 0, 1, 0, 1, 0, 0, 0, null, 1), 2, 1, "17", "the processor's");
        checkFields("sweep-NAME/host.json", AllTables.of("SweepFacts.TABLE"), facts.json());
        SearchFacts search = new SearchFacts(1, 0, 1, 2, 1, 1, "17", "the processor's");
        checkFields("search-NAME/host.json", AllTables.of("SearchFacts.TABLE"), search.json());
    }

    @Test
    void columnsOfASweep() throws IOException {
        assertThat(rows("points.csv")).isEqualTo(columns(AllTables.of("SweepFigures.POINT")));
    }

    @Test
    void fieldsAndColumnsOfAComparison() throws IOException {
        Comparison comparison = Comparison.of(List.of(saved(1), saved(2)));
        checkFields("compare --json", AllTables.of("ComparisonFigures.TABLE"), ComparisonJson.of(comparison), "schema");
        checkColumns("compare --csv", AllTables.of("ComparisonLine.TABLE"), ComparisonCsv.of(comparison));
    }

    @Test
    void fieldsAndColumnsOfATraining() throws IOException {
        checkFields(
                "training.json",
                AllTables.of("TrainingFigures.TABLE"),
                TrainingJson.of(ExampleTrainings.inCells()),
                "schema",
                "sha256");
        checkColumns("epochs.csv", AllTables.of("EpochFigures.TABLE"), TrainingCsv.of(ExampleTrainings.inCells()));
    }

    @Test
    void columnsOfASweepOfTrainings() throws IOException {
        assertThat(rows("points.csv of trainings")).isEqualTo(columns(AllTables.of("SweepFigures.TRAINING")));
    }

    private static SavedRun saved(double energyJ) {
        SavedRun.Layer layer = new SavedRun.Layer("conv1", "conv", Map.of("energy_j", energyJ));
        MapNode config = (MapNode) Yaml.parse("config.yaml", "bits: " + energyJ);
        Map<String, Double> metrics = Map.of("energy_j", energyJ);
        return new SavedRun(
                "a", "chip", "net", 2, 1, "1", "", "adc", metrics, List.of(layer), Map.of("adc", energyJ), config);
    }

    @Test
    void columnsOfTheTables() throws IOException {
        FigureTable<?> layer = AllTables.of("LayerFigures.TABLE");
        assertThat(rows("layers.csv")).isEqualTo(columns(layer));
        assertThat(columns(ReportCsv.layers(report)))
                .isEqualTo(LayerFigures.in(Place.CSV, report.zeros()).stream()
                        .map(figure -> figure.column(Place.CSV).heading())
                        .toList());
        checkColumns("components.csv", AllTables.of("EntryFigures.TABLE"), ReportCsv.components(report));
    }

    /** The fields of a JSON file are those of its table, and README says of each what the table says. */
    private static void checkFields(String heading, FigureTable<?> table, String json, String... others)
            throws IOException {
        List<String> written = new ArrayList<>(fields(json));
        Map<String, String> told = rows(heading);
        assertThat(List.copyOf(told.keySet()))
                .as("README lists, in the order of the file")
                .isEqualTo(written);
        written.removeAll(List.of(others));
        List<String> open = new ArrayList<>();
        Map<String, String> meant = new LinkedHashMap<>();
        for (FigureTable.Field field : table.fields("")) {
            if (field.figure().content() instanceof Content.Further
                    || field.path().equals("multiply.*")) {
                open.add(field.path().substring(0, field.path().length() - 1));
            } else {
                meant.put(field.path(), meaning(field.figure()));
            }
        }
        written.removeIf(path -> !meant.containsKey(path) && open.stream().anyMatch(path::startsWith));
        assertThat(written).as("fields of the file").isEqualTo(List.copyOf(meant.keySet()));
        meant.forEach((path, meaning) -> assertThat(told.get(path)).as(path).isEqualTo(meaning));
    }

    private static void checkColumns(String heading, FigureTable<?> table, String csv) throws IOException {
        Map<String, String> columns = columns(table);
        assertThat(columns(csv)).isEqualTo(List.copyOf(columns.keySet()));
        assertThat(rows(heading)).isEqualTo(columns);
    }

    /** What README says of a figure. */
    private static String meaning(Figure<?> figure) {
        Definition term = figure.term();
        return term == null ? figure.definition() : "see Definitions: " + term.figure();
    }

    /** What README says of each column of a CSV file. */
    private static Map<String, String> columns(FigureTable<?> table) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (Figure<?> figure : table.in(Place.CSV)) {
            Column<?> column = figure.column(Place.CSV);
            String scale = column.power() == 0 ? "" : "`" + figure.key() + "` x 10^" + column.power() + ": ";
            columns.put(column.heading(), scale + meaning(figure));
        }
        return columns;
    }

    private static List<String> columns(String csv) {
        return Arrays.asList(csv.lines().findFirst().orElseThrow().split(","));
    }

    private static List<String> fields(String json) throws IOException {
        Set<String> fields = new LinkedHashSet<>();
        collect(new ObjectMapper().readTree(json), "", fields);
        return List.copyOf(fields);
    }

    private static void collect(JsonNode node, String path, Set<String> fields) {
        if (node.isArray() && node.isEmpty()) {
            fields.add(path + "[]");
        } else if (node.isArray()) {
            node.forEach(item -> collect(item, path + "[]", fields));
        } else if (node.isObject() && OPEN.contains(path)) {
            fields.add(path + ".*");
        } else if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), fields));
        } else {
            fields.add(path);
        }
    }

    /** Field and meaning, of the tables under a heading of the README. */
    private static Map<String, String> rows(String heading) throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            if (line.startsWith("#") && !line.startsWith("####")) {
                inside = line.contains("`" + heading + "`");
            }
            var field = FIELD.matcher(line);
            if (inside && field.find()) {
                rows.put(field.group(1), field.group(2));
            }
        }
        return rows;
    }
}
