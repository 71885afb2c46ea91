package mho.workloads.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;
import mho.workloads.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that NumPy wrote ({@code write.py} beside them): inputs of 2 channels x 3 x 2, number i being i. */
class NumpyTest {
    static final Shape MAP = new Shape(2, 3, 2);

    /** Two channels at each position: number p of the first map, number p of the second, which is 6 more. */
    private static final float[] SECOND_INPUT = {12, 18, 13, 19, 14, 20, 15, 21, 16, 22, 17, 23};

    static Path numpy(String name) {
        URL file = Objects.requireNonNull(NumpyTest.class.getResource("numpy/" + name), name);
        try {
            return Path.of(file.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static DataSet read(String name, Shape wanted) {
        return DataReader.read(numpy(name), null, Normalisation.NONE, wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "u1",
                "i1",
                "u2",
                "i2",
                "u4",
                "i4",
                "u8",
                "i8",
                "f2",
                "f4",
                "f8",
                "big-i2",
                "big-f4",
                "big-f8",
                "fortran",
                "version2",
                "version3",
                "last"
            })
    void everyTypeVersionAndOrderGivesTheSameBatch(String name) {
        DataSet set = read(name + ".npy", MAP);
        assertThat(set.size()).isEqualTo(4);
        assertThat(set.batch(1, 1).values()).containsExactly(SECOND_INPUT);
        assertThat(set.batch(0, 4).values()).hasSize(48).startsWith(0, 6, 1, 7).endsWith(40, 46, 41, 47);
    }

    @Test
    void booleansAreZeroAndOne() {
        assertThat(read("bool.npy", MAP).batch(0, 1).values()).containsExactly(0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"packed.npy.gz", "plain.npz", "compressed.npz", "blanks.csv", "commas.csv"})
    void packedZippedAndWrittenOutItIsTheSame(String name) {
        assertThat(read(name, MAP).batch(1, 1).values()).containsExactly(SECOND_INPUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.npz", "compressed.npz", "blanks.csv", "commas.csv"})
    void labelsInTheSameFileAreFound(String name) {
        DataSet set = read(name, MAP);
        assertThat(IntStream.range(0, 4).map(set::label)).containsExactly(0, 1, 2, 1);
    }

    @Test
    void labelsInAFileOfTheirOwnAreTaken() {
        for (String labels : new String[] {"labels.npy", "plain.npz", "compressed.npz", "commas.csv"}) {
            DataSet set = DataReader.read(numpy("f4.npy"), numpy(labels), null, MAP);
            assertThat(IntStream.range(0, 4).map(set::label)).as(labels).containsExactly(0, 1, 2, 1);
            assertThat(set.classes()).isEqualTo(3);
        }
    }

    @Test
    void aVectorHasTheNumbersAsTheyStand() {
        for (String name : new String[] {"u1.npy", "fortran.npy"}) {
            assertThat(read(name, Shape.vector(12)).batch(1, 1).values())
                    .as(name)
                    .containsExactly(12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "u1.npy, x / 255",
        "packed.npy.gz, x / 255",
        "last.npy, x / 255",
        "commas.csv, x / 255",
        "i8.npy, x",
        "f4.npy, x",
        "plain.npz, x",
        "bool.npy, x",
    })
    void pixelsAreDividedBy255AndAllElseStays(String name, String shown) {
        assertThat(DataReader.read(numpy(name), null, null, MAP).normalisation())
                .hasToString(shown);
    }
}
