package mho.reports.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import mho.arch.chip.Chips;
import mho.core.yaml.MapNode;
import mho.core.yaml.Setting;
import mho.core.yaml.Yaml;
import mho.reports.compare.Comparison;
import mho.reports.compare.LayerFigure;
import mho.reports.compare.SavedRun;
import mho.reports.form.chip.SheetJson;
import mho.reports.form.comparison.ComparisonCsv;
import mho.reports.form.comparison.ComparisonJson;
import mho.reports.form.report.HostFacts;
import mho.reports.form.report.ReportCsv;
import mho.reports.form.report.ReportJson;
import mho.reports.form.sweep.SweepFacts;
import mho.reports.form.validation.ValidationForm;
import mho.reports.metrics.Definition;
import mho.reports.metrics.ExampleReports;
import mho.reports.metrics.Metric;
import mho.reports.metrics.Report;
import mho.reports.sheet.ChipSheet;
import mho.reports.trace.TraceNote;
import mho.reports.trace.TraceRange;
import mho.reports.validate.Validation;
import mho.reports.validate.ValidationRow;
import org.junit.jupiter.api.Test;

/** The README lists every field and column, each once, in the order they are written. */
class ReadmeTest {
    private static final Pattern FIELD = Pattern.compile("^\\| `([^`]+)` \\|");

    /** Mappings whose keys are names, not fields. */
    private static final Set<String> OPEN =
            Set.of("layers[].energy_by_component", "parts[].sources", "components[].sources", "wall_s");

    private final Report report = ExampleReports.withValues();

    @Test
    void fieldsOfReportJson() throws IOException {
        assertThat(listed("report.json")).isEqualTo(fields(ReportJson.of(report)));
    }

    @Test
    void fieldsOfHostJson() throws IOException {
        Map<String, Double> phases = new LinkedHashMap<>(Map.of("simulate", 1.0));
        assertThat(listed("host.json"))
                .isEqualTo(fields(new HostFacts(phases, 1, 1, 1, "17", "the processor's").json()));
    }

    @Test
    void fieldsOfTheDataSheet() throws IOException {
        ChipSheet sheet = ChipSheet.of(Chips.load("isaac-ce", List.of(Setting.parse("tile.pool.area=1 um2"))));
        assertThat(listed("show --json")).isEqualTo(fields(SheetJson.of(sheet)));
    }

    @Test
    void fieldsOfTheValidation() throws IOException {
        List<ValidationRow> rows = Validation.tables();
        assertThat(listed("validate --json")).isEqualTo(fields(ValidationForm.json(rows)));
    }

    @Test
    void definitionsAreThoseOfThePages() throws IOException {
        List<String> written = new java.util.ArrayList<>();
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
        assertThat(listed("trace.json.gz")).isEqualTo(fields(note.json()));
    }

    @Test
    void fieldsOfASweep() throws IOException {
        SweepFacts facts = new SweepFacts(1, 2, 1, 0, 1, 0, 1, 0, 0, 0, 1, "17", "the processor's");
        assertThat(listed("sweep-NAME/host.json")).isEqualTo(scalars(facts.json()));
    }

    @Test
    void columnsOfASweep() throws IOException {
        List<String> columns = new java.util.ArrayList<>(List.of("point"));
        columns.addAll(Metric.keys());
        columns.addAll(List.of("allowed", "pareto", "config", "failure"));
        assertThat(listed("points.csv")).isEqualTo(columns);
    }

    /** Without the mappings whose keys are names. */
    private static List<String> scalars(String json) throws IOException {
        List<String> names = new java.util.ArrayList<>();
        new ObjectMapper().readTree(json).fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void fieldsAndColumnsOfAComparison() throws IOException {
        Comparison comparison = Comparison.of(List.of(saved(1), saved(2)));
        assertThat(listed("compare --json")).isEqualTo(fields(ComparisonJson.of(comparison)));
        assertThat(listed("compare --csv")).isEqualTo(columns(ComparisonCsv.of(comparison)));
    }

    private static SavedRun saved(double energyJ) {
        SavedRun.Layer layer = new SavedRun.Layer("conv1", "conv", Map.of(LayerFigure.ENERGY, energyJ));
        MapNode config = (MapNode) Yaml.parse("config.yaml", "bits: " + energyJ);
        Map<Metric, Double> metrics = Map.of(Metric.ENERGY, energyJ);
        return new SavedRun(
                "a", "chip", "net", 2, 1, "1", "", "adc", metrics, List.of(layer), Map.of("adc", energyJ), config);
    }

    @Test
    void columnsOfTheTables() throws IOException {
        assertThat(listed("layers.csv")).isEqualTo(columns(ReportCsv.layers(report)));
        assertThat(listed("components.csv")).isEqualTo(columns(ReportCsv.components(report)));
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

    /** First column of the table under a heading of the README. */
    private static List<String> listed(String heading) throws IOException {
        List<String> fields = new java.util.ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            if (line.startsWith("#")) {
                inside = line.contains("`" + heading + "`");
            }
            var field = FIELD.matcher(line);
            if (inside && field.find()) {
                fields.add(field.group(1));
            }
        }
        return fields;
    }
}
