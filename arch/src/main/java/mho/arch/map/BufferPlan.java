package mho.arch.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How the tiles' buffers are shared out.
 *
 * <p>Each dependency first gets the room it claims; what is left of a tile is shared in the same proportion. A dependency's capacity, in producer windows, is set by the tile that has least for it.
 *
 * @param capacity of every dependency, producer windows
 * @param overfull null, or the first tile whose buffer is too small
 */
record BufferPlan(int[] capacity, @org.jspecify.annotations.Nullable Overfull overfull) {

    /** A tile that cannot hold what its stages need. {@code stages} are sorted by need, the largest first. */
    record Overfull(int tile, double neededBytes, double hungriestBytes, List<Integer> stages) {}

    /** What one dependency stores in one tile. */
    private record Claim(int dependency, double roomBytes, double bytesPerWindow) {}

    /** @param room producer windows that every dependency claims */
    static BufferPlan of(Pipeline pipeline, List<Routes> routes, int[] room, int valueBits, double tileBytes) {
        Map<Integer, List<Claim>> byTile = new TreeMap<>();
        for (int d = 0; d < room.length; d++) {
            int channels = pipeline.stages()
                    .get(pipeline.readings().get(d).producer())
                    .node()
                    .output()
                    .channels();
            for (Map.Entry<Integer, Double> share : routes.get(d).shares().entrySet()) {
                Interval read = Objects.requireNonNull(routes.get(d).channels().get(share.getKey()));
                double bytes = Math.max(1, read.of(channels)) * valueBits / 8.0;
                double atOnce = Math.ceil(room[d] * share.getValue());
                byTile.computeIfAbsent(share.getKey(), t -> new ArrayList<>())
                        .add(new Claim(d, atOnce * bytes, bytes * share.getValue()));
            }
        }
        int[] capacity = new int[room.length];
        Arrays.fill(capacity, Integer.MAX_VALUE / 2);
        for (Map.Entry<Integer, List<Claim>> tile : byTile.entrySet()) {
            List<Claim> claims = tile.getValue();
            double needed = claims.stream().mapToDouble(Claim::roomBytes).sum();
            if (needed > tileBytes) {
                return new BufferPlan(capacity, overfull(pipeline, tile.getKey(), needed, claims));
            }
            for (Claim claim : claims) {
                double share = claim.roomBytes * tileBytes / needed;
                int windows = (int) Math.min(Integer.MAX_VALUE / 2, share / claim.bytesPerWindow);
                capacity[claim.dependency] = Math.min(capacity[claim.dependency], windows);
            }
        }
        return new BufferPlan(capacity, null);
    }

    private static Overfull overfull(Pipeline pipeline, int tile, double needed, List<Claim> claims) {
        Map<Integer, Double> byStage = new TreeMap<>();
        for (Claim claim : claims) {
            byStage.merge(pipeline.readings().get(claim.dependency).consumer(), claim.roomBytes, Double::sum);
        }
        List<Map.Entry<Integer, Double>> byNeed = new ArrayList<>(byStage.entrySet());
        byNeed.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        List<Integer> stages = byNeed.stream().map(Map.Entry::getKey).toList();
        return new Overfull(tile, needed, byNeed.get(0).getValue(), stages);
    }
}
