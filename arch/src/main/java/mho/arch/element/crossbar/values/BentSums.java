package mho.arch.element.crossbar.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mho.arch.codes.Extent;
import mho.periphery.device.Draws;
import mho.periphery.neuron.ColumnFunction;
import mho.periphery.neuron.NeuronResponse;
import mho.periphery.readout.Converter;
import mho.periphery.readout.RangeSource;
import mho.workloads.network.Node;

/** Sums of a layer that circuits behind the columns bend before they are converted, so that what converters read are activations. */
final class BentSums {
    private final CrossbarValues circuits;
    private final ColumnFunction function;
    private final NeuronResponse response;

    /** Of every group. */
    private final List<Converter> converters = new ArrayList<>();

    BentSums(CrossbarValues circuits) {
        this.circuits = circuits;
        this.function = Objects.requireNonNull(circuits.function());
        this.response = function.response();
    }

    /**
     * Gives the columns of every group converters.
     *
     * @param seen activations that calibration met, to which ranges are set that calibration sets; all others cover what the function has
     */
    void convertWith(Extent seen, Node node, List<LayerArrays.Group> groups, long seed) {
        boolean calibrated = circuits.conversion().transfer().range() == RangeSource.CALIBRATED;
        double low = calibrated ? seen.low() : function.lowest();
        double high = calibrated ? seen.high() : function.highest();
        converters.clear();
        for (int g = 0; g < groups.size(); g++) {
            int outputs = groups.get(g).bias().length;
            int shared = Math.max(1, Math.min(outputs, circuits.columnsPerConverter()));
            converters.add(circuits.conversion()
                    .converter(outputs, shared, low, high, 0, Draws.of(seed, "converters", node.name() + "/" + g)));
        }
    }

    /**
     * Replaces sums by what is read of their activations.
     *
     * @param values those of so many vectors from an index on
     * @param each of a vector
     */
    void read(int group, float[] values, int from, int vectors, int each, Workspace worker) {
        int count = vectors * each;
        response.apply(values, from, from + count);
        float[] read = worker.read(count);
        System.arraycopy(values, from, read, 0, count);
        if (!worker.looksAt(read, count)) {
            worker.tally().conversions += count;
            worker.tally().clipped += converters.get(group).convert(read, vectors);
            System.arraycopy(read, 0, values, from, count);
        }
    }
}
