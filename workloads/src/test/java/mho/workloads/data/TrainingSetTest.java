package mho.workloads.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mho.core.yaml.BadInput;
import mho.workloads.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which inputs go with a test set to calibrate on. */
class TrainingSetTest {
    private static final Shape SHAPE = new Shape(1, 2, 2);
    private static final int ALL = 1000;

    @TempDir
    private Path folder = Path.of("");

    private DataSet training(String data) {
        return training(data, Normalisation.PIXELS, ALL);
    }

    private DataSet training(String data, Normalisation normalisation, int most) {
        DataSet set = DataReader.training(folder.resolve(data).toString(), normalisation, SHAPE, most);
        return Objects.requireNonNull(set, data);
    }

    private boolean hasNone(String data) {
        return DataReader.training(folder.resolve(data).toString(), Normalisation.PIXELS, SHAPE, ALL) == null;
    }

    static Stream<Arguments> pairs() {
        return Stream.of(
                arguments("t10k-images-idx3-ubyte.gz", "train-images-idx3-ubyte.gz"),
                arguments("t10k-images.idx3-ubyte", "train-images-idx3-ubyte.gz"),
                arguments("emnist-digits-test-images-idx3-ubyte", "emnist-digits-train-images-idx3-ubyte"),
                arguments("test_images.npy", "training_images.npy"),
                arguments("X_val.npy", "X_train.npy"),
                arguments("mnist_test.csv", "mnist_train.csv"),
                arguments("x.npy", "x_train.npy"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void isCalledAsTheTestSetButForOneWord(String test, String train) {
        WrittenDataFiles.file(folder, test, WrittenDataFiles.images(3, 2, 2));
        WrittenDataFiles.file(folder, train, WrittenDataFiles.images(5, 2, 2));
        WrittenDataFiles.file(folder, "train-labels-idx1-ubyte", WrittenDataFiles.labels(0, 0, 0, 0, 0));
        assertThat(training("").name()).isEqualTo(folder.resolve(train).toString());
        assertThat(training("").size()).isEqualTo(5);
        assertThat(training(test).name()).isEqualTo(training("").name());
    }

    @Test
    void twoFilesOfArraysAreATestAndATrainingSet() {
        WrittenDataFiles.file(folder, "test.npz", WrittenDataFiles.zip(Map.of("x.npy", pixels(1), "y.npy", pixels(1))));
        WrittenDataFiles.file(
                folder, "train.npz", WrittenDataFiles.zip(Map.of("x.npy", pixels(4), "y.npy", pixels(4))));
        assertThat(training("").size()).isEqualTo(4);
        assertThat(training("test.npz").name()).endsWith("train.npz:x");
    }

    @Test
    void arraysOfOneFileAreATestAndATrainingSet() {
        WrittenDataFiles.file(folder, "mnist.npz", keras());
        assertThat(training("mnist.npz").name()).endsWith("mnist.npz:x_train");
        assertThat(training("").size()).isEqualTo(6);
        assertThat(DataReader.read(folder, null, null, SHAPE).size()).isEqualTo(2);
    }

    private static byte[] keras() {
        return WrittenDataFiles.zip(Map.of(
                "x_test.npy", pixels(2),
                "x_train.npy", pixels(6),
                "y_test.npy", WrittenDataFiles.npy("|u1", false, "(2,)", WrittenDataFiles.counting(2)),
                "y_train.npy", WrittenDataFiles.npy("|u1", false, "(6,)", WrittenDataFiles.counting(6))));
    }

    private static byte[] pixels(int count) {
        return WrittenDataFiles.npy("|u1", false, "(" + count + ", 2, 2)", WrittenDataFiles.counting(4 * count));
    }

    @Test
    void isMissingWhereNothingIsCalledSo() {
        assertThat(DataReader.training(ShippedDataSets.FASHION, Normalisation.PIXELS, new Shape(1, 28, 28), ALL))
                .isNull();
        for (String name : List.of("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "other-train.npy")) {
            WrittenDataFiles.file(folder, name, WrittenDataFiles.images(3, 2, 2));
        }
        assertThat(hasNone("train-images-idx3-ubyte")).isTrue();
        WrittenDataFiles.file(folder, "t10k-labels-idx1-ubyte", WrittenDataFiles.labels(0));
        WrittenDataFiles.file(folder, "pictures-test.npy", WrittenDataFiles.images(3, 2, 2));
        assertThat(hasNone("pictures-test.npy")).isTrue();
    }

    @Test
    void isNormalisedAsTheTestSetIs() {
        WrittenDataFiles.file(folder, "test.npy", WrittenDataFiles.images(3, 2, 2));
        WrittenDataFiles.file(
                folder,
                "train.npy",
                WrittenDataFiles.idx(13, new int[] {1, 2, 2}, WrittenDataFiles.floats(0, 255, 0, 51)));
        assertThat(training("").batch(0, 1).values()).containsExactly(0, 1, 0, 0.2f);
    }

    @Test
    void onlyItsBeginningIsRead() {
        byte[] whole = WrittenDataFiles.images(1 << 10, 2, 2);
        List<byte[]> cut = List.of(
                Arrays.copyOf(whole, 100),
                WrittenDataFiles.npy("|u1", false, "(100000000, 2, 2)", new byte[64]),
                WrittenDataFiles.text("1,2,3,4\n5,6,7,8\nthis line is broken\n"));
        for (byte[] file : cut) {
            WrittenDataFiles.file(folder, "images_test.npy", WrittenDataFiles.images(3, 2, 2));
            WrittenDataFiles.file(folder, "images_train.npy", file);
            assertThat(training("", Normalisation.NONE, 2).size()).isEqualTo(2);
        }
    }

    @Test
    void ofAnArrayInAZipFileTheBeginningIsKept() {
        WrittenDataFiles.file(folder, "mnist.npz", keras());
        assertThat(training("mnist.npz", Normalisation.PIXELS, 3).size()).isEqualTo(3);
        assertThat(training("mnist.npz", Normalisation.PIXELS, 7).size()).isEqualTo(6);
    }

    @Test
    void inFortransOrderItIsReadWhole() {
        WrittenDataFiles.file(folder, "test.npy", WrittenDataFiles.images(3, 2, 2));
        WrittenDataFiles.file(
                folder, "train.npy", WrittenDataFiles.npy("|u1", true, "(3, 2, 2)", WrittenDataFiles.counting(12)));
        assertThat(training("", Normalisation.NONE, 1).batch(0, 1).values()).containsExactly(0, 6, 3, 9);
    }

    @Test
    void ofAnotherShapeItIsRefusedByItsName() {
        WrittenDataFiles.file(folder, "test.npy", WrittenDataFiles.images(3, 2, 2));
        WrittenDataFiles.file(folder, "train.npy", WrittenDataFiles.images(3, 2, 3));
        assertThatThrownBy(() -> training(""))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        folder
                                + "/train.npy: holds inputs of 2 x 3, the network wants 1 x 2 x 2; give data of that shape or another network");
    }

    @Test
    void namedForCalibrationAFolderGivesItsTrainingSetAndAFileItself() {
        Path test = WrittenDataFiles.file(folder, "test.npy", WrittenDataFiles.images(3, 2, 2));
        assertThat(calibration(folder).name()).endsWith("test.npy");
        WrittenDataFiles.file(folder, "train.npy", WrittenDataFiles.images(4, 2, 2));
        assertThat(calibration(folder).name()).endsWith("train.npy");
        assertThat(calibration(test).name()).endsWith("test.npy");
        assertThat(calibration(WrittenDataFiles.file(folder, "both.npz", keras()))
                        .name())
                .endsWith("both.npz:x_train");
    }

    private static DataSet calibration(Path data) {
        return DataReader.calibration(data.toString(), null, SHAPE, ALL);
    }
}
