package mho.workloads.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import mho.core.yaml.BadInput;
import mho.workloads.network.Shape;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five inputs of 2 channels x 1 x 2, unsigned bytes 0 to 19, classes 3 1 0 2 1. */
class DataSetTest {
    private static final Shape SHAPE = new Shape(2, 2, 1);

    @TempDir
    private Path folder = Path.of("");

    private Path images = Path.of("");
    private Path labels = Path.of("");

    @BeforeEach
    void write() {
        images = WrittenDataFiles.file(folder, "images", WrittenDataFiles.images(5, 2, 2));
        labels = WrittenDataFiles.file(folder, "labels", WrittenDataFiles.labels(3, 1, 0, 2, 1));
    }

    private DataSet set(Normalisation normalisation) {
        return DataReader.read(images, labels, normalisation, SHAPE);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(BadInput.class).hasMessage(message);
    }

    @Test
    void eachChannelHasItsOwnMeanAndDeviation() {
        Normalisation n = new Normalisation(0.5, new double[] {1, -1}, new double[] {2, 4});
        assertThat(set(n).batch(1, 1).values()).containsExactly(0.5f, 1, 0.75f, 1.125f);
        assertThat(n).hasToString("(x · 0.5 - [1.0, -1.0]) / [2.0, 4.0]");
    }

    @Test
    void oneMeanStandsForAllChannels() {
        Normalisation n = Normalisation.of(1 / 255.0, 0.25, 0.5);
        assertThat(set(n).batch(4, 1).values()[3]).isEqualTo((float) ((19 / 255.0 - 0.25) / 0.5));
        assertThat(n).hasToString("(x / 255 - 0.25) / 0.5");
    }

    @Test
    void bytesAndFloatsAreNormalisedAlike() {
        double[] numbers = new double[20];
        for (int i = 0; i < 20; i++) {
            numbers[i] = i;
        }
        Path floats = WrittenDataFiles.file(
                folder, "floats", WrittenDataFiles.idx(13, new int[] {5, 2, 2}, WrittenDataFiles.floats(numbers)));
        Normalisation n = new Normalisation(1 / 255.0, new double[] {0.485, 0.456}, new double[] {0.229, 0.224});
        assertThat(DataReader.read(floats, null, n, SHAPE).batch(0, 5).values())
                .isEqualTo(set(n).batch(0, 5).values());
    }

    @Test
    void aRangeCountsFromZeroAgain() {
        DataSet part = set(Normalisation.NONE).range(1, 4);
        assertThat(part.size()).isEqualTo(3);
        assertThat(part.label(2)).isEqualTo(2);
        assertThat(part.batch(0, 1).values()).containsExactly(4, 6, 5, 7);
        assertThat(part.first(2).range(1, 2).batch(0, 1).values()).containsExactly(8, 10, 9, 11);
        assertThat(part.first(2).classes()).isEqualTo(2);
    }

    @Test
    void batchesPutTogetherAreTheWhole() {
        DataSet set = set(Normalisation.PIXELS);
        float[] whole = set.batch(0, 5).values();
        float[] first = set.batch(0, 3).values();
        assertThat(whole).startsWith(first).endsWith(set.batch(3, 2).values());
        assertThat(set.batch(5, 0).values()).isEmpty();
    }

    @Test
    void moreInputsThanThereAreAreRefused() {
        DataSet set = set(Normalisation.NONE);
        assertRefused(() -> set.first(10_000), images + ": holds 5 inputs and 10,000 are asked for, ask for at most 5");
        assertRefused(() -> set.first(0), images + ": 0 inputs from number 0 on are asked for, ask for at least one");
        assertThatThrownBy(() -> set.batch(3, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void labelsBeyondTheClassesOfTheNetworkAreRefused() {
        DataSet set = set(Normalisation.NONE);
        set.checkClasses(4);
        assertRefused(
                () -> set.checkClasses(3),
                images + ": the label of input 0 is 3, the network tells classes 0 to 2 apart;"
                        + " give the labels it was trained for");
    }

    @Test
    void withoutLabelsThereAreInputsButNoClasses() {
        DataSet set = DataReader.read(images, null, null, SHAPE);
        assertThat(set.labelled()).isFalse();
        assertThat(set).hasToString(images + ": 5 inputs of 2 x 2 x 1, no labels, x / 255");
        assertRefused(
                () -> set.label(0),
                images + ": has no labels, so accuracy cannot be told; give the file of labels beside it");
        assertRefused(
                set::classes,
                images + ": has no labels, so accuracy cannot be told; give the file of labels beside it");
    }

    @Test
    void normalisationsThatCannotBeAreRefused() {
        assertRefused(
                () -> set(new Normalisation(1, new double[3], new double[] {1})),
                "normalisation: 3 means and 1 deviations for inputs of 2 x 2 x 1,"
                        + " give one of each or one for each of 2 channels");
        assertRefused(() -> Normalisation.of(0, 0, 1), "normalisation: the scale is 0.0, it must be finite and not 0");
        assertRefused(() -> Normalisation.of(1, Double.NaN, 1), "normalisation: a mean is NaN, it must be finite");
        assertRefused(
                () -> Normalisation.of(1, 0, -1), "normalisation: a deviation is -1.0, it must be finite and above 0");
        assertRefused(
                () -> new Normalisation(1, new double[0], new double[0]),
                "normalisation: mean and deviation need a number each, give 0 and 1 to leave them out");
        assertRefused(
                () -> set(Normalisation.of(1e40, 0, 1)),
                images + ": the normalisation takes pixels beyond the range of a float; change the scale");
    }
}
