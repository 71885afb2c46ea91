package mho.workloads.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mho.workloads.network.Matrix;
import mho.workloads.network.Node;
import mho.workloads.network.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The benchmarks of ISAAC and PRIME, layer by layer, against the tables in the resources, whose heads say where they come from. */
class BenchmarkLayersTest {

    static Stream<Arguments> benchmarks() throws IOException {
        List<Arguments> all = new ArrayList<>();
        networks("isaac_benchmarks.csv").forEach((name, rows) -> all.add(arguments(name.toLowerCase(), rows)));
        networks("prime_benchmarks.csv")
                .forEach((name, rows) -> all.add(arguments("prime-" + name.toLowerCase(), rows)));
        return all.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("benchmarks")
    void everyLayerIsThatOfTheTable(String name, List<Map<String, String>> rows) {
        // A pyramid is one row of the table and several nodes here: its matrices are compared, its pools are not.
        List<Node> nodes = Zoo.load(name).folded().nodes().stream()
                .filter(node -> node.matrix() != null || node.name().startsWith("pool"))
                .toList();
        List<Map<String, String>> expected =
                rows.stream().filter(row -> !"spp".equals(row.get("type"))).toList();
        assertThat(nodes).hasSameSizeAs(expected);
        for (int i = 0; i < nodes.size(); i++) {
            compare(nodes.get(i), expected.get(i));
        }
    }

    private static void compare(Node node, Map<String, String> row) {
        String what = node.name() + " against " + row;
        assertThat(node.output())
                .as(what)
                .isEqualTo(new Shape(number(row, "out_c"), number(row, "out_h"), number(row, "out_w")));
        assertThat(node.weights()).as(what).isEqualTo(count(row, "weights"));
        assertThat(node.macs()).as(what).isEqualTo(count(row, "macs"));
        Matrix matrix = node.matrix();
        if (matrix != null) {
            assertThat(node.windows()).as(what).isEqualTo(number(row, "windows"));
            int rowsInArrays =
                    row.containsKey("crossbar_rows") ? number(row, "crossbar_rows") : number(row, "rows_plus_bias") - 1;
            assertThat(matrix.rows()).as(what).isEqualTo(rowsInArrays);
            assertThat(matrix.bias()).as(what).isTrue();
        }
    }

    private static int number(Map<String, String> row, String column) {
        return Math.toIntExact(count(row, column));
    }

    private static long count(Map<String, String> row, String column) {
        return Long.parseLong(Objects.requireNonNull(row.get(column)));
    }

    private static Map<String, List<Map<String, String>>> networks(String file) throws IOException {
        Map<String, List<Map<String, String>>> networks = new LinkedHashMap<>();
        try (InputStream in = BenchmarkLayersTest.class.getResourceAsStream(file);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            List<String[]> lines = reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
            String[] columns = lines.get(0);
            for (String[] line : lines.subList(1, lines.size())) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < columns.length; i++) {
                    row.put(columns[i], line[i]);
                }
                networks.computeIfAbsent(line[0], name -> new ArrayList<>()).add(row);
            }
        }
        return networks;
    }
}
