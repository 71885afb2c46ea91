package mho.reports.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mho.arch.chip.ChipFiles;
import mho.arch.power.BookedPrices;
import mho.arch.run.InputCount;
import mho.arch.run.Run;
import mho.arch.run.RunResult;
import mho.core.engine.Watcher;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Yaml;
import mho.reports.metrics.Metrics;
import mho.reports.metrics.Report;
import mho.workloads.network.Activation;
import mho.workloads.network.Dense;
import mho.workloads.network.Network;
import mho.workloads.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What moves a figure, against the figure measured again from nothing. */
class TornadosTest {
    private static final Network LAYER = layer();

    private static Network layer() {
        var builder = Network.builder("layer", "", "");
        int input = builder.input("input", Shape.vector(256));
        builder.add("dense", new Dense(128, false, false), List.of(input), Activation.NONE, 0, null);
        return builder.build();
    }

    private static TornadoSide joules(String machine) {
        return new TornadoSide(
                machine, Map.of(), at -> at.report(LAYER).totals().energy().totalJ());
    }

    private static TornadoSide interval(String machine) {
        return new TornadoSide(
                machine, Map.of(), at -> at.report(LAYER).totals().times().intervalS());
    }

    private static Tornado of(TornadoQuestion question) {
        List<Tornado> all = Tornados.of(List.of(question), TornadoProgress.NONE);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static TornadoBar bar(Tornado tornado, String path) {
        return tornado.bars().stream()
                .filter(bar -> bar.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** Prices times counts: a fifth of a part's price is a fifth of its joules. */
    @Test
    void a_price_moves_an_energy_by_a_fifth_of_its_share() {
        Report report = MeasuredMachine.of("boltzmann", List.of()).report(LAYER);
        double whole = report.totals().energy().totalJ();
        Tornado tornado = of(new TornadoQuestion("layer", "J", joules("boltzmann"), null));

        assertThat(tornado.figure()).isEqualTo(whole);
        for (String part : List.of("tile.core.adc", "tile.core.driver", "tile.buffer", "tile.core.control")) {
            double share = report.entries().stream()
                            .filter(entry -> entry.component().equals(part)
                                    && !entry.layer().equals("(static)"))
                            .mapToDouble(Report.Entry::energyJ)
                            .sum()
                    / whole;
            TornadoBar bar = bar(tornado, part + ".energy");
            assertThat(share).as(part).isPositive();
            assertThat(bar.high().change()).as(part).isCloseTo(0.2 * share, within(1e-9));
            assertThat(bar.low().change()).as(part).isCloseTo(-0.2 * share, within(1e-9));
        }
    }

    /** Nothing that is kept of one run goes into another whose figures it does not fit. */
    @ParameterizedTest
    @ValueSource(strings = {"boltzmann", "prime-cpu", "puma"})
    void every_move_is_what_the_machine_would_measure_by_itself(String name) {
        Tornado energy = of(new TornadoQuestion("energy", "J", joules(name), null));
        Tornado pace = of(new TornadoQuestion("interval", "s", interval(name), null));
        MapNode tree = ChipFiles.load(name, List.of()).tree();
        int compared = 0;
        for (AssumedNumber number : AssumedNumber.in(tree).numbers()) {
            TornadoTrial joules = bar(energy, number.path()).high();
            TornadoTrial seconds = bar(pace, number.path()).high();
            assertThat(joules.change() == null).isEqualTo(seconds.change() == null);
            if (joules.change() != null && seconds.change() != null) {
                ScalarNode value = new ScalarNode(Mark.of("here"), joules.value(), false);
                Report fresh = fresh(ChipFiles.bind(tree.with(number.path(), value)));
                assertThat(energy.figure() * (1 + joules.change()))
                        .as(number.path())
                        .isCloseTo(fresh.totals().energy().totalJ(), within(1e-12 * energy.figure()));
                assertThat(pace.figure() * (1 + seconds.change()))
                        .as(number.path())
                        .isCloseTo(fresh.totals().times().intervalS(), within(1e-12 * pace.figure()));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(name.equals("prime-cpu") ? 0 : 20);
    }

    private static Report fresh(ChipFiles.Loaded chip) {
        RunResult run = chip.file()
                .as(
                        spec -> Run.run(
                                spec,
                                chip.inventory(),
                                new BookedPrices(spec, chip.inventory()),
                                LAYER,
                                InputCount.untilSteady(2),
                                Watcher.NONE),
                        machine -> Run.run(machine, LAYER, 2, Watcher.NONE));
        return Metrics.of(run, chip.tree(), new Report.RunFacts("", "", 0, 0, "", ""));
    }

    @Test
    void a_machine_over_itself_hangs_on_nothing() {
        Tornado tornado = of(new TornadoQuestion("one", "1", joules("boltzmann"), joules("boltzmann")));

        assertThat(tornado.figure()).isEqualTo(1);
        assertThat(tornado.bars()).hasSizeGreaterThan(50).noneMatch(TornadoBar::moves);
        assertThat(tornado.most()).isEmpty();
    }

    @Test
    void a_ratio_moves_with_the_upper_figure_and_against_the_lower() {
        Tornado up = of(new TornadoQuestion("ratio", "1", interval("boltzmann"), interval("prime-cpu")));
        Tornado own = of(new TornadoQuestion("own", "s", interval("prime-cpu"), null));
        TornadoBar bandwidth = bar(up, "memory.dram.bandwidth");

        assertThat(up.figure())
                .isEqualTo(
                        interval("boltzmann").measured() / interval("prime-cpu").measured());
        assertThat(bandwidth.machine()).isEqualTo("prime-cpu");
        assertThat(1 + Objects.requireNonNull(bandwidth.high().change()))
                .isCloseTo(
                        1
                                / (1
                                        + Objects.requireNonNull(bar(own, "memory.dram.bandwidth")
                                                .high()
                                                .change())),
                        within(1e-12));
        assertThat(bar(up, "link.bandwidth").machine()).isEqualTo("boltzmann");
    }

    /** Both extend one file, which assumes it once. */
    @Test
    void what_two_machines_inherit_is_moved_in_both() {
        Tornado tornado = of(new TornadoQuestion("ratio", "1", joules("drisa-nor"), joules("drisa-mixed")));

        assertThat(bar(tornado, "tile.core.sum-bits").machine()).isEqualTo("drisa-nor and drisa-mixed");
        assertThat(tornado.bars()).extracting(TornadoBar::path).doesNotHaveDuplicates();
    }

    @Test
    void the_most_moving_stands_first() {
        Tornado tornado = of(new TornadoQuestion("layer", "J", joules("boltzmann"), null));

        assertThat(tornado.bars())
                .isSortedAccordingTo(
                        Comparator.comparingDouble(TornadoBar::swing).reversed());
        assertThat(tornado.most()).contains(tornado.bars().get(0));
        assertThat(tornado.fixed())
                .extracting(FixedAssumption::path, FixedAssumption::why)
                .contains(org.assertj.core.groups.Tuple.tuple("tile.buffer.kind", "is no number"));
    }

    @Test
    void progress_counts_every_move_of_every_machine() {
        List<Integer> told = new ArrayList<>();
        Tornados.of(
                List.of(new TornadoQuestion("ratio", "1", joules("prime-cpu"), joules("boltzmann"))), (done, all) -> {
                    synchronized (told) {
                        told.add(done);
                        assertThat(done).isLessThanOrEqualTo(all);
                    }
                });
        int numbers = AssumedNumber.in(ChipFiles.load("prime-cpu", List.of()).tree())
                        .numbers()
                        .size()
                + AssumedNumber.in(ChipFiles.load("boltzmann", List.of()).tree())
                        .numbers()
                        .size();

        assertThat(told).hasSize(2 * numbers).contains(1, 2 * numbers);
    }

    @ParameterizedTest
    @CsvSource({
        "8, 1.2, 9.6 10",
        "8, 0.8, 6.4 6",
        "1 bit, 1.2, 1.2 bit|2 bit",
        "1 bit, 0.8, 0.8 bit|0 bit",
        "64 KiB, 1.2, 76.8 KiB|77 KiB",
        "1.5 ns, 0.8, 1.2 ns",
        "1.066 GHz, 1.2, 1.2792 GHz",
        "10, 1.2, 12",
        "2, 1.2, 2.4 3",
        "2, 0.8, 1.6 1",
        "1e-3, 1.2, 0.0012"
    })
    void a_whole_number_becomes_the_nearest_that_can_be(String text, BigDecimal factor, String tried) {
        AssumedNumber number = new AssumedNumber("a", new ScalarNode(Mark.of("here"), text, false), "");
        String separator = tried.contains("|") ? "\\|" : text.matches("[0-9.e-]+") ? " " : "\\|";

        assertThat(number.times(factor))
                .extracting(AssumedNumber.Tried::text)
                .containsExactly(tried.split(separator, -1));
    }

    @Test
    void what_is_assumed_whole_is_assumed_number_by_number() {
        MapNode file = (MapNode)
                Yaml.parse(
                        "a.yaml",
                        """
                part: {clock: 1 GHz, cells: {bits: 2, kind: sram}, energy: 0 J, assumed: {clock: as remembered}}
                other: {part: 3, kind: sar, assumed: {kind: usual}}
                assumed: {part: all of it, other.part: some}
                """);
        AssumedNumber.Found found = AssumedNumber.in(file);

        assertThat(found.numbers())
                .extracting(AssumedNumber::path, AssumedNumber::reasoning)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("part.clock", "as remembered"),
                        org.assertj.core.groups.Tuple.tuple("part.cells.bits", "all of it"),
                        org.assertj.core.groups.Tuple.tuple("other.part", "some"));
        assertThat(found.fixed()).extracting(FixedAssumption::path).containsExactly("other.kind");
    }
}
