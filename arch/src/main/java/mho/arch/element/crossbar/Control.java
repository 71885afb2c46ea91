package mho.arch.element.crossbar;

import mho.core.cost.Cost;
import mho.core.yaml.Inline;
import mho.periphery.model.Circuit;
import mho.periphery.model.Made;

/** What a core spends on each vector beyond its named circuits: clocking, sequencing, the local digital processor. */
public record Control(@Inline Cost cost) implements Made {

    @Override
    public Circuit circuit() {
        return Circuit.LOGIC;
    }
}
