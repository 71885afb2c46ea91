package mho.arch.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mho.arch.chip.ChipSpec;
import mho.arch.codes.Extent;
import mho.arch.cut.Cut;
import mho.arch.element.ElementState;
import mho.arch.plan.Cuts;
import mho.core.yaml.BadInput;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.values.Batch;
import mho.workloads.values.Interpreter;

/**
 * A network on the arrays of a chip: weights programmed, ranges of values and converters calibrated and frozen. It does not change any more,
 * so any number of threads may compute with it.
 */
public final class ProgrammedNetwork {
    /** Layers that a remark names one by one. */
    private static final int NAMED = 3;

    private final ValueModel model;
    private final Network network;
    private final Ranges ranges;
    private final List<String> crowded = new ArrayList<>();
    private final Map<Integer, List<String>> remarks = new TreeMap<>();
    private final Cuts cuts;
    /** Of the elements of every kind of tiles. */
    private final List<ElementState> states;

    private final long seed;

    private ProgrammedNetwork(
            ValueModel model, Network network, Cuts cuts, Ranges ranges, List<ElementState> states, long seed) {
        this.model = model;
        this.network = network;
        this.cuts = cuts;
        this.ranges = ranges;
        this.states = states;
        this.seed = seed;
    }

    /**
     * Programs and calibrates. Converters cover the sums that columns reach on the calibration inputs right after programming: time takes
     * its toll of the cells, not of the ranges.
     *
     * @param network as the chip runs it, folded, with weights
     * @param cuts of its matrices, those that time has
     * @param calibration one batch for each input of the network; its values decide what ranges drivers, buffers and converters cover
     * @param readSeconds time from programming to reading
     * @throws BadInput if the network has no weights, the calibration inputs are all zero, or the chip's arrays cannot be computed with
     */
    public static ProgrammedNetwork of(
            ChipSpec chip, Network network, Cuts cuts, List<Batch> calibration, double readSeconds, long seed) {
        ValueModel model = ValueModel.of(chip);
        checkAlive(calibration);
        Ranges ranges = Ranges.of(network, calibration, model.precision().values());
        ProgrammedNetwork read = programmed(model, network, cuts, ranges, readSeconds, seed);
        ProgrammedNetwork fresh = readSeconds > 0 ? programmed(model, network, cuts, ranges, 0, seed) : read;
        ChipArithmetic seen = fresh.observe(calibration);
        seen.crowded().forEach((name, loss) -> read.crowded.add(crowded(name, loss)));
        for (Node node : network.nodes()) {
            if (node.matrix() != null) {
                read.state(node).calibrate(node, seen.observed(node));
            }
        }
        return read;
    }

    /** The same where nothing is timed that cuts the network, too. */
    public static ProgrammedNetwork of(
            ChipSpec chip, Network network, List<Batch> calibration, double readSeconds, long seed) {
        return of(chip, network, Cuts.of(chip, network), calibration, readSeconds, seed);
    }

    private static String crowded(String name, Crowd.Loss loss) {
        return String.format(
                Locale.ROOT,
                "%s: values span %.3g to %.3g, beside which %s one code of the buffers: a constant in the network is"
                        + " out of proportion to the data; rescale it, or give values more bits (precision.values)",
                name,
                loss.span().low(),
                loss.span().high(),
                loss.whose());
    }

    /** Ranges seen on nothing but zeros would hold nothing else. */
    private static void checkAlive(List<Batch> calibration) {
        for (Batch batch : calibration) {
            if (Extent.of(batch.values(), batch.values().length).magnitude() > 0) {
                return;
            }
        }
        throw new BadInput("calibration: all inputs are zero, which leaves drivers and converters without a range;"
                + " calibrate on others (--calibration-data)");
    }

    /** The same chip, cell by cell, at any time. */
    private static ProgrammedNetwork programmed(
            ValueModel model, Network network, Cuts cuts, Ranges ranges, double readSeconds, long seed) {
        List<ElementState> states = model.kinds().stream()
                .map(kind -> kind.element().state(readSeconds, seed))
                .toList();
        ProgrammedNetwork programmed = new ProgrammedNetwork(model, network, cuts, ranges, states, seed);
        for (Node node : network.nodes()) {
            if (node.matrix() != null) {
                programmed.remarks.put(
                        node.id(), programmed.state(node).write(node, cuts.of(node), ranges.inputs(node.id())));
            }
        }
        return programmed;
    }

    /** Looks at the sums that columns reach on the calibration inputs, each layer's own. */
    private ChipArithmetic observe(List<Batch> calibration) {
        ChipArithmetic observer = ChipArithmetic.observing(this);
        observer.begin(0);
        new Interpreter(network, observer).run(calibration);
        return observer;
    }

    ValueModel model() {
        return model;
    }

    /** What the elements hold that a layer stands in. */
    public ElementState state(Node node) {
        return states.get(kind(node));
    }

    List<ElementState> states() {
        return states;
    }

    /** The kind of tiles that does a layer, by its place among those of the chip. */
    int kind(Node node) {
        return cuts.kind(node);
    }

    Cut cut(Node node) {
        return cuts.of(node);
    }

    /** Whether its values stay voltages on their way to whoever reads them. */
    boolean handsOn(Node node) {
        return node.matrix() != null && !cut(node).rim().out();
    }

    /** Whether the activation of its sums was there before they were converted. */
    boolean bends(Node node) {
        return node.matrix() != null && cut(node).rim().bent();
    }

    Network network() {
        return network;
    }

    Ranges ranges() {
        return ranges;
    }

    /** What became of a quantised model's codes where they could not be kept, and of values beside far larger ones, a sentence each. */
    List<String> remarks() {
        Map<String, List<String>> layersOf = new LinkedHashMap<>();
        remarks.forEach(
                (id, ofLayer) -> ofLayer.forEach(remark -> layersOf.computeIfAbsent(remark, r -> new ArrayList<>())
                        .add(network.node(id).name())));
        List<String> all = new ArrayList<>(crowded);
        layersOf.forEach((remark, names) -> all.add(named(names) + ": " + remark));
        return List.copyOf(all);
    }

    private static String named(List<String> layers) {
        String first = String.join(", ", layers.subList(0, Math.min(NAMED, layers.size())));
        return layers.size() <= NAMED ? first : first + " and " + (layers.size() - NAMED) + " more layers";
    }

    long seed() {
        return seed;
    }
}
