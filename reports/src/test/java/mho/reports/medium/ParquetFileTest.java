package mho.reports.medium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written comes back, number by number; what was empty is not there. */
class ParquetFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path written(String name, CellTable table) throws IOException {
        Path file = folder.resolve(name);
        ParquetFile.write(table, Files.newOutputStream(file));
        return file;
    }

    private static final CellTable THREE = new CellTable(
            List.of("tile.core.array.rows", "energy_j", "points", "failure"),
            List.of(CellType.WORDS, CellType.REAL, CellType.WHOLE, CellType.WORDS),
            List.of(
                    List.of("auto", "1.7801E-7", "9007199254740993", ""),
                    List.of("256", "", "-1", "=no, \u03a9 \u201cquoted\u201d\nand a line"),
                    List.of("", "0", "", "")));

    @Test
    void cells_come_back_as_what_they_are() throws IOException {
        assertThat(ParquetRows.of(written("three.parquet", THREE)))
                .containsExactly(
                        Map.of("tile.core.array.rows", "auto", "energy_j", 1.7801E-7, "points", 9007199254740993L),
                        Map.of(
                                "tile.core.array.rows",
                                "256",
                                "points",
                                -1L,
                                "failure",
                                "=no, \u03a9 \u201cquoted\u201d\nand a line"),
                        Map.of("energy_j", 0.0));
    }

    @Test
    void many_doubles_come_back_bit_by_bit() throws IOException {
        Random random = new Random(5);
        List<List<String>> rows = Stream.generate(() -> List.of(Csv.exact(random.nextGaussian() * 1e-12)))
                .limit(20_000)
                .toList();
        Path file = written("many.parquet", new CellTable(List.of("x"), List.of(CellType.REAL), rows));
        assertThat(ParquetRows.of(file).stream()
                        .map(row -> Csv.exact((Double) row.get("x")))
                        .toList())
                .isEqualTo(rows.stream().map(row -> row.get(0)).toList());
    }

    @Test
    void equal_tables_have_equal_bytes() throws IOException {
        assertThat(written("a.parquet", THREE)).hasSameBinaryContentAs(written("b.parquet", THREE));
    }

    @Test
    void a_table_without_rows_has_columns() throws IOException {
        CellTable none = new CellTable(List.of("x"), List.of(CellType.REAL), List.of());
        assertThat(ParquetRows.of(written("none.parquet", none))).isEmpty();
    }
}
