package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.RunInvariants;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
import mho.arch.plan.Stage;
import mho.arch.power.BookedPrices;
import mho.core.engine.Clock;
import mho.core.engine.ModelSaysNo;
import mho.workloads.network.Network;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mappings that are searched for: no worse than the plan's, within what they may take, and always the same. */
class MappingSearchTest {
    private static final double ROUNDING = 1 + 1e-9;

    private static final Network CHAIN = Given.network(
            "3, 12, 12",
            "conv: {name: a, out: 20, kernel: 3, pad: 1}",
            "pool: {kernel: 2}",
            "conv: {name: b, out: 40, kernel: 3, pad: 1}",
            "dense: {name: c, out: 10}");

    private static RunResult run(String chip, Network network, String... settings) {
        List<String> all = new ArrayList<>(List.of("chips=4"));
        all.addAll(Arrays.asList(settings));
        return Given.steady(Given.chip(chip, all), network);
    }

    static Stream<Arguments> pairs() {
        return Stream.of("analog-256", "hybrid-256", "isaac-ce")
                .flatMap(chip -> Stream.of("lenet5", "prime-cnn-1", "mlp").map(network -> Arguments.of(chip, network)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void throughput_is_never_below_that_of_the_plan(String chip, String network) {
        RunResult plan = run(chip, Zoo.load(network));
        RunResult searched = run(chip, Zoo.load(network), "mapping.goal=throughput");
        assertThat(searched.pace().intervalTicks())
                .isLessThanOrEqualTo(plan.pace().intervalTicks() * ROUNDING);
        RunInvariants.hold(searched, "searched");
    }

    /** Whatever fits, on chips of four kinds: an hour. */
    @Test
    @Tag("long")
    void no_network_of_the_zoo_gets_slower() {
        for (String chip : List.of("isaac-ce", "analog-256", "hybrid-256", "hermes-64-1phase")) {
            for (String name : Zoo.names()) {
                Network network = Zoo.load(name);
                RunResult plan;
                try {
                    plan = Given.steady(Given.chip(chip), network);
                } catch (ModelSaysNo doesNotFit) {
                    continue;
                }
                RunResult searched = Given.steady(Given.chip(chip, "mapping.goal=throughput"), network);
                assertThat(searched.pace().intervalTicks())
                        .as(chip + " " + name)
                        .isLessThanOrEqualTo(plan.pace().intervalTicks() * ROUNDING);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void latency_is_never_above_that_of_the_plan(String chip, String network) {
        RunResult plan = run(chip, Zoo.load(network));
        RunResult searched = run(chip, Zoo.load(network), "mapping.goal=latency");
        assertThat(searched.alone().end()).isLessThanOrEqualTo(plan.alone().end());
        SearchNote note = Objects.requireNonNull(searched.timed().search());
        assertThat(note.taken()).isEqualTo((double) searched.alone().end());
        assertThat(note.plan()).isEqualTo((double) plan.alone().end());
    }

    private static double joules(RunResult run) {
        return new BookedPrices((ChipSpec) run.chip(), run.inventory())
                .joules(run.timed(), run.pace().intervalTicks() / Clock.TICKS_PER_SECOND);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void energy_is_never_above_that_of_the_plan(String chip, String network) {
        RunResult plan = run(chip, Zoo.load(network));
        RunResult searched = run(chip, Zoo.load(network), "mapping.goal=energy");
        assertThat(joules(searched)).isLessThanOrEqualTo(joules(plan) * ROUNDING);
        RunInvariants.hold(searched, "searched");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void energy_times_latency_is_never_above_that_of_the_plan(String chip, String network) {
        RunResult plan = run(chip, Zoo.load(network));
        RunResult searched = run(chip, Zoo.load(network), "mapping.goal=edp");
        assertThat(joules(searched) * searched.alone().end())
                .isLessThanOrEqualTo(joules(plan) * plan.alone().end() * ROUNDING);
    }

    /** Chips leak between inputs: an input that is followed sooner costs less, until copies cost more on their way. */
    @Test
    void energy_is_less_than_without_the_copies_that_the_plan_leaves_out() {
        RunResult one = run("isaac-ce", CHAIN, "mapping.copies=one");
        RunResult searched = run("isaac-ce", CHAIN, "mapping.copies=one", "mapping.goal=energy");
        assertThat(joules(searched)).isLessThan(joules(one) / 2);
        assertThat(copies(searched, "a")).isGreaterThan(1);
    }

    /** Of a chip that leaks much, throughput costs power: half of what the fastest draws leaves a slower one. */
    @Test
    void power_stays_within_what_may_be_drawn() {
        RunResult fastest = run("isaac-ce", CHAIN, "mapping.goal=throughput");
        double most = joules(fastest) / (fastest.pace().intervalTicks() / Clock.TICKS_PER_SECOND);
        RunResult idle = run("isaac-ce", CHAIN, "mapping.copies=one");
        double least = joules(idle) / (idle.pace().intervalTicks() / Clock.TICKS_PER_SECOND);
        double allowed = (most + least) / 2;
        RunResult frugal = run(
                "isaac-ce",
                CHAIN,
                "mapping.copies=one",
                "mapping.goal=throughput",
                "mapping.within={power: " + allowed + " W}");
        assertThat(joules(frugal) / (frugal.pace().intervalTicks() / Clock.TICKS_PER_SECOND))
                .isLessThanOrEqualTo(allowed);
        assertThat(frugal.pace().intervalTicks())
                .isGreaterThan(fastest.pace().intervalTicks())
                .isLessThan(idle.pace().intervalTicks());
        assertThatThrownBy(() -> run("isaac-ce", CHAIN, "mapping.goal=throughput", "mapping.within={power: 1 mW}"))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("the most frugal draws");
    }

    @Test
    void area_is_that_of_whole_chips() {
        ChipSpec chip = Given.chip("isaac-ce");
        double mm2 = Inventory.of(chip).areaM2() * 1e6;
        RunResult two = Given.steady(
                Given.chip(
                        "isaac-ce",
                        "chips=8",
                        "mapping.goal=throughput",
                        "mapping.within={area: " + 2.1 * mm2 + " mm2}"),
                Zoo.load("alexnet"));
        assertThat(two.placement().chips()).isEqualTo(2);
        assertThatThrownBy(() -> run("isaac-ce", CHAIN, "mapping.goal=latency", "mapping.within={area: 1 mm2}"))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("one chip has");
    }

    /** One layer of 144 windows is in the way, and arrays are free: it gets copies until something else is. */
    @Test
    void what_is_in_the_way_gets_copies() {
        RunResult plan = run("isaac-ce", CHAIN, "mapping.copies=one");
        RunResult searched = run("isaac-ce", CHAIN, "mapping.copies=one", "mapping.goal=throughput");
        assertThat(searched.pace().intervalTicks()).isLessThan(plan.pace().intervalTicks() / 8);
        assertThat(copies(searched, "a")).isGreaterThan(8);
        assertThat(copies(searched, "c")).isEqualTo(1);
    }

    @Test
    void copies_that_are_stated_stand() {
        RunResult searched = run("isaac-ce", CHAIN, "mapping.layers={a: 2}", "mapping.goal=throughput");
        assertThat(copies(searched, "a")).isEqualTo(2);
    }

    /** A layer of one array for each copy, and ten arrays. */
    @Test
    void no_more_is_taken_than_may_be() {
        ChipSpec chip =
                Given.chip("isaac-ce", "chips=8", "tiles=1", "mapping.goal=throughput", "mapping.within={chips: 2}");
        RunResult few = Given.steady(chip, CHAIN);
        assertThat(few.placement().chips()).isLessThanOrEqualTo(2);
        RunResult arrays = run("isaac-ce", CHAIN, "mapping.goal=throughput", "mapping.within={arrays: 60}");
        assertThat(arrays.placement().arrays()).isLessThanOrEqualTo(60);
        assertThat(arrays.pace().intervalTicks())
                .isGreaterThan(
                        run("isaac-ce", CHAIN, "mapping.goal=throughput").pace().intervalTicks());
    }

    /** What the plan would take is more than may be: it is cut down to that, or refused. */
    @Test
    void the_plan_stays_within_as_well() {
        String[] goals = {"throughput", "latency"};
        for (String goal : goals) {
            RunResult run = run("isaac-ce", CHAIN, "mapping.goal=" + goal, "mapping.within={chips: 1, arrays: 20}");
            assertThat(run.placement().arrays()).isLessThanOrEqualTo(20);
        }
        assertThatThrownBy(() -> run("isaac-ce", CHAIN, "mapping.goal=throughput", "mapping.within={arrays: 3}"))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("mapping.within leaves less");
    }

    /** Where the line of tiles goes on to another chip, a whole map crosses, or the columns at the border alone. */
    @Test
    void layers_column_by_column_send_little_to_other_chips() {
        Network convolutions = Given.network(
                "3, 8, 32",
                "conv: {name: a, out: 40, kernel: 3, pad: 1}",
                "conv: {name: b, out: 40, kernel: 3, pad: 1}");
        String[] copies = {"tiles=12", "tile.cores=1", "chips=16", "mapping.layers={a: 32, b: 16}"};
        RunResult layers = run("isaac-ce", convolutions, copies);
        List<String> settings = new ArrayList<>(Arrays.asList(copies));
        settings.add("mapping.together=1");
        RunResult columns = run("isaac-ce", convolutions, settings.toArray(String[]::new));
        assertThat(columns.placement().arrays()).isEqualTo(layers.placement().arrays());
        assertThat(linkTicks(columns)).isLessThan(linkTicks(layers) / 2);
        assertThat(columns.pace().intervalTicks())
                .isLessThanOrEqualTo(layers.pace().intervalTicks());
        RunInvariants.hold(columns, "columns");
    }

    private static double linkTicks(RunResult run) {
        return IntStream.range(0, run.timed().program().model().resources())
                .filter(resource ->
                        run.timed().program().model().resourceName(resource).startsWith("link"))
                .mapToDouble(resource -> run.alone().busy(resource))
                .sum();
    }

    /** 13 copies of 24 columns: no strips of whole columns, and none for twice as many. */
    @Test
    void arrays_that_do_not_reach_for_even_strips_reach_for_some_that_sway() {
        Network wide = Given.network("3, 24, 24", "conv: {name: a, out: 20, kernel: 3, pad: 1}");
        RunResult whole =
                run("isaac-ce", wide, "mapping={goal: throughput, within: {arrays: 26}, strips: whole}", "chips=1");
        RunResult swaying = run("isaac-ce", wide, "mapping={goal: throughput, within: {arrays: 26}}", "chips=1");
        assertThat(copies(whole, "a")).isEqualTo(12);
        assertThat(copies(swaying, "a")).isEqualTo(13);
        assertThat(swaying.pace().intervalTicks()).isLessThan(whole.pace().intervalTicks());
        RunInvariants.hold(swaying, "swaying");
    }

    /** Sixteen chips, of which the plan of copies uses seven. A minute. */
    @Test
    @Tag("long")
    void vgg16_on_sixteen_chips_takes_8000_inputs_a_second() {
        RunResult searched = Given.steady(Given.chip("isaac-ce", "mapping.goal=throughput"), Zoo.load("vgg16"));
        assertThat(Clock.TICKS_PER_SECOND / searched.pace().intervalTicks()).isGreaterThan(8_000);
        assertThat(searched.placement().together()).isPositive();
    }

    @Test
    void equal_questions_have_equal_answers() {
        RunResult one = run("analog-256", CHAIN, "mapping.goal=throughput");
        RunResult other = run("analog-256", CHAIN, "mapping.goal=throughput");
        for (Stage stage : one.placement().pipeline().stages()) {
            assertThat(other.placement().copies(stage))
                    .isEqualTo(one.placement().copies(stage));
        }
        assertThat(other.timed().search()).isEqualTo(one.timed().search());
    }

    @Test
    void layers_in_turn_have_nothing_to_search() {
        ChipSpec chip = Given.chip("tpu-v1", "mapping.goal=throughput");
        assertThatThrownBy(() -> Given.run(chip, Zoo.load("mlp")))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("leave mapping.goal out");
    }

    private static int copies(RunResult run, String layer) {
        return run.placement().pipeline().stages().stream()
                .filter(stage -> stage.node().name().equals(layer))
                .mapToInt(run.placement()::copies)
                .findFirst()
                .orElseThrow();
    }
}
