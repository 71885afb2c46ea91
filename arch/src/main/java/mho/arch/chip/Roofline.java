package mho.arch.chip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mho.arch.element.Description;
import mho.arch.element.Observed;
import mho.core.cost.Action;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A reference machine, a processor or an accelerator that others are compared with: told by what it computes at its peak, what its
 * memories carry, how much of the peak it reaches and what it draws, and by nothing within. Layers take turns on it, a batch at a time:
 *
 * <pre>
 * t of a layer = max(ops batch / (peak efficiency), bytes / bandwidth) + overhead
 * </pre>
 *
 * @param technology feature size, metres; told, as none of the figures follows it
 * @param area of the die, square metres
 * @param peak rates by the width of the operands, under names
 * @param memory levels from the smallest up, under names
 * @param mapping what of a network works together
 * @param overhead of a layer, seconds
 */
public record Roofline(
        @Doc("Name") String chip,
        @Doc("What it is") @Nullable String about,
        @Nullable String source,
        @Doc("Feature size of the process it is made in") @Unit("m") double technology,
        @Doc("Area of the die") @Unit("m2") double area,
        @Doc("Width of the operands: it chooses the peak, and the bytes of weights and values") OperandWidth precision,
        @Doc("What it computes at most, by the width of the operands") Map<String, PeakRate> peak,
        @Doc("Memories, from the smallest up; the smallest that holds the weights gives the bytes")
                Map<String, MemoryLevel> memory,
        @Doc("How much of the peak a layer reaches") Efficiency efficiency,
        @Default("{}") Batching mapping,
        @Doc("Time of every layer beside its work, such as the start of a kernel")
                @Unit("s")
                @Default("0 s")
                @Range(min = 0, max = 1)
                double overhead,
        @Doc("What it draws") PowerDraw power,
        @Doc("reasoning for each stated figure that has no source") @Nullable Map<String, String> assumed,
        @Doc("who set a stated figure, where that is neither source nor reasoning") @Nullable Map<String, String> setBy)
        implements ChipFile {
    /** Being busy for a second, beyond what it draws at rest. */
    public static final Action BUSY = new Action("power", "busy second");

    @Override
    public int batch() {
        return mapping.batch();
    }

    /** What computes, where resources have names. */
    public static final String COMPUTE = "compute";

    public Roofline {
        if (peak.isEmpty() || memory.isEmpty()) {
            throw new IllegalArgumentException(
                    "a reference machine needs a peak and a memory: give peak={NAME: {bits: 8 bit, rate: 2.6 TOP/s}} and memory={NAME: {capacity: 8 GiB, bandwidth: 51 GB/s}}");
        }
        if (memory.containsKey(COMPUTE)) {
            throw new IllegalArgumentException(
                    "memory." + COMPUTE + ": this is what the machine's units are called; give the level another name");
        }
        checkAscending(memory);
        checkRates(peak, precision);
    }

    private static void checkAscending(Map<String, MemoryLevel> memory) {
        Map.Entry<String, MemoryLevel> below = null;
        for (Map.Entry<String, MemoryLevel> level : memory.entrySet()) {
            if (below != null && level.getValue().capacity() <= below.getValue().capacity()) {
                throw new IllegalArgumentException(
                        "memory.%s holds no more than memory.%s: give the levels from the smallest up"
                                .formatted(level.getKey(), below.getKey()));
            }
            below = level;
        }
    }

    private static void checkRates(Map<String, PeakRate> peak, OperandWidth precision) {
        List<Integer> widths = new ArrayList<>(
                peak.values().stream().map(PeakRate::bits).sorted().toList());
        if (widths.stream().distinct().count() < widths.size()) {
            throw new IllegalArgumentException("peak: two rates for operands of the same width: keep one");
        }
        int widest = widths.get(widths.size() - 1);
        if (precision.values() > widest) {
            throw new IllegalArgumentException(
                    "precision.values: the widest operands that a peak is given for have %d bits, found %d: give at most that (precision.values=%d bit), or a peak for wider ones"
                            .formatted(widest, precision.values(), widest));
        }
    }

    /** The rate of the narrowest operands that the precision fits in. */
    private PeakRate rate() {
        return peak.values().stream()
                .filter(rate -> rate.bits() >= precision.values())
                .min(Comparator.comparingInt(PeakRate::bits))
                .orElseThrow();
    }

    @Override
    public String family() {
        return MachineKind.ROOFLINE.called() + ", of published figures";
    }

    @Override
    public double peakOpsPerSecond() {
        return rate().rate();
    }

    /** Operations a second that a layer reaches where memory does not hold it up. */
    public double opsPerSecond() {
        return peakOpsPerSecond() * efficiency.at(batch());
    }

    /**
     * How long work on numbers of a width takes, as layers do: rates fall with the width of the operands beyond that of the precision.
     *
     * @param bits of a number
     * @param held bytes that the work goes through again and again: the smallest memory that holds them hands them over
     */
    public double seconds(double operations, double moved, int bits, double held) {
        double rate = opsPerSecond() * Math.min(1, (double) precision.values() / bits);
        MemoryLevel level = memory.values().stream()
                .filter(each -> each.capacity() >= held)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no memory of " + chip + " holds " + held + " bytes"));
        return Math.max(operations / rate, moved / level.bandwidth());
    }

    /** Bytes of so many weights or values. */
    public double bytes(double numbers) {
        return numbers * precision.values() / 8;
    }

    /** The memories from the smallest up. */
    public List<NamedLevel> levels() {
        return memory.entrySet().stream()
                .map(level -> new NamedLevel(level.getKey(), level.getValue()))
                .toList();
    }

    /** A memory and its name. */
    public record NamedLevel(String name, MemoryLevel level) {
        public double bytesPerSecond() {
            return level.bandwidth();
        }
    }

    /** Operations that it computes at its peak while a level carries a byte: the ridge of its roofline. */
    public double ridge(NamedLevel level) {
        return peakOpsPerSecond() / level.bytesPerSecond();
    }

    @Override
    public Object timingKey() {
        return List.of(precision, peak, memory, efficiency, mapping, overhead);
    }

    @Override
    public double count(Action action, double planned, @Nullable Observed observed) {
        return planned;
    }

    @Override
    public <T> T as(Function<ChipSpec, T> tiles, Function<Roofline, T> roofline) {
        return roofline.apply(this);
    }

    /** What is told of it beside its part. */
    public Description describe() {
        return RooflineDescription.of(this);
    }

    String areaOrigin() {
        return PowerDraw.origin("area", source, assumed, setBy);
    }
}
