package mho.workloads.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HexFormat;
import mho.workloads.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdxTest {
    @TempDir
    private Path folder = Path.of("");

    private DataSet read(byte[] bytes, Shape wanted) {
        return DataReader.read(WrittenDataFiles.file(folder, "x-idx", bytes), null, Normalisation.NONE, wanted);
    }

    @ParameterizedTest(name = "kind {0}: {1} is {2}")
    @CsvSource({
        "8, fe, 254",
        "9, fe, -2",
        "11, fffe, -2",
        "11, 0102, 258",
        "12, fffffffe, -2",
        "12, 00010000, 65536",
        "13, bfc00000, -1.5",
        "14, bff8000000000000, -1.5",
        "14, 3fd5555555555555, 0.33333334",
    })
    void everyKindOfNumberIsRead(int code, String number, float value) {
        byte[] numbers = HexFormat.of().parseHex(number);
        assertThat(read(WrittenDataFiles.idx(code, new int[] {1, 1}, numbers), Shape.vector(1))
                        .batch(0, 1)
                        .values())
                .containsExactly(value);
    }

    @Test
    void imagesComeOutRowByRow() {
        DataSet set = read(WrittenDataFiles.images(2, 2, 3), new Shape(1, 2, 3));
        assertThat(set.size()).isEqualTo(2);
        assertThat(set.batch(1, 1).values()).containsExactly(6, 7, 8, 9, 10, 11);
    }

    @Test
    void packedOrNotIsTheSame() {
        byte[] plain = WrittenDataFiles.images(3, 5, 7);
        Shape shape = new Shape(1, 5, 7);
        assertThat(read(WrittenDataFiles.gzip(plain), shape).batch(0, 3).values())
                .isEqualTo(read(plain, shape).batch(0, 3).values());
    }

    @Test
    void moreFloatsThanOneChunkAreRead() {
        int n = 70_000;
        double[] numbers = new double[3 * n];
        numbers[n + 1] = 2.5;
        numbers[3 * n - 1] = -1;
        DataSet set =
                read(WrittenDataFiles.idx(13, new int[] {3, n}, WrittenDataFiles.floats(numbers)), Shape.vector(n));
        assertThat(set.batch(1, 1).values()[1]).isEqualTo(2.5f);
        assertThat(set.batch(2, 1).values()[n - 1]).isEqualTo(-1);
    }
}
