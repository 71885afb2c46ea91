package mho.workloads.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.Yaml;
import mho.workloads.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures cut and made black and white, descriptions of data, sets that are installed. */
class PreparationTest {
    @TempDir
    private Path folder = Path.of("");

    private void write(String name, byte[] bytes) {
        WrittenDataFiles.file(folder, name, bytes);
    }

    private DataDescription description(Preparation preparation) {
        return new DataDescription(folder.toString(), null, preparation);
    }

    private static Preparation crop(int rows, int columns) {
        return new Preparation(List.of(rows, columns), null);
    }

    private DataDescription pictures() {
        write("t10k-images-idx3-ubyte", WrittenDataFiles.images(2, 5, 6));
        write("t10k-labels-idx1-ubyte", WrittenDataFiles.labels(1, 0));
        return description(crop(3, 2));
    }

    /** Of 5 x 6 pixels counted from 0, rows 1 to 3 and columns 2 and 3; the second picture begins at 30. */
    @Test
    void theMiddleIsKept() {
        DataSet set = pictures().test(Shape.vector(6));
        float[] expected = {8, 9, 14, 15, 20, 21, 38, 39, 44, 45, 50, 51};
        float[] values = set.batch(0, 2).values();
        for (int i = 0; i < expected.length; i++) {
            assertThat(values[i]).isEqualTo((float) (expected[i] / 255.0));
        }
        assertThat(set.label(0)).isEqualTo(1);
    }

    /** One row of two is left over: it goes from below. One column: from the right. */
    @Test
    void whatIsLeftOverGoesFromBelowAndFromTheRight() {
        pictures();
        DataSet set = description(crop(2, 5)).test(new Shape(1, 2, 5));
        assertThat(set.batch(0, 1).values()[0]).isEqualTo((float) (6 / 255.0));
        assertThat(set.batch(0, 1).values()[9]).isEqualTo((float) (16 / 255.0));
    }

    /** Two channels of 4 x 4, and the same numbers channels last; what is kept of either, 2 x 2 of 2, would read both ways. */
    @Test
    void channelsComeFirstOrLast() {
        write("x.npy", WrittenDataFiles.npy("|u1", false, "(1, 2, 4, 4)", WrittenDataFiles.counting(32)));
        DataSet first = description(crop(2, 2)).test(new Shape(2, 2, 2));
        assertThat(codes(first)).containsExactly(5, 21, 6, 22, 9, 25, 10, 26);
        write("x.npy", WrittenDataFiles.npy("|u1", false, "(1, 4, 4, 2)", WrittenDataFiles.counting(32)));
        DataSet last = description(crop(2, 2)).test(new Shape(2, 2, 2));
        assertThat(codes(last)).containsExactly(10, 11, 12, 13, 18, 19, 20, 21);
    }

    private static int[] codes(DataSet set) {
        float[] values = set.batch(0, 1).values();
        return IntStream.range(0, values.length)
                .map(i -> Math.round(255 * values[i]))
                .toArray();
    }

    @Test
    void aPictureSmallerThanItsMiddleIsRefused() {
        pictures();
        assertThatThrownBy(() -> description(crop(6, 6)).test(Shape.vector(36)))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder.resolve("t10k-images-idx3-ubyte")
                        + ": holds inputs of 5 x 6, which have no middle of 6 x 6; give pictures at least that large");
        write("t10k-images-idx3-ubyte", WrittenDataFiles.images(2, 30));
        assertThatThrownBy(() -> description(crop(6, 6)).test(Shape.vector(36)))
                .hasMessageContaining("holds inputs of 30, which have no middle of 6 x 6");
    }

    @Test
    void aThresholdLeavesBlackAndWhite() {
        write("x.csv", WrittenDataFiles.text("0.2,0.5\n0.51,-3\n"));
        DataSet set = description(new Preparation(null, 0.5)).test(Shape.vector(2));
        assertThat(set.batch(0, 2).values()).containsExactly(0, 0, 1, 0);
        assertThat(set.toString()).endsWith(", x, 1 above 0.5 and else 0");
        write("x.csv", WrittenDataFiles.text("127,128\n200,3\n"));
        DataSet pixels = description(new Preparation(null, 0.5)).test(Shape.vector(2));
        assertThat(pixels.batch(0, 2).values()).containsExactly(0, 1, 1, 0);
        float[] one = new float[2];
        pixels.copy(1, one);
        assertThat(one).containsExactly(1, 0);
    }

    @Test
    void aDescriptionIsReadFromAFile() {
        DataDescription read = Binder.bind(
                Yaml.parse("d.yaml", "{data: mnist, crop: [22, 24], threshold: 0.5}"), DataDescription.class);
        assertThat(read).isEqualTo(new DataDescription("mnist", null, new Preparation(List.of(22, 24), 0.5)));
        assertThat(Binder.bind(Yaml.parse("d.yaml", "data: mnist"), DataDescription.class))
                .isEqualTo(DataDescription.of("mnist"));
        assertThatThrownBy(() -> Binder.bind(Yaml.parse("d.yaml", "{data: x, crop: [3]}"), DataDescription.class))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("a crop is [rows, columns] of 1 or more, found [3]");
    }

    @Test
    void theTrainingSetComesWithItsLabels() {
        pictures();
        write("train-images-idx3-ubyte.gz", WrittenDataFiles.gzip(WrittenDataFiles.images(3, 5, 6)));
        write("train-labels-idx1-ubyte.gz", WrittenDataFiles.gzip(WrittenDataFiles.labels(2, 1, 4)));
        DataSet training = description(crop(3, 2)).training(Shape.vector(6));
        assertThat(training.size()).isEqualTo(3);
        assertThat(training.label(2)).isEqualTo(4);
        assertThat(training.batch(0, 1).values()[0]).isEqualTo((float) (8 / 255.0));
    }

    @Test
    void theTrainingSetOfAnArchiveOrATableComesWithItsLabels() {
        byte[] three = WrittenDataFiles.npy("|u1", false, "(3, 2)", WrittenDataFiles.counting(6));
        byte[] one = WrittenDataFiles.npy("|u1", false, "(1, 2)", WrittenDataFiles.counting(2));
        write(
                "digits.npz",
                WrittenDataFiles.zip(Map.of(
                        "x_train.npy",
                        three,
                        "y_train.npy",
                        WrittenDataFiles.npy("|u1", false, "(3,)", new byte[] {1, 0, 2}),
                        "x_test.npy",
                        one,
                        "y_test.npy",
                        WrittenDataFiles.npy("|u1", false, "(1,)", new byte[] {1}))));
        DataSet training = description(Preparation.NONE).training(Shape.vector(2));
        assertThat(training.size()).isEqualTo(3);
        assertThat(training.label(2)).isEqualTo(2);
        assertThat(description(Preparation.NONE).test(Shape.vector(2)).size()).isEqualTo(1);
    }

    @Test
    void aTableWithoutAWordForItsSetIsTrainedOnAsItIs() {
        write("all.csv", WrittenDataFiles.text("label,a,b\n1,0.5,0.25\n0,1,2\n"));
        assertThat(description(Preparation.NONE).training(Shape.vector(2)).label(0))
                .isEqualTo(1);
    }

    @Test
    void aTestSetAloneIsNotTrainedOn() {
        pictures();
        assertThatThrownBy(() -> description(Preparation.NONE).training(new Shape(1, 5, 6)))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        folder.resolve("t10k-images-idx3-ubyte")
                                + ": is a test set without a training set beside it, called the same but for \"train\"; put it there");
        assertThatThrownBy(() -> DataDescription.of(ShippedDataSets.FASHION).training(Shape.vector(784)))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("fashion-mnist-1000: is a test set alone; ");
    }

    @Test
    void aSetThatIsKnownByNameIsLookedForWhereTheEnvironmentSays() {
        Map<String, String> set = Map.of("MHO_MNIST", folder.toString());
        assertThat(InstalledDataSets.folder("mnist", set)).isEqualTo(folder);
        assertThat(InstalledDataSets.folder("emnist", set)).isNull();
        assertThatThrownBy(() -> InstalledDataSets.folder("mnist", Map.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("mnist: is not there: its images have no licence to be passed on; fetch them")
                .hasMessageEndingWith("and set MHO_MNIST to the folder, package/data");
        assertThatThrownBy(() -> InstalledDataSets.folder("fashion-mnist", Map.of("MHO_FASHION_MNIST", folder + "/no")))
                .hasMessage(
                        "fashion-mnist: " + folder
                                + "/no is no folder: install Debian's package dataset-fashion-mnist, or set MHO_FASHION_MNIST to the folder of its files");
    }

    @Test
    void setsOfOneChecksumHaveTheSameNumbersAndLabels() {
        float[] values = {1, 2, 3, 4};
        long sum = DataSet.of("a", Shape.vector(2), values, new int[] {0, 1}).checksum();
        assertThat(DataSet.of("b", Shape.vector(2), values, new int[] {0, 1}).checksum())
                .isEqualTo(sum);
        assertThat(DataSet.of("a", Shape.vector(2), values, new int[] {1, 1}).checksum())
                .isNotEqualTo(sum);
        values[3] = 5;
        assertThat(DataSet.of("a", Shape.vector(2), values, new int[] {0, 1}).checksum())
                .isNotEqualTo(sum);
        assertThatThrownBy(() -> DataSet.of("a", Shape.vector(3), values, new int[] {0, 1}))
                .hasMessage("4 values for 2 inputs of 3 x 1 x 1");
    }
}
