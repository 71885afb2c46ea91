package mho.arch.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import mho.arch.cut.Interval;

/**
 * How the tiles' buffers are shared out.
 *
 * <p>Each dependency first gets the least room that rules out deadlock; what is left of a tile is shared in proportion to the windows
 * in flight. A dependency's capacity, in producer windows, is set by the tile that has least for it.
 *
 * @param capacity of every dependency, producer windows
 * @param overfull tiles whose buffers are too small; with any, the capacities mean nothing
 */
record BufferPlan(int[] capacity, List<Overfull> overfull) {

    private static final double GRAIN = 1e-6;

    /** A tile that cannot hold what its stages need. {@code stages} are sorted by need, the largest first. */
    record Overfull(int tile, double neededBytes, double hungriestBytes, List<Integer> stages) {}

    /**
     * What one dependency stores in one tile.
     *
     * @param flightBytes for one round of windows in flight
     */
    private record Claim(int dependency, double leastBytes, double flightBytes, double bytesPerWindow) {
        double bytes(double ease) {
            return leastBytes + ease * flightBytes;
        }
    }

    /**
     * @param ease rounds of windows in flight for which every tile must have room
     * @param bytesOf a tile's buffer
     */
    static BufferPlan of(
            Pipeline pipeline,
            List<WindowRoutes> routes,
            BufferRoom rooms,
            int ease,
            int valueBits,
            IntToDoubleFunction bytesOf) {
        Map<Integer, List<Claim>> byTile = new TreeMap<>();
        for (int d = 0; d < routes.size(); d++) {
            int channels = pipeline.stages()
                    .get(pipeline.readings().get(d).producer())
                    .node()
                    .output()
                    .channels();
            for (Map.Entry<Integer, Double> share : routes.get(d).shares().entrySet()) {
                Interval read = Objects.requireNonNull(routes.get(d).channels().get(share.getKey()));
                double bytes = Math.max(1, read.of(channels)) * valueBits / 8.0;
                double least = Math.ceil(rooms.least()[d] * share.getValue()) * bytes;
                double perWindow = bytes * share.getValue();
                byTile.computeIfAbsent(share.getKey(), t -> new ArrayList<>())
                        .add(new Claim(d, least, rooms.flight()[d] * perWindow, perWindow));
            }
        }
        List<Overfull> overfull = new ArrayList<>();
        int[] capacity = new int[routes.size()];
        Arrays.fill(capacity, Integer.MAX_VALUE / 2);
        for (Map.Entry<Integer, List<Claim>> tile : byTile.entrySet()) {
            List<Claim> claims = tile.getValue();
            double tileBytes = bytesOf.applyAsDouble(tile.getKey());
            double needed = claims.stream().mapToDouble(c -> c.bytes(ease)).sum();
            if (needed > tileBytes) {
                overfull.add(overfull(pipeline, tile.getKey(), needed, claims, ease));
                continue;
            }
            double leastOfAll = claims.stream().mapToDouble(Claim::leastBytes).sum();
            double flightOfAll = claims.stream().mapToDouble(Claim::flightBytes).sum();
            double rounds = (tileBytes - leastOfAll) / flightOfAll;
            for (Claim claim : claims) {
                double windows = claim.bytes(rounds) / claim.bytesPerWindow;
                capacity[claim.dependency] = (int) Math.min(capacity[claim.dependency], windows + GRAIN);
            }
        }
        return new BufferPlan(capacity, overfull);
    }

    private static Overfull overfull(Pipeline pipeline, int tile, double needed, List<Claim> claims, int ease) {
        Map<Integer, Double> byStage = new TreeMap<>();
        for (Claim claim : claims) {
            byStage.merge(pipeline.readings().get(claim.dependency).consumer(), claim.bytes(ease), Double::sum);
        }
        List<Map.Entry<Integer, Double>> byNeed = new ArrayList<>(byStage.entrySet());
        byNeed.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        List<Integer> stages = byNeed.stream().map(Map.Entry::getKey).toList();
        return new Overfull(tile, needed, byNeed.get(0).getValue(), stages);
    }
}
