package mho.arch.machine;

import mho.arch.chip.ChipSpec;
import mho.arch.cut.Compact;
import mho.arch.element.ElementValues;
import mho.arch.element.Precision;
import mho.core.cost.WithoutCosts;
import mho.periphery.neuron.Neuron;

/**
 * What of a chip has a say in the values it computes, and nothing else: no price, no clock, no network. Equal models compute equal values.
 *
 * @param compact what of a matrix is stored
 */
public record ValueModel(Precision precision, ElementValues element, Compact compact, Neuron activation) {

    public static ValueModel of(ChipSpec chip) {
        return new ValueModel(
                chip.precision(),
                chip.element().values(chip.inputBits(), chip.temperature()),
                chip.mapping().compact(),
                (Neuron) WithoutCosts.unpriced((Record) chip.tile().activation()));
    }
}
