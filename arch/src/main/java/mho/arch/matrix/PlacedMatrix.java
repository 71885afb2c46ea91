package mho.arch.matrix;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import mho.arch.chip.ChipFace;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
import mho.arch.chip.TimingView.KindView;
import mho.arch.cut.Tiling;
import mho.arch.element.AnalogTiming;
import mho.arch.element.Block;
import mho.arch.element.ElementTiming;
import mho.arch.element.ElementWriter;
import mho.arch.element.Use;
import mho.arch.element.WriteOnce;
import mho.arch.plan.Cuts;
import mho.core.engine.ModelSaysNo;
import mho.workloads.network.Activation;
import mho.workloads.network.Dense;
import mho.workloads.network.Network;
import mho.workloads.network.NetworkBuilder;
import mho.workloads.network.Node;
import mho.workloads.network.Shape;
import mho.workloads.network.Tensor;
import mho.workloads.network.TrainedWeights;
import mho.workloads.task.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A matrix in the arrays of one tile: which array holds what of it, and how long its parts take. The tile's bus alone joins its arrays, so
 * that nothing of a product goes over the mesh.
 *
 * <pre>
 * a read        T = element's latency + bus (partial sums of cores) + adding them, where there are several
 * an update     T + activation unit (the controller) + bus (new values to the rows)
 * </pre>
 */
public final class PlacedMatrix {
    private final ChipSpec chip;
    private final Network network;
    private final Node node;
    private final ChipFace face;
    private final KindView view;
    private final Tiling tiling;
    private final Cuts cuts;
    private final boolean biased;

    private PlacedMatrix(ChipSpec chip, Network network, Cuts cuts, boolean biased) {
        this.chip = chip;
        this.network = network;
        this.node = network.nodes().get(1);
        this.cuts = cuts;
        int kind = cuts.kind(node);
        this.face = chip.faces().get(kind);
        this.view = chip.timingView().kinds().get(kind);
        this.tiling = cuts.of(node).tiling();
        this.biased = biased;
    }

    /**
     * Places a matrix.
     *
     * @param kernel output after output, of each the factors of all inputs
     * @param bias added to every output; null for none
     * @throws ModelSaysNo if no tile of the chip has arrays enough, or its weights do not stay
     */
    public static PlacedMatrix of(
            ChipSpec chip, String name, int inputs, int outputs, float[] kernel, float @Nullable [] bias) {
        NetworkBuilder builder = Network.builder(name, name, name);
        int input = builder.input("in", Shape.vector(inputs));
        Tensor factors = new Tensor(List.of(outputs, inputs), () -> kernel);
        Map<String, Tensor> tensors = bias == null
                ? Map.of("kernel", factors)
                : Map.of("kernel", factors, "bias", new Tensor(List.of(outputs), () -> bias));
        builder.add(
                "matrix",
                new Dense(outputs, bias != null, false),
                List.of(input),
                Activation.NONE,
                1,
                new TrainedWeights(tensors));
        Network network = builder.build().folded();
        PlacedMatrix placed = new PlacedMatrix(chip, network, Cuts.of(chip, network), bias != null);
        placed.requireRoom();
        return placed;
    }

    /** The same where what comes out goes in again, as voltages where the chip has ways for them. */
    PlacedMatrix goingRound() {
        return analog() == null ? this : new PlacedMatrix(chip, network, cuts.goingRound(), biased);
    }

    /** How long its arrays take where values stay voltages; null where they do not. */
    @Nullable
    AnalogTiming analog() {
        return element().analog();
    }

    private void requireRoom() {
        if (chip.weights() != null
                || view.element().blocksKept() > 1
                || view.element().loading() != null) {
            throw new ModelSaysNo(
                    "chip: the weights of " + chip.chip()
                            + " come and go, and a matrix that is read step by step has to stay; take a chip whose arrays keep them (boltzmann, analog-256)");
        }
        if (tiling.arrays() > view.arrays()) {
            throw new ModelSaysNo(
                    "chip: a matrix of %d x %d takes %d arrays, and a tile of %s has %d: sums and states go over a tile's bus; give it more (--set %s=%d)"
                            .formatted(
                                    tiling.matrixRows(),
                                    tiling.matrixColumns(),
                                    tiling.arrays(),
                                    chip.chip(),
                                    view.arrays(),
                                    view.in("tile.cores"),
                                    Tiling.ceilDiv(tiling.arrays(), element().arrays())));
        }
    }

    ChipSpec chip() {
        return chip;
    }

    Network network() {
        return network;
    }

    Node node() {
        return node;
    }

    Cuts cuts() {
        return cuts;
    }

    KindView view() {
        return view;
    }

    ChipFace face() {
        return face;
    }

    private ElementTiming element() {
        return view.element();
    }

    public int inputs() {
        return Objects.requireNonNull(node.matrix()).rows();
    }

    public int outputs() {
        return Objects.requireNonNull(node.matrix()).columns();
    }

    /** Arrays that hold it. */
    public int arrays() {
        return tiling.arrays();
    }

    /** Arrays, one below the other, whose sums are added for one output. */
    public int rowBlocks() {
        return tiling.rowBlocks();
    }

    Tiling tiling() {
        return tiling;
    }

    /** What it takes to write it, once. */
    public WriteOnce writing(Inventory inventory) {
        ElementWriter writer = face.chip()
                .element()
                .writer(action -> inventory.price(view.in(action)).joules(), chip.tiles());
        for (Tiling.Part part : tiling.parts()) {
            writer.add(0, part.driven(), part.made());
        }
        return writer.total();
    }

    /** All outputs, for one vector. */
    public PartialRead whole() {
        int[] all = new int[outputs()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return of(all);
    }

    /** Of some outputs alone, all at once. */
    public PartialRead of(int... outputs) {
        int[] inBlock = new int[tiling.columnBlocks()];
        for (int output : outputs) {
            inBlock[output / tiling.layout().weightsAcross()]++;
        }
        int blocks = 0;
        int fullest = 0;
        for (int count : inBlock) {
            blocks += count > 0 ? 1 : 0;
            fullest = Math.max(fullest, count);
        }
        return new PartialRead(this, outputs.length, blocks, fullest);
    }

    /** From inputs to sums in the registers of the cores, seconds. */
    double elementSeconds(int fullest) {
        int columns =
                fullest * tiling.layout().cellsPerWeight() + tiling.layout().referenceColumns();
        int cycles = element()
                .service(Verb.MULTIPLY, new Block(tiling.rows(), columns, 1))
                .latencyCycles();
        Double hertz = element().clock();
        return hertz == null ? cycles * chip.cycle() : cycles / hertz;
    }

    /** What parts of the element do. */
    Use use(int outputs, int blocks, double rows) {
        int cells = tiling.layout().cellsPerWeight();
        int references = tiling.layout().referenceColumns();
        int arrays = blocks * tiling.rowBlocks();
        boolean biasRow = biased && tiling.layout().biasInArray();
        double driven = rows + (biasRow ? 1 : 0);
        return new Use(
                driven * (outputs * cells + blocks * references),
                driven * blocks,
                (double) outputs * cells * tiling.rowBlocks() + (double) arrays * references,
                (double) outputs * tiling.rowBlocks(),
                biased && !biasRow ? outputs : 0,
                arrays);
    }

    /** Cores whose sums one output is put together from. */
    int coresInARow() {
        return Tiling.ceilDiv(tiling.rowBlocks(), element().arrays());
    }
}
