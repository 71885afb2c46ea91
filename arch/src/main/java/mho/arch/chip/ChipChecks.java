package mho.arch.chip;

import java.util.Objects;
import mho.arch.element.Problems;
import mho.core.cost.Gating;
import mho.core.quantity.Quantity;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.periphery.memory.Buffer;
import mho.periphery.memory.OffChipMemory;

/** Whether the parts of a chip file go together: what no key can be asked alone. */
final class ChipChecks {
    /** Tiles of a chip, so that a place in the grid is a number of 20 bits. */
    private static final int MOST_TILES = 1 << 19;
    /** Tiles of all chips. */
    private static final int MOST_TILES_OF_ALL = 1 << 26;
    /** Units of a circuit mesh that one of its delays may take. */
    private static final int MOST_UNITS = 1 << 20;

    private final ChipSpec chip;
    private final Problems problems;

    private ChipChecks(ChipSpec chip, MapNode tree) {
        this.chip = chip;
        this.problems = new Problems(tree);
    }

    /** @throws BadInput that tells everything which does not fit together */
    static void check(ChipSpec chip, MapNode tree) {
        ChipChecks coherence = new ChipChecks(chip, tree);
        if (coherence.canBeCounted()) {
            boolean hasRates = true;
            for (ChipFace face : chip.faces()) {
                hasRates &= coherence.tiles(face);
            }
            coherence.chipsAreJoined();
            coherence.weightsComeFromSomewhere();
            coherence.whatIsSwitchedOffKeepsNothing();
            coherence.upkeepDoesNothing();
            coherence.limitsAreOfASearch();
            if (hasRates && !coherence.problems.isEmpty()) {
                coherence.problems.of(() -> Inventory.of(chip)); // told together with what else is wrong
            }
        }
        coherence.problems.tell();
    }

    /** Whether their rates are known, so that parts can be priced. */
    private boolean tiles(ChipFace face) {
        Problems own = problems.of(face.path());
        boolean hasRates = face.chip().element().check(face.chip().surroundings(), own);
        FunctionUnitChecks.check(face.tile().functionUnits(), own);
        memoryHoldsWhatItMoves(face.tile().buffer(), own);
        if (face.does() != null) {
            TileKindChecks.does(face, problems);
        }
        return hasRates;
    }

    /** @throws BadInput that tells every figure which is missing, with its place in the file */
    static Inventory priced(ChipSpec chip, MapNode tree) {
        Problems problems = new Problems(tree);
        Inventory inventory = problems.of(() -> Inventory.of(chip));
        problems.tell();
        return Objects.requireNonNull(inventory);
    }

    /** Whether anything else can be asked of a chip; where it cannot, {@link #check} says why. */
    static boolean isCountable(ChipSpec chip, MapNode tree) {
        return new ChipChecks(chip, tree).canBeCounted();
    }

    /** Whether what is counted in whole numbers of 32 bits keeps to them; nothing else can be asked of a chip beyond. */
    private boolean canBeCounted() {
        for (ChipFace face : chip.faces()) {
            Problems own = problems.of(face.path());
            TileKindChecks.name(face, problems);
            face.chip().element().checkSizes(own);
            if (problems.isEmpty()) {
                int perElement = face.chip().element().arrays();
                long arrays = (long) face.tile().cores() * perElement;
                own.atMost(
                        "tile.cores", face.tile().cores(), Integer.MAX_VALUE / perElement, arrays + " arrays a tile");
            }
        }
        if (problems.isEmpty()) {
            problems.atMost("tiles", chip.tiles(), MOST_TILES, "a grid has room for no more");
            int most = MOST_TILES_OF_ALL / chip.tiles();
            problems.atMost("chips", chip.chips(), most, chip.tiles() + " tiles each");
        }
        if (problems.isEmpty()) {
            meshCanBeTimed();
        }
        return problems.isEmpty();
    }

    /** Durations that are counted in units of a circuit mesh. */
    private void meshCanBeTimed() {
        for (Mesh.Counted counted : chip.mesh().counted()) {
            inUnits(counted.path(), counted.seconds(), counted.unit());
        }
    }

    private void inUnits(String path, double seconds, double unit) {
        if (seconds > MOST_UNITS * unit) {
            String most = Quantity.format(MOST_UNITS * unit, "s");
            refuse(
                    path,
                    "must be at most %s (%s=%s), %d of the mesh's units of %s, found %s; or a longer unit (mesh.unit)"
                            .formatted(
                                    most,
                                    path,
                                    most,
                                    MOST_UNITS,
                                    Quantity.format(unit, "s"),
                                    Quantity.format(seconds, "s")));
        }
    }

    private static void memoryHoldsWhatItMoves(Buffer buffer, Problems problems) {
        long perBank = 8L * buffer.size() / buffer.banks();
        if (buffer.width() > perBank) {
            String narrower =
                    perBank < 1 ? "" : " an access of %d (tile.buffer.width=%d bit), or".formatted(perBank, perBank);
            problems.refuse(
                    "tile.buffer.width",
                    "an access moves %d bits, and a bank holds %d (%d bytes in banks: %d);%s a larger memory (tile.buffer.size=%d B)"
                            .formatted(
                                    buffer.width(),
                                    perBank,
                                    buffer.size(),
                                    buffer.banks(),
                                    narrower,
                                    (buffer.width() * buffer.banks() + 7) / 8));
        }
    }

    private void chipsAreJoined() {
        if (chip.link() == null && chip.chips() > 1) {
            refuse(
                    "link",
                    "missing; %d chips need links, for example (link={bandwidth: 6.4 GB/s, energy: 1 nJ, area: 1 mm2}), or one chip (chips=1)"
                            .formatted(chip.chips()));
        }
    }

    private void weightsComeFromSomewhere() {
        WeightSource weights = chip.weights();
        if (weights != null && weights.always() && weights.port() == null && chip.memory() == null) {
            refuse(
                    "weights.port",
                    "missing; streamed weights come through a port (weights.port={bandwidth: 34 GB/s, energy: 560 pJ, area: 1 mm2}), or from a memory beside the chip (memory={kind: ddr3, bandwidth: 17 GB/s, channels: 2, capacity: 8 GiB})");
        }
    }

    private void whatIsSwitchedOffKeepsNothing() {
        OffChipMemory memory = chip.memory();
        Gating gating = memory == null ? null : memory.cost().gating();
        if (gating != null && gating.betweenUses()) {
            refuse(
                    "memory.gating.parts",
                    "memory without power loses what it holds, so it cannot be off between uses: only where no layer uses it (memory.gating.parts=unused)");
        }
    }

    private void upkeepDoesNothing() {
        Upkeep upkeep = chip.upkeep();
        String figure = upkeep == null ? null : upkeep.idleFigure();
        if (figure != null) {
            refuse(
                    "upkeep." + figure,
                    "what is stated of the whole chip does nothing that is counted: state leakage or static, and take this away (upkeep.%s=null)"
                            .formatted(figure));
        }
    }

    private void limitsAreOfASearch() {
        Within within = chip.mapping().within();
        boolean turning =
                chip.mapping().schedule() == Mapping.Schedule.SEQUENTIAL && within != null && within.isOfChipsAlone();
        if (within != null && chip.mapping().goal() == null && !turning) {
            refuse(
                    "mapping.within",
                    "says what a search for a mapping may take, and none is asked for: give what it is for (mapping.goal=throughput), or take it away (mapping.within=null)");
        }
    }

    private void refuse(String path, String what) {
        problems.refuse(path, what);
    }
}
