package mho.reports.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mho.arch.chip.ChipFace;
import mho.arch.chip.ChipFile;
import mho.arch.chip.ChipFiles;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Chips;
import mho.arch.chip.Inventory;
import mho.arch.chip.UnsourcedNumbers;
import mho.arch.chip.UnusualFigures;
import mho.arch.element.Component;
import mho.arch.element.Description;
import mho.core.cost.ResolvedFigures;
import mho.core.yaml.MapNode;
import org.jspecify.annotations.Nullable;

/**
 * The data sheet of a chip, whatever runs on it.
 *
 * @param tiled the same where it is a chip of tiles; null elsewhere
 * @param tree the chip file with everything worked in
 * @param element what computes in its tiles
 * @param unsourced numbers that have neither source nor reasoning
 * @param warnings what nobody builds
 */
public record ChipSheet(
        ChipFile chip,
        @Nullable ChipSpec tiled,
        MapNode tree,
        Peak peak,
        Description element,
        List<Part> parts,
        List<HierarchyLevel> levels,
        List<Assumption> assumptions,
        List<String> unsourced,
        List<String> warnings) {

    /** Parts of which nobody says what they leak. */
    public int leakageUnstated() {
        return (int) parts.stream().filter(part -> !part.leakageStated()).count();
    }

    /**
     * Figures of the whole chip.
     *
     * @param powerW with everything at its own full activity
     * @param powerAtFullRateW with all arrays multiplying without a pause, and all else as busy as that needs
     * @param storageBytes of cells; null where there are none
     * @param byLoad what it draws at rest, at a tenth of its full rate and at that
     */
    public record Peak(
            double opsPerS,
            double powerW,
            double powerAtFullRateW,
            double leakageW,
            double areaM2,
            @Nullable Double storageBytes,
            List<PowerAtLoad> byLoad) {
        public Peak {
            byLoad = List.copyOf(byLoad);
        }

        public double opsPerSPerW() {
            return opsPerS / powerAtFullRateW;
        }

        public double opsPerSPerM2() {
            return opsPerS / areaM2;
        }

        public @Nullable Double storageBytesPerM2() {
            return storageBytes == null ? null : Double.valueOf(storageBytes / areaM2);
        }
    }

    /**
     * One kind of part.
     *
     * @param instances on the chip
     * @param energyJ of one action
     * @param action what an action is
     * @param leakageStated whether anybody says what it leaks
     * @param chipPowerW all instances at full activity
     * @param sources where each figure comes from, by its key
     */
    public record Part(
            String path,
            double instances,
            double energyJ,
            String action,
            double powerW,
            double leakageW,
            boolean leakageStated,
            double areaM2,
            double chipPowerW,
            double chipAreaM2,
            Map<String, String> sources) {
        /** In a line. */
        public String source() {
            return ResolvedFigures.told(sources);
        }

        static Part of(Component component, Citations citations) {
            return new Part(
                    component.path(),
                    component.instancesPerChip(),
                    component.figures().energyJ(),
                    component.action(),
                    component.peakPowerW(),
                    component.figures().leakageW(),
                    component.figures().leakageStated(),
                    component.figures().areaM2(),
                    component.chipPowerW(),
                    component.chipAreaM2(),
                    citations.of(component.path(), component.figures().sources()));
        }
    }

    /** Of a chip of tiles. */
    public static ChipSheet of(Chips.Loaded loaded) {
        return of(new ChipFiles.Loaded(loaded.spec(), loaded.tree()));
    }

    public static ChipSheet of(ChipFiles.Loaded loaded) {
        return loaded.file()
                .as(
                        chip -> of(loaded, chip),
                        machine -> of(
                                loaded,
                                null,
                                null,
                                machine.describe(),
                                HierarchyLevel.of(loaded.inventory()),
                                List.of()));
    }

    private static ChipSheet of(ChipFiles.Loaded loaded, ChipSpec chip) {
        Inventory inventory = loaded.inventory();
        return of(
                loaded,
                chip,
                chip.storageBytes(),
                described(chip),
                HierarchyLevel.of(chip, inventory),
                UnusualFigures.of(chip, inventory));
    }

    /** What computes in its tiles; where there are several kinds, each under its name. */
    private static Description described(ChipSpec chip) {
        List<Description> all = new ArrayList<>();
        for (ChipFace face : chip.faces()) {
            Description own = face.chip().element().describe(chip.inputBits());
            all.add(face.path().isOnly() ? own : own.of(face.name()));
        }
        return all.stream().reduce(Description::and).orElseThrow();
    }

    private static ChipSheet of(
            ChipFiles.Loaded loaded,
            @Nullable ChipSpec tiled,
            @Nullable Double storageBytes,
            Description element,
            List<HierarchyLevel> levels,
            List<String> warnings) {
        ChipFile chip = loaded.file();
        Inventory inventory = loaded.inventory();
        Citations citations = new Citations(loaded.tree());
        return new ChipSheet(
                chip,
                tiled,
                loaded.tree(),
                new Peak(
                        chip.peakOpsPerSecond(),
                        inventory.peakPowerW(),
                        inventory.powerAtFullRateW(),
                        inventory.leakageW(),
                        inventory.areaM2(),
                        storageBytes,
                        PowerAtLoad.of(inventory)),
                element,
                inventory.components().stream().map(c -> Part.of(c, citations)).toList(),
                levels,
                Assumption.in(loaded.tree()),
                UnsourcedNumbers.of(loaded.tree()),
                warnings);
    }
}
