package mho.reports.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mho.core.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointStoreTest {
    private static final PointOutcome ONE = outcome(1.0 / 3, Double.MIN_VALUE);
    private static final PointOutcome TWO = outcome(0.1 + 0.2, Double.MAX_VALUE);
    private static final PointOutcome FAILED = new PointOutcome(Map.of(), "does not \"fit\"; é\n2nd line", true);

    @TempDir
    private Path folder = Path.of("");

    private static PointOutcome outcome(double latencyS, double energyJ) {
        return new PointOutcome(Map.of("latency_s", latencyS, "energy_j", energyJ), null, true);
    }

    private PointStore three() {
        PointStore store = PointStore.open(folder);
        store.add("aa", ONE);
        store.add("bb", FAILED);
        store.add("cc", TWO);
        return store;
    }

    @Test
    void givesBackTheVerySameFigures() {
        three().close();
        try (PointStore again = PointStore.open(folder)) {
            assertThat(again.find("aa")).isEqualTo(ONE);
            assertThat(again.find("bb")).isEqualTo(FAILED);
            assertThat(again.find("cc")).isEqualTo(TWO);
            assertThat(again.find("dd")).isNull();
        }
    }

    @Test
    void anyDoubleComesBackBitByBit() {
        Random random = new Random(4);
        Map<String, PointOutcome> outcomes = new HashMap<>();
        try (PointStore store = PointStore.open(folder)) {
            for (int i = 0; i < 300; i++) {
                double any = Double.longBitsToDouble(random.nextLong());
                PointOutcome outcome = outcome(Double.isFinite(any) ? any : i, i * 1e-9);
                outcomes.put("p" + i, outcome);
                store.add("p" + i, outcome);
            }
        }
        try (PointStore again = PointStore.open(folder)) {
            outcomes.forEach((hash, outcome) -> assertThat(again.find(hash)).isEqualTo(outcome));
        }
    }

    @Test
    void whereverTheLastLineIsCutTheOthersAreWholeAndMoreCanBeAdded() throws IOException {
        three().close();
        Path file = folder.resolve(PointStore.NAME);
        byte[] all = Files.readAllBytes(file);
        int last = new String(all, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf('\n', all.length - 2) + 1;
        for (int cut = last; cut < all.length; cut++) {
            Files.write(file, Arrays.copyOf(all, cut));
            try (PointStore store = PointStore.open(folder)) {
                assertThat(store.hashes()).as("cut at %d", cut).containsExactly("aa", "bb");
                store.add("cc", TWO);
            }
            assertThat(Files.readAllBytes(file)).as("cut at %d", cut).isEqualTo(all);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "x",
                "{\"config_sha256\":\"bb\"}",
                "[1]",
                "{\"config_sha256\":\"bb\",\"latency_s\":1",
                "\0\0\0"
            })
    void aBrokenLineAmongOthersIsNamed(String broken) throws IOException {
        three().close();
        Path file = folder.resolve(PointStore.NAME);
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(0) + "\n" + broken + "\n" + lines.get(2) + "\n");
        assertThatThrownBy(() -> PointStore.open(folder))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        file
                                + ":2: not a finished point; remove the line to compute its point again, or the file to compute all");
        assertThat(Files.readString(file))
                .as("nothing is lost")
                .contains(lines.get(0))
                .contains(lines.get(2));
    }

    @Test
    void inOrderComeFirstThoseAskedForThenTheOthersByHash() {
        try (PointStore store = three()) {
            store.add("a0", ONE);
            assertThat(store.inOrder(List.of("cc", "xx", "bb")).lines().map(line -> line.substring(18, 20)))
                    .containsExactly("cc", "bb", "a0", "aa");
        }
    }

    static boolean hasFullDevice() {
        return Files.isWritable(Path.of("/dev/full"));
    }

    @Test
    @EnabledIf("hasFullDevice")
    void aFullDiskIsOneClearMessage() throws IOException {
        Path file = folder.resolve(PointStore.NAME);
        try (FileChannel full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
                PointStore store = new PointStore(file, full, new HashMap<>(), 0)) {
            assertThatThrownBy(() -> store.add("aa", ONE))
                    .isInstanceOf(BadInput.class)
                    .hasMessage(
                            file
                                    + ": cannot be written (No space left on device); finished points are kept, make room or give another --out, and the same command goes on from there");
            assertThat(store.find("aa")).isNull();
        }
    }
}
