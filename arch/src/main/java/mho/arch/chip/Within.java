package mho.arch.chip;

import mho.core.cost.Scales;
import mho.core.yaml.Doc;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/** What a search for a mapping may take of a system. */
public record Within(
        @Scales(why = "it says what is used, not what it costs")
                @Doc("Chips that a search may use, or layers that take turns; all where not stated")
                @Nullable
                Integer chips,
        @Scales(why = "it says what is used, not what it costs")
                @Doc("Arrays that a search may give weights to; all where not stated")
                @Nullable
                Integer arrays,
        @Scales(why = "it says what is used, not what it costs")
                @Doc("Area that the chips in use may have together, each of them whole")
                @Unit("m2")
                @Nullable
                Double area,
        @Scales(why = "it says what is used, not what it costs")
                @Doc("Mean power that a search may end with: energy of an input over the interval")
                @Unit("W")
                @Nullable
                Double power) {
    /** Whether it states chips and nothing else, as layers that take turns may be given. */
    boolean isOfChipsAlone() {
        return chips != null && arrays == null && !isPriced();
    }

    /** Whether it hangs on figures of the parts, and not on their number alone. */
    boolean isPriced() {
        return area != null || power != null;
    }
}
