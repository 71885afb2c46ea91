package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;

import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Mesh;
import mho.arch.chip.Tile;
import mho.arch.element.crossbar.CrossbarCore;
import org.junit.jupiter.api.Test;

/**
 * A matrix of 3 row blocks and 4 column blocks over tiles of 4 arrays: the second and third column block straddle a border.
 *
 * <pre>
 * tile 0: block 0 (3 rows), block 1 (1)    tile 1: block 1 (2), block 2 (2)    tile 2: block 2 (1), block 3 (3)
 * </pre>
 */
final class PartialSumsTest {
    private final ChipSpec chip = Given.chip("isaac-ce", "tile.cores=1", "tile.core.arrays=4", "mesh.concentration=1");
    private final RunResult run = Given.run(chip, Given.network("384, 1, 1", "dense: {out: 64, bias: false}"));

    @Test
    void a_partial_sum_leaves_its_core_in_full_width_a_finished_output_does_not() {
        assertThat(run.placement().seats().get(1).sites().get(0).fragments()).hasSize(3);
        int inputs = 3 * 384 * 16; // every tile reads all
        int finished = 2 * 16 * 16;
        int partial = 4 * 16 * 32;
        assertThat(run.perImage(1, Tile.BUS)).isEqualTo(inputs + finished + partial);
    }

    @Test
    void the_smaller_part_goes_to_the_larger_and_is_added_there() {
        // blocks 1 and 2 belong to tile 1, a router away from both: entry and one link, 16 flits of 32 bits each
        assertThat(run.perImage(1, Mesh.HOP)).isEqualTo(2 * 2 * 16);
        assertThat(run.perImage(1, Tile.ADD)).isEqualTo(2 * 16);
        assertThat(run.perImage(1, Tile.BUFFER_WRITE)).isEqualTo(1 + 2 + 1);
    }

    @Test
    void every_array_works_whatever_tile_it_is_in() {
        assertThat(run.perImage(1, CrossbarCore.CELL_READ)).isEqualTo(384 * 64 * 8 * 16);
        assertThat(run.perImage(1, CrossbarCore.ROW_DRIVE)).isEqualTo(4 * 384 * 16);
        assertThat(run.perImage(1, CrossbarCore.CONVERT)).isEqualTo(3 * 64 * 8 * 16);
    }
}
