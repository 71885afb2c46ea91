package mho.arch.element.adders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mho.arch.Given;
import mho.arch.RunInvariants;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Chips;
import mho.arch.chip.Tile;
import mho.arch.element.Block;
import mho.arch.element.Component;
import mho.arch.element.ElementTiming;
import mho.arch.element.Service;
import mho.arch.run.RunResult;
import mho.core.yaml.BadInput;
import mho.core.yaml.Setting;
import mho.workloads.network.Network;
import mho.workloads.task.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                .hasMessageContaining(
                        "expected one of adders, crossbar, mac-array, photonic, row-logic, did you mean \"adders\"?");
    }

    /** The file it extends names no kind, for its own is the usual one. */
    @Test
    void aFileThatExtendsAChipReplacesWhatComputesByNamingAnotherKind(@TempDir Path folder) throws IOException {
        String core = "{kind: adders, rows: 64, columns: 32, row: 10 ns, energy: 1 pJ, area: 100 um2, source: nobody}";
        Path file = Files.writeString(
                folder.resolve("digital.yaml"),
                """
                chip: digital
                extends: isaac-ce
                chips: 1
                link: null
                tile: {core: %s}
                """
                        .formatted(core));
        assertThat(Chips.load(file.toString(), List.of()).spec().element()).isEqualTo(chip.element());
        Path more = Files.writeString(
                folder.resolve("more.yaml"),
                """
                chip: more
                extends: %s
                tile: {core: {rows: 128}}
                """
                        .formatted(file));
        assertThat(((Adders) Chips.load(more.toString(), List.of()).spec().element()).rows())
                .isEqualTo(128);
        Setting axis = Setting.parse("tile.core=" + core).merging();
        assertThat(Chips.load("isaac-ce", List.of(axis)).spec().element()).isEqualTo(chip.element());
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
        assertThat(chip.timingView()
                        .onlyKind()
                        .element()
                        .service(Verb.MULTIPLY, new Block(64, 32, 1))
                        .occupancyCycles())
                .isEqualTo(cycles);
        assertThat(run.alone().end()).isGreaterThan(cycles * 100_000_000L);
        ElementTiming timing = chip.timingView().onlyKind().element();
        assertThat(timing.service(Verb.MULTIPLY, new Block(10, 32, 1))).isEqualTo(new Service(10, 11));
        assertThat(timing.service(Verb.MULTIPLY, new Block(10, 32, 7))).isEqualTo(new Service(70, 71));
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
