package mho.reports.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mho.arch.chip.Chips;
import mho.arch.power.BookedPrices;
import mho.arch.run.InputCount;
import mho.arch.run.Run;
import mho.arch.run.RunResult;
import mho.core.engine.Watcher;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search for a mapping takes an input to cost is what the books of its report come to. */
class PriceOfAnInputTest {

    @ParameterizedTest
    @ValueSource(strings = {"isaac-ce", "analog-256", "hybrid-256", "hermes-64-1phase", "tpu-v1", "dadiannao"})
    void it_is_the_total_of_the_books(String chip) {
        Chips.Loaded loaded = Chips.load(chip, List.of());
        RunResult run = Run.run(loaded.spec(), Zoo.load("mlp"), InputCount.untilSteady(4), Watcher.NONE);
        Totals totals = Metrics.of(run, loaded.tree(), new Report.RunFacts(chip, "mlp", 4, 1, "test", ""))
                .totals();
        double joules = new BookedPrices(loaded.spec(), run.inventory())
                .joules(run.timed(), totals.times().intervalS());
        assertThat(joules)
                .isCloseTo(totals.energy().totalJ(), within(totals.energy().totalJ() * 1e-12));
        assertThat(joules).isPositive();
    }
}
