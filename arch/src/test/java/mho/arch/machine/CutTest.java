package mho.arch.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import mho.arch.Given;
import mho.arch.Seeds;
import mho.arch.chip.ChipSpec;
import mho.arch.cut.Tiling;
import mho.arch.element.crossbar.values.WrittenArrays;
import mho.arch.plan.Mapper;
import mho.arch.plan.Placement;
import mho.arch.plan.Stage;
import mho.core.engine.ModelSaysNo;
import mho.workloads.network.Network;
import mho.workloads.values.Batch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrays that compute are the arrays that take time, room and energy: as many, as full, with as many columns read. */
class CutTest {
    private static final List<String> SIGNS = List.of("pair", "cell-pair", "offset", "shared-reference");

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void valuesAndTimeCutAMatrixAlike(int seed) {
        Random random = Seeds.random(7000 + seed);
        ChipSpec chip = Given.chip("analog-256", settings(random));
        Network network = Trained.randomly(network(random), random);
        cutAlike(chip, network.folded(), random, seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void valuesAndTimeLeaveOutTheSameZeros(int seed) {
        Random random = Seeds.random(7000 + seed);
        List<String> settings = new ArrayList<>(settings(random));
        Network network = Trained.pruned(Trained.randomly(network(random), random), random);
        if (Given.chip("analog-256", settings).layout().zeros()) {
            settings.add("mapping.compact=zeros");
            cutAlike(Given.chip("analog-256", settings), network.folded(), random, seed);
        }
    }

    private static void cutAlike(ChipSpec chip, Network network, Random random, int seed) {
        Placement placement;
        try {
            placement = Mapper.map(chip.timingView(), network);
        } catch (ModelSaysNo tooSmall) {
            return;
        }
        Batch calibration = Trained.evenly(2, network.node(0).output(), -1, 1, random);
        ProgrammedNetwork analog = ProgrammedNetwork.of(chip, network, List.of(calibration), 0, seed);
        for (Stage stage : placement.pipeline().stages()) {
            if (stage.tiling() != null) {
                String where = "seed %d, %s, %s".formatted(seed, stage.node().name(), chip.layout());
                alike(stage, stage.tiling(), WrittenArrays.of(analog.state(stage.node()), stage.id()), chip, where);
                int seats = placement.seats().get(stage.id()).arrays();
                assertThat(seats).as(where).isEqualTo(stage.arrays() * placement.copies(stage));
            }
        }
    }

    private static void alike(
            Stage stage, Tiling tiling, List<WrittenArrays.Seen> arrays, ChipSpec chip, String where) {
        assertThat(arrays).as(where).hasSize(stage.arrays());
        assertThat(arrays).as(where).allSatisfy(array -> {
            assertThat(array.rows()).isBetween(1, chip.arrayRows());
            assertThat(array.columns()).isBetween(1, chip.arrayColumns());
        });
        assertThat(arrays.stream().mapToInt(array -> array.rows()).max())
                .as(where)
                .hasValue(tiling.rows());
        assertThat(arrays.stream().mapToInt(array -> array.columns()).max())
                .as(where)
                .hasValue(tiling.cells());
        assertThat(arrays.stream().mapToInt(array -> array.rows()).sum())
                .as(where)
                .isEqualTo((int) (tiling.rowLines() * stage.instances()));
        assertThat(arrays.stream().mapToInt(array -> array.columns()).sum())
                .as(where)
                .isEqualTo((int) (tiling.columnLines() * stage.instances()));
        assertThat(IntStream.range(0, tiling.columnBlocks())
                        .map(tiling::outputsOf)
                        .sum())
                .as(where)
                .isEqualTo(Objects.requireNonNull(stage.node().matrix()).groups()
                        * (stage.node().matrix().columns() - stage.columnsLeftOut()));
    }

    private static List<String> settings(Random random) {
        int bits = 1 + random.nextInt(8);
        int cellBits = 1 + random.nextInt(bits);
        return List.of(
                "chips=64",
                "tile.core.array.rows=" + (3 + random.nextInt(60)),
                "tile.core.array.columns=" + (2 * bits + 1 + random.nextInt(90)),
                "tile.core.array.read-time=10 ns",
                "tile.core.array.cell={bits: " + cellBits + "}",
                "tile.core.weights={bits: %d, sign: %s, bias: %s}"
                        .formatted(bits, SIGNS.get(random.nextInt(4)), random.nextBoolean() ? "array" : "digital"),
                "tile.core.driver={kind: pulse-duration, bits: 8, unit: 1 ns, energy: 1 pJ, area: 1 um2}",
                "tile.core.adc={kind: sar, bits: 8, rate: 1 GS/s, count: 1, energy: 1 pJ, area: 1 um2}");
    }

    /** Plain, grouped, depthwise and locally connected convolutions, dense and recurrent layers. */
    private static Network network(Random random) {
        int groups = 1 + random.nextInt(6);
        int channels = groups * (1 + random.nextInt(4));
        int wide = 4 + random.nextInt(3);
        String conv = "conv: {out: %d, kernel: %d, groups: %d}"
                .formatted(groups * (1 + random.nextInt(5)), 1 + random.nextInt(3), groups);
        return switch (random.nextInt(4)) {
            case 0 -> Given.network(
                    "%d, %d, %d".formatted(channels, wide, wide),
                    "conv: {out: %d, kernel: 3, pad: 1, groups: %d}".formatted(channels, channels),
                    conv);
            case 1 -> Given.network(
                    "%d, %d, %d".formatted(channels, wide, wide), "local: {out: 5, kernel: 2}", "dense: {out: 70}");
            case 2 -> Given.network("%d, 1, 5".formatted(channels), "lstm: {hidden: 9}", "dense: {out: 20}");
            default -> Given.network(
                    "%d, %d, %d".formatted(channels, wide, wide),
                    conv,
                    "dense: {out: %d}".formatted(1 + random.nextInt(99)));
        };
    }
}
