package mho.arch.chip;

import mho.core.cost.Scales;
import mho.core.yaml.Doc;
import org.jspecify.annotations.Nullable;

/** What a search for a mapping may take of a system. */
public record Within(
        @Scales(why = "it says what is used, not what it costs")
                @Doc("Chips that a search may use; all where not stated")
                @Nullable
                Integer chips,
        @Scales(why = "it says what is used, not what it costs")
                @Doc("Arrays that a search may give weights to; all where not stated")
                @Nullable
                Integer arrays) {}
