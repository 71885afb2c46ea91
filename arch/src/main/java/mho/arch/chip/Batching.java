package mho.arch.chip;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;

/** Inputs of a reference machine that go through together. */
public record Batching(
        @Doc("Inputs that go through together") @Default("1") @Range(min = 1, max = Batching.MOST) int batch) {
    static final int MOST = 1 << 20;
}
