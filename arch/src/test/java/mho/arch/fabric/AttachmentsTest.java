package mho.arch.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import mho.arch.Given;
import mho.arch.topology.RouterTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AttachmentsTest {
    @ParameterizedTest
    @CsvSource({"168, 7, 4, 4", "64, 8, 1, 2", "256, 16, 1, 4", "1, 1, 1, 1", "7, 3, 2, 1", "5, 9, 1, 4", "13, 4, 3, 8"
    })
    void a_route_takes_the_row_first_and_as_many_hops_as_rows_and_columns_lie_between(
            int tiles, int columns, int concentration, int links) {
        Attachments grid = Trial.mesh(tiles, columns, concentration, links);
        for (int from = 0; from < tiles; from++) {
            for (int to = 0; to < tiles; to++) {
                int router = grid.router(from);
                int target = grid.router(to);
                int distance =
                        Math.abs(x(grid, router) - x(grid, target)) + Math.abs(y(grid, router) - y(grid, target));
                int hops = 0;
                boolean turned = false;
                while (router != target) {
                    int next = grid.routes().next(router, target);
                    boolean alongRow = y(grid, next) == y(grid, router);
                    assertThat(turned && alongRow).isFalse();
                    assertThat(Math.abs(x(grid, next) - x(grid, router)) + Math.abs(y(grid, next) - y(grid, router)))
                            .isOne();
                    turned = turned || !alongRow;
                    router = next;
                    hops++;
                }
                assertThat(hops).isEqualTo(distance);
            }
        }
    }

    @Test
    void isaacs_tiles_stand_four_at_each_of_42_routers() {
        Attachments grid = Attachments.of(Given.chip("isaac-ce").timingView());
        TreeSet<Integer> routers = new TreeSet<>();
        for (int tile = 0; tile < 168; tile++) {
            routers.add(grid.router(tile));
            assertThat(grid.router(tile)).isEqualTo(grid.router(tile / 4 * 4));
        }
        assertThat(routers).hasSize(42);
        assertThat(routers.first()).isZero();
        assertThat(routers.last()).isEqualTo(41);
    }

    @Test
    void tiles_that_follow_one_another_are_neighbours() {
        Attachments grid = Trial.mesh(64, 8, 1, 2);
        for (int tile = 1; tile < 64; tile++) {
            int a = grid.router(tile - 1);
            int b = grid.router(tile);
            assertThat(Math.abs(x(grid, a) - x(grid, b)) + Math.abs(y(grid, a) - y(grid, b)))
                    .isOne();
        }
    }

    @ParameterizedTest
    @CsvSource({"168, 7, 4, 4", "64, 8, 1, 2", "256, 16, 1, 4", "1, 1, 1, 1", "7, 3, 2, 8", "4, 2, 1, 12"})
    void links_stand_on_the_grid_backwards_along_the_top_onwards_along_the_bottom(
            int tiles, int columns, int concentration, int links) {
        Attachments grid = Trial.mesh(tiles, columns, concentration, links);
        int rows = (int) Math.ceil(Math.ceil(tiles / (double) concentration) / columns);
        for (int lane = 0; lane < Math.max(1, links / 2); lane++) {
            int backwards = grid.router(Attachments.hub(false, lane));
            int onwards = grid.router(Attachments.hub(true, lane));
            assertThat(y(grid, backwards)).isZero();
            assertThat(y(grid, onwards)).isEqualTo(rows - 1);
            assertThat(x(grid, onwards)).isEqualTo(x(grid, backwards)).isLessThan(columns);
        }
        for (int tile = 0; tile < tiles; tile++) {
            assertThat(grid.lane(tile)).isBetween(0, Math.max(1, links / 2) - 1);
        }
    }

    /** As many links and tiles as a chip file may state: lanes and routers stay within the grid. */
    @Test
    void the_largest_numbers_keep_to_the_grid() {
        int columns = 1 << 10;
        Attachments grid = Trial.mesh(1 << 19, columns, 1, Integer.MAX_VALUE);
        for (int tile : new int[] {0, 1, columns - 1, columns, (1 << 19) - 1}) {
            int lane = grid.lane(tile);
            assertThat(lane).isBetween(0, Integer.MAX_VALUE / 2 - 1);
            for (boolean next : new boolean[] {true, false}) {
                int router = grid.router(Attachments.hub(next, lane));
                assertThat(Math.abs(x(grid, router) - x(grid, grid.router(tile))))
                        .isLessThanOrEqualTo(1);
                assertThat(y(grid, router)).isEqualTo(next ? 511 : 0);
            }
        }
        Attachments one = Trial.mesh(100, 7, Integer.MAX_VALUE, 1);
        assertThat(one.router(99)).isZero();
    }

    private static int x(Attachments grid, int router) {
        return router % grid.routes().columns();
    }

    private static int y(Attachments grid, int router) {
        return router / grid.routes().columns();
    }

    /** A tree's links attach at its root, whatever their lane; tiles stand at the lowest routers, in order. */
    @Test
    void links_stand_at_the_root_of_a_tree() {
        Attachments tree = new Attachments(32, 2, 4, new RouterTree(4).routes(16, 1));
        for (int lane = 0; lane < 2; lane++) {
            assertThat(tree.router(Attachments.hub(true, lane))).isEqualTo(20);
            assertThat(tree.router(Attachments.hub(false, lane))).isEqualTo(20);
        }
        for (int tile = 0; tile < 32; tile++) {
            assertThat(tree.router(tile)).isEqualTo(tile / 2);
            assertThat(tree.lane(tile)).isEqualTo(tile / 16);
        }
    }
}
