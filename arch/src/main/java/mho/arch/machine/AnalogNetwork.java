package mho.arch.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mho.arch.chip.ChipSpec;
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
public final class AnalogNetwork {
    /** Layers that a remark names one by one. */
    private static final int NAMED = 3;

    private final Circuits circuits;
    private final Network network;
    private final Ranges ranges;
    private final List<String> crowded = new ArrayList<>();
    private final Map<Integer, LayerArrays> layers = new TreeMap<>();
    private final CellWriter writer;
    private final long seed;

    private AnalogNetwork(Circuits circuits, Network network, Ranges ranges, CellWriter writer, long seed) {
        this.circuits = circuits;
        this.network = network;
        this.ranges = ranges;
        this.writer = writer;
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
    public static AnalogNetwork of(
            ChipSpec chip, Network network, Cuts cuts, List<Batch> calibration, double readSeconds, long seed) {
        Circuits circuits = Circuits.of(chip);
        checkAlive(calibration);
        Ranges ranges = Ranges.of(network, calibration, circuits.precision().values());
        AnalogNetwork read = programmed(circuits, network, cuts, ranges, readSeconds, seed);
        AnalogNetwork fresh = readSeconds > 0 ? programmed(circuits, network, cuts, ranges, 0, seed) : read;
        AnalogArithmetic seen = fresh.observe(calibration);
        seen.crowded().forEach((name, loss) -> read.crowded.add(crowded(name, loss)));
        read.layers.forEach((id, arrays) -> arrays.convertWith(seen.observed(id), read.writer.exact(), seed));
        return read;
    }

    /** The same where nothing is timed that cuts the network, too. */
    public static AnalogNetwork of(
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
    private static AnalogNetwork programmed(
            Circuits circuits, Network network, Cuts cuts, Ranges ranges, double readSeconds, long seed) {
        CellWriter writer = CellWriter.of(circuits.array(), readSeconds, circuits.kelvin());
        AnalogNetwork analog = new AnalogNetwork(circuits, network, ranges, writer, seed);
        Programmer programmer = new Programmer(circuits, cuts, ranges, writer, seed);
        for (Node node : network.nodes()) {
            if (node.matrix() != null) {
                analog.layers.put(node.id(), programmer.program(node));
            }
        }
        return analog;
    }

    /** Looks at the sums that columns reach on the calibration inputs, each layer's own. */
    private AnalogArithmetic observe(List<Batch> calibration) {
        AnalogArithmetic observer = new AnalogArithmetic(this, true);
        observer.begin(0);
        new Interpreter(network, observer).run(calibration);
        return observer;
    }

    Circuits circuits() {
        return circuits;
    }

    CellWriter writer() {
        return writer;
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
        layers.values().forEach(arrays -> arrays.remarks()
                .forEach(remark -> layersOf.computeIfAbsent(remark, r -> new ArrayList<>())
                        .add(arrays.node().name())));
        List<String> remarks = new ArrayList<>(crowded);
        layersOf.forEach((remark, names) -> remarks.add(named(names) + ": " + remark));
        return List.copyOf(remarks);
    }

    private static String named(List<String> layers) {
        String first = String.join(", ", layers.subList(0, Math.min(NAMED, layers.size())));
        return layers.size() <= NAMED ? first : first + " and " + (layers.size() - NAMED) + " more layers";
    }

    LayerArrays layer(int node) {
        return java.util.Objects.requireNonNull(layers.get(node));
    }

    long seed() {
        return seed;
    }
}
