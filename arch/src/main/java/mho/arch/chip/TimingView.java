package mho.arch.chip;

import java.util.List;
import java.util.Map;
import mho.arch.cut.WeightLayout;
import mho.arch.element.AnalogUse;
import mho.arch.element.ElementTiming;
import mho.arch.element.Precision;
import mho.arch.element.TilePath;
import mho.arch.element.Use;
import mho.core.cost.Action;
import mho.core.cost.ActionIndex;
import mho.core.cost.Counts;
import mho.core.cost.WithoutCosts;
import mho.periphery.interconnect.ChipLink;
import mho.periphery.interconnect.Wires;
import mho.periphery.memory.Buffer;
import mho.periphery.memory.OffChipMemory;
import mho.periphery.neuron.DigitalUnit;
import mho.periphery.neuron.Neuron;
import mho.workloads.task.Verb;
import org.jspecify.annotations.Nullable;

/**
 * What decides when things happen on a chip, and how often, and nothing else: no price, no noise. Mapper and compiler see a chip through
 * it alone, so equal views have equal timelines, whatever else their chips differ in.
 *
 * @param chip name, for messages
 * @param cycle the tiles' stages start and end on the edges of it, seconds
 * @param weights null where they stay
 * @param kinds of tiles, in the order in which they stand side by side
 * @param wakeUp what an input waits for that finds the chip at rest, seconds
 * @param paces of layers whose learning is known, by name
 */
public record TimingView(
        String chip,
        Precision precision,
        Mapping mapping,
        FabricView fabric,
        @Nullable WeightSource weights,
        List<KindView> kinds,
        double cycle,
        double wakeUp,
        Map<String, LearntPace> paces) {

    public TimingView {
        kinds = List.copyOf(kinds);
        paces = Map.copyOf(paces);
    }

    /** Of a chip of which nothing is known but its file. */
    public TimingView(
            String chip,
            Precision precision,
            Mapping mapping,
            FabricView fabric,
            @Nullable WeightSource weights,
            List<KindView> kinds,
            double cycle,
            double wakeUp) {
        this(chip, precision, mapping, fabric, weights, kinds, cycle, wakeUp, Map.of());
    }

    /** The same where layers that learn took what is known of them, by their names. */
    public TimingView with(Map<String, LearntPace> learnt) {
        return new TimingView(chip, precision, mapping, fabric, weights, kinds, cycle, wakeUp, learnt);
    }

    /**
     * Tiles, what carries results between them, and what stands beside the chips.
     *
     * @param tiles of one chip
     * @param memory of one chip
     */
    public record FabricView(
            int chips, int tiles, Mesh mesh, @Nullable ChipLink link, @Nullable OffChipMemory memory) {}

    /**
     * Tiles of one kind.
     *
     * @param path of such a tile in the chip file
     * @param first place of theirs among the tiles of a chip
     * @param count of a chip
     * @param does words of network files for the layers that they compute; null for all
     * @param cores elements of a tile
     * @param element what computes in it
     */
    public record KindView(
            TilePath path,
            int first,
            int count,
            @Nullable List<String> does,
            Buffer buffer,
            Wires bus,
            Digital digital,
            int cores,
            ElementTiming element) {

        /** How matrices are cut. */
        public WeightLayout layout() {
            return element.layout();
        }

        /** Arrays of a tile. */
        public int arrays() {
            return Math.multiplyExact(cores, element.arrays());
        }

        /** Whether it says of a layer, by the word for it, that it computes it. */
        public boolean lists(String word) {
            return does != null && does.contains(word);
        }

        /** What one of its parts does, spoken of as {@code tile.…}, as the chip file has it. */
        public Action in(Action spoken) {
            return path.in(spoken);
        }

        /** A path, or a sentence with paths, that speaks of {@code tile.…}, as the chip file has it. */
        public String in(String spoken) {
            return path.in(spoken);
        }

        /** Tells how often the parts of an element do something that hands voltages on, under their path in the chip file. */
        public void count(AnalogUse use, Counts to) {
            if (path.isOnly()) {
                element.count(use, to);
                return;
            }
            ActionIndex spoken = new ActionIndex();
            Counts counts = new Counts(spoken);
            element.count(use, counts);
            spoken.list().forEach(action -> to.add(path.in(action), counts.of(action)));
        }

        /** Tells how often the parts of an element do something, under their path in the chip file. */
        public void count(Verb verb, Use use, Counts to) {
            if (path.isOnly()) {
                element.count(verb, use, to);
                return;
            }
            ActionIndex spoken = new ActionIndex();
            Counts counts = new Counts(spoken);
            element.count(verb, use, counts);
            spoken.list().forEach(action -> to.add(path.in(action), counts.of(action)));
        }
    }

    /**
     * What the elements of a tile share beside buffer and bus.
     *
     * @param macSteps passes through shift-add that one digital multiply-accumulate takes
     * @param units what takes over single operations
     */
    public record Digital(
            Neuron activation, DigitalUnit pool, DigitalUnit shiftAdd, int macSteps, FunctionUnits units) {}

    static TimingView of(ChipSpec chip) {
        return new TimingView(
                chip.chip(),
                chip.precision(),
                chip.mapping(),
                new FabricView(
                        chip.chips(),
                        chip.tiles(),
                        (Mesh) WithoutCosts.timed((Record) chip.mesh()),
                        chip.link() == null ? null : WithoutCosts.timed(chip.link()),
                        chip.memory() == null ? null : (OffChipMemory) WithoutCosts.timed((Record) chip.memory())),
                chip.weights() == null ? null : (WeightSource) WithoutCosts.timed((Record) chip.weights()),
                chip.faces().stream().map(TimingView::kind).toList(),
                chip.cycle(),
                WakeUps.longestS(chip));
    }

    private static KindView kind(ChipFace face) {
        Tile tile = face.tile();
        return new KindView(
                face.path(),
                face.first(),
                face.chip().tiles(),
                face.does(),
                WithoutCosts.timed(tile.buffer()),
                WithoutCosts.timed(tile.bus()),
                new Digital(
                        (Neuron) WithoutCosts.timed((Record) tile.activation()),
                        WithoutCosts.timed(tile.pool()),
                        WithoutCosts.timed(tile.shiftAdd()),
                        tile.macSteps(),
                        WithoutCosts.timed(tile.functionUnits())),
                tile.cores(),
                face.chip()
                        .element()
                        .timing(face.chip().inputBits(), face.chip().cycle()));
    }

    /** The same with weights that come from elsewhere. */
    public TimingView with(WeightSource other) {
        return new TimingView(chip, precision, mapping, fabric, other, kinds, cycle, wakeUp, paces);
    }

    /** The same with as many copies as there are arrays for. */
    public TimingView filled() {
        return new TimingView(chip, precision, mapping.filled(), fabric, weights, kinds, cycle, wakeUp, paces);
    }

    /** The same of which layers that take turns use no more chips than mapping allows. */
    public TimingView turning() {
        Within within = mapping.within();
        Integer most = within == null ? null : within.chips();
        if (most == null || most >= fabric.chips()) {
            return this;
        }
        FabricView fewer = new FabricView(most, fabric.tiles(), fabric.mesh(), fabric.link(), fabric.memory());
        return new TimingView(chip, precision, mapping, fewer, weights, kinds, cycle, wakeUp, paces);
    }

    /** The same of which a search may use so many chips at most. */
    public TimingView withChipsAtMost(int most) {
        return new TimingView(
                chip, precision, mapping.withChipsAtMost(most), fabric, weights, kinds, cycle, wakeUp, paces);
    }

    /**
     * The tiles of a chip with one kind of them.
     *
     * @throws IllegalStateException if there are several
     */
    public KindView onlyKind() {
        if (kinds.size() > 1) {
            throw new IllegalStateException(chip + " has several kinds of tiles");
        }
        return kinds.get(0);
    }

    /** The kind of a tile, by its place among the tiles of all chips. */
    public KindView kindAt(int tile) {
        int place = tile % fabric.tiles();
        for (KindView kind : kinds) {
            if (place < kind.first() + kind.count()) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no tile " + tile);
    }

    /** Bits of a layer's inputs and outputs. */
    public int inputBits() {
        return precision.values();
    }
}
