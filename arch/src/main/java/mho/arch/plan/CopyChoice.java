package mho.arch.plan;

import java.util.List;
import mho.arch.chip.TimingView;
import mho.arch.chip.TimingView.KindView;
import mho.workloads.network.Shape;

/** Which copies of layers a search may choose, within what it may take. */
public final class CopyChoice {
    private final TimingView chip;
    private final Pipeline pipeline;
    private final List<CopyBalance.Demand> demands;

    public CopyChoice(TimingView chip, Pipeline pipeline) {
        this.chip = chip;
        this.pipeline = pipeline;
        this.demands = CopySearch.demands(chip, pipeline);
    }

    /** Whether it is open which layers stand column by column. */
    public boolean isOrderOpen() {
        return chip.mapping().together() == null;
    }

    /** Map sizes that layers may stand column by column of: those that follow one another where copies are open. */
    public int sizes() {
        int sizes = 0;
        Shape size = null;
        for (Stage stage : pipeline.stages()) {
            Shape map = stage.node().output();
            if (stage.tiling() != null && stage.windows() > 1 && stage.instances() == 1) {
                sizes += size != null && size.height() == map.height() && size.width() == map.width() ? 0 : 1;
                size = map;
            }
        }
        return sizes;
    }

    /** Chips that may be used. */
    public int chips() {
        return chip.mapping().chips(chip.fabric().chips());
    }

    /** Whether a layer's copies are open: neither stated nor one by its nature. */
    public boolean isOpen(Stage stage) {
        return stage.tiling() != null && demands.get(stage.id()).fixedCopies() == 0;
    }

    /** The next count above one that strips of the layer's map divide evenly; that one itself where none is. */
    public int more(Stage stage, int copies) {
        Shape map = stage.node().output();
        for (int next = copies + 1; next <= stage.windows(); next++) {
            if (CopyStrips.isEven(next, map.height(), map.width())) {
                return next;
            }
        }
        return copies;
    }

    /** A little more, a sixteenth and one at least, in strips whose borders may sway; that one itself where none are about even. */
    public int slightlyMore(Stage stage, int copies) {
        Shape map = stage.node().output();
        int next = copies + Math.max(1, copies / 16);
        boolean inStrips = chip.mapping().maySway()
                && next <= stage.windows()
                && CopyStrips.of(next, map.height(), map.width(), true) != null;
        return inStrips ? next : copies;
    }

    /** The next count below one that strips divide evenly; that one itself where none is. */
    public int fewer(Stage stage, int copies) {
        Shape map = stage.node().output();
        return copies <= 1 ? copies : CopyStrips.evenly(copies - 1, map.height(), map.width());
    }

    /** Whether arrays of every kind are there for so many copies. */
    public boolean fits(int[] copies) {
        long all = 0;
        for (int k = 0; k < chip.kinds().size(); k++) {
            KindView kind = chip.kinds().get(k);
            long arrays = arrays(copies, k);
            all += arrays;
            if (arrays > (long) chips() * kind.count() * kind.arrays()) {
                return false;
            }
        }
        return chip.mapping().allows(all);
    }

    private long arrays(int[] copies, int kind) {
        return pipeline.stages().stream()
                .filter(stage -> stage.kind() == kind && stage.tiling() != null)
                .mapToLong(stage -> (long) stage.arrays() * copies[stage.id()])
                .sum();
    }

    /**
     * The same, with fewer copies of other layers where arrays are short: always of the one whose copies have least to do.
     *
     * @param kept layer whose copies stay
     */
    public int[] madeToFit(int[] copies, Stage kept) {
        int[] less = copies.clone();
        while (!fits(less)) {
            Stage idlest = null;
            double least = Double.POSITIVE_INFINITY;
            for (Stage stage : pipeline.stages()) {
                double windows = (double) stage.windows() / Math.max(1, less[stage.id()]);
                boolean may = isOpen(stage) && stage.id() != kept.id() && less[stage.id()] > 1;
                if (may && stage.kind() == kept.kind() && windows < least) {
                    least = windows;
                    idlest = stage;
                }
            }
            if (idlest == null) {
                return copies;
            }
            less[idlest.id()] = fewer(idlest, less[idlest.id()]);
        }
        return less;
    }

    /** Laid out, however many chips it takes. */
    public Placement place(CopyPlan plan) {
        return Mapper.place(chip, pipeline, plan);
    }
}
