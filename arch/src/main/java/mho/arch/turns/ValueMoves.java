package mho.arch.turns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mho.arch.cut.Interval;
import mho.arch.fabric.Draft;
import mho.arch.fabric.Interconnect;
import mho.arch.fabric.Load;
import mho.arch.fabric.TileParts;
import mho.arch.plan.Stage;
import mho.arch.plan.StageEdge;
import mho.core.engine.ModelSaysNo;
import mho.workloads.network.ReceptiveField;
import org.jspecify.annotations.Nullable;

/** Values on their way from the tiles in whose buffers they stand to those that read them. */
record ValueMoves(TurnPlan plan, TileParts tiles, Interconnect interconnect, int valueBits) {
    /** Parts of inputs that are sent, times tiles that receive them, of one step. */
    private static final long MOST_MEETINGS = 1L << 18;

    /** Less than a value that rounding has left. */
    private static final double NOTHING = 1e-9;

    /**
     * A tile that reads.
     *
     * @param key who it is among those of a step
     * @param windows and channels of what it reads
     */
    record Reader(long key, int tile, Interval windows, Interval channels) {}

    /** When all of them are there. */
    int together(Draft draft, List<Integer> arrived) {
        if (arrived.isEmpty()) {
            return Draft.START;
        }
        int all = draft.delay(arrived.get(0), tiles.stageClock(), 0);
        for (int each : arrived) {
            draft.after(all, each);
        }
        return all;
    }

    /**
     * Brings what a step reads from where it stands.
     *
     * @param part of all vectors of the layer
     * @return steps after which it is there, by reader
     */
    Map<Long, List<Integer>> gather(Draft draft, Stage stage, List<Reader> readers, double part) {
        Map<Long, List<Integer>> arrived = new HashMap<>();
        for (StageEdge edge : stage.inputs()) {
            Stage producer = plan.pipeline().stages().get(edge.producer());
            List<Home> homes = plan.homes().get(producer.id());
            if ((long) homes.size() * readers.size() > MOST_MEETINGS) {
                throw new ModelSaysNo(
                        "layer %s reads what stands in %d places in %d places, too many to write down: give fewer chips or tiles, or larger arrays"
                                .formatted(stage.node().name(), homes.size(), readers.size()));
            }
            for (Home home : homes) {
                send(draft, edge, home, readers, plan.values(producer) * part, arrived);
            }
        }
        return arrived;
    }

    private void send(
            Draft draft,
            StageEdge edge,
            Home home,
            List<Reader> readers,
            double values,
            Map<Long, List<Integer>> arrived) {
        Map<Double, List<Reader>> byAmount = new TreeMap<>();
        for (Reader reader : readers) {
            double windows = readsAll(edge.field())
                    ? home.windows().length()
                    : home.windows().meet(reader.windows).length();
            double amount =
                    values * windows * home.channels().meet(reader.channels).length();
            if (reader.tile != home.tile() && amount > NOTHING) {
                byAmount.computeIfAbsent(amount, a -> new ArrayList<>()).add(reader);
            }
        }
        byAmount.forEach((amount, to) -> {
            Load load = new Load(Math.ceil(amount), valueBits);
            int read = tiles.fetch(draft, Draft.START, home.tile(), load.values() * load.bits());
            int[] ends = to.stream().mapToInt(Reader::tile).distinct().sorted().toArray();
            int[] there = interconnect.carry(draft, read, home.tile(), ends, load);
            Map<Integer, Integer> written = new HashMap<>();
            for (int i = 0; i < ends.length; i++) {
                written.put(ends[i], tiles.write(draft, there[i], ends[i], load.values() * load.bits()));
            }
            for (Reader reader : to) {
                arrived.computeIfAbsent(reader.key, k -> new ArrayList<>())
                        .add(Objects.requireNonNull(written.get(reader.tile)));
            }
        });
    }

    /** Every window reads all positions, or those before it: whatever part of the windows a tile works on, it reads all. */
    private static boolean readsAll(@Nullable ReceptiveField field) {
        return field == null
                || field.barrier() > 0
                || field.rows().isWhole() && field.columns().isWhole();
    }
}
