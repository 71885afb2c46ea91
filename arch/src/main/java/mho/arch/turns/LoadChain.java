package mho.arch.turns;

import static mho.arch.turns.TurnCompiler.all;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import mho.core.engine.Model;
import mho.core.engine.ModelBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Loads of all layers, one after another, from layer to layer and batch to batch: load n waits for the end of what load n - room was for.
 * Within a layer buffers see to that, or the order of a stage's windows; here the first loads of a layer wait for layers before it.
 *
 * @param turns of the layers, in their order
 */
record LoadChain(List<Turn> turns, ModelBuilder model) {
    /** Which window of the producing stage is the end of a load of a layer. */
    interface End {
        int of(Turn turn, int load);
    }

    /** Where a load ends: so many layers back, there that one. */
    private record Place(int back, int load) {}

    /** Joins the stages of all layers by edges without a limit of their own. */
    void follow(ToIntFunction<Turn> producer, ToIntFunction<Turn> consumer, int room, End end) {
        for (int layer = 0; layer < turns.size(); layer++) {
            int at = layer;
            Turn turn = turns.get(layer);
            int loads = turn.shape().loads();
            Map<Integer, int[]> needed = new TreeMap<>(); // by how many layers back
            for (int load = 0; load < Math.min(room, loads); load++) {
                Place place = before(layer, room - load);
                if (place != null) {
                    needed.computeIfAbsent(place.back, b -> all(loads, -1))[load] =
                            end.of(layerBefore(layer, place.back), place.load);
                }
            }
            needed.forEach((back, table) -> {
                for (int n = 1; n < table.length; n++) {
                    table[n] = Math.max(table[n], table[n - 1]);
                }
                int lag = back > at ? 1 : 0;
                model.edge(
                        producer.applyAsInt(layerBefore(at, back)),
                        consumer.applyAsInt(turn),
                        table,
                        all(table.length, 0),
                        Model.UNBOUNDED,
                        lag);
            });
        }
    }

    /** So many loads before a layer's first; null if that is more than a batch ago. */
    private @Nullable Place before(int layer, int loads) {
        int left = loads;
        for (int back = 1; back <= turns.size(); back++) {
            int there = layerBefore(layer, back).shape().loads();
            if (there >= left) {
                return new Place(back, there - left);
            }
            left -= there;
        }
        return null;
    }

    private Turn layerBefore(int layer, int back) {
        return turns.get(Math.floorMod(layer - back, turns.size()));
    }
}
