package mho.workloads.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mho.core.yaml.BadInput;
import mho.workloads.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found in folders: by the names of files, and where these do not tell, by what is in them. */
class FolderTest {
    private static final Shape SHAPE = new Shape(1, 2, 2);

    @TempDir
    private Path folder = Path.of("");

    static Stream<Arguments> found() {
        return Stream.of(
                arguments(
                        List.of(
                                "t10k-images-idx3-ubyte.gz",
                                "t10k-labels-idx1-ubyte.gz",
                                "train-images-idx3-ubyte.gz",
                                "train-labels-idx1-ubyte.gz"),
                        "t10k-images-idx3-ubyte.gz",
                        "t10k-labels-idx1-ubyte.gz"),
                arguments(
                        List.of("train-images-idx3-ubyte", "train-labels-idx1-ubyte"),
                        "train-images-idx3-ubyte",
                        "train-labels-idx1-ubyte"),
                arguments(
                        List.of("t10k-images.idx3-ubyte", "t10k-labels.idx1-ubyte", "t10k-images.idx3-ubyte.gz"),
                        "t10k-images.idx3-ubyte",
                        "t10k-labels.idx1-ubyte"),
                arguments(
                        List.of("emnist-letters-test-images-idx3-ubyte", "emnist-letters-test-labels-idx1-ubyte"),
                        "emnist-letters-test-images-idx3-ubyte",
                        "emnist-letters-test-labels-idx1-ubyte"),
                arguments(List.of("x.npy", "y.npy"), "x.npy", "y.npy"),
                arguments(List.of("X_train.npy", "X_val.npy", "y_train.npy", "y_val.npy"), "X_val.npy", "y_val.npy"),
                arguments(List.of("images.npy", "README.csv.md", "._labels.npy"), "images.npy", null),
                arguments(List.of("mnist_test.csv", "mnist_train.csv"), "mnist_test.csv", null),
                arguments(List.of("image_labels.csv", "image_data.npy"), "image_data.npy", "image_labels.csv"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("found")
    void namesTellInputsFromLabels(List<String> names, String inputs, String labels) {
        names.forEach(name -> WrittenDataFiles.file(folder, name, WrittenDataFiles.images(1, 2, 2)));
        assertThat(Folder.of(folder))
                .isEqualTo(new Folder(folder.resolve(inputs), labels == null ? null : folder.resolve(labels)));
    }

    @Test
    void theFolderIsReadAsTheFilesAre() {
        WrittenDataFiles.file(folder, "t10k-images-idx3-ubyte", WrittenDataFiles.images(3, 2, 2));
        WrittenDataFiles.file(
                folder, "t10k-labels-idx1-ubyte.gz", WrittenDataFiles.gzip(WrittenDataFiles.labels(4, 0, 2)));
        DataSet set = DataReader.read(folder.toString(), null, null, SHAPE);
        assertThat(set).hasToString(folder + "/t10k-images-idx3-ubyte: 3 inputs of 1 x 2 x 2, 5 classes, x / 255");
        assertThat(set.label(2)).isEqualTo(2);
    }

    @Test
    void labelsGivenStandOverThoseOfTheFolder() {
        WrittenDataFiles.file(folder, "x.npy", WrittenDataFiles.images(2, 2, 2));
        WrittenDataFiles.file(folder, "y.npy", WrittenDataFiles.labels(0, 0));
        Path labels = WrittenDataFiles.file(folder, "other", WrittenDataFiles.labels(1, 1));
        assertThat(DataReader.read(folder, labels, null, SHAPE).label(0)).isEqualTo(1);
    }

    @Test
    void whereNamesDoNotTellTheExtentsDo() {
        WrittenDataFiles.file(folder, "a.npy", WrittenDataFiles.labels(1, 2));
        WrittenDataFiles.file(folder, "b.npy", WrittenDataFiles.images(2, 2, 2));
        DataSet set = DataReader.read(folder, null, null, SHAPE);
        assertThat(set.name()).endsWith("b.npy");
        assertThat(set.label(1)).isEqualTo(2);
    }

    @Test
    void whatCannotBeToldIsAsked() throws IOException {
        assertRefused("holds no inputs (IDX, .npy, .npz or .csv); give the file of the inputs by its path");
        Files.createDirectory(folder.resolve("images.npy"));
        WrittenDataFiles.file(folder, "notes.txt", WrittenDataFiles.text("images"));
        assertRefused("holds no inputs (IDX, .npy, .npz or .csv); give the file of the inputs by its path");
        WrittenDataFiles.file(folder, "y.npy", WrittenDataFiles.labels(1));
        assertRefused(
                "holds no inputs (IDX, .npy, .npz or .csv) beside y.npy; give the file of the inputs by its path");
        WrittenDataFiles.file(folder, "x_a.npy", WrittenDataFiles.labels(1));
        WrittenDataFiles.file(folder, "x_b.npy", WrittenDataFiles.labels(1));
        assertRefused("x_a.npy, x_b.npy could all be the inputs, give the file of the inputs and that of the labels by"
                + " their paths");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> DataReader.read(folder, null, null, SHAPE))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder + ": " + message);
    }
}
