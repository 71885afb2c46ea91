package mho.reports.explore;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mho.arch.plan.CopyPlacement;
import mho.core.yaml.Yaml;
import mho.reports.config.NamedInputs;
import mho.reports.metrics.LayerRow;
import mho.reports.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloorUseTest {
    private static Answer answer(String chip, String network) {
        AskedDesign design = AskedDesign.of(Yaml.parse("test", "{chip: %s, network: %s}".formatted(chip, network)));
        try (Explorer explorer = Explorer.of(design, new Scratch(1))) {
            return explorer.answer(design.config(new NamedInputs()), Progress.NONE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "analog-256, lenet5, grid",
        "isaac-ce, lenet5, grid",
        "hybrid-256, lenet5, grid",
        "dadiannao, lenet5, grid",
        "ibm-34, mlp, grid",
        "tpu-v1, mlp, grid"
    })
    void everyArrayStandsInATileAndNothingIsBusierThanTheInterval(String chip, String network, String shape) {
        Answer answer = answer(chip, network);
        FloorUse floor = answer.floor();

        List<CopyPlacement.Fragment> drawn = answer.timed().placement().seats().stream()
                .flatMap(seats -> seats.sites().stream())
                .flatMap(site -> site.fragments().stream())
                .filter(fragment -> fragment.tile() < floor.tiles().size())
                .toList();
        assertThat(floor.tiles().stream().mapToLong(FloorUse.UsedTile::arrays).sum())
                .isEqualTo(
                        drawn.stream().mapToLong(CopyPlacement.Fragment::arrays).sum());
        assertThat(floor.tiles()).allSatisfy(tile -> assertThat(tile.busy()).isBetween(0.0, 1.0));
        assertThat(floor.links()).allSatisfy(link -> assertThat(link.busy()).isBetween(0.0, 1.0));
        assertThat(floor.shape()).isEqualTo(shape);
        assertThat(floor.tiles().stream().filter(tile -> !tile.layers().isEmpty()))
                .hasSize((int) drawn.stream()
                        .mapToInt(CopyPlacement.Fragment::tile)
                        .distinct()
                        .count());
    }

    @Test
    void aTileOfOneLayerIsBusyAsItsArraysAre() {
        Answer answer = answer("analog-256", "lenet5");
        LayerRow.Times first = requireNonNull(answer.report().layers().get(1).times());
        double busy = requireNonNull(first.leastIntervalS())
                / answer.report().totals().times().intervalS();
        assertThat(answer.floor().tiles())
                .filteredOn(tile -> tile.layers().contains("C1") && tile.arrays() > 0)
                .isNotEmpty()
                .allSatisfy(tile -> assertThat(tile.busy()).isCloseTo(busy, within(1e-9)));
    }

    @Test
    void placesAreThoseThatLinksAreCalledBy() {
        FloorUse floor = answer("analog-256", "lenet5").floor();
        assertThat(floor.links()).isNotEmpty();
        for (FloorUse.UsedLink link : floor.links()) {
            assertThat(link.name())
                    .isEqualTo("chip%d.mesh(%d,%d)-(%d,%d)"
                            .formatted(link.chip(), link.fromColumn(), link.fromRow(), link.toColumn(), link.toRow()));
            assertThat(floor.tiles().stream().map(FloorUse.UsedTile::place))
                    .anyMatch(place -> place.column() == link.fromColumn() && place.row() == link.fromRow());
        }
    }

    @Test
    void aMachineWithoutTilesHasNoFloor() {
        assertThat(answer("titan-x", "lenet5").floor()).isEqualTo(FloorUse.NONE);
    }
}
