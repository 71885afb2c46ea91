package mho.arch.element;

import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;

/** Bits of the values that move. */
public record Precision(
        @Scales(why = "traffic counts bits; units that work on values say so")
                @Doc("Bits of a layer's inputs and outputs")
                @Unit("bit")
                @Range(min = 1, max = 32)
                int values,
        @Scales(why = "traffic counts bits; adders say so")
                @Doc("Bits of a partial sum on its way to be added")
                @Unit("bit")
                @Default("32 bit")
                @Range(min = 1, max = 64)
                int partialSums) {}
