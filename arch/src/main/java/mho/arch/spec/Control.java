package mho.arch.spec;

import mho.core.cost.Cost;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Unit;

/** What a core spends on each vector beyond its named circuits: clocking, sequencing, the local digital processor. */
public record Control(
        @Doc("Vectors a second at full activity, which turns a stated power into an energy") @Unit("Hz") double rate,
        @Inline Cost cost) {}
