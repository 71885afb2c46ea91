package mho.arch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mho.workloads.network.ScalarOperation;

/** Settings that make small chips of the chips that come with mho, drawn from a seed. */
public final class RandomChips {
    private static final List<String> BASES = List.of("isaac-ce", "analog-256", "hermes-64-1phase", "hermes-64-4phase");

    private RandomChips() {}

    /** A chip to start from. */
    public record Drawn(String base, List<String> settings) {}

    public static Drawn draw(Random random) {
        String base = BASES.get(random.nextInt(BASES.size()));
        List<String> settings = new ArrayList<>();
        settings.add("chips=" + (1 + random.nextInt(8)));
        settings.add("tiles=" + (4 + random.nextInt(60)));
        settings.add("mesh.columns=" + (1 + random.nextInt(6)));
        settings.add("tile.cores=" + (1 + random.nextInt(4)));
        settings.add("tile.core.arrays=" + (1 + random.nextInt(4)));
        settings.add("tile.core.array.rows=" + (8 << random.nextInt(5)));
        settings.add("tile.core.array.columns=" + (16 << random.nextInt(4)));
        settings.add("tile.buffer.size=" + (2 << random.nextInt(6)) + " KiB");
        settings.add("tile.buffer.model=null");
        settings.add("tile.buffer.power=null");
        settings.add("tile.buffer.energy=20 pJ"); // models of the buffer do not cover all these sizes
        settings.add("tile.buffer.area=0.08 mm2");
        settings.add("tile.buffer.banks=" + (1 + random.nextInt(3)));
        settings.add("tile.buffer.width=" + (16 << random.nextInt(5)) + " bit");
        settings.add("tile.bus.width=" + (8 << random.nextInt(6)) + " bit");
        settings.add("mapping.copies=" + List.of("one", "balanced", "fill").get(random.nextInt(3)));
        if (random.nextInt(4) == 0) {
            settings.add("mesh={kind: bus, wires: {width: 64 bit, clock: 1 GHz, energy: 1 pJ, area: 1 mm2}}");
            settings.removeIf(s -> s.startsWith("mesh.columns"));
        }
        addUnits(settings);
        return new Drawn(base, settings);
    }

    /** A third of them have function units; drawn from what stands already, so that all else is drawn as without. */
    private static void addUnits(List<String> settings) {
        Random random = new Random(settings.hashCode());
        if (random.nextInt(3) > 0) {
            return;
        }
        List<List<String>> lists = List.of(new ArrayList<>(), new ArrayList<>());
        for (ScalarOperation operation : ScalarOperation.values()) {
            int unit = random.nextInt(3);
            if (unit < 2) {
                lists.get(unit).add(operation.label() + ": {cycles: " + (1 + random.nextInt(9)) + "}");
            }
        }
        for (int unit = 0; unit < 2; unit++) {
            if (!lists.get(unit).isEmpty()) {
                settings.add(
                        "tile.units.u%d={operations: {%s}, lanes: %d, clock: %d MHz, latency-cycles: %d, energy: 1 pJ, area: 90 um2}"
                                .formatted(
                                        unit,
                                        String.join(", ", lists.get(unit)),
                                        1 + random.nextInt(32),
                                        100 * (1 + random.nextInt(12)),
                                        1 + random.nextInt(6)));
            }
        }
    }
}
