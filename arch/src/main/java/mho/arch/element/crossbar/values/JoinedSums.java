package mho.arch.element.crossbar.values;

import java.util.ArrayList;
import java.util.List;
import mho.arch.cut.Rim;
import mho.periphery.device.Draws;
import mho.periphery.driver.Encoding;
import mho.periphery.driver.WeightSide;
import mho.periphery.readout.Converter;
import mho.workloads.network.Node;

/**
 * Sums of a layer whose arrays are joined: rows carry voltages of either sign, currents of all arrays of an output, and of both cells of a weight,
 * meet, and what comes of it is converted once, or not at all where it goes on as a voltage.
 */
final class JoinedSums {
    private final CrossbarValues circuits;
    private final Rim rim;
    private final Encoding encoding;

    /** Of every group. */
    private final List<Converter> converters = new ArrayList<>();

    JoinedSums(CrossbarValues circuits, Rim rim, Encoding encoding) {
        this.circuits = circuits;
        this.rim = rim;
        this.encoding = encoding;
    }

    Rim rim() {
        return rim;
    }

    /** Gives the sums of every group converters of a range, where any are to be converted. */
    void convertWith(double low, double high, Node node, List<LayerArrays.Group> groups, long seed) {
        converters.clear();
        for (int g = 0; g < groups.size() && rim.out(); g++) {
            int outputs = groups.get(g).sums().length;
            converters.add(circuits.conversion()
                    .converter(
                            outputs,
                            Math.max(1, Math.min(outputs, circuits.columnsPerConverter())),
                            low,
                            high,
                            0,
                            Draws.of(seed, "converters", node.name() + "/" + g)));
        }
    }

    /** Adds what flows in an array. */
    void add(
            Crossbar crossbar,
            float[] levels,
            int count,
            double fullScale,
            double[] sums,
            int outputs,
            Workspace worker) {
        int cells = count * crossbar.rows;
        float[] driven = worker.digits(cells);
        System.arraycopy(levels, 0, driven, 0, cells);
        worker.driveEitherSign(crossbar, driven, count, encoding.high());
        worker.distort(driven, cells, encoding.high());
        float[] read = worker.read(count * crossbar.columns.count());
        worker.multiply(crossbar, WeightSide.BOTH, driven, count, encoding.high(), read);
        worker.integrate(read, count * crossbar.columns.count(), fullScale);
        crossbar.decode(read, count, 1, WeightSide.BOTH, sums, outputs);
    }

    /** Reads them out, where anybody does. */
    void read(int group, double[] sums, int count, int outputs, Workspace worker) {
        if (!rim.out()) {
            return;
        }
        float[] whole = new float[count * outputs];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (float) sums[i];
        }
        if (!worker.looksAt(whole, whole.length)) {
            worker.tally().conversions += whole.length;
            worker.tally().clipped += converters.get(group).convert(whole, count);
        }
        for (int i = 0; i < whole.length; i++) {
            sums[i] = whole[i];
        }
    }
}
