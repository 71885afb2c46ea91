package mho.arch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import mho.arch.Given;
import mho.arch.Seeds;
import mho.arch.chip.ChipSpec;
import mho.arch.cut.Tiling;
import mho.arch.cut.WeightLayout;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TilingTest {
    private static final ChipSpec ISAAC = Given.chip("isaac-ce");

    @ParameterizedTest
    @CsvSource({
        "VGG-1, 64892, 80096",
        "VGG-2, 65272, 90976",
        "VGG-3, 67576, 100192",
        "VGG-4, 70168, 110560",
        "MSRA-1, 86940, 122208",
        "MSRA-2, 89532, 132576",
        "MSRA-3, 161444, 256088",
        "DeepFace, 61841, 62279"
    })
    void the_isaac_benchmarks_take_the_published_arrays_layer_by_layer(String network, long onCopy, long balanced)
            throws IOException {
        List<String[]> rows = rowsOf(network);
        List<Stage> stages = stages(network);
        List<CopyBalance.Demand> demands = demands(stages);
        int windowsPerCopy = CopyBalance.balanced(demands);

        assertThat(stages).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            String layer = network + " " + stages.get(i).node().name();
            assertThat(stages.get(i).arrays()).as(layer).isEqualTo(Integer.parseInt(rows.get(i)[4]));
            assertThat(demands.get(i).copies(windowsPerCopy)).as(layer).isEqualTo(Integer.parseInt(rows.get(i)[5]));
        }
        assertThat(CopyBalance.arrays(demands, CopyBalance.most(demands))).isEqualTo(onCopy);
        assertThat(CopyBalance.arrays(demands, windowsPerCopy)).isEqualTo(balanced);
    }

    @Test
    void a_matrix_larger_than_an_array_is_cut_into_row_blocks_and_column_blocks() {
        Tiling tiling = cut(1, 300, 50, 8, 128, 128);

        assertThat(tiling.rowBlocks()).isEqualTo(3);
        assertThat(tiling.columnBlocks()).isEqualTo(4);
        assertThat(tiling.arrays()).isEqualTo(12);
        assertThat(tiling.rowLines()).isEqualTo(4 * 300);
        assertThat(tiling.columnLines()).isEqualTo(3 * 50 * 8);
        assertThat(tiling.weightCells()).isEqualTo(300L * 50 * 8);
    }

    private static Tiling cut(int groups, int rows, int columns, int cells, int arrayRows, int arrayColumns) {
        return Tiling.of(groups, rows, columns, new WeightLayout(arrayRows, arrayColumns, cells, 0, false, true));
    }

    @Test
    void a_weight_never_straddles_two_arrays() {
        // 3 cells a weight: 42 weights side by side in 128 columns, two columns left over
        Tiling tiling = cut(1, 100, 128, 3, 128, 128);

        assertThat(tiling.columnBlocks()).isEqualTo(4);
        assertThat(tiling.cells()).isEqualTo(126);
        assertThat(IntStream.range(0, 4).map(tiling::outputsOf)).containsExactly(42, 42, 42, 2);
    }

    @Test
    void columns_of_a_shared_reference_take_room_and_are_read() {
        // 4 digits a weight and as many reference columns: 31 weights in 128 columns
        Tiling tiling = Tiling.of(1, 200, 64, new WeightLayout(128, 128, 4, 4, false, true));

        assertThat(tiling.columnBlocks()).isEqualTo(3);
        assertThat(tiling.rowBlocks()).isEqualTo(2);
        assertThat(tiling.cells()).isEqualTo(128);
        assertThat(tiling.columnLines()).isEqualTo(2 * (64 * 4 + 3 * 4));
        assertThat(tiling.weightCells()).isEqualTo(200.0 * (64 * 4 + 3 * 4));
    }

    @Test
    void outputs_of_the_column_blocks_add_up() {
        for (int columns = 1; columns < 100; columns++) {
            Tiling tiling = cut(1, 10, columns, 8, 128, 128);
            int sum = IntStream.range(0, tiling.columnBlocks())
                    .map(tiling::outputsOf)
                    .sum();
            assertThat(sum).isEqualTo(columns);
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(longs = {1, 2, 3, 4})
    void small_groups_stand_block_diagonally_as_many_as_fit(long seed) {
        Random random = Seeds.random(seed);
        for (int i = 0; i < 500; i++) {
            int groups = 2 + random.nextInt(40);
            int rows = 1 + random.nextInt(40);
            int columns = 1 + random.nextInt(6);
            int cells = 1 + random.nextInt(8);
            int arrayRows = 8 + random.nextInt(60);
            int arrayColumns = 8 + random.nextInt(60);
            Tiling tiling = cut(groups, rows, columns, cells, arrayRows, arrayColumns);
            String example = "seed %d: %d groups of %d x %d x %d cells in %d x %d: %s"
                    .formatted(seed, groups, rows, columns, cells, arrayRows, arrayColumns, tiling);
            Packing packing = Packing.of(groups, rows, columns, cells, arrayRows, arrayColumns);

            assertThat(tiling.arrays()).as(example).isEqualTo(packing.arrays);
            assertThat(tiling.rows()).as(example).isEqualTo(packing.mostRows);
            assertThat(tiling.cells()).as(example).isEqualTo(packing.mostCells);
            assertThat(tiling.outputs()).as(example).isEqualTo(groups * columns);
            assertThat(tiling.weightCells()).as(example).isEqualTo(packing.cells);
            assertThat(tiling.rowLines()).as(example).isEqualTo(packing.rowLines);
            assertThat(tiling.columnLines()).as(example).isEqualTo(packing.columnLines);
        }
    }

    @Test
    void a_depthwise_layer_fills_arrays_along_the_diagonal() {
        // 3 x 3 kernels of 64 channels, 8 cells a weight: 14 fit by rows, 16 by columns
        Tiling tiling = cut(64, 9, 1, 8, 128, 128);

        assertThat(tiling.arrays()).isEqualTo(5);
        assertThat(tiling.rows()).isEqualTo(14 * 9);
        assertThat(tiling.cells()).isEqualTo(14 * 8);
    }

    /** Puts group after group down in arrays, cell by cell, as a person would. */
    private static final class Packing {
        private int arrays;
        private int mostRows;
        private int mostCells;
        private long cells;
        private long rowLines;
        private long columnLines;

        static Packing of(int groups, int rows, int columns, int perWeight, int arrayRows, int arrayColumns) {
            Packing packing = new Packing();
            int cells = columns * perWeight;
            if (rows <= arrayRows && cells <= arrayColumns) {
                packing.diagonal(groups, rows, cells, arrayRows, arrayColumns);
            } else {
                for (int group = 0; group < groups; group++) {
                    packing.cut(rows, cells, arrayRows, arrayColumns - arrayColumns % perWeight);
                }
            }
            return packing;
        }

        private void diagonal(int groups, int rows, int cells, int arrayRows, int arrayColumns) {
            int row = arrayRows;
            int column = arrayColumns;
            for (int group = 0; group < groups; group++) {
                if (row + rows > arrayRows || column + cells > arrayColumns) {
                    arrays++;
                    row = 0;
                    column = 0;
                }
                row += rows;
                column += cells;
                use(row, column, (long) rows * cells, rows, cells);
            }
        }

        private void cut(int rows, int cells, int arrayRows, int arrayColumns) {
            for (int column = 0; column < cells; column += arrayColumns) {
                int wide = Math.min(arrayColumns, cells - column);
                for (int row = 0; row < rows; row += arrayRows) {
                    int tall = Math.min(arrayRows, rows - row);
                    arrays++;
                    use(tall, wide, (long) tall * wide, tall, wide);
                }
            }
        }

        private void use(int tall, int wide, long more, int driven, int read) {
            mostRows = Math.max(mostRows, tall);
            mostCells = Math.max(mostCells, wide);
            cells += more;
            rowLines += driven;
            columnLines += read;
        }
    }

    private static List<Stage> stages(String network) {
        return Pipeline.of(Zoo.load(network.toLowerCase(java.util.Locale.ROOT)).folded(), ISAAC.timingView())
                .stages()
                .stream()
                .filter(stage -> stage.tiling() != null)
                .toList();
    }

    private static List<CopyBalance.Demand> demands(List<Stage> stages) {
        return stages.stream()
                .map(s -> new CopyBalance.Demand(s.windows(), s.arrays(), s.instances() > 1 ? 1 : 0))
                .toList();
    }

    private static List<String[]> rowsOf(String network) throws IOException {
        try (InputStream in = Objects.requireNonNull(TilingTest.class.getResourceAsStream("isaac_arrays.csv"))) {
            List<String[]> rows = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(network + ","))
                    .forEach(line -> rows.add(line.split(",")));
            return rows;
        }
    }
}
