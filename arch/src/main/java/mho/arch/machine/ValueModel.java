package mho.arch.machine;

import java.util.Set;
import mho.arch.chip.ChipSpec;
import mho.arch.cut.Compact;
import mho.arch.element.ElementValues;
import mho.arch.element.Precision;
import mho.core.cost.WithoutCosts;
import mho.periphery.neuron.Neuron;
import mho.workloads.network.ScalarOperation;

/**
 * What of a chip has a say in the values it computes, and nothing else: no price, no clock, no network. Equal models compute equal values.
 *
 * @param compact what of a matrix is stored
 * @param exact functions that units of digital logic have taken over from the activation circuit
 */
public record ValueModel(
        Precision precision, ElementValues element, Compact compact, Neuron activation, Set<ScalarOperation> exact) {

    public ValueModel {
        exact = Set.copyOf(exact);
    }

    public static ValueModel of(ChipSpec chip) {
        return new ValueModel(
                chip.precision(),
                chip.element().values(chip.inputBits(), chip.temperature()),
                chip.mapping().compact(),
                (Neuron) WithoutCosts.unpriced((Record) chip.tile().activation()),
                chip.tile().functionUnits().functions());
    }
}
