package mho.arch.element.adders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mho.arch.Given;
import mho.arch.RunInvariants;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Tile;
import mho.arch.element.Component;
import mho.arch.run.RunResult;
import mho.core.yaml.BadInput;
import mho.workloads.network.Network;
import org.junit.jupiter.api.Test;

/** A kind of element that nobody but its package and one line of registration knows is cut for, timed, counted and priced. */
final class SecondKindTest {
    private static final String ADDERS =
            "tile.core={kind: adders, rows: 64, columns: 32, row: 10 ns, energy: 1 pJ, area: 100 um2,"
                    + " source: nobody}";
    private static final Network DENSE = Given.network("100", "dense: {out: 40, bias: false}");
    private static final int LAYER = 1;

    private final ChipSpec chip = Given.chip("isaac-ce", "chips=1", "link=null", ADDERS);

    @Test
    void theFileNamesTheKind() {
        assertThat(chip.element()).isInstanceOf(Adders.class);
        assertThatThrownBy(() -> Given.chip("isaac-ce", "tile.core={kind: adder, rows: 4}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("expected one of adders, crossbar, did you mean \"adders\"?");
    }

    @Test
    void matricesAreCutForIt() {
        RunResult run = Given.run(chip, DENSE);
        assertThat(run.placement().arrays()).isEqualTo(2 * 2); // 100 rows of 64, 40 columns of 32
    }

    /** 64 rows of 10 ns, in cycles of 100 ns rounded up to one a row. */
    @Test
    void itsTimeIsThatOfItsRows() {
        RunResult run = Given.run(chip, DENSE);
        int cycles = 64 * 1;
        assertThat(chip.timingView().element().multiply(32).occupancyCycles()).isEqualTo(cycles);
        assertThat(run.alone().end()).isGreaterThan(cycles * 100_000_000L);
    }

    @Test
    void whatItsPartsDoIsCountedAndPricedByItsOwnNames() {
        RunResult run = Given.run(chip, DENSE);
        assertThat(run.perImage(LAYER, Adders.SUM)).isEqualTo(100 * 40);
        assertThat(run.inventory().price(Adders.SUM).joules()).isEqualTo(1e-12);
        Component part = run.inventory().component("tile.core");
        assertThat(part.instancesPerChip())
                .isEqualTo(32.0 * chip.tiles() * chip.tile().cores());
        assertThat(run.inventory().actions()).contains(Adders.SUM, Tile.BUFFER_READ);
        assertThat(RunInvariants.energyJ(run, LAYER)).isGreaterThan(100 * 40 * 1e-12);
    }

    @Test
    void whatHoldsOfEveryChipHoldsWithIt() {
        RunInvariants.hold(Given.steady(chip, DENSE), "adders");
    }

    @Test
    void itsPeakIsAProductAColumnARow() {
        double elements = (double) chip.tiles() * chip.tile().cores();
        assertThat(chip.peakOpsPerSecond()).isCloseTo(elements * 2 * 32 / 10e-9, within(1.0));
    }
}
