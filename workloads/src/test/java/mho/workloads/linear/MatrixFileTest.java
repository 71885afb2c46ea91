package mho.workloads.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mho.core.yaml.BadInput;
import mho.workloads.data.NamedArrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixFileTest {
    private static final String COORDINATE = "%%MatrixMarket matrix coordinate real ";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static float[] dense(Path file) {
        return MatrixFile.matrix(file).dense();
    }

    @Test
    void every_form_of_matrix_market_is_read() throws IOException {
        assertThat(dense(file("g.mtx", COORDINATE + "general\n% a comment\n\n2 2 3\n1 1 1.5\n2 1 -2\n2 2 1e1\n")))
                .containsExactly(1.5f, 0, -2, 10);
        assertThat(dense(file("s.mtx", COORDINATE + "symmetric\n2 2 2\n1 1 1\n2 1 3\n")))
                .containsExactly(1, 3, 3, 0);
        assertThat(dense(file("k.mtx", COORDINATE + "skew-symmetric\n2 2 1\n2 1 3\n")))
                .containsExactly(0, -3, 3, 0);
        assertThat(dense(file("p.mtx", "%%MatrixMarket matrix coordinate pattern general\n2 2 2\n1 2\n2 1\n")))
                .containsExactly(0, 1, 1, 0);
        assertThat(dense(file("a.mtx", "%%MatrixMarket matrix array real general\n2 2\n1\n2\n3\n4\n")))
                .containsExactly(1, 3, 2, 4);
        assertThat(dense(file("b.mtx", "%%MatrixMarket matrix array integer symmetric\n2 2\n1\n2\n4\n")))
                .containsExactly(1, 2, 2, 4);
    }

    @Test
    void arrays_of_numpy_are_read() {
        NamedArrays arrays = NamedArrays.empty();
        arrays.put("A", new float[] {1, 2, 3, 4}, List.of(2, 2));
        Path file = directory.resolve("a.npz");
        arrays.write(file);
        assertThat(dense(file)).containsExactly(1, 2, 3, 4);
        assertThat(MatrixFile.vector(file, 4)).containsExactly(1, 2, 3, 4);
        NamedArrays long1 = NamedArrays.empty();
        long1.put("b", new float[] {1, 2});
        Path flat = directory.resolve("b.npz");
        long1.write(flat);
        assertThatThrownBy(() -> MatrixFile.matrix(flat)).hasMessageContaining("has 1 extents, and a matrix has two");
        assertThatThrownBy(() -> MatrixFile.vector(flat, 3)).hasMessageContaining("has 2 numbers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "general;2 3 1;1 1 1 | is 2 x 3, and equations are as many as unknowns; give a square matrix",
                "general;2 2 2;1 1 1 | ends before entry 2 of 2; is it cut off?",
                "general;2 2 1;1 1 1;2 2 1 | :4: more entries than the size says",
                "general;2 2 1;3 1 1 | :3: \"3\": expected a whole number from 1 to 2",
                "general;2 2 1;1 1 x | :3: \"x\": expected a finite number",
                "general;2 2 1;1 1 | :3: expected \"row column value\"",
                "hermitian;2 2 1;1 1 1 | :1: \"hermitian\": expected one of general, symmetric, skew-symmetric",
            })
    void mistakes_are_told_with_their_line(String text, String told) throws IOException {
        Path file = file("m.mtx", COORDINATE + text.replace(';', '\n') + "\n");
        assertThatThrownBy(() -> MatrixFile.matrix(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(told);
    }

    @Test
    void what_is_no_matrix_is_told() throws IOException {
        Path file = file("m.mtx", "1 2\n3 4\n");
        assertThatThrownBy(() -> MatrixFile.matrix(file)).hasMessageContaining("begin the file with such a line");
        assertThatThrownBy(() -> MatrixFile.matrix(directory.resolve("none.mtx")))
                .hasMessageContaining("there is no such file");
    }
}
