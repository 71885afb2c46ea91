package mho.arch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import mho.arch.Given;
import mho.arch.RandomNetworks;
import mho.arch.Seeds;
import mho.arch.chip.ChipSpec;
import mho.arch.cut.Tiling;
import mho.core.engine.ModelSaysNo;
import mho.workloads.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PlacementTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_array_stands_once_no_tile_is_overfull_and_owners_own(long seed) {
        ChipSpec chip = chip(Seeds.random(seed));
        Network network = seed % 10 == 9
                ? RandomNetworks.sequence(seed, 40)
                : RandomNetworks.branching(seed, 2 + (int) (seed % 4), 60);
        Placement placement;
        try {
            placement = Mapper.map(chip.timingView(), network.folded());
        } catch (ModelSaysNo no) {
            assertThat(no.getMessage()).as("seed %d", seed).contains("needs");
            return;
        }
        Map<Integer, Integer> arraysInTile = new TreeMap<>();
        for (Stage stage : placement.pipeline().stages()) {
            for (CopyPlacement site : placement.seats().get(stage.id()).sites()) {
                String where = "seed %d, %s: %s".formatted(seed, stage.node().name(), site);
                if (stage.tiling() != null) {
                    isComplete(site, stage.tiling(), where);
                }
                if (!stage.isInput()) {
                    outputsAddUp(site, where);
                }
                site.fragments().forEach(f -> arraysInTile.merge(f.tile(), f.arrays(), Integer::sum));
            }
        }
        int most = chip.tile().cores() * chip.element().arrays();
        assertThat(arraysInTile.values()).as("seed %d", seed).allSatisfy(n -> assertThat(n)
                .isLessThanOrEqualTo(most));
        assertThat(arraysInTile.keySet()).as("seed %d", seed).allSatisfy(tile -> assertThat(tile)
                .isLessThan(placement.tiles()));
        assertThat(placement.tiles()).isLessThanOrEqualTo(chip.chips() * chip.tiles());
        buffersHold(placement, chip, seed);
    }

    private static ChipSpec chip(Random random) {
        List<String> settings = new ArrayList<>();
        settings.add("tiles=%d".formatted(20 + random.nextInt(60)));
        settings.add("chips=%d".formatted(1 + random.nextInt(4)));
        settings.add("tile.cores=%d".formatted(1 + random.nextInt(4)));
        settings.add("tile.core.arrays=%d".formatted(1 + random.nextInt(5)));
        settings.add("tile.core.array.rows=%d".formatted(8 << random.nextInt(4)));
        settings.add("tile.core.array.columns=%d".formatted(8 << random.nextInt(4)));
        settings.add("tile.buffer.size=%d B".formatted(512 << random.nextInt(8)));
        settings.add("mapping.copies=" + List.of("one", "balanced", "fill").get(random.nextInt(3)));
        settings.add("mapping.together=" + random.nextInt(4));
        settings.add("mapping.strips=" + List.of("whole", "swaying").get(random.nextInt(2)));
        return Given.chip("isaac-ce", settings);
    }

    private static void isComplete(CopyPlacement site, Tiling tiling, String where) {
        int[] rowBlocks = new int[tiling.columnBlocks()];
        int[] owner = new int[tiling.columnBlocks()];
        java.util.Arrays.fill(owner, -1);
        TreeSet<Integer> tiles = new TreeSet<>();
        for (CopyPlacement.Fragment fragment : site.fragments()) {
            assertThat(tiles.add(fragment.tile()))
                    .as("%s: a fragment a tile", where)
                    .isTrue();
            for (CopyPlacement.Piece piece : fragment.pieces()) {
                rowBlocks[piece.columnBlock()] += piece.rowBlocks();
                assertThat(owner[piece.columnBlock()])
                        .as("%s: one owner", where)
                        .isIn(-1, piece.owner());
                owner[piece.columnBlock()] = piece.owner();
            }
        }
        assertThat(rowBlocks).as(where).containsOnly(tiling.rowBlocks());
        int before = 0;
        for (int block = 0; block < owner.length; block++) {
            CopyPlacement.Fragment owns = site.fragments().get(owner[block]);
            int wanted = block;
            assertThat(owns.pieces()).as("%s: owner %d", where, block).anyMatch(p -> p.columnBlock() == wanted);
            double middle = (before + tiling.outputsOf(block) / 2.0) / tiling.outputs();
            before += tiling.outputsOf(block);
            assertThat(owns.outputs().from()).as(where).isLessThan(middle);
            assertThat(owns.outputs().to()).as(where).isGreaterThan(middle);
        }
    }

    private static void outputsAddUp(CopyPlacement site, String where) {
        double all =
                site.fragments().stream().mapToDouble(f -> f.outputs().length()).sum();
        assertThat(all).as("%s: every output is made once", where).isCloseTo(1, within(1e-9));
    }

    /** What the buffers may hold at once fits every tile; and they hold what rules out deadlock. */
    private static void buffersHold(Placement placement, ChipSpec chip, long seed) {
        Map<Integer, Double> bytes = new TreeMap<>();
        List<StageEdge> readings = placement.pipeline().readings();
        int[] least = LeastRoom.of(placement.pipeline().stages().size(), placement.dependencies(), new MappingEffort());
        for (int d = 0; d < readings.size(); d++) {
            StageEdge reading = readings.get(d);
            Stage producer = placement.pipeline().stages().get(reading.producer());
            WindowRoutes routes = WindowRoutes.of(
                    reading, producer.windows(), placement.seats().get(reading.consumer()), new MappingEffort());
            int capacity = placement.capacity()[d];
            assertThat(capacity).as("seed %d, %s", seed, reading).isGreaterThanOrEqualTo(least[d]);
            int held = Math.min(capacity, producer.windows());
            routes.shares().forEach((tile, share) -> {
                int channels = java.util.Objects.requireNonNull(
                                routes.channels().get(tile))
                        .of(producer.node().output().channels());
                bytes.merge(tile, held * share * Math.max(1, channels) * 2, Double::sum);
            });
        }
        bytes.forEach((tile, held) -> assertThat(held)
                .as("seed %d, tile %d", seed, tile)
                .isLessThanOrEqualTo(chip.tile().buffer().size() * (1 + 1e-6)));
    }

    @Test
    void what_is_too_large_is_told_how_many_chips_would_do() {
        ChipSpec small = Given.chip("isaac-ce", "chips=1", "tiles=2", "mapping.copies=one");
        Network network = Given.network("1, 1, 128", "dense: {out: 7000}");

        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> Mapper.map(small.timingView(), network.folded())))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessage("the network needs 438 arrays; isaac-ce has 1 chip of 2 tiles with 96 arrays each:"
                        + " 3 chips would do (--set chips=3)");
        assertThat(Mapper.map(
                                Given.chip("isaac-ce", "chips=3", "tiles=2", "mapping.copies=one")
                                        .timingView(),
                                network.folded())
                        .chips())
                .isEqualTo(3);
    }
}
