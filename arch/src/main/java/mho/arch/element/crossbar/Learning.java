package mho.arch.element.crossbar;

import java.util.List;
import mho.arch.cut.WeightLayout;
import mho.arch.element.Learner;
import mho.arch.element.crossbar.learning.ArrayLearner;
import mho.core.cost.Cost;
import mho.core.cost.ExampleFigures;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.yaml.BadInput;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.MapNode;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.array.Cell;
import mho.periphery.device.Device;
import mho.periphery.device.Devices;
import mho.periphery.model.Circuit;
import mho.periphery.model.NoGap;
import mho.periphery.model.PricedPart;
import mho.periphery.scheme.LearningReads;
import mho.periphery.scheme.TrainPlan;
import mho.periphery.scheme.UpdateScheme;
import org.jspecify.annotations.Nullable;

/**
 * What lets the arrays of a core learn: circuits at both sides, so that they are read either way, and pulses that change cells where a
 * row and a column have one at the same time (Gokmen and Vlasov, Front. Neurosci. 10:333, 2016). Circuits of the other side are as
 * those of the first: what they do costs the same, their area and leakage are stated here. A pulse on a line is priced with the cells
 * along it that it half selects.
 *
 * @param pulse from one slot of a train to the next
 * @param slots of the trains of one update; null for those of the scheme
 * @param phases in which trains are sent: products that raise weights and those that lower them take turns
 * @param rowActivity part of its slots in which a row has a pulse, where no values say
 * @param cellEnergy of a cell whose row and column have a pulse
 * @param gradients null where every outer product changes cells at once
 */
@NoGap
public record Learning(
        @Scales(why = "it sets times; a pulse costs what is stated")
                @Doc("From one slot of a pulse train to the next")
                @Unit("s")
                double pulse,
        @Scales(why = "it says how many pulses there are, not what one costs")
                @Doc(
                        "Slots of the pulse trains of one update; the scheme's where not stated, 31 of one that has no trains")
                @Range(min = 1, max = 1 << 16)
                @Nullable
                Integer slots,
        @Scales(why = "it sets times; a pulse costs what is stated")
                @Doc(
                        "Times that trains are sent for one update: products that raise weights and those that lower them take turns; the scheme's where not stated, 2 of one that has no trains")
                @Range(min = 1, max = 4)
                @Nullable
                Integer phases,
        @Scales(why = "it says how many pulses there are, not what one costs")
                @Doc("Part of its slots in which a row has a pulse, where no values are computed")
                @Unit("1")
                @Default("0.1")
                @Range(min = 0, max = 1)
                double rowActivity,
        @Scales(why = "it says how many pulses there are, not what one costs")
                @Doc("The same of a column")
                @Unit("1")
                @Default("0.1")
                @Range(min = 0, max = 1)
                double columnActivity,
        @Scales(why = "the law of cells is not known here")
                @Doc("Energy of a cell whose row and column have a pulse in the same slot")
                @Unit("J")
                @Range(min = 0)
                double cellEnergy,
        @Scales(why = "it says which pulses there are, not what one costs")
                @Doc("Which pulses an update becomes, and of which cells a weight is made")
                @Default("{kind: stochastic}")
                UpdateScheme scheme,
        @Scales(why = "pulses are priced by what is stated here")
                @Doc(
                        "The devices that learn, one for all cells of a weight or one for each role of the scheme: names of mho's own, or files; the cell's own where none is given")
                @Default("[]")
                List<String> devices,
        @Scales(why = "pulses are priced by what is stated here")
                @Doc(
                        "What a pulse does otherwise than the devices' files say, as their update: keys not named stay as they are there, another kind replaces the law")
                @Default("{}")
                MapNode update,
        @Scales(why = "it says what a weight is worth, not what a pulse costs")
                @Doc("Weight of the network that a cell's weight of 1 stands for")
                @Unit("1")
                @Default("1")
                @Range(min = 1e-6, max = 1e6)
                double scale,
        @Scales(why = "it says what reads are like, not what one costs")
                @Doc("How arrays are read where values are learnt; exactly where nothing is said")
                @Nullable
                LearningReads reads,
        @Nullable GradientSums gradients,
        @Inline Cost cost)
        implements PricedPart {
    private static final ExampleFigures LIKE = new ExampleFigures("10 fJ", "0.1 mW", "5000 um2");

    /** Of a scheme whose pulses are counted, as long as trains that are sent by chance are by default. */
    private static final TrainPlan UNPLANNED = new TrainPlan(31, 2);

    public Learning {
        devices = List.copyOf(devices);
        devices.forEach(Devices::check);
    }

    /** Makes matrices that learn in arrays of such cells. */
    Learner learner(WeightLayout layout, Cell cell) {
        List<Device> made = devices.isEmpty()
                ? List.of(Devices.load(cell.device(), update))
                : devices.stream().map(device -> Devices.load(device, update)).toList();
        return new ArrayLearner(layout, scheme, made, scale, reads);
    }

    /** The trains of one update: as stated, or as the scheme sends them. */
    TrainPlan trains() {
        TrainPlan plan = scheme.plan();
        TrainPlan own = plan == null ? UNPLANNED : plan;
        return new TrainPlan(slots == null ? own.slots() : slots, phases == null ? own.phases() : phases);
    }

    /** From the first slot to the last, all phases. */
    double updateSeconds() {
        return trains().phases() * trains().slots() * pulse;
    }

    /** @param lines of a core, rows and columns; figures are of one pulse on one of them */
    ResolvedFigures figures(String path, double lines) {
        String lacking = cost.lacking(LIKE);
        if (lacking != null) {
            throw new BadInput(path + ": " + lacking + "; there is none for it");
        }
        return cost.resolve(path, pulsesPerSecond(lines), () -> null);
    }

    /** With one update after the other. */
    double pulsesPerSecond(double lines) {
        return lines * (rowActivity + columnActivity) / 2 / (trains().phases() * pulse);
    }

    /** Of the cells of a core, with one update after the other. */
    double cellPulsesPerSecond(double cells) {
        return cells * rowActivity * columnActivity / (trains().phases() * pulse);
    }

    @Override
    public Circuit circuit() {
        return Circuit.LOGIC;
    }
}
