package mho.arch.training;

import static mho.arch.training.TrainingRuns.SUMS;
import static mho.arch.training.TrainingRuns.count;
import static mho.arch.training.TrainingRuns.exactly;
import static mho.arch.training.TrainingRuns.id;
import static mho.arch.training.TrainingRuns.steady;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mho.arch.Given;
import mho.arch.RunInvariants;
import mho.arch.run.RunResult;
import mho.workloads.network.Network;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of a layer that learn the same: what they send one another, beside a pencil. */
class CopiesThatLearnTest {
    /** 256 windows over 3 x 9 inputs and a bias, 16 outputs. */
    private static final int WINDOWS = 256;

    private static final int ROWS = 28;
    private static final double SUMS_OF_ONE = ROWS * 16;
    private static final double BITS = 16 * SUMS_OF_ONE;

    private static Network conv() {
        return Given.network(
                "3, 16, 16",
                "conv: {name: a, out: 16, kernel: 3, pad: 1}",
                "pool: {name: p, kernel: 4, stride: 4}",
                "dense: {name: b, out: 10}");
    }

    private static RunResult copies(int copies, String... more) {
        String[] settings = new String[more.length + 2];
        settings[0] = "mapping.layers={a: " + copies + "}";
        settings[1] = SUMS;
        System.arraycopy(more, 0, settings, 2, more.length);
        return steady(conv(), settings);
    }

    private static double sums(RunResult run) {
        return count(run, "a.update", "tile.core.learning.gradients", "sum");
    }

    private static double bits(RunResult run) {
        return count(run, "a.update", "tile.bus", "bit");
    }

    /** Every window adds to all sums; k - 1 copies hand theirs on, the first sends what came of it to k - 1; k apply them. */
    @ParameterizedTest
    @CsvSource({"2", "4", "8"})
    void sums_are_added_handed_on_and_applied(int copies) {
        RunResult run = copies(copies);
        assertThat(run.placement().copies(run.placement().pipeline().stages().get(id(run, "a"))))
                .isEqualTo(copies);
        int handedOn = 2 * (copies - 1);
        int spread = 1 + (copies - 1);
        assertThat(sums(run)).isEqualTo(SUMS_OF_ONE * (WINDOWS + handedOn + spread + copies));
        double pulses = ROWS * 62 + ROWS * 32 * 3.1;
        assertThat(count(run, "a.update", "tile.core.learning", "line pulse")).isCloseTo(copies * pulses, within(1e-6));
        assertThat(count(run, "a.update", "tile.core.learning", "cell pulse"))
                .isCloseTo(copies * ROWS * 32 * 3.1, within(1e-6));
        RunInvariants.hold(run, copies + " copies");
    }

    /** In one tile a sum crosses the bus once on its way to another copy, and once to all of them. */
    @ParameterizedTest
    @CsvSource({"2", "4"})
    void copies_of_one_tile_meet_on_its_bus(int copies) {
        double read = bits(copies(1));
        assertThat(bits(copies(copies)) - read).isEqualTo(BITS * (copies - 1 + 1));
        assertThat(count(copies(copies), "a.update", "mesh", "hop")).isZero();
    }

    /**
     * With a tile for each copy, each sum leaves one tile and comes into another: on buses 2 (k - 1) times together and 1 + (k - 1) times to
     * all. In the mesh, a row of tiles, copy 1 reaches copy 0 and 3 reaches 2 in a hop, 2 reaches 0 in two, and the tree to all is three.
     */
    @ParameterizedTest
    @CsvSource({"2, 1, 1", "4, 4, 3"})
    void copies_of_other_tiles_meet_on_the_mesh(int copies, int together, int toAll) {
        RunResult run = copies(copies, "tile.cores=1");
        assertThat(bits(run) - bits(copies(1, "tile.cores=1"))).isEqualTo(BITS * (2 * (copies - 1) + copies));
        int pulses = 2; // a sum of 16 bits goes as two durations of 8
        double hops = count(run, "a.update", "mesh", "hop");
        assertThat(hops / (SUMS_OF_ONE * pulses)).isGreaterThanOrEqualTo(together + toAll);
        assertThat(hops % (SUMS_OF_ONE * pulses)).isZero();
    }

    /** The layer's next input finds all copies updated. */
    @Test
    void copies_wait_for_the_sums_of_all() {
        RunResult run = exactly(4, conv(), "mapping.layers={a: 4}", SUMS);
        for (int input = 1; input < 4; input++) {
            assertThat(run.timeline().start(id(run, "a"), input))
                    .isGreaterThanOrEqualTo(run.timeline().finish(id(run, "a.update"), input - 1));
        }
    }

    /** One copy needs no sums, whether there are some or not. */
    @Test
    void one_copy_learns_as_before() {
        RunResult with = copies(1);
        RunResult without = steady(conv());
        assertThat(with.pace()).isEqualTo(without.pace());
        assertThat(RunInvariants.energyJ(with)).isEqualTo(RunInvariants.energyJ(without));
        assertThat(sums(with)).isZero();
    }

    /** A batch exchanges once. */
    @Test
    void batches_share_what_copies_send() {
        RunResult run = copies(2, "mapping.batch=8");
        assertThat(sums(run)).isCloseTo(SUMS_OF_ONE * (WINDOWS + (2 + 2 + 2) / 8.0), within(1e-9));
        assertThat(bits(run) - bits(copies(1))).isCloseTo(2 * BITS / 8, within(1e-9));
    }

    /** Copies cut over several tiles: each hands its own part on, nothing twice. */
    @Test
    void copies_of_several_tiles_send_their_parts() {
        Network wide = Given.network("200, 6, 6", "conv: {name: a, out: 200, kernel: 3}", "dense: {name: b, out: 10}");
        RunResult run = steady(wide, "mapping.layers={a: 2}", SUMS, "tile.cores=3");
        double weights = (9 * 200 + 1) * 200.0;
        assertThat(sums(run)).isCloseTo(weights * (16 + 2 + 2 + 2), within(1e-3));
        RunInvariants.hold(run, "wide");
    }

    /** A search knows that layers wait for their updates. */
    @Test
    void a_search_finds_no_slower_copies_than_filling() {
        double filled = steady(conv(), "mapping.copies=fill", SUMS).pace().intervalTicks();
        double found = steady(conv(), "mapping.goal=throughput", SUMS).pace().intervalTicks();
        assertThat(found).isLessThanOrEqualTo(1.02 * filled);
    }

    /** What a plan of copies comes to is never slower than single copies; so slow a network between tiles leaves single ones. */
    @ParameterizedTest
    @ValueSource(strings = {"balanced", "fill"})
    void plans_do_not_copy_where_exchange_takes_longer(String plan) {
        double one =
                steady(Zoo.load("lenet5"), "mapping.copies=one", SUMS).pace().intervalTicks();
        RunResult quick = steady(Zoo.load("lenet5"), "mapping.copies=" + plan, SUMS);
        assertThat(quick.pace().intervalTicks()).isLessThan(0.9 * one);
        RunInvariants.hold(quick, plan);
        RunResult slow = steady(
                Zoo.load("lenet5"),
                "mapping.copies=" + plan,
                SUMS,
                "tile.core.learning.pulse=1 us",
                "tile.core.learning.slots=1");
        double single = steady(
                        Zoo.load("lenet5"),
                        "mapping.copies=one",
                        SUMS,
                        "tile.core.learning.pulse=1 us",
                        "tile.core.learning.slots=1")
                .pace()
                .intervalTicks();
        assertThat(slow.pace().intervalTicks()).isLessThanOrEqualTo(1.001 * single);
    }
}
