package mho.arch.chip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mho.arch.cut.Compact;
import mho.arch.cut.WeightLayout;
import mho.arch.element.ChipContext;
import mho.arch.element.Element;
import mho.arch.element.LearntArrays;
import mho.arch.element.Observed;
import mho.arch.element.Precision;
import mho.arch.element.TilePath;
import mho.core.cost.Action;
import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Key;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.interconnect.ChipLink;
import mho.periphery.memory.OffChipMemory;
import mho.periphery.model.Technology;
import org.jspecify.annotations.Nullable;

/**
 * A chip file. Structure goes system, chip, tile, core, array; all cost figures are those of one instance.
 *
 * @param technology feature size, metres
 * @param temperature of its circuits, kelvin
 * @param cycle the tiles' stages start and end on its edges, seconds
 */
public record ChipSpec(
        @Doc("Name") String chip,
        @Doc("What it is") @Nullable String about,
        @Nullable String source,
        @Doc("Sentences that every result tells, as on what of another tool's file is not carried over") @Nullable
                List<String> remarks,
        @Scales(why = "every part goes to another node by the laws of what it is made of")
                @Doc("Feature size of the process it is made in")
                @Unit("m")
                double technology,
        @Scales(why = "what leaks goes with it, by the law of transistors")
                @Doc("Temperature of its circuits")
                @Unit("K")
                @Default("300 K")
                double temperature,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("The tiles' stages hand on at the edges of this cycle")
                @Unit("s")
                @Range(max = 1)
                double cycle,
        @Scales(why = "figures are those of one instance") @Doc("Chips there are") @Default("1") int chips,
        @Key("tiles") @Doc("Tiles of a chip; or a mapping of names to kinds of tiles, each with its count")
                TileFloor floor,
        Precision precision,
        @Default("{}") Mapping mapping,
        Mesh mesh,
        @Nullable ChipLink link,
        @Nullable OffChipMemory memory,
        @Nullable WeightSource weights,
        @Nullable Upkeep upkeep,
        @Key("tile") @Nullable Tile only)
        implements ChipFile {

    static final String NO_TILE = "missing key \"tile\", for example \"tile: {buffer: {…}, bus: {…}, …}\"";

    public static final Action LINK = new Action("link", "byte");
    public static final Action MEMORY = new Action("memory", "byte");
    public static final Action UPKEEP = new Action("upkeep", "action");

    public ChipSpec {
        if (floor.kinds() == null && only == null) {
            throw new IllegalArgumentException(NO_TILE);
        }
    }

    /** What every result of it tells; nothing where the file has none. */
    public List<String> told() {
        return remarks == null ? List.of() : remarks;
    }

    /** Tiles of a chip, of whatever kind. */
    public int tiles() {
        return floor.all();
    }

    /**
     * The tile of a chip with one kind of them.
     *
     * @throws IllegalStateException if there are several: who asks has to ask each of {@link #faces}
     */
    public Tile tile() {
        if (only == null) {
            throw new IllegalStateException(chip + " has several kinds of tiles");
        }
        return only;
    }

    /** The chip as the tiles of each kind see it, in the order in which the kinds stand side by side; one face where there is one kind. */
    public List<ChipFace> faces() {
        Map<String, TileKind> kinds = floor.kinds();
        if (kinds == null) {
            return List.of(new ChipFace(TilePath.ONLY, "", 0, null, this));
        }
        List<ChipFace> faces = new ArrayList<>();
        int first = 0;
        for (Map.Entry<String, TileKind> kind : kinds.entrySet()) {
            TileKind of = kind.getValue();
            ChipSpec alone = with(new TileFloor(of.count(), null), of.tile());
            faces.add(new ChipFace(TilePath.ofKind(kind.getKey()), kind.getKey(), first, of.does(), alone));
            first += of.count();
        }
        return List.copyOf(faces);
    }

    private ChipSpec with(TileFloor other, Tile tile) {
        return new ChipSpec(
                chip,
                about,
                source,
                remarks,
                technology,
                temperature,
                cycle,
                chips,
                other,
                precision,
                mapping,
                mesh,
                link,
                memory,
                weights,
                upkeep,
                tile);
    }

    /** What computes in a tile of a chip with one kind of them. */
    public Element element() {
        return tile().core();
    }

    /** What elements know of it. */
    ChipContext surroundings() {
        boolean compact = mapping.compact() == Compact.ZEROS;
        return new ChipContext(precision.values(), precision.partialSums(), compact, technology);
    }

    public int inputBits() {
        return precision.values();
    }

    public int arrayRows() {
        return layout().arrayRows();
    }

    public int arrayColumns() {
        return layout().arrayColumns();
    }

    public int cellsPerWeight() {
        return layout().cellsPerWeight();
    }

    /** How weights lie in its arrays. */
    public WeightLayout layout() {
        return element().layout();
    }

    public int arraysPerTile() {
        return Math.multiplyExact(tile().cores(), element().arrays());
    }

    public long arraysPerChip() {
        return faces().stream().mapToLong(ChipFace::arrays).sum();
    }

    /** What decides when things happen on it. */
    public TimingView timingView() {
        return TimingView.of(this);
    }

    /** Weights that fit across one array. */
    public int weightsPerRow() {
        return layout().weightsAcross();
    }

    @Override
    public int batch() {
        return mapping.inputsTogether();
    }

    @Override
    public Object timingKey() {
        return mapping.isPriced() ? List.of(timingView(), this) : timingView();
    }

    @Override
    public double count(Action action, double planned, @Nullable Observed observed) {
        for (ChipFace face : faces()) {
            if (face.path().has(action.part())) {
                Action spoken = new Action(face.path().outOf(action.part()), action.verb());
                return face.chip().element().count(spoken, planned, observed);
            }
        }
        return planned;
    }

    @Override
    public double count(Action action, double planned, LearntArrays learnt, double inputs) {
        for (ChipFace face : faces()) {
            if (face.path().has(action.part())) {
                Action spoken = new Action(face.path().outOf(action.part()), action.verb());
                return face.chip().element().count(spoken, planned, learnt, inputs);
            }
        }
        return planned;
    }

    @Override
    public <T> T as(Function<ChipSpec, T> tiles, Function<Roofline, T> roofline) {
        return tiles.apply(this);
    }

    /** Kinds of elements of its tiles, and whether they learn. */
    @Override
    public String family() {
        return faces().stream()
                .map(face -> face.chip().element())
                .map(element -> element.kind() + (element.learner() == null ? "" : " that learns"))
                .distinct()
                .collect(Collectors.joining(" + "));
    }

    /** Operations a second of one chip with every array busy; a multiply-accumulate is two. */
    @Override
    public double peakOpsPerSecond() {
        return faces().stream()
                .map(ChipFace::chip)
                .mapToDouble(kind -> (double) kind.tiles()
                        * kind.arraysPerTile()
                        * 2.0
                        * kind.arrayRows()
                        * kind.weightsPerRow()
                        / kind.element().occupancySeconds(inputBits()))
                .sum();
    }

    /** Weight storage of one chip, bytes of cells. */
    public double storageBytes() {
        return faces().stream()
                .mapToDouble(face -> face.arrays() * face.chip().element().storedBits() / 8)
                .sum();
    }

    /** Bits that its converters have fewer than would digitise a sum without loss. */
    public int adcBitsShort() {
        return faces().stream()
                .mapToInt(face -> face.chip().element().converterBitsShort())
                .max()
                .orElse(0);
    }

    public Technology process() {
        return Technology.ofNode(technology).at(temperature);
    }
}
