package mho.arch.chip;

import java.util.Map;
import mho.arch.cut.Compact;
import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import org.jspecify.annotations.Nullable;

/** How layers are copied to balance the pipeline, and what of their matrices is stored. */
public record Mapping(
        @Scales(why = "it says which parts work, not what one costs")
                @Doc(
                        "one: single copies; balanced: in proportion to windows, the smallest map once; fill: as many as there are arrays for")
                @Default("balanced")
                Copying copies,
        @Scales(why = "it says which parts work, not what one costs")
                @Doc("Copies of single layers by name, over anything else")
                @Default("{}")
                Map<String, Integer> layers,
        @Scales(why = "it says which parts work, not what one costs")
                @Doc(
                        "throughput, latency, energy, edp (energy x latency): copies are searched for that serve it best, beginning with what copies asks for; without, that stands")
                @Nullable
                Goal goal,
        @Nullable Within within,
        @Scales(why = "it says where parts stand that work, not what one costs")
                @Doc(
                        "Map sizes, from the first, whose layers are laid out together, column by column, so that little crosses between chips; 0: layer by layer; where not stated, 0 or, with a goal, searched for")
                @Range(min = 0, max = 1 << 20)
                @Nullable
                Integer together,
        @Scales(why = "it says where parts stand that work, not what one costs")
                @Doc(
                        "Copies that no strips of whole columns load evenly, whole: take turns, window by window; swaying: stand in strips whose borders move by a column from row to row; where not stated, whole or, with a goal, searched for")
                @Nullable
                Strips strips,
        @Scales(why = "it says how much of the arrays is used; a cell, a row, a column costs what it cost")
                @Doc(
                        "none: matrices are stored whole; zeros: rows and columns that hold nothing but zeros (in every group) are neither stored nor driven")
                @Default("none")
                Compact compact,
        @Scales(why = "it says which parts work, not what one costs")
                @Doc(
                        "spatial: every layer has arrays of its own; sequential: layers take turns on all of them; where not stated, spatial, and in turns what does not fit and can be written")
                @Nullable
                Schedule schedule,
        @Scales(why = "it says what works together, not what one costs")
                @Doc(
                        "Inputs that layers which take turns work on together, as one; in training, inputs between one update and the next; 1 where not stated")
                @Range(min = 1, max = 1 << 20)
                @Nullable
                Integer batch,
        @Scales(why = "it says what waits for what, not what one costs")
                @Doc(
                        "In training, waited: a layer takes its next input, or batch, when the update of the one before is done; stale: before that, by weights some updates behind")
                @Default("waited")
                Updates updates,
        @Scales(why = "it says what waits for what, not what one costs")
                @Doc(
                        "With stale updates, inputs by which weights may be behind; where not stated, as many as there are reads of arrays between a layer's read and its update, and one: 2 (L - l) + 1 of layer l of L")
                @Range(min = 1, max = 1 << 20)
                @Nullable
                Integer behind) {

    /** When a layer that is trained goes on. */
    public enum Updates {
        WAITED,
        STALE
    }

    /** How layers are spread over the arrays. */
    public enum Schedule {
        SPATIAL,
        SEQUENTIAL
    }

    /** Inputs that go through together. */
    public int inputsTogether() {
        return batch == null ? 1 : batch;
    }

    /** How the copies of a layer share its map where they do so by columns. */
    public enum Strips {
        WHOLE,
        SWAYING
    }

    /** Whether the plan's strips may be no whole number of columns wide. */
    public boolean sways() {
        return strips == Strips.SWAYING;
    }

    /** Whether a search may have such strips. */
    public boolean maySway() {
        return strips != Strips.WHOLE;
    }

    /** Map sizes whose layers the plan lays out together. */
    public int sizesTogether() {
        return together == null ? 0 : together;
    }

    /** The same with as many copies as there are arrays for. */
    Mapping filled() {
        return new Mapping(
                Copying.FILL, layers, goal, within, together, strips, compact, schedule, batch, updates, behind);
    }

    /** The same of which a search may use so many chips at most. */
    Mapping withChipsAtMost(int most) {
        Within less = within == null
                ? new Within(most, null, null, null)
                : new Within(chips(most), within.arrays(), within.area(), within.power());
        return new Mapping(copies, layers, goal, less, together, strips, compact, schedule, batch, updates, behind);
    }

    public enum Copying {
        ONE,
        BALANCED,
        FILL
    }

    /** Of so many chips, those that may be used. */
    public int chips(int there) {
        Integer most = within == null ? null : within.chips();
        return most == null ? there : Math.min(most, there);
    }

    /** Whether what is searched for hangs on figures of the parts, and not on time alone. */
    public boolean isPriced() {
        return goal != null && goal.isPriced() || within != null && within.isPriced();
    }

    /** Mean power that a search may end with, in watts; infinite where none is stated. */
    public double powerW() {
        return within == null || within.power() == null ? Double.POSITIVE_INFINITY : within.power();
    }

    /** Area that the chips in use may have together, in square metres; infinite where none is stated. */
    public double areaM2() {
        return within == null || within.area() == null ? Double.POSITIVE_INFINITY : within.area();
    }

    /** Whether so many arrays may be given weights. */
    public boolean allows(long arrays) {
        Integer most = within == null ? null : within.arrays();
        return most == null || arrays <= most;
    }

    /** Copies of a layer, or 0 where the plan decides. */
    public int copiesOf(String layer, int statedByNetwork) {
        Integer named = layers.get(layer);
        return named != null ? named : statedByNetwork;
    }
}
