package mho.arch.element.macarray;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.arch.element.Description;
import mho.arch.element.Description.Line;
import mho.core.quantity.Quantity;

/** What is told of an array of units. */
record MacArrayDescription(MacArray array, MacArrayTiming timing, int valueBits) {

    Description get() {
        Map<String, Number> multiply = new LinkedHashMap<>();
        multiply.put("interval_s", intervalS());
        multiply.put("latency_s", latencyS());
        return new Description(
                List.of(new Line("array", units()), new Line("weights", array.weightBits() + " bit, " + kept())),
                List.of(new Line("multiply", work())),
                Map.of("weight_bits", array.weightBits()),
                multiply);
    }

    private double intervalS() {
        return array.occupancySeconds(valueBits);
    }

    private double latencyS() {
        return (array.cyclesAVector() + timing.latencyCycles()) / array.clock();
    }

    private String units() {
        String all = "%d rows x %d columns of units at %s"
                .formatted(array.rows(), array.columns(), Quantity.format(array.clock(), "Hz"));
        return array.folds() == 1
                ? all
                : all
                        + ", %d turns a vector for %d x %d weights"
                                .formatted(
                                        array.folds(),
                                        array.layout().arrayRows(),
                                        array.layout().arrayColumns());
    }

    private String kept() {
        return array.memory() == null
                ? "in the units, " + array.doubleBuffer() + " more behind the block in use"
                : timing.blocksKept() + " blocks in the memory of each array";
    }

    private String work() {
        return "a vector every " + Quantity.format(intervalS(), "s") + ", result after "
                + Quantity.format(latencyS(), "s") + "; exact integers";
    }
}
