package mho.reports.config;

import mho.core.yaml.BadInput;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.GivenPath;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.workloads.data.DataReader;
import mho.workloads.data.DataSet;
import mho.workloads.data.Normalisation;
import mho.workloads.network.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Which inputs a run computes values for, and when their weights are read.
 *
 * @param from data that comes along by name, or a file or folder
 * @param labels a file of labels where they are not found beside the inputs
 * @param normalise scale:mean:deviation, a mean and a deviation for all channels or one for each; null for pixels divided by 255 and other
 *     numbers as they stand
 * @param images inputs to compute; null for all that are there
 * @param calibrationFrom data to calibrate on; null for the training set beside {@code from}, or the first of {@code from} if there is none
 * @param calibration inputs that ranges are calibrated on; none of them is computed
 * @param readTime from programming to reading, seconds
 */
public record DataChoice(
        @Doc("data that comes along by name, or a file or folder") String from,
        @Doc("a file of labels where they are not beside the inputs") @Nullable String labels,
        @Doc("what the network wants numbers turned into, scale:mean:deviation") @Nullable String normalise,
        @Doc("inputs to compute; all there are when absent") @Nullable Integer images,
        @Doc(
                        "data to calibrate on, by name, or a file or folder; when absent the training set beside the others, without one the first of them")
                @Nullable
                String calibrationFrom,
        @Doc("inputs that ranges are calibrated on") int calibration,
        @Doc("time from programming the weights to reading them") @Unit("s") @Default("0 s") @Range(min = 0)
                double readTime) {

    /** The inputs, those for calibration apart. */
    public record Loaded(DataSet calibration, DataSet images) {}

    /** The same with weights read at another time. */
    public DataChoice readAt(double seconds) {
        return new DataChoice(from, labels, normalise, images, calibrationFrom, calibration, seconds);
    }

    /** @throws mho.core.yaml.BadInput if the data are not there, are broken, too few, or of another shape than the network's input */
    public Loaded load(Shape wanted) {
        DataSet all = DataReader.read(from, labels == null ? null : GivenPath.toRead(labels), normalisation(), wanted);
        DataSet others = others(all);
        int held = others == null ? calibration : 0;
        int left = all.size() - held;
        int computed = images == null ? Math.max(1, left) : images;
        if (held > 0 && computed > left) {
            throw new BadInput(
                    "%s: holds %,d inputs, of which %,d are for calibration and none of the others; ask for at most %,d, or calibrate on others (--calibration-data)"
                            .formatted(all.name(), all.size(), held, Math.max(0, left)));
        }
        return new Loaded((others == null ? all : others).range(0, calibration), all.range(held, held + computed));
    }

    /** Inputs for calibration that are not of the test set; null if there are none. */
    private @Nullable DataSet others(DataSet tests) {
        return calibrationFrom == null
                ? DataReader.training(from, tests.normalisation(), tests.shape(), calibration)
                : DataReader.calibration(calibrationFrom, normalisation(), tests.shape(), calibration);
    }

    private @Nullable Normalisation normalisation() {
        return normalise == null ? null : NormaliseOption.parse(normalise);
    }
}
