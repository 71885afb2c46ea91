package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mho.reports.medium.ParquetRows;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables in other forms say what they say as CSV. */
class TableFormatTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static List<CSVRecord> csv(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(text)
                    .getRecords();
        }
    }

    private static void assertSame(Path csv, Path parquet) throws IOException {
        List<CSVRecord> wanted = csv(csv);
        List<Map<String, Object>> rows = ParquetRows.of(parquet);
        assertThat(rows).hasSameSizeAs(wanted).isNotEmpty();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> row = rows.get(i);
            wanted.get(i).toMap().forEach((name, cell) -> {
                Object value = row.get(name);
                if (value instanceof Double number) {
                    assertThat(number).as(name).isEqualTo(Double.parseDouble(cell));
                } else if (value instanceof Long number) {
                    assertThat(number).as(name).isEqualTo(Long.parseLong(cell));
                } else {
                    assertThat(value == null ? "" : value).as(name).isEqualTo(cell);
                }
            });
        }
    }

    @Test
    void points_of_a_sweep() throws IOException {
        CommandRun swept = CommandRun.mho(
                "sweep",
                "--network",
                "mlp",
                "--vary",
                "tile.core.array.rows=64,128",
                "--vary",
                "chip=analog-256,isaac-ce",
                "--format",
                "parquet",
                "--out",
                folder.resolve("sweep").toString());
        assertThat(swept.code()).as(swept.err()).isZero();
        Path parquet = folder.resolve("sweep/points.parquet");
        assertSame(folder.resolve("sweep/points.csv"), parquet);
        assertThat(ParquetRows.of(parquet).get(0))
                .containsEntry("tile.core.array.rows", 64.0)
                .containsEntry("chip", "analog-256")
                .containsEntry("point", 1L)
                .hasEntrySatisfying("energy_j", energy -> assertThat(energy).isInstanceOf(Double.class));
    }

    /** Asked for once, it stays with the sweep. */
    @Test
    void a_larger_sweep_leaves_no_table_of_fewer_points() throws IOException {
        for (String rows : new String[] {"64,128", "64,128,256"}) {
            String[] format = rows.endsWith("256") ? new String[0] : new String[] {"--format", "parquet"};
            assertThat(CommandRun.mho(Stream.concat(
                                            Stream.of("sweep", "--network", "mlp", "--name", "rows"),
                                            Stream.concat(
                                                    Stream.of(format),
                                                    Stream.of(
                                                            "--vary",
                                                            "tile.core.array.rows=" + rows,
                                                            "--out",
                                                            folder.resolve("rows")
                                                                    .toString())))
                                    .toArray(String[]::new))
                            .code())
                    .isZero();
        }
        assertThat(ParquetRows.of(folder.resolve("rows/points.parquet"))).hasSize(3);
        assertSame(folder.resolve("rows/points.csv"), folder.resolve("rows/points.parquet"));
    }

    @Test
    void layers_of_a_run() throws IOException {
        CommandRun run = CommandRun.mho(
                "run",
                "--network",
                "lenet5",
                "--format",
                "PARQUET",
                "--out",
                folder.resolve("run").toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertSame(folder.resolve("run/layers.csv"), folder.resolve("run/layers.parquet"));
    }

    @Test
    void nothing_is_written_that_was_not_asked_for() {
        assertThat(CommandRun.mho(
                                "run",
                                "--network",
                                "lenet5",
                                "--out",
                                folder.resolve("run").toString())
                        .code())
                .isZero();
        assertThat(folder.resolve("run/layers.parquet")).doesNotExist();
    }
}
