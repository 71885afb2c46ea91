package mho.arch.chip;

import mho.core.yaml.Doc;
import mho.core.yaml.Unit;

/** A memory of a reference machine. */
public record MemoryLevel(
        @Doc("What it holds") @Unit("B") double capacity,
        @Doc("What it hands to the units that compute") @Unit("B/s") double bandwidth) {}
