package mho.workloads.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import mho.workloads.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final Shape VECTOR = Shape.vector(3);

    @TempDir
    private Path folder = Path.of("");

    private DataSet read(String text) {
        return DataReader.read(
                WrittenDataFiles.file(folder, "in.csv", WrittenDataFiles.text(text)), null, null, VECTOR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7,0.5,-1e3,2\n4,1,2,3\n",
                "7;0.5;-1e3;2\r\n4;1;2;3",
                "7;0.5;-1e3;2\r4;1;2;3\r",
                "7\t0.5\t-1e3\t2\n4\t1\t2\t3\n",
                "  7 0.5  -1e3 2 \n4 1 2 3\n",
                "7, 0.5, -1e3, +2.\n\n4, 1, 2, 3\n\n",
                "# made by hand\n7,0.5,-1e3,2\n# end\n4,1,2,3\n",
                "\"7\",\"0.5\",\"-1e3\",\"2\"\n\"4\",1,2,3\n",
                "label,a,b,c\n7,0.5,-1e3,2\n4,1,2,3\n",
                "\uFEFF\"Label\",\"a\",\"b\",\"c\"\n7,0.5,-1e3,2\n4,1,2,3\n",
                "a,b,c,class\n0.5,-1e3,2,7\n1,2,3,4\n",
                "a,y,b,c\n0.5,7,-1e3,2\n1,4,2,3\n"
            })
    void tablesOfManyKindsAreTheSame(String text) {
        DataSet set = read(text);
        assertThat(set.batch(0, 2).values()).containsExactly(0.5f, -1000, 2, 1, 2, 3);
        assertThat(set.label(0)).isEqualTo(7);
        assertThat(set.label(1)).isEqualTo(4);
    }

    @Test
    void asManyColumnsAsNumbersAreInputsWithoutLabels() {
        DataSet set = read("0.5,1,2\n3,4,5\n");
        assertThat(set.labelled()).isFalse();
        assertThat(set.batch(1, 1).values()).containsExactly(3, 4, 5);
    }

    @Test
    void labelsMayHaveATableOfTheirOwn() {
        Path inputs = WrittenDataFiles.file(folder, "x.csv", WrittenDataFiles.text("0.5,1,2\n3,4,5\n"));
        Path labels = WrittenDataFiles.file(folder, "y.csv", WrittenDataFiles.text("id,label\n17,1\n18,6\n"));
        assertThat(DataReader.read(inputs, labels, null, VECTOR).label(1)).isEqualTo(6);
    }

    @Test
    void wholeNumbersTo255ArePixelsUnlessAllAreZeroOrOne() {
        assertThat(read("9,0,1,255\n").normalisation()).hasToString("x / 255");
        assertThat(read("9,0,1,1\n").normalisation()).hasToString("x");
        assertThat(read("9,0,1,256\n").normalisation()).hasToString("x");
        assertThat(read("9,0,1,-2\n").normalisation()).hasToString("x");
    }
}
