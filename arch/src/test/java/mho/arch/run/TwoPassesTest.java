package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;

import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Mesh;
import mho.arch.chip.Tile;
import mho.arch.element.Block;
import mho.arch.element.crossbar.CrossbarCore;
import mho.core.cost.Action;
import mho.workloads.network.Network;
import mho.workloads.task.Verb;
import org.junit.jupiter.api.Test;

/** A GRU whose reset gate multiplies the state makes its gates first and its candidate from what they keep. */
final class TwoPassesTest {
    private static final int GRU = 1;
    private static final int STEPS = 9;

    private static Network gru(int values, int hidden, boolean before) {
        return Given.network(
                values + ", 1, " + STEPS, "gru: {hidden: " + hidden + ", bias: false, reset-before: " + before + "}");
    }

    private static long step(RunResult run) {
        return (run.timeline().finish(GRU, 0) - run.timeline().start(GRU, 0)) / STEPS;
    }

    private static RunResult run(String chip, int values, int hidden, boolean before) {
        return Given.run(Given.chip(chip), gru(values, hidden, before));
    }

    /** 24 cells' columns of 16-bit weights: three arrays. ISAAC's cycle is 100 ns. */
    @Test
    void a_step_has_the_latency_of_both_passes() {
        ChipSpec isaac = Given.chip("isaac-ce");
        RunResult once = run("isaac-ce", 16, 16, false);
        RunResult twice = run("isaac-ce", 16, 16, true);
        long cycle = 100_000_000L;
        long pass = isaac.timingView()
                        .onlyKind()
                        .element()
                        .service(Verb.MULTIPLY, new Block(128, 128, 1))
                        .latencyCycles()
                * cycle;

        // Between the passes: sums over the bus, gates' functions and r h, and r h over the bus.
        assertThat(step(twice) - step(once)).isBetween(pass, pass + 5 * cycle);
        assertThat(step(twice)).isGreaterThanOrEqualTo(2 * pass);
    }

    @Test
    void both_passes_drive_rows_and_convert_columns_and_the_digital_work_is_done_once() {
        RunResult once = run("isaac-ce", 16, 16, false);
        RunResult twice = run("isaac-ce", 16, 16, true);

        for (Action each : new Action[] {
            CrossbarCore.CELL_READ,
            CrossbarCore.ROW_DRIVE,
            CrossbarCore.INTEGRATE,
            CrossbarCore.CONVERT,
            CrossbarCore.INPUT_REGISTER
        }) {
            assertThat(twice.perImage(GRU, each)).as(each.toString()).isEqualTo(2 * once.perImage(GRU, each));
        }
        for (Action each : new Action[] {Tile.ACTIVATE, Tile.BUFFER_READ, Tile.BUFFER_WRITE}) {
            assertThat(twice.perImage(GRU, each)).as(each.toString()).isEqualTo(once.perImage(GRU, each));
        }
        // x and h once, then r h; 48 sums in each pass
        double words = (once.perImage(GRU, Tile.BUS) + STEPS * (16 + 48) * 16.0);
        assertThat(twice.perImage(GRU, Tile.BUS)).isEqualTo(words);
    }

    @Test
    void a_state_in_several_tiles_is_exchanged_between_the_passes() {
        RunResult once = run("isaac-ce", 512, 512, false);
        RunResult twice = run("isaac-ce", 512, 512, true);

        assertThat(once.placement().seats().get(GRU).sites().get(0).fragments()).hasSizeGreaterThan(1);
        assertThat(step(twice)).isGreaterThan(step(once));
        // r h goes where h goes.
        assertThat(twice.perImage(GRU, Mesh.HOP)).isEqualTo(2 * once.perImage(GRU, Mesh.HOP));
        assertThat(twice.perImage(GRU, CrossbarCore.CELL_READ))
                .isEqualTo(2 * once.perImage(GRU, CrossbarCore.CELL_READ));
    }
}
