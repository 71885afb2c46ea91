package mho.arch.element.photonic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.arch.element.Description;
import mho.arch.element.Description.Line;
import mho.core.quantity.Quantity;

/** What is told of an array of light. */
record PhotonicDescription(Photonic array, int latencyCycles) {

    Description get() {
        double interval = array.occupancySeconds(0);
        double latency = interval + latencyCycles / array.clock();
        Map<String, Number> multiply = new LinkedHashMap<>();
        multiply.put("interval_s", interval);
        multiply.put("latency_s", latency);
        Map<String, Number> sizes = new LinkedHashMap<>();
        sizes.put("weight_bits", array.weightBits());
        Weighing weighing = array.weighing();
        if (weighing != null) {
            sizes.put("phases", weighing.phases(array.rows(), array.columns()) * array.arrays());
        }
        return new Description(
                List.of(
                        new Line("array", lines()),
                        new Line(
                                "weights",
                                array.weightBits() + (weighing != null ? " bit, held" : " bit, converted every turn"))),
                List.of(new Line(
                        "multiply",
                        "a vector every " + Quantity.format(interval, "s") + ", result after "
                                + Quantity.format(latency, "s")
                                + (array.detectorNoise() > 0 ? "; diodes add noise" : "; diodes without noise"))),
                sizes,
                multiply);
    }

    private String lines() {
        return "light of %d rows on %d columns of diodes at %s, %d turns a vector for %d x %d weights"
                .formatted(
                        array.rows(),
                        array.columns(),
                        Quantity.format(array.clock(), "Hz"),
                        array.folds(),
                        array.layout().arrayRows(),
                        array.layout().arrayColumns());
    }
}
