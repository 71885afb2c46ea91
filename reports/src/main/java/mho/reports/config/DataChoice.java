package mho.reports.config;

import java.nio.file.Path;
import mho.core.yaml.BadInput;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.workloads.data.DataReader;
import mho.workloads.data.DataSet;
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
 * @param calibration inputs that ranges are calibrated on; none of them is computed
 * @param readTime from programming to reading, seconds
 */
public record DataChoice(
        @Doc("data that comes along by name, or a file or folder") String from,
        @Doc("a file of labels where they are not beside the inputs") @Nullable String labels,
        @Doc("what the network wants numbers turned into, scale:mean:deviation") @Nullable String normalise,
        @Doc("inputs to compute; all there are when absent") @Nullable Integer images,
        @Doc("inputs that ranges are calibrated on, before those that are computed") int calibration,
        @Doc("time from programming the weights to reading them") @Unit("s") @Default("0 s") @Range(min = 0)
                double readTime) {

    /** The inputs, those for calibration apart. */
    public record Loaded(DataSet calibration, DataSet images) {}

    /** @throws mho.core.yaml.BadInput if the data are not there, are broken, too few, or of another shape than the network's input */
    public Loaded load(Shape wanted) {
        Path apart = labels == null ? null : Path.of(labels);
        DataSet all = DataReader.read(from, apart, normalise == null ? null : Normalised.parse(normalise), wanted);
        int left = all.size() - calibration;
        int computed = images == null ? left : images;
        if (computed > left || left < 1) {
            throw new BadInput(
                    "%s: holds %,d inputs, of which %,d are for calibration and none of the others; ask for at most %,d"
                            .formatted(all.name(), all.size(), calibration, Math.max(0, left)));
        }
        return new Loaded(all.range(0, calibration), all.range(calibration, calibration + computed));
    }
}
