package mho.reports.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void aTakenNameGetsTheNextFreeNumber() throws IOException {
        Path wanted = directory.resolve("runs/a");
        Path first = RunDirectory.numbered(wanted).write(Map.of("x", "1"));
        Path second = RunDirectory.numbered(wanted).write(Map.of("x", "2"));
        Path third = RunDirectory.numbered(wanted).write(Map.of("x", "3"));

        assertThat(first).hasFileName("a");
        assertThat(second).hasFileName("a-2");
        assertThat(third).hasFileName("a-3");
        assertThat(Files.readString(first.resolve("x"))).isEqualTo("1");
    }

    @Test
    void anEmptyDirectoryMayBeFilled() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"));

        assertThat(RunDirectory.named(empty).write(Map.of("x", "1"))).isEqualTo(empty);
        assertThat(empty.resolve("x")).hasContent("1");
    }
}
