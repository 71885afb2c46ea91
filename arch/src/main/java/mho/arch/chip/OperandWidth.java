package mho.arch.chip;

import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;

/** Bits of what a reference machine computes with. */
public record OperandWidth(
        @Doc("Bits of weights, inputs and outputs") @Unit("bit") @Range(min = 1, max = 64) int values) {}
