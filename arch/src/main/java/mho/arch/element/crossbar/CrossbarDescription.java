package mho.arch.element.crossbar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mho.arch.element.Description;
import mho.arch.element.Description.Line;
import mho.core.quantity.Quantity;
import mho.periphery.array.LocalBuffers;
import mho.periphery.array.VmmTiming;
import mho.periphery.interconnect.AnalogLink;
import mho.periphery.neuron.ColumnFunction;

/** What is told of a core: its cells and weights, the phases of a multiply, its converters. */
final class CrossbarDescription {
    private final CrossbarCore core;
    private final int valueBits;
    private final VmmTiming vmm;

    CrossbarDescription(CrossbarCore core, int valueBits) {
        this.core = core;
        this.valueBits = valueBits;
        this.vmm = core.timing(valueBits);
    }

    Description whole() {
        Map<String, Number> sizes = new LinkedHashMap<>();
        sizes.put("adc_bits", core.adc().bits());
        sizes.put("adc_bits_required", core.converterBitsRequired());
        Map<String, Number> multiply = new LinkedHashMap<>();
        multiply.put("phases", vmm.phases());
        multiply.put("phase_s", vmm.phaseSeconds());
        multiply.put("convert_s", vmm.convertSeconds());
        multiply.put("interval_s", vmm.occupancySeconds());
        multiply.put("latency_s", vmm.latencySeconds());
        List<Line> times = new ArrayList<>(List.of(multiply(), converter()));
        AnalogLink link = core.analogLink();
        if (link != null) {
            times.add(analogLink(link));
        }
        ColumnFunction function = core.columnFunction();
        if (function != null) {
            times.add(columnFunction(function));
        }
        return new Description(List.of(array(), weights()), times, sizes, multiply);
    }

    private Line columnFunction(ColumnFunction function) {
        String name = function.function().name().toLowerCase(Locale.ROOT);
        return new Line(
                "function",
                core.bends(valueBits) == null
                        ? "circuits behind the columns bend sums to a " + name
                                + " before they are converted, and no sum is whole there: all pass them by"
                        : "circuits behind the columns bend sums to a " + name
                                + " before they are converted, of layers that end in one and whose inputs fit the rows");
    }

    private static Line analogLink(AnalogLink link) {
        return new Line(
                "analog link",
                "between layers values stay voltages: " + link.hops()
                        + (link.hops() == 1 ? " amplifier of " : " amplifiers of ") + seconds(link.delay())
                        + ", each with an error of " + Math.round(1e4 * link.error()) / 100.0
                        + " % of the largest value");
    }

    private Line array() {
        return new Line(
                "array",
                core.array().rows() + " rows x " + core.array().columns() + " columns, "
                        + core.array().cell().bits() + " bit a cell" + grid());
    }

    private String grid() {
        LocalBuffers buffers = core.localBuffers();
        return buffers == null
                ? ""
                : "; %d above one another, converted as one, and %d side by side, driven as one"
                        .formatted(buffers.down(), buffers.across());
    }

    private Line weights() {
        return new Line(
                "weights",
                core.weights().bits() + " bit in " + core.cellsPerWeight() + " cells, "
                        + core.layout().weightsAcross() + " side by side in an array"
                        + (core.localBuffers() == null ? "" : "s' grid"));
    }

    private Line multiply() {
        return new Line(
                "multiply",
                vmm.phases() + (vmm.phases() == 1 ? " phase of " : " phases of ") + seconds(vmm.phaseSeconds())
                        + ", conversion of a converter's columns " + seconds(vmm.convertSeconds())
                        + "; a vector every " + seconds(vmm.occupancySeconds()) + ", result after "
                        + seconds(vmm.latencySeconds()));
    }

    private Line converter() {
        int given = core.adc().bits();
        int required = core.converterBitsRequired();
        String fewer = given < required ? " (" + (required - given) + " fewer: sums saturate or round)" : "";
        return new Line("converter", given + " bit; " + required + " bit would lose nothing" + fewer);
    }

    private static String seconds(double seconds) {
        return Quantity.format(seconds, "s");
    }
}
