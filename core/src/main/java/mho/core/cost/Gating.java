package mho.core.cost;

import java.util.Map;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/** A switch in the supply of a part: behind it nothing leaks but a remainder. */
public record Gating(
        @Scales(why = "it sets times; a wake-up costs what it cost")
                @Unit("s")
                @Range(min = 0, max = 1)
                @Doc("time from the switch to a part that can be used")
                double wakeUp,
        @Scales(why = "carried with node and area of its part")
                @Unit("J")
                @Range(min = 0)
                @Default("0 J")
                @Doc("energy of one wake-up of one instance")
                double energy,
        @Scales(why = "it is a part of the static power, and follows that")
                @Unit("1")
                @Range(min = 0, max = 1)
                @Default("0")
                @Doc("part of its static power that it draws behind the switch")
                double remainder,
        @Scales(why = "it says when, not how much")
                @Default("unused")
                @Doc(
                        "which are switched off: those that no layer uses (unused), or those between their uses as well (idle)")
                Parts parts,
        @Scales(why = "it is no figure")
                @Doc("who set a stated figure, where that is neither source nor reasoning")
                @Nullable
                Map<String, String> setBy) {

    /** Which instances are switched off. */
    public enum Parts {
        UNUSED,
        IDLE
    }

    public boolean betweenUses() {
        return parts == Parts.IDLE;
    }

    /** What a wake-up of one instance costs; of the file's figures, who set it stands beside them. */
    public Price wakeUpPrice() {
        String setter = setBy == null ? null : setBy.get("energy");
        return new Price(energy, setter == null ? "direct: chip file" : setter);
    }

    /** The same where a wake-up is charged elsewhere. */
    public Gating withoutEnergy() {
        return new Gating(wakeUp, 0, remainder, parts, null);
    }
}
