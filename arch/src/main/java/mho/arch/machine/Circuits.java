package mho.arch.machine;

import mho.arch.chip.ChipSpec;
import mho.arch.chip.Mapping;
import mho.arch.element.Precision;
import mho.arch.element.WeightLayout;
import mho.arch.element.crossbar.CrossbarCore;
import mho.arch.element.crossbar.Weights;
import mho.core.cost.WithoutCosts;
import mho.periphery.array.Array;
import mho.periphery.device.Device;
import mho.periphery.driver.Driver;
import mho.periphery.model.Technology;
import mho.periphery.neuron.Neuron;
import mho.periphery.readout.Conversion;
import mho.periphery.readout.Integration;
import org.jspecify.annotations.Nullable;

/**
 * What of a chip has a say in the values it computes, and nothing else: no price, no clock, no network. Equal circuits compute equal values.
 *
 * @param compact what of a matrix is stored
 * @param columnsPerConverter neighbouring columns with one converter's errors; 1 where converters have none
 * @param heldSeconds how long the last of a converter's columns waits for it; 0 where nothing leaks
 * @param kelvin temperature of the cells; 300 where it is nothing to them
 */
public record Circuits(
        Precision precision,
        Weights weights,
        Mapping.Compact compact,
        Array array,
        Driver driver,
        @Nullable Integration integration,
        Conversion conversion,
        int columnsPerConverter,
        double heldSeconds,
        Neuron activation,
        double kelvin) {

    public static Circuits of(ChipSpec chip) {
        CrossbarCore core = chip.core();
        Integration integration =
                core.integration() == null ? null : (Integration) WithoutCosts.unpriced((Record) core.integration());
        Conversion conversion = core.adc().conversion();
        int shared = core.adc().columnsPerConverter(core.columns());
        boolean leaks = integration != null && !integration.exact();
        return new Circuits(
                chip.precision(),
                core.weights(),
                chip.mapping().compact(),
                WithoutCosts.unpriced(core.array().withActivity(1).unwritten()),
                (Driver) WithoutCosts.unpriced((Record) core.driver().skipping(null)),
                integration,
                conversion,
                conversion.transfer().ideal() ? 1 : shared,
                leaks ? core.adc().convertSeconds(shared) : 0,
                (Neuron) WithoutCosts.unpriced((Record) chip.tile().activation()),
                ages(core.array().cell().made()) ? chip.temperature() : Technology.ROOM_K);
    }

    private static boolean ages(Device device) {
        return device.drift() != null && device.drift().activation() != null;
    }

    int inputBits() {
        return precision.values();
    }

    /** How weights lie in the arrays. */
    WeightLayout layout() {
        return weights.layout(array.rows(), array.columns(), array.cell().bits());
    }
}
