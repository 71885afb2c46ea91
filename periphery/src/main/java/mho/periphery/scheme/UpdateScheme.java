package mho.periphery.scheme;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mho.core.yaml.BadInput;
import mho.core.yaml.Kind;
import mho.periphery.device.Device;
import mho.periphery.learning.UpdateLaw;
import org.jspecify.annotations.Nullable;

/**
 * How an array learns: which pulses an update W −= rate · x · δ becomes, of how many cells a weight is made, and what is moved between
 * them. Figures are in composed weights: those that cells of a window of −1 to 1 make.
 */
public sealed interface UpdateScheme
        permits PulseRule, BatchManhattan, MixedPrecision, FastAndSlow, PeriodicCarry, HybridWeight, OccasionalReset {

    /** The kinds of devices that it needs; one device may serve for all. */
    List<DeviceRole> roles();

    /** What each cell of a weight counts for, in the order of {@link LearningCells#populations}: weight = Σ significance · cell. */
    double[] significances();

    /** Cells that hold one weight. A pair of devices that move one way each, which pulses address as one, is one cell. */
    default int cellsPerWeight() {
        return significances().length;
    }

    /**
     * The weight that cells compose.
     *
     * @throws IllegalArgumentException for another number of cells than {@link #cellsPerWeight}
     */
    default double compose(double... cells) {
        double[] significances = significances();
        if (cells.length != significances.length) {
            throw new IllegalArgumentException(cells.length + " cells, a weight has " + significances.length);
        }
        double weight = 0;
        for (int i = 0; i < cells.length; i++) {
            weight += significances[i] * cells[i];
        }
        return weight;
    }

    /** The trains of one update, those of transfers left out; null where what is learnt says how many pulses there are. */
    default @Nullable TrainPlan plan() {
        return null;
    }

    /**
     * What is done beside updates in an array, as far as it does not hang on what is learnt; an example is a batch.
     *
     * @param rows of the array that are in use
     */
    default TransferPlan transfers(int rows) {
        return TransferPlan.NONE;
    }

    /** How a chip file calls it. */
    default String kind() {
        return getClass().getAnnotation(Kind.class).value();
    }

    /**
     * Throws {@link BadInput} for devices that cannot learn by this scheme, naming both and the remedy.
     *
     * @param devices one for all roles, or one for each in their order
     */
    default void check(List<Device> devices) {
        List<DeviceRole> roles = roles();
        if (devices.size() != 1 && devices.size() != roles.size()) {
            throw new BadInput("scheme \"" + kind() + "\" needs one device, or "
                    + roles.stream().map(DeviceRole::name).toList() + ", found " + devices.size());
        }
        for (int i = 0; i < roles.size(); i++) {
            roles.get(i).check(this, devices.get(devices.size() == 1 ? 0 : i));
        }
    }

    /** The law of the device in a role, after {@link #check}. */
    private static UpdateLaw law(List<Device> devices, int role) {
        UpdateLaw law = devices.get(devices.size() == 1 ? 0 : role).update();
        if (law == null) {
            throw new IllegalStateException("a device without a law passed its check");
        }
        return law;
    }

    /**
     * A matrix of weights that learns by this scheme, all weights programmed to zero.
     *
     * @param devices one for all roles, or one for each in their order
     * @param scale network weight that a composed weight of 1 stands for
     * @param seed of all that is drawn
     * @param place which matrix it is; other places draw other cells
     * @throws BadInput for devices that cannot learn so
     * @throws IllegalArgumentException for less than one row or column, or a scale that is not above 0
     */
    default LearningCells cells(List<Device> devices, int rows, int columns, double scale, long seed, long... place) {
        check(devices);
        List<UpdateLaw> laws = IntStream.range(0, roles().size())
                .mapToObj(role -> law(devices, role))
                .toList();
        List<Long> where = LongStream.of(place).boxed().toList();
        return made(new MatrixSite(laws, rows, columns, scale, seed, where));
    }

    /** Of devices that have been checked. */
    LearningCells made(MatrixSite site);
}
