package mho.workloads.data;

import java.nio.file.Files;
import java.nio.file.Path;
import mho.core.yaml.BadInput;
import mho.core.yaml.GivenPath;
import mho.workloads.network.Shape;
import org.jspecify.annotations.Nullable;

/** Data sets out of files and by name. */
public final class DataReader {
    private DataReader() {}

    /**
     * The set of that name if one comes along, otherwise what the file or folder of that name holds; "./name" is always a
     * path. Otherwise as {@link #read(Path, Path, Normalisation, Shape)}.
     */
    public static DataSet read(
            String nameOrPath, @Nullable Path labels, @Nullable Normalisation normalisation, Shape wanted) {
        if (ShippedDataSets.has(nameOrPath)) {
            if (labels != null) {
                throw new BadInput(nameOrPath + ": brings its labels along, give no file of labels");
            }
            return ShippedDataSets.load(nameOrPath, normalisation, wanted);
        }
        return read(path(nameOrPath), labels, normalisation, wanted);
    }

    private static Path path(String text) {
        Path path = GivenPath.toRead(text);
        if (!Files.exists(path)) {
            throw new BadInput(
                    DataFile.shown(path) + ": no such file or folder, check the path; the data that comes along"
                            + " is called " + String.join(", ", ShippedDataSets.names()));
        }
        return path;
    }

    /**
     * The inputs in a file or folder, with the labels found beside them or in a file of their own.
     *
     * @param data a file of IDX, .npy, .npz or CSV, packed with gzip or not, or a folder of these: the test set in it
     *     ("t10k", "test") if there is one, else the validation set, else what is called neither, else the training set
     * @param labels null for those in the folder or file of the inputs, if any
     * @param normalisation null for the default: unsigned bytes are pixels and divided by 255, all else stays as it is
     * @param wanted the shape of the network's input
     * @throws BadInput for whatever is wrong with the files
     */
    public static DataSet read(Path data, @Nullable Path labels, @Nullable Normalisation normalisation, Shape wanted) {
        Folder files = Files.isDirectory(data) ? Folder.of(data) : new Folder(data, null);
        FileContents contents = DataFile.read(files.inputs());
        FileArray beside = contents.labelsBeside(wanted);
        if (beside != null && labels != null) {
            throw new BadInput(
                    beside.where() + ": holds labels already and a file of labels is given, give one of the two");
        }
        Path apart = labels != null ? labels : files.labels();
        FileArray chosen =
                beside != null || apart == null ? beside : DataFile.read(apart).labels();
        return set(contents.inputs(wanted), chosen, normalisation, wanted);
    }

    /**
     * The first inputs of the training set that belongs to what {@link #read} takes from there, or null: in a folder or beside a file what is
     * called the same but for "train" in place of "test", in an npz file likewise. What is a training set itself has none.
     *
     * @param normalisation as that of the inputs
     * @param most inputs to read
     */
    public static @Nullable DataSet training(String nameOrPath, Normalisation normalisation, Shape wanted, int most) {
        FileArray training = ShippedDataSets.has(nameOrPath) ? null : training(path(nameOrPath), true, wanted, most);
        return training == null ? null : set(training, null, normalisation, wanted);
    }

    /** Inputs to calibrate on: the training set in a folder or npz file that has one, otherwise what {@link #read} takes. */
    public static DataSet calibration(
            String nameOrPath, @Nullable Normalisation normalisation, Shape wanted, int most) {
        Path data = ShippedDataSets.has(nameOrPath) ? null : path(nameOrPath);
        FileArray training = data == null ? null : training(data, Files.isDirectory(data), wanted, most);
        return training == null
                ? read(nameOrPath, null, normalisation, wanted)
                : set(training, null, normalisation, wanted);
    }

    private static @Nullable FileArray training(Path data, boolean beside, Shape wanted, int most) {
        Path inputs = Files.isDirectory(data) ? Folder.of(data).inputs() : data;
        FileArray within = DataFile.read(inputs, most) instanceof NpzFile npz ? npz.training() : null;
        Path other = within == null && beside ? Folder.trainingBeside(inputs) : null;
        return other == null ? within : DataFile.read(other, most).inputs(wanted);
    }

    static DataSet set(
            FileArray inputs, @Nullable FileArray labels, @Nullable Normalisation normalisation, Shape wanted) {
        boolean pixels = inputs.store() instanceof NumberStore.Bytes;
        Normalisation chosen =
                normalisation != null ? normalisation : pixels ? Normalisation.PIXELS : Normalisation.NONE;
        NumberStore store = Arrangement.of(inputs, wanted);
        int[] classes = labels == null ? null : Labels.of(labels, inputs.items());
        return new DataSet(inputs.where(), new InputArray(inputs.where(), wanted, store, chosen), classes);
    }
}
