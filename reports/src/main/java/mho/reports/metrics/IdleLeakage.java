package mho.reports.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import mho.arch.chip.ChipSpec;
import mho.arch.element.Component;
import mho.arch.plan.SpareArrays;
import mho.arch.power.StaticLine;
import mho.arch.run.RunResult;

/**
 * What parts leak that carry nothing, or next to nothing, in a run: those used to less than a hundredth of what they could do, and those
 * of tiles that hold no layer. Where that is more than half of the energy, the run says little of the network and much of the size of
 * the chip.
 */
final class IdleLeakage {
    private static final double MUCH = 0.5;
    /** Of the parts named: a smaller share is not worth a word. */
    private static final double NAMED = 0.01;

    /** Of what a part could do in the time: below it, it is there for nothing. */
    private static final double USED = 0.01;

    private static final String LINK = "link";

    private IdleLeakage() {}

    /** Energy that a part leaks idly: all it leaks, or that of tiles without a layer; and how far it is used. */
    private record Idle(String part, double energyJ, boolean whole, double used) {
        String told(double share) {
            return part + " " + percent(share)
                    + (!whole ? " in tiles without a layer" : used == 0 ? "" : " (used to " + percent(used) + ")");
        }
    }

    /** A sentence, or none. */
    static List<String> warnings(Totals totals, ChipSpec chip, RunResult run, List<ComponentRow> components) {
        List<TilesInUse> kinds = TilesInUse.of(chip, run.placement());
        List<Idle> idle = new ArrayList<>();
        for (ComponentRow part : components) {
            Component stated = run.inventory().component(part.name());
            if (stated.peakActionsPerSecond() == 0) {
                continue; // nothing passes through it, at any load
            }
            double done = part.actions().stream()
                    .filter(a -> !StaticLine.isOne(a.action()))
                    .mapToDouble(a -> a.count() * stated.taken(a.action()))
                    .sum();
            double possible = part.instances()
                    * stated.peakActionsPerSecond()
                    * totals.times().intervalS();
            TilesInUse of = kinds.stream()
                    .filter(kind -> kind.have(part.name()))
                    .findFirst()
                    .orElse(null);
            boolean ofTiles = of != null;
            double unused = of == null ? 0 : of.unused();
            double used = done == 0 ? 0 : done / (ofTiles ? possible * (1 - unused) : possible);
            double leaks = part.leakageJ();
            boolean whole = used < USED;
            boolean alike = stated.figures().states().gating() == null; // those without a layer leak as others do
            double energyJ = whole ? leaks : ofTiles && alike ? leaks * unused : 0;
            if (energyJ > 0) {
                idle.add(new Idle(part.name(), energyJ, whole, used));
            }
        }
        double sum = idle.stream().mapToDouble(Idle::energyJ).sum();
        if (!(sum > MUCH * totals.energy().totalJ())) {
            return List.of();
        }
        idle.sort(Comparator.comparingDouble(Idle::energyJ).reversed());
        List<String> parts = new ArrayList<>();
        for (Idle one : idle) {
            double share = one.energyJ / totals.energy().totalJ();
            if (share >= NAMED) {
                parts.add(one.told(share));
            }
        }
        List<String> ways = ways(totals, chip, kinds, idle);
        return List.of("%s of the energy is leakage of parts that carried nothing in this run, or next to nothing: %s%s"
                .formatted(
                        percent(sum / totals.energy().totalJ()),
                        String.join(", ", parts),
                        ways.isEmpty() ? "" : "; compare " + String.join(", then ", ways)));
    }

    /** Designs that leave less idle, the one that changes no chip first. That a part leaks nothing is no design. */
    private static List<String> ways(Totals totals, ChipSpec chip, List<TilesInUse> kinds, List<Idle> idle) {
        List<String> ways = new ArrayList<>();
        SpareArrays spare = totals.limit().spare();
        if (spare != null) {
            ways.add(String.format(
                    Locale.ROOT,
                    "more copies of layers, as %,d of %,d arrays hold no weights (--set mapping.copies=fill)",
                    spare.idle(),
                    spare.all()));
        }
        for (TilesInUse kind : kinds) {
            if (kind.unused() > 0 && idle.stream().anyMatch(one -> kind.have(one.part))) {
                ways.add("a smaller chip (--set " + kind.countKey() + "=" + kind.neededOfAChip() + ")");
            }
        }
        boolean linkIdles = idle.stream()
                .anyMatch(one -> one.part.equals(LINK)
                        && one.energyJ >= NAMED * totals.energy().totalJ());
        if (linkIdles && totals.inUse().chips() == 1) {
            ways.add("a chip without a link, as one holds the network (" + (chip.chips() > 1 ? "--set chips=1 " : "")
                    + "--set link=null)");
        }
        return ways;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share >= 0.01 || share == 0 ? "%.1f %%" : "%.2g %%", 100 * share);
    }
}
