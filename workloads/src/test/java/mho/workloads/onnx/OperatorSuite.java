package mho.workloads.onnx;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * ONNX's own suite of one-operator models with inputs and expected outputs: where Debian's package libonnx-testdata puts it, or in the
 * {@code data} folder that {@code -Dmho.onnx.testdata} names. Tests that ask for it are skipped where it is not.
 */
final class OperatorSuite {
    private static final String DEBIAN = "/usr/share/libonnx-testdata/data";

    private OperatorSuite() {}

    /** The models, each in a folder that bears its name. */
    static List<Path> models() throws IOException {
        Path data = Path.of(System.getProperty("mho.onnx.testdata", DEBIAN));
        assumeTrue(Files.isDirectory(data), "skipped: " + data + " is not there (apt-get install libonnx-testdata)");
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(path -> path.endsWith("model.onnx")).sorted().toList();
        }
    }
}
