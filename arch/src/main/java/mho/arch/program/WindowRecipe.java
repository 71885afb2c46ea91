package mho.arch.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import mho.arch.chip.Tile;
import mho.arch.chip.TimingView;
import mho.arch.cut.Interval;
import mho.arch.cut.Tiling;
import mho.arch.fabric.Draft;
import mho.arch.fabric.Interconnect;
import mho.arch.fabric.Load;
import mho.arch.fabric.TileParts;
import mho.arch.plan.CopyPlacement;
import mho.arch.plan.Placement;
import mho.arch.plan.Stage;
import mho.arch.plan.StageEdge;
import mho.arch.plan.WindowRoutes;
import mho.workloads.network.DigitalWork;
import mho.workloads.task.Verb;

/**
 * The path of a window from buffer to buffer.
 *
 * <pre>
 * read the buffer | bus ─► arrays ─► bus ─► add partial sums ─► digital work ─► activation ─► network ─► write the readers' buffers
 * </pre>
 *
 * in every tile of the window's site; tiles that hold part of a column block send their sums to the one that owns it. Digital layers
 * have the same path without the arrays.
 */
final class WindowRecipe {
    /** What windows of all stages pass through. */
    record Parts(
            TimingView chip,
            Placement placement,
            TileParts tiles,
            Interconnect interconnect,
            ArraySteps arrays,
            AnalogChains chains) {}

    private final TimingView chip;
    private final Placement placement;
    private final TileParts tiles;
    private final Interconnect interconnect;
    private final ArraySteps arrays;
    private final AnalogChains chains;
    private final UnitSteps digital;
    private final int valueBits;
    private final Draft draft;
    private final Stage stage;
    private final CopyPlacement site;
    private final int siteId;
    private final WindowRoutes routes;
    private final int[] receivers;
    private final double inputs;
    private final int outputs;
    /** For every fragment, the partial sums on their way to it: the step each arrives after, and how many. */
    private final Map<Integer, List<Integer>> incoming = new HashMap<>();

    private final double[] incomingAdds;

    WindowRecipe(Parts parts, Draft draft, Stage stage, WindowClass window, WindowRoutes routes) {
        this.chip = parts.chip();
        this.placement = parts.placement();
        this.tiles = parts.tiles();
        this.interconnect = parts.interconnect();
        this.arrays = parts.arrays();
        this.chains = parts.chains();
        this.digital = new UnitSteps(chip, tiles);
        this.valueBits = chip.precision().values();
        this.draft = draft;
        this.stage = stage;
        this.siteId = window.site();
        this.site = parts.placement().seats().get(stage.id()).sites().get(siteId);
        this.routes = routes;
        this.receivers = routes.sets().get(window.receivers());
        this.outputs = stage.node().output().channels();
        double values = 0;
        for (int i = 0; i < window.taps().length; i++) {
            StageEdge reading = stage.inputs().get(i);
            values += (double) window.taps()[i] * reading.values();
        }
        this.inputs = values;
        this.incomingAdds = new double[site.fragments().size()];
    }

    /** Pairs of a tile that makes outputs and one that may read them; each is looked at. */
    double meetings() {
        long owners = site.fragments().stream()
                .filter(fragment -> !fragment.outputs().isEmpty())
                .count();
        return (double) owners * receivers.length;
    }

    void write() {
        Stage holder = placement.pipeline().holder(stage);
        if (holder != null && holder != stage) {
            work(holder);
            return;
        }
        if (arrays.joins(stage)) {
            writeJoined(Objects.requireNonNull(stage.tiling()));
            return;
        }
        int[] computed = new int[site.fragments().size()];
        for (int f = 0; f < computed.length; f++) {
            computed[f] = stage.tiling() == null ? fetch(f) : multiply(f, fetch(f), stage.tiling());
        }
        DigitalWork left = stage.work();
        if (stage.tiling() != null) {
            sendPartials(computed, stage.tiling());
            for (DigitalWork between : stage.node().earlierPasses()) {
                computed = passAgain(computed, between, stage.tiling());
                left = left.minus(between);
            }
            draft.frees(arrays.lastMultiply());
        }
        for (int f = 0; f < computed.length; f++) {
            if (!site.fragments().get(f).outputs().isEmpty()) {
                deliver(f, finish(f, computed[f], left));
            }
        }
    }

    /**
     * Where currents of all arrays meet, tiles settle together: from their buffers, or from the voltages of the layer before, to codes, or
     * to voltages for the layer behind, with nothing in between.
     */
    private void writeJoined(Tiling tiling) {
        int[] computed = new int[site.fragments().size()];
        for (int f = 0; f < computed.length; f++) {
            computed[f] = stage.rim().in() ? fetch(f) : Draft.START;
        }
        computed = settleTogether(computed, tiling);
        DigitalWork left = stage.work();
        for (DigitalWork between : stage.node().earlierPasses()) {
            computed = passAgain(computed, between, tiling);
            left = left.minus(between);
        }
        draft.frees(arrays.lastMultiply());
        for (int f = 0; f < computed.length; f++) {
            CopyPlacement.Fragment fragment = site.fragments().get(f);
            if (!stage.rim().out()) {
                double bent = left.byUnit().activations() * fragment.outputs().length();
                if (bent > 0) {
                    draft.act(chip.kindAt(fragment.tile()).in(Tile.ACTIVATE), bent);
                }
            } else if (!fragment.outputs().isEmpty()) {
                deliver(f, finish(f, computed[f], left));
            }
        }
    }

    private int[] settleTogether(int[] ready, Tiling tiling) {
        int begun = Draft.START;
        for (int step : ready) {
            if (step != Draft.START) {
                begun = begun == Draft.START ? draft.delay(step, tiles.stageClock(), 0) : draft.after(begun, step);
            }
        }
        double real = Math.min(1, inputs / (tiling.groups() * (double) stage.matrixRows()));
        // An input is converted in one of the tiles that read it, and goes on from there as a voltage.
        double covered = site.fragments().stream()
                .mapToDouble(fragment -> fragment.inputs().length())
                .sum();
        int[] settled = new int[ready.length];
        for (int f = 0; f < settled.length; f++) {
            CopyPlacement.Fragment fragment = site.fragments().get(f);
            settled[f] = arrays.settle(
                    draft,
                    begun,
                    stage,
                    siteId,
                    fragment,
                    inputs * fragment.inputs().length() / Math.max(1, covered),
                    real,
                    chains.held(stage),
                    chains.taken(stage));
        }
        for (int f = 0; f < settled.length && stage.rim().out(); f++) {
            CopyPlacement.Fragment fragment = site.fragments().get(f);
            double bits = fragment.outputs().of(outputs) * valueBits;
            settled[f] = bits == 0 ? settled[f] : tiles.bus(draft, settled[f], fragment.tile(), bits);
        }
        return settled;
    }

    /**
     * What training does to the arrays of another stage. A read from their other side hands what it makes to whoever reads it, partial
     * sums too: who puts a gradient together adds up in any case. An update ends in the arrays, or in the sums beside
     * them.
     */
    private void work(Stage holder) {
        List<CopyPlacement.Fragment> held =
                placement.seats().get(holder.id()).sites().get(siteId).fragments();
        for (int f = 0; f < held.size(); f++) {
            CopyPlacement.Fragment here = site.fragments().get(f);
            int fetched = tiles.fetch(draft, Draft.START, here.tile(), driven(f) * valueBits);
            int worked = placement.updates().isGathered(stage)
                    ? arrays.gather(draft, fetched, stage, holder, siteId, held.get(f))
                    : arrays.work(draft, fetched, stage, holder, siteId, held.get(f));
            if (!here.outputs().isEmpty()) {
                double made = here.outputs().of(outputs);
                int out = tiles.bus(draft, worked, here.tile(), made * valueBits);
                tiles.register(draft, here.tile(), 2 * made * valueBits / 8);
                deliver(f, tiles.pass(draft, out));
            }
        }
        draft.frees(arrays.lastMultiply());
    }

    /** Values that lines of the arrays in a tile are driven with: of an update those of both sides. */
    private double driven(int f) {
        Interval own = site.fragments().get(f).inputs();
        if (stage.operation().verb() != Verb.UPDATE) {
            return Math.ceil(inputs * own.length());
        }
        double columns = stage.inputs().get(0).values();
        return Math.ceil(columns * columnShare(f)) + Math.ceil((inputs - columns) * own.length());
    }

    /** Part of the outputs whose columns stand in a tile. */
    private double columnShare(int f) {
        Stage holder = java.util.Objects.requireNonNull(placement.pipeline().holder(stage));
        Tiling tiling = java.util.Objects.requireNonNull(holder.tiling());
        return placement.seats().get(holder.id()).sites().get(siteId).fragments().get(f).pieces().stream()
                .map(CopyPlacement.Piece::columnBlock)
                .distinct()
                .mapToDouble(block -> tiling.outputsIn(block).length())
                .sum();
    }

    /**
     * A second pass through the same arrays with what the first has made: the owners finish the first one's sums and hand their
     * values to every tile of the site, in whose input registers the rest of the rows still stands.
     */
    private int[] passAgain(int[] computed, DigitalWork between, Tiling tiling) {
        int[] ready = new int[computed.length];
        List<List<Integer>> arrived = new ArrayList<>();
        for (int f = 0; f < computed.length; f++) {
            arrived.add(new ArrayList<>());
        }
        for (int f = 0; f < computed.length; f++) {
            if (!site.fragments().get(f).outputs().isEmpty()) {
                int made = settle(f, computed[f], between);
                arrived.get(f).add(made);
                share(f, made, arrived);
            }
        }
        incoming.clear();
        java.util.Arrays.fill(incomingAdds, 0);
        for (int f = 0; f < computed.length; f++) {
            int tile = site.fragments().get(f).tile();
            int driven = tiles.bus(draft, arrived.get(f).get(0), tile, (double) outputs * valueBits);
            for (int value : arrived.get(f)) {
                draft.after(driven, value);
            }
            ready[f] = arrays.joins(stage) ? driven : multiply(f, driven, tiling);
        }
        if (arrays.joins(stage)) {
            return settleTogether(ready, tiling);
        }
        sendPartials(ready, tiling);
        return ready;
    }

    /** What an owner has made, to the other tiles of the site. */
    private void share(int f, int made, List<List<Integer>> arrived) {
        CopyPlacement.Fragment fragment = site.fragments().get(f);
        int[] others = IntStream.range(0, arrived.size()).filter(o -> o != f).toArray();
        if (others.length == 0) {
            return;
        }
        int[] to = IntStream.of(others).map(o -> site.fragments().get(o).tile()).toArray();
        Load load = new Load(fragment.outputs().of(outputs), valueBits);
        int[] there = interconnect.carry(draft, made, fragment.tile(), to, load);
        for (int i = 0; i < others.length; i++) {
            arrived.get(others[i]).add(there[i]);
        }
    }

    private int fetch(int f) {
        CopyPlacement.Fragment fragment = site.fragments().get(f);
        double bits = Math.ceil(inputs * fragment.inputs().length()) * valueBits;
        int start = lookUp(fragment);
        if (bits == 0) {
            return start == Draft.START ? tiles.pass(draft, start) : start;
        }
        return tiles.fetch(draft, start, fragment.tile(), bits);
    }

    /** Tables (embeddings) lie outside the chips: what a window looks up comes in over the input link. */
    private int lookUp(CopyPlacement.Fragment fragment) {
        double values = stage.node().tableValues() * fragment.outputs().length();
        if (values == 0) {
            return Draft.START;
        }
        Load load = new Load(values, valueBits);
        return interconnect.carry(draft, Draft.START, Interconnect.OUTSIDE, new int[] {fragment.tile()}, load)[0];
    }

    private int multiply(int f, int fetched, Tiling tiling) {
        CopyPlacement.Fragment fragment = site.fragments().get(f);
        double real = Math.min(1, inputs / (tiling.groups() * (double) stage.matrixRows()));
        int multiplied = arrays.multiply(draft, fetched, stage, siteId, fragment, real);
        return tiles.bus(draft, multiplied, fragment.tile(), arrays.bitsOut(stage, fragment, tiling));
    }

    private void sendPartials(int[] computed, Tiling tiling) {
        for (int f = 0; f < computed.length; f++) {
            sendPartials(f, computed[f], tiling);
        }
    }

    private void sendPartials(int f, int computed, Tiling tiling) {
        Map<Integer, Double> sums = new TreeMap<>();
        for (CopyPlacement.Piece piece : site.fragments().get(f).pieces()) {
            if (piece.owner() != f) {
                sums.merge(piece.owner(), (double) tiling.outputsOf(piece.columnBlock()), Double::sum);
            }
        }
        int tile = site.fragments().get(f).tile();
        sums.forEach((owner, values) -> {
            Load load = new Load(values, chip.precision().partialSums());
            int[] to = {site.fragments().get(owner).tile()};
            int arrived = interconnect.carry(draft, computed, tile, to, load)[0];
            incoming.computeIfAbsent(owner, o -> new ArrayList<>()).add(arrived);
            incomingAdds[owner] += values;
        });
    }

    /** What is left to do where the outputs are made: partial sums, digital work, activation; the end of a stage. */
    private int finish(int f, int computed, DigitalWork work) {
        double share = site.fragments().get(f).outputs().length();
        tiles.register(draft, site.fragments().get(f).tile(), 2 * share * outputs * valueBits / 8);
        int step = settle(f, computed, work);
        return work.byUnit().activations() > 0 ? tiles.align(draft, step) : tiles.pass(draft, step);
    }

    private int settle(int f, int computed, DigitalWork work) {
        CopyPlacement.Fragment fragment = site.fragments().get(f);
        double coreSums = stage.tiling() == null ? 0 : arrays.addsAcrossCores(stage, fragment, stage.tiling());
        UnitSteps.Outputs made = new UnitSteps.Outputs(
                fragment.tile(),
                fragment.outputs().length(),
                incomingAdds[f],
                incoming.getOrDefault(f, List.of()),
                coreSums);
        return digital.write(draft, computed, made, work);
    }

    /** Every receiver gets the channels it reads; receivers of the same channels share a multicast. */
    private void deliver(int f, int finished) {
        CopyPlacement.Fragment fragment = site.fragments().get(f);
        Map<Interval, List<Integer>> byChannels = new LinkedHashMap<>();
        for (int tile : receivers) {
            Interval read = Objects.requireNonNull(routes.channels().get(tile)).meet(fragment.outputs());
            if (!read.isEmpty()) {
                byChannels.computeIfAbsent(read, r -> new ArrayList<>()).add(tile);
            }
        }
        if (receivers.length == 0) {
            byChannels.put(fragment.outputs(), List.of(fragment.tile()));
        }
        byChannels.forEach((read, to) -> send(fragment.tile(), finished, new Load(read.of(outputs), valueBits), to));
    }

    private void send(int tile, int finished, Load load, List<Integer> to) {
        double bits = load.values() * load.bits();
        int[] others =
                to.stream().filter(t -> t != tile).mapToInt(Integer::intValue).toArray();
        if (others.length < to.size()) {
            tiles.write(draft, finished, tile, bits);
        }
        if (others.length > 0) {
            int[] arrived = interconnect.carry(draft, finished, tile, others, load);
            for (int i = 0; i < others.length; i++) {
                tiles.write(draft, arrived[i], others[i], bits);
            }
        }
    }
}
