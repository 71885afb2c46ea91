package mho.periphery.scheme;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import mho.periphery.learning.Movement;
import org.jspecify.annotations.Nullable;

/** A scheme of two arrays: a fast one that learns by a rule, and a slow one that takes what the fast one has learnt, row by row. */
public sealed interface FastAndSlow extends UpdateScheme permits TikiTaka, BufferedTransfer {

    /** How the fast array learns. */
    PulseRule fast();

    /** Of which cells a weight of the slow array is made. */
    ComposedWeight slowWeight();

    /** When and how rows are transferred. */
    TransferShape transfer();

    /** What is done with a row that has been read; it pulses the slow array. */
    LineTransfer lines(PulsedCells slow, MatrixSite site);

    /** Slots of the pulses that a row gives the slow array. */
    double slotsOfRow();

    @Override
    default TransferPlan transfers(int rows) {
        double reads = 1.0 / transfer().every();
        double slots = slotsOfRow() / transfer().every();
        int cells = fast().cellsPerWeight();
        return transfer().counted() == TransferShape.Beat.UPDATE
                ? TransferPlan.ofUpdate(reads, slots, cells)
                : TransferPlan.ofExample(reads, slots, cells);
    }

    /** The fast array has to move both ways, for it forgets by that. */
    @Override
    default @Nullable TrainPlan plan() {
        return fast().plan();
    }

    @Override
    default List<DeviceRole> roles() {
        Set<Movement> both = EnumSet.of(Movement.BOTH_WAYS);
        return List.of(new DeviceRole("fast", both), new DeviceRole("slow", CountedPulses.bySteps(slowWeight())));
    }

    @Override
    default double[] significances() {
        double[] fastOnes = fast().significances();
        return DoubleStream.concat(
                        Arrays.stream(fastOnes).map(each -> each * transfer().fastShare()),
                        Arrays.stream(slowWeight().significances()))
                .toArray();
    }

    @Override
    default LearningCells made(MatrixSite site) {
        PulsedCells fastCells = fast().weight().made(site, site.law(0), 0);
        PulsedCells slowCells = slowWeight().made(site, site.law(1), fast().cellsPerWeight());
        return new TransferLearning(
                site, transfer(), fastCells, slowCells, fast().writer(fastCells, site, 0), lines(slowCells, site));
    }
}
