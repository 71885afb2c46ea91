package mho.workloads.data;

import mho.core.yaml.Doc;
import mho.core.yaml.GivenPath;
import mho.core.yaml.Inline;
import mho.workloads.network.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A training set and a test set and what is done to their inputs. Unsigned bytes are pixels and divided by 255.
 *
 * @param data {@code mnist} or {@code fashion-mnist} where they are installed, the set that comes along, a file or a folder
 * @param labels file of the test set's labels; null for those beside it
 */
public record DataDescription(
        @Doc("mnist, fashion-mnist, a set that comes along, a file or a folder") String data,
        @Doc("file of labels, those beside the inputs if absent") @Nullable String labels,
        @Inline Preparation preparation) {

    /** All as it is. */
    public static DataDescription of(String data) {
        return new DataDescription(data, null, Preparation.NONE);
    }

    /** The inputs that {@link DataReader#read} takes, a test set if there is one. */
    public DataSet test(Shape wanted) {
        return DataReader.read(data, labels == null ? null : GivenPath.toRead(labels), null, preparation, wanted);
    }

    /** The labelled training set beside the test set; throws {@link mho.core.yaml.BadInput} if there is none. */
    public DataSet training(Shape wanted) {
        return DataReader.trainingSet(data, preparation, wanted);
    }
}
