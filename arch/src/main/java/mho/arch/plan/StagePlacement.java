package mho.arch.plan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mho.arch.cut.Interval;

/**
 * Where the windows of a stage work.
 *
 * @param sites the stage's copies
 * @param siteOf of every window, its site
 */
public record StagePlacement(List<CopyPlacement> sites, int[] siteOf) {
    public StagePlacement {
        sites = List.copyOf(sites);
    }

    public int siteOf(int window) {
        return siteOf[window];
    }

    public int[] allTiles() {
        return tiles(sites.stream());
    }

    /** Those where a window works; a copy may have none. */
    int[] seatedTiles() {
        return tiles(Arrays.stream(siteOf).distinct().mapToObj(sites::get));
    }

    private static int[] tiles(Stream<CopyPlacement> sites) {
        return sites.flatMap(site -> site.fragments().stream())
                .mapToInt(CopyPlacement.Fragment::tile)
                .distinct()
                .sorted()
                .toArray();
    }

    /** Channels of the inputs that each tile reads. */
    Map<Integer, Interval> inputsByTile() {
        Map<Integer, Interval> inputs = new HashMap<>();
        for (CopyPlacement site : sites) {
            for (CopyPlacement.Fragment fragment : site.fragments()) {
                inputs.merge(fragment.tile(), fragment.inputs(), Interval::hull);
            }
        }
        return inputs;
    }

    public int arrays() {
        return sites.stream()
                .flatMap(site -> site.fragments().stream())
                .mapToInt(CopyPlacement.Fragment::arrays)
                .sum();
    }
}
