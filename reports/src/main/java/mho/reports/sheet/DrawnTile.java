package mho.reports.sheet;

import java.util.List;

/**
 * A tile of some kind as it is drawn.
 *
 * @param name of the kind; empty where there is no other
 * @param perChip tiles of the kind
 * @param coresPerTile elements that compute, in each
 * @param coreKind what they are: "crossbar"
 * @param core parts of one of them, from where values come in to where they leave
 * @param parts of one tile beside its cores, likewise
 */
public record DrawnTile(
        String name, long perChip, int coresPerTile, String coreKind, List<DrawnPart> core, List<DrawnPart> parts) {
    public DrawnTile {
        core = List.copyOf(core);
        parts = List.copyOf(parts);
    }

    /** Of one core. */
    public double corePowerW() {
        return core.stream().mapToDouble(DrawnPart::powerW).sum();
    }

    /** Of one core. */
    public double coreAreaM2() {
        return core.stream().mapToDouble(DrawnPart::areaM2).sum();
    }

    /** Of one tile, without what joins tiles. */
    public double powerW() {
        return coresPerTile * corePowerW()
                + parts.stream().mapToDouble(DrawnPart::powerW).sum();
    }

    /** Of one tile, without what joins tiles. */
    public double areaM2() {
        return coresPerTile * coreAreaM2()
                + parts.stream().mapToDouble(DrawnPart::areaM2).sum();
    }
}
