package mho.reports.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time, energy and life that writing takes, as columns, objectives and constraints of a sweep. */
class SweepWriterTest {
    private static final String WRITING =
            """
            sweep: writing
            base: {network: mlp, chip: isaac-ce, set: {tile.core.array.write: {pulse: 100 ns, energy: 1 pJ, endurance: 1e6}}}
            vary: {tile.core.array.write.pulses: [5, 10], tile.core.array.write.parallel: [1, 128]}
            constraints: [life_used <= 1e-5]
            pareto: [write_s min, write_j min, life_used min]
            """;
    private static final String SILENT =
            """
            sweep: silent
            base: {network: mlp}
            vary: {chip: [isaac-ce, analog-256]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private List<Map<String, String>> points() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("points.csv"));
        String[] head = lines.get(0).split(",");
        List<Map<String, String>> points = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            assertThat(cells).hasSameSizeAs(head);
            Map<String, String> point = new LinkedHashMap<>();
            for (int i = 0; i < head.length; i++) {
                point.put(head[i], cells[i]);
            }
            points.add(point);
        }
        return points;
    }

    private static double number(Map<String, String> point, String column) {
        return Double.parseDouble(Objects.requireNonNull(point.get(column), column));
    }

    @Test
    void everyPointHasTheFiguresOfItsReport() throws IOException {
        ExampleSweeps.run(WRITING, folder, 1, true, SweepProgress.NONE);
        List<Map<String, String>> points = points();
        assertThat(points).hasSize(4);
        for (Map<String, String> point : points) {
            JsonNode written = new ObjectMapper()
                    .readTree(folder.resolve("points/" + point.get("config") + "/report.json")
                            .toFile())
                    .get("programming");
            for (String figure : List.of("write_s", "write_j", "life_used")) {
                assertThat(number(point, figure)).isEqualTo(written.get(figure).asDouble());
            }
            double pulses = number(point, "tile.core.array.write.pulses");
            double cells = written.get("cells").asDouble();
            assertThat(number(point, "write_j")).isCloseTo(cells * pulses * 1e-12, within(1e-20 * cells * pulses));
            assertThat(number(point, "life_used")).isCloseTo(pulses / 1e6, within(1e-18));
            if (number(point, "tile.core.array.write.parallel") == 1) {
                assertThat(number(point, "write_s")).isCloseTo(cells * pulses * 100e-9, within(1e-15 * cells * pulses));
            }
        }
    }

    /** Half the pulses and a row at once are better in all three; of those with half the pulses the other is slower, and costs the same. */
    @Test
    void theyAreObjectives() throws IOException {
        ExampleSweeps.run(WRITING, folder, 1, false, SweepProgress.NONE);
        List<Map<String, String>> front = points().stream()
                .filter(point -> "yes".equals(point.get("pareto")))
                .toList();
        assertThat(front).hasSize(1);
        assertThat(number(front.get(0), "tile.core.array.write.pulses")).isEqualTo(5);
        assertThat(number(front.get(0), "tile.core.array.write.parallel")).isEqualTo(128);
    }

    @Test
    void theyAreConstraints() throws IOException {
        ExampleSweeps.run(
                WRITING.replace("life_used <= 1e-5", "life_used < 1e-5"), folder, 1, false, SweepProgress.NONE);
        assertThat(points()).allSatisfy(point -> assertThat(point.get("allowed"))
                .isEqualTo(number(point, "tile.core.array.write.pulses") == 5 ? "yes" : "no"));
    }

    @Test
    void whereNobodyStatesThemThereIsNoFigure() throws IOException {
        ExampleSweeps.run(SILENT, folder, 1, false, SweepProgress.NONE);
        assertThat(points()).hasSize(2).allSatisfy(point -> assertThat(List.of(
                        Objects.requireNonNull(point.get("write_s")),
                        Objects.requireNonNull(point.get("write_j")),
                        Objects.requireNonNull(point.get("life_used"))))
                .containsOnly(""));
    }
}
