package mho.reports.validate;

import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import mho.arch.element.WriteOnce;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;
import mho.reports.sheet.ChipSheet;

/** What a row may be about: a figure of a chip, of a network, or of a network on a machine. */
enum RowFigure {
    /** Inputs a second. */
    INTERVAL(
            "inputs/s", Of.RUN, subject -> 1 / subject.report().totals().times().intervalS()),
    /** Inputs a joule. */
    ENERGY("inputs/J", Of.RUN, subject -> 1 / subject.report().totals().energy().totalJ()),
    /** Between inputs. */
    PERIOD("s", Of.RUN, subject -> subject.report().totals().times().intervalS()),
    /** Of one input with the chip to itself. */
    LATENCY("s", Of.RUN, subject -> subject.report().totals().times().latencyS()),
    /** Of one input. */
    INPUT_ENERGY("J", Of.RUN, subject -> subject.report().totals().energy().totalJ()),
    /** Average, of the chips in use. */
    RUN_POWER("W", Of.RUN, subject -> subject.report().totals().energy().powerW()),
    /** Of the chips in use, as fast as inputs are answered. */
    RATE("OP/s", Of.RUN, subject -> subject.report().totals().rates().opsPerS()),
    /** Arrays that the network takes. */
    ARRAYS("1", Of.RUN, subject -> Objects.requireNonNull(
                    subject.report().totals().inUse().arrays(), "this machine has no arrays")
            .doubleValue()),
    /** Networks that a machine's chips have room for side by side. */
    NETWORKS("1", Of.RUN, subject -> subject.report().totals().inUse().networks()),
    /** Inputs a second of all of them. */
    SYSTEM_RATE(
            "inputs/s",
            Of.RUN,
            subject -> subject.report().totals().inUse().networks()
                    / subject.report().totals().times().intervalS()),
    /** Rows of memory that are moved out before weights are written. */
    MOVED_ROWS("1", Of.RUN, subject -> writing(subject).movedOut().rows()),
    /** Time that takes. */
    MOVING_TIME("s", Of.RUN, subject -> writing(subject).movedOut().seconds()),
    /** Actions of a part of an input: conversions of "tile.core.adc". */
    ACTIONS("1", Of.PART_OF_RUN, RowFigure::actions),
    /** What actions of a part take of an input's energy, in joules. */
    ACTION_ENERGY("J", Of.PART_OF_RUN, subject -> subject.report().entries().stream()
            .filter(entry -> entry.component().equals(subject.part()))
            .mapToDouble(Report.Entry::energyJ)
            .sum()),
    /** Of one layer of an input with the chip to itself. */
    LAYER_LATENCY("s", Of.PART_OF_RUN, subject -> Objects.requireNonNull(
                    layer(subject).times(), "leakage takes no time")
            .latencyS()),
    /** Weights of a network. */
    WEIGHTS("1", Of.NETWORK, subject -> (double) subject.network().weights()),
    /** All arrays multiplying without a pause. */
    PEAK("OP/s", Of.CHIP, subject -> subject.sheet().peak().opsPerS()),
    /** The same over the power it takes. */
    PEAK_PER_WATT("OP/s/W", Of.CHIP, subject -> subject.sheet().peak().opsPerSPerW()),
    /** The same over the chip's area. */
    PEAK_PER_AREA("OP/s/m2", Of.CHIP, subject -> subject.sheet().peak().opsPerSPerM2()),
    /** Of a chip. */
    AREA("m2", Of.CHIP, subject -> subject.sheet().peak().areaM2()),
    /** Of a chip, every part at its own full activity. */
    POWER("W", Of.CHIP, subject -> subject.sheet().peak().powerW()),
    /** Of a chip, all arrays multiplying without a pause. */
    POWER_AT_PEAK("W", Of.CHIP, subject -> subject.sheet().peak().powerAtFullRateW()),
    /** Of a chip whose arrays rest. */
    IDLE_POWER("W", Of.CHIP, subject -> subject.sheet().peak().byLoad().get(0).powerW()),
    /** Of a chip with a tenth of the work it could do. */
    TENTH_POWER("W", Of.CHIP, subject -> subject.sheet().peak().byLoad().get(1).powerW()),
    /** Of cells. */
    STORAGE(
            "B",
            Of.CHIP,
            subject -> Objects.requireNonNull(subject.sheet().peak().storageBytes(), "this machine has no cells")),
    /** Of all instances of a part on a chip, at their full activity. */
    PART_POWER("W", Of.PART_OF_CHIP, subject -> part(subject).chipPowerW()),
    /** Of all instances of a part on a chip. */
    PART_AREA("m2", Of.PART_OF_CHIP, subject -> part(subject).chipAreaM2()),
    /** Of a part in the power of the chip. */
    PART_POWER_SHARE(
            "1",
            Of.PART_OF_CHIP,
            subject -> part(subject).chipPowerW() / subject.sheet().peak().powerW()),
    /** How many of a part a chip has. */
    PART_COUNT("1", Of.PART_OF_CHIP, subject -> part(subject).instances()),
    /** A time of the computing element, as show --json has it: "latency_s". */
    ELEMENT_TIME("s", Of.PART_OF_CHIP, subject -> subject.sheet().element().figure(subject.part())),
    /** A number of the computing element, as show --json has it: "adc_bits". */
    ELEMENT("1", Of.PART_OF_CHIP, subject -> subject.sheet().element().figure(subject.part()));

    /** What must be named before it can be told. */
    enum Of {
        CHIP(true, false, false),
        PART_OF_CHIP(true, false, true),
        NETWORK(false, true, false),
        RUN(true, true, false),
        PART_OF_RUN(true, true, true);

        private final boolean machine;
        private final boolean network;
        private final boolean part;

        Of(boolean machine, boolean network, boolean part) {
            this.machine = machine;
            this.network = network;
            this.part = part;
        }
    }

    private final String unit;
    private final Of of;
    private final ToDoubleFunction<RowSubject> figure;

    RowFigure(String unit, Of of, ToDoubleFunction<RowSubject> figure) {
        this.unit = unit;
        this.of = of;
        this.figure = figure;
    }

    /** SI, or inputs a second or a joule. */
    String unit() {
        return unit;
    }

    boolean asksForMachine() {
        return of.machine;
    }

    boolean asksForNetwork() {
        return of.network;
    }

    boolean asksForPart() {
        return of.part;
    }

    /** As it is written in a file. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    double of(RowSubject subject) {
        return figure.applyAsDouble(subject);
    }

    private static double actions(RowSubject subject) {
        return subject.report().entries().stream()
                .filter(entry -> entry.component().equals(subject.part()))
                .mapToDouble(Report.Entry::count)
                .sum();
    }

    private static WriteOnce writing(RowSubject subject) {
        return Objects.requireNonNull(subject.report().programming(), "nothing is written into this machine");
    }

    private static LayerRow layer(RowSubject subject) {
        return subject.report().layers().stream()
                .filter(layer -> layer.name().equals(subject.part()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no layer \"" + subject.part() + "\""));
    }

    private static ChipSheet.Part part(RowSubject subject) {
        return subject.sheet().parts().stream()
                .filter(part -> part.path().equals(subject.part()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part \"" + subject.part() + "\""));
    }
}
