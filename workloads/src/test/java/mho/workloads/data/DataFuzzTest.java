package mho.workloads.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mho.core.yaml.BadInput;
import mho.workloads.network.Shape;

/**
 * Whatever stands in a file, the answer is a data set or one line that says what is wrong. With JAZZER_FUZZ=1 and
 * {@code -Djazzer.hooks=true} it searches for counterexamples; otherwise the stored inputs are tried.
 */
class DataFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void anyBytesAreDataOrRefused(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("data", "");
        try {
            readOrRefuse(file, bytes, new Shape(2, 3, 2));
            readOrRefuse(file, bytes, Shape.vector(3));
        } finally {
            Files.delete(file);
        }
    }

    /** True if the bytes are data of that shape. */
    static boolean readOrRefuse(Path file, byte[] bytes, Shape shape) {
        WrittenDataFiles.file(file.resolveSibling(""), String.valueOf(file.getFileName()), bytes);
        try {
            DataSet set = DataReader.read(file, null, null, shape);
            assertThat(set.batch(0, set.size()).values()).hasSize((int) (set.size() * shape.size()));
            for (float value : set.batch(set.size() - 1, 1).values()) {
                assertThat(value).isFinite();
            }
            return true;
        } catch (BadInput refusal) {
            assertThat(refusal).message().isNotBlank().doesNotContain("\n");
            return false;
        }
    }
}
