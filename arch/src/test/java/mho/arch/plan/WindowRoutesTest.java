package mho.arch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import mho.arch.Seeds;
import mho.arch.cut.Interval;
import mho.workloads.network.ReceptiveField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WindowRoutesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_window_goes_to_every_tile_whose_windows_read_it_and_to_no_other(long seed) {
        Random random = Seeds.random(seed);
        for (int i = 0; i < 300; i++) {
            ReceptiveField field = RandomFields.field(random);
            StagePlacement seats = seats(random, field.windows());
            WindowRoutes routes =
                    WindowRoutes.of(new StageEdge(0, 1, field, 1), field.positions(), seats, new MappingEffort());
            List<TreeSet<Integer>> expected = new ArrayList<>();
            for (int p = 0; p < field.positions(); p++) {
                expected.add(new TreeSet<>());
            }
            for (int w = 0; w < field.windows(); w++) {
                CopyPlacement site = seats.sites().get(seats.siteOf(w));
                for (int p : RandomFields.positions(field, w)) {
                    site.fragments().forEach(f -> expected.get(p).add(f.tile()));
                }
            }
            for (int p = 0; p < field.positions(); p++) {
                assertThat(routes.tilesOf(p))
                        .as("seed %d, example %d, window %d: %s", seed, i, p, field)
                        .containsExactly(expected.get(p).stream()
                                .mapToInt(Integer::intValue)
                                .toArray());
            }
            sharesAddUp(routes, expected);
        }
    }

    private static void sharesAddUp(WindowRoutes routes, List<TreeSet<Integer>> expected) {
        Map<Integer, Double> shares = routes.shares();
        shares.forEach((tile, share) -> assertThat(share * expected.size())
                .isCloseTo(
                        expected.stream().filter(e -> e.contains(tile)).count(),
                        org.assertj.core.data.Offset.offset(1e-9)));
    }

    private static StagePlacement seats(Random random, int windows) {
        List<CopyPlacement> sites = new ArrayList<>();
        for (int s = 1 + random.nextInt(4); s > 0; s--) {
            List<CopyPlacement.Fragment> fragments = new ArrayList<>();
            int tile = random.nextInt(3);
            for (int f = 1 + random.nextInt(2); f > 0; f--) {
                fragments.add(new CopyPlacement.Fragment(tile, List.of(), Interval.ALL, Interval.ALL));
                tile += 1 + random.nextInt(3);
            }
            sites.add(new CopyPlacement(fragments));
        }
        return new StagePlacement(sites, random.ints(windows, 0, sites.size()).toArray());
    }

    @Test
    void behind_a_barrier_everything_goes_everywhere() {
        StagePlacement seats =
                new StagePlacement(List.of(CopyPlacement.digital(3), CopyPlacement.digital(1)), new int[] {0, 0, 0, 1});
        WindowRoutes routes = WindowRoutes.of(
                new StageEdge(0, 1, ReceptiveField.identity(2, 2).behind(4), 1), 4, seats, new MappingEffort());

        assertThat(routes.sets()).hasSize(1);
        assertThat(routes.tilesOf(2)).containsExactly(1, 3);
    }

    @Test
    void several_readers_get_the_union_of_tiles_and_channels() {
        ReceptiveField field = ReceptiveField.identity(1, 2);
        CopyPlacement left = new CopyPlacement(
                List.of(new CopyPlacement.Fragment(0, List.of(), new Interval(0, 0.5), Interval.ALL)));
        CopyPlacement right = new CopyPlacement(
                List.of(new CopyPlacement.Fragment(0, List.of(), new Interval(0.5, 0.75), Interval.ALL)));
        WindowRoutes one = WindowRoutes.of(
                new StageEdge(0, 1, field, 1),
                2,
                new StagePlacement(List.of(left, CopyPlacement.digital(2)), new int[] {0, 1}),
                new MappingEffort());
        WindowRoutes two = WindowRoutes.of(
                new StageEdge(0, 2, field, 1),
                2,
                new StagePlacement(List.of(right), new int[] {0, 0}),
                new MappingEffort());
        WindowRoutes both = WindowRoutes.union(List.of(one, two), 2);

        assertThat(both.tilesOf(0)).containsExactly(0);
        assertThat(both.tilesOf(1)).containsExactly(0, 2);
        assertThat(both.channels()).containsEntry(0, new Interval(0, 0.75)).containsEntry(2, Interval.ALL);
    }
}
