package mho.arch.chip;

import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;

/**
 * What a reference machine computes at most with operands of one width.
 *
 * @param rate operations a second; a multiply-accumulate is two
 */
public record PeakRate(
        @Doc("Bits of the operands") @Unit("bit") @Range(min = 1, max = 64) int bits,
        @Doc("Operations a second; a multiply-accumulate is two") @Unit("OP/s") double rate) {}
