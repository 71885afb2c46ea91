package mho.arch.element.rowlogic;

import static org.assertj.core.api.Assertions.assertThat;

import mho.arch.element.Block;
import mho.arch.element.Use;
import mho.core.cost.ActionIndex;
import mho.core.cost.Counts;
import mho.periphery.memory.Refresh;
import mho.workloads.task.Verb;
import org.junit.jupiter.api.Test;

/** A vector through 256 x 256 weights in rows that compute, by pencil. */
class RowLogicTest {
    private static final RowProgram NOTHING = new RowProgram(0, 0, 0);
    private static final RowPrograms MIXED =
            new RowPrograms(new RowProgram(5, 2, 0), new RowProgram(8, 4, 0), NOTHING, null, null);
    private static final RowProgram ONE_SENSE = new RowProgram(1, 0, 1);

    private static RowLogicTiming timing(
            RowArrangement arrangement, RowPrograms programs, int weightBits, int sumBits) {
        return new RowLogicTiming(
                arrangement.layout(256, 8192, 1, 0, true),
                8,
                1 / 1.5e-9,
                31,
                2,
                null,
                arrangement,
                programs,
                8,
                weightBits,
                sumBits);
    }

    /** 256 columns, a step a sense, a step a level of what counts ones. */
    private static RowLogicTiming planes(int outputs, int valueBits, int weightBits) {
        return new RowLogicTiming(
                RowArrangement.PLANES.layout(256, 256, 1, outputs, false),
                1,
                1e9,
                1,
                1,
                null,
                RowArrangement.PLANES,
                new RowPrograms(ONE_SENSE, NOTHING, NOTHING, null, null),
                valueBits,
                weightBits,
                16);
    }

    private static int steps(RowLogicTiming timing, int inputs) {
        return timing.service(Verb.MULTIPLY, new Block(inputs, 256, 1)).occupancyCycles();
    }

    /** 256 x (8 x 7 + 16 x 12) rows, of 31 steps of 1.5 ns: 2.952 ms. */
    @Test
    void inputs_one_after_another_select_and_add() {
        RowLogicTiming timing = timing(RowArrangement.SERIAL, MIXED, 1, 16);
        assertThat(timing.vector(256, 256).accesses()).isEqualTo(63_488);
        assertThat(steps(timing, 256)).isEqualTo(63_488 * 31);
        Counts counts = new Counts(new ActionIndex());
        timing.count(Verb.MULTIPLY, new Use(65_536, 256, 256, 256, 0, 1), counts);
        assertThat(counts.of(RowLogic.ACCESS)).isEqualTo(63_488);
    }

    /** 56 rows of products and eight levels of 16 x 12; 32 outputs of 256 products in 8192 columns. */
    @Test
    void a_tree_adds_neighbours_level_by_level() {
        RowLogicTiming timing = timing(RowArrangement.TREE, MIXED, 1, 16);
        assertThat(timing.layout().weightsAcross()).isEqualTo(32);
        assertThat(steps(timing, 256)).isEqualTo(1592 * 31);
        assertThat(steps(timing, 129)).isEqualTo(1592 * 31);
        assertThat(steps(timing, 128)).isEqualTo((1592 - 192) * 31);
        assertThat(steps(timing, 1)).isEqualTo(56 * 31);
    }

    /** Multiply: 108 rows and 136 steps of 3 ns; add: 96 rows and 97: 256 x (5.430 + 4.755) us. */
    @Test
    void stated_programs_of_whole_numbers_stand_for_those_of_bits() {
        RowPrograms programs =
                new RowPrograms(NOTHING, NOTHING, NOTHING, new RowProgram(72, 36, 136), new RowProgram(64, 32, 97));
        RowLogicTiming timing = timing(RowArrangement.SERIAL, programs, 8, 32);
        assertThat(steps(timing, 256)).isEqualTo(256 * (3620 + 3170));
    }

    /** Where each cell has logic a vector takes a cycle a bit, and 8 weights of 15 columns stand side by side. */
    @Test
    void cells_with_logic_take_all_inputs_at_once() {
        RowPrograms programs = new RowPrograms(new RowProgram(1, 0, 0), NOTHING, NOTHING, null, null);
        RowLogicTiming timing = new RowLogicTiming(
                RowArrangement.CELLS.layout(128, 128, 15, 0, true),
                1,
                1e8,
                1,
                0,
                null,
                RowArrangement.CELLS,
                programs,
                8,
                8,
                24);
        assertThat(timing.layout().weightsAcross()).isEqualTo(8);
        assertThat(steps(timing, 128)).isEqualTo(8);
        Counts counts = new Counts(new ActionIndex());
        timing.count(Verb.MULTIPLY, new Use(128 * 120, 128, 120, 8, 0, 1), counts);
        assertThat(counts.of(RowLogic.ACCESS)).isEqualTo(128 * 8 * 8);
    }

    /** Each of eight levels brings 16 bits to their neighbours: 8 x 16 x (1 read + 1 write) = 256 rows more. */
    @Test
    void a_tree_moves_sums_to_their_neighbours() {
        RowPrograms shifting = new RowPrograms(MIXED.select(), MIXED.addBit(), new RowProgram(1, 1, 0), null, null);
        assertThat(timing(RowArrangement.TREE, shifting, 1, 16).vector(256, 32).accesses())
                .isEqualTo(1592 + 256);
        assertThat(timing(RowArrangement.SERIAL, shifting, 1, 16)
                        .vector(256, 256)
                        .accesses())
                .isEqualTo(63_488);
    }

    /** 256 outputs sense 256 rows in as many steps, and the last count stands eight levels later. */
    @Test
    void planes_take_a_sense_for_each_output_and_pair_of_bits() {
        Block all = new Block(256, 256, 1);
        assertThat(planes(256, 1, 1).service(Verb.MULTIPLY, all).occupancyCycles())
                .isEqualTo(256);
        assertThat(planes(256, 1, 1).service(Verb.MULTIPLY, all).latencyCycles())
                .isEqualTo(256 + 8);
        assertThat(planes(256, 3, 2).service(Verb.MULTIPLY, all).occupancyCycles())
                .isEqualTo(256 * 6);
        assertThat(planes(64, 1, 1).service(Verb.MULTIPLY, all).occupancyCycles())
                .isEqualTo(64);
        Counts counts = new Counts(new ActionIndex());
        planes(256, 3, 2).count(Verb.MULTIPLY, new Use(65_536, 256, 256, 256, 0, 1), counts);
        assertThat(counts.of(RowLogic.ACCESS)).isEqualTo(256 * 6);
        assertThat(counts.of(RowLogic.STEP)).isEqualTo(256 * 6);
    }

    /** 512 rows of 31 steps in every 64 ms leave 1 - 372e-6 of the time: 1,968,128 steps become 1,968,861. */
    @Test
    void refresh_takes_its_share_of_the_time_and_its_energy() {
        Refresh refresh = new Refresh(64e-3, 512, 46.5e-9, 1e-7, null);
        RowLogicTiming timing = new RowLogicTiming(
                RowArrangement.SERIAL.layout(256, 8192, 1, 0, false),
                8,
                1 / 1.5e-9,
                31,
                2,
                refresh,
                RowArrangement.SERIAL,
                MIXED,
                8,
                1,
                16);
        assertThat(steps(timing, 256)).isEqualTo(1_968_861);
    }
}
