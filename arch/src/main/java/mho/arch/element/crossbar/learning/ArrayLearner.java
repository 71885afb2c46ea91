package mho.arch.element.crossbar.learning;

import java.util.ArrayList;
import java.util.List;
import mho.arch.cut.WeightLayout;
import mho.arch.element.CellLevels;
import mho.arch.element.Learner;
import mho.arch.element.LearntArrays;
import mho.periphery.device.Device;
import mho.periphery.scheme.LearningCells;
import mho.periphery.scheme.LearningReader;
import mho.periphery.scheme.LearningReads;
import mho.periphery.scheme.UpdateScheme;
import mho.workloads.training.LearningMatrix;
import mho.workloads.training.MatrixPlace;
import org.jspecify.annotations.Nullable;

/** Makes matrices in arrays of one kind, of one device, by one scheme. */
public final class ArrayLearner implements Learner {
    private final WeightLayout layout;
    private final UpdateScheme scheme;
    private final List<Device> devices;
    private final double scale;
    private final @Nullable LearningReads reads;
    private final List<MatrixInArrays> made = new ArrayList<>();

    /**
     * @param devices one for all cells of a weight, or one for each role of the scheme
     * @param scale network weight that a weight of 1 in the cells stands for
     * @param reads how arrays are read; null where reads are exact
     * @throws mho.core.yaml.BadInput for devices that cannot learn by the scheme
     */
    public ArrayLearner(
            WeightLayout layout,
            UpdateScheme scheme,
            List<Device> devices,
            double scale,
            @Nullable LearningReads reads) {
        scheme.check(devices);
        this.layout = layout;
        this.scheme = scheme;
        this.devices = List.copyOf(devices);
        this.scale = scale;
        this.reads = reads;
    }

    @Override
    public LearningMatrix matrix(MatrixPlace place) {
        MatrixInArrays matrix = new MatrixInArrays(
                place.node().id(),
                place.rows(),
                place.columns(),
                layout.arrayRows(),
                Math.max(1, layout.weightsAcross()),
                new MatrixInArrays.Maker() {
                    @Override
                    public LearningCells cells(int rows, int columns, int array) {
                        return scheme.cells(devices, rows, columns, scale, place.seed(), array);
                    }

                    @Override
                    public @Nullable LearningReader reader(int rows, int columns, int array) {
                        return reads == null ? null : reads.reader(rows, columns, scale, place.seed(), array);
                    }
                });
        made.add(matrix);
        return matrix;
    }

    @Override
    public String about() {
        return "%s on %s, scale %s, read by %s, arrays of %d rows and %d weights"
                .formatted(scheme, devices, scale, reads, layout.arrayRows(), layout.weightsAcross());
    }

    @Override
    public List<LearntArrays> learnt() {
        return made.stream().map(MatrixInArrays::learnt).toList();
    }

    @Override
    public List<CellLevels> levels(int bins) {
        return made.stream().map(matrix -> matrix.levels(bins)).toList();
    }
}
