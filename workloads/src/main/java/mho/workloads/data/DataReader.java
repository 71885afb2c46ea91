package mho.workloads.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
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
        return read(nameOrPath, labels, normalisation, Preparation.NONE, wanted);
    }

    static DataSet read(
            String nameOrPath,
            @Nullable Path labels,
            @Nullable Normalisation normalisation,
            Preparation preparation,
            Shape wanted) {
        if (ShippedDataSets.has(nameOrPath)) {
            if (labels != null) {
                throw new BadInput(nameOrPath + ": brings its labels along, give no file of labels");
            }
            return ShippedDataSets.load(nameOrPath, normalisation, preparation, wanted);
        }
        return read(path(nameOrPath), labels, normalisation, preparation, wanted);
    }

    /** A file or folder, or where a set of that name is installed. */
    private static Path path(String text) {
        Path path = GivenPath.toRead(text);
        if (!Files.exists(path)) {
            Path installed = InstalledDataSets.folder(text, System.getenv());
            if (installed != null) {
                return installed;
            }
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
        return read(data, labels, normalisation, Preparation.NONE, wanted);
    }

    private static DataSet read(
            Path data,
            @Nullable Path labels,
            @Nullable Normalisation normalisation,
            Preparation preparation,
            Shape wanted) {
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
        return set(contents.inputs(wanted), chosen, normalisation, preparation, wanted);
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

    /**
     * The training set that belongs to what {@link #read} takes from there, with its labels: in a folder or beside a file, or in the same npz
     * file, what is called the same but for "train" in place of "test". What is called neither, or is a training set itself, is taken as it is.
     *
     * @throws BadInput if there is a test set alone
     */
    static DataSet trainingSet(String nameOrPath, Preparation preparation, Shape wanted) {
        if (ShippedDataSets.has(nameOrPath)) {
            throw new BadInput(nameOrPath + ": is a test set alone; give the whole set, for example"
                    + " fashion-mnist where Debian's dataset-fashion-mnist is installed");
        }
        Path data = path(nameOrPath);
        Folder files = Files.isDirectory(data) ? Folder.of(data) : new Folder(data, null);
        FileContents contents = DataFile.read(files.inputs());
        if (contents instanceof NpzFile npz && npz.training() != null) {
            return set(Objects.requireNonNull(npz.training()), npz.trainingLabels(), null, preparation, wanted);
        }
        Path beside = Folder.trainingBeside(files.inputs());
        if (beside == null) {
            if (InputsAndLabels.isHeldOut(String.valueOf(files.inputs().getFileName()))) {
                throw new BadInput(
                        DataFile.shown(files.inputs())
                                + ": is a test set without a training set beside it, called the same but for \"train\"; put it there");
            }
            return read(data, null, null, preparation, wanted);
        }
        FileContents training = DataFile.read(beside);
        FileArray within = training.labelsBeside(wanted);
        Path apart = files.labels() == null ? null : Folder.trainingBeside(files.labels());
        FileArray labels =
                within != null || apart == null ? within : DataFile.read(apart).labels();
        return set(training.inputs(wanted), labels, null, preparation, wanted);
    }

    private static @Nullable FileArray training(Path data, boolean beside, Shape wanted, int most) {
        Path inputs = Files.isDirectory(data) ? Folder.of(data).inputs() : data;
        FileArray within = DataFile.read(inputs, most) instanceof NpzFile npz ? npz.training() : null;
        Path other = within == null && beside ? Folder.trainingBeside(inputs) : null;
        return other == null ? within : DataFile.read(other, most).inputs(wanted);
    }

    static DataSet set(
            FileArray inputs, @Nullable FileArray labels, @Nullable Normalisation normalisation, Shape wanted) {
        return set(inputs, labels, normalisation, Preparation.NONE, wanted);
    }

    static DataSet set(
            FileArray read,
            @Nullable FileArray labels,
            @Nullable Normalisation normalisation,
            Preparation preparation,
            Shape wanted) {
        FileArray inputs = preparation.cropped(read, wanted);
        boolean pixels = inputs.store() instanceof NumberStore.Bytes;
        Normalisation chosen =
                normalisation != null ? normalisation : pixels ? Normalisation.PIXELS : Normalisation.NONE;
        NumberStore store = Arrangement.of(inputs, wanted);
        int[] classes = labels == null ? null : Labels.of(labels, inputs.items());
        InputArray array = new InputArray(inputs.where(), wanted, store, chosen, preparation.level());
        return new DataSet(inputs.where(), array, classes);
    }
}
