package mho.workloads.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mho.workloads.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files of every format, with bytes changed, lost or added at random: read or refused, never a crash, never a hang. */
@Timeout(120)
class MutatedDataTest {
    private static final Shape SHAPE = new Shape(2, 3, 2);

    /** Changes tried for each seed and file. */
    private static final int TRIES = Integer.getInteger("mho.data.mutations", 60);

    @TempDir
    private Path folder = Path.of("");

    static List<byte[]> files() throws IOException {
        List<byte[]> files = new ArrayList<>();
        files.add(WrittenDataFiles.images(4, 2, 3, 2));
        files.add(WrittenDataFiles.gzip(WrittenDataFiles.images(4, 2, 3, 2)));
        files.add(WrittenDataFiles.idx(13, new int[] {2, 12}, new byte[96]));
        files.add(WrittenDataFiles.npy("<f8", true, "(2, 3, 2, 2)", new byte[192]));
        files.add(WrittenDataFiles.zip(Map.of(
                "x.npy",
                WrittenDataFiles.npy("|u1", false, "(2, 12)", new byte[24]),
                "y.npy",
                WrittenDataFiles.npy("|u1", false, "(2,)", new byte[2]))));
        for (String name :
                List.of("u1.npy", "f2.npy", "fortran.npy", "plain.npz", "compressed.npz", "blanks.csv", "commas.csv")) {
            files.add(Files.readAllBytes(NumpyTest.numpy(name)));
        }
        return files;
    }

    @Test
    void theFilesThemselvesAreRead() throws IOException {
        for (byte[] file : files()) {
            assertThat(DataFuzzTest.readOrRefuse(folder.resolve("in"), file, SHAPE))
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void changedBytesAreReadOrRefused(long seed) throws IOException {
        Random random = new Random(seed);
        for (byte[] whole : files()) {
            for (int i = 0; i < TRIES; i++) {
                byte[] changed = changed(whole, random);
                try {
                    DataFuzzTest.readOrRefuse(folder.resolve("in"), changed, SHAPE);
                } catch (RuntimeException | OutOfMemoryError | StackOverflowError crash) {
                    fail("seed " + seed + ", try " + i, crash);
                }
            }
        }
    }

    private static byte[] changed(byte[] whole, Random random) {
        byte[] changed = whole.clone();
        for (int k = 0; k < 1 + random.nextInt(3); k++) {
            int at = random.nextInt(changed.length);
            changed[at] = (byte) (random.nextBoolean() ? random.nextInt() : changed[at] + random.nextInt(3) - 1);
        }
        int cut = random.nextInt(changed.length);
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(changed, cut);
            case 1 -> WrittenDataFiles.concat(changed, WrittenDataFiles.counting(1 + random.nextInt(4)));
            default -> changed;
        };
    }
}
