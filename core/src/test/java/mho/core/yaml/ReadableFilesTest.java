package mho.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadableFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path inside;

    @SuppressWarnings("NullAway.Init")
    private Path outside;

    @BeforeEach
    void files() throws IOException {
        folder = Files.createDirectory(directory.resolve("folder"));
        inside = Files.writeString(folder.resolve("inside.yaml"), "a: 1");
        outside = Files.writeString(directory.resolve("outside.yaml"), "a: 1");
    }

    @Test
    void aFolderAloneIsReadAndNothingBesideIt() {
        ReadableFiles alone = ReadableFiles.noted().alone(folder);

        assertThat(alone.during(() -> GivenPath.toRead(inside))).isEqualTo(inside);
        refuses(alone, outside);
        assertThat(alone.during(() -> GivenPath.exists(outside.toString()))).isFalse();
        assertThat(alone.during(() -> GivenPath.exists(inside.toString()))).isTrue();
    }

    @Test
    void dotsAndLinksLeadNowhereElse() throws IOException {
        ReadableFiles alone = ReadableFiles.noted().alone(folder);
        Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), outside);

        refuses(alone, folder.resolve("../outside.yaml"));
        refuses(alone, link);
        refuses(alone, Files.createSymbolicLink(folder.resolve("up"), directory).resolve("outside.yaml"));
    }

    @Test
    void whatWasNotedMayBeReadAgain() {
        ReadableFiles noted = ReadableFiles.noted();
        noted.during(() -> GivenPath.toRead(outside));

        assertThat(noted.alone(folder).during(() -> GivenPath.toRead(outside))).isEqualTo(outside);
    }

    @Test
    void boundsEndWithTheWork() {
        ReadableFiles alone = ReadableFiles.noted().alone(folder);
        refuses(alone, outside);

        assertThat(GivenPath.toRead(outside)).isEqualTo(outside);
        assertThat(GivenPath.exists(outside.toString())).isTrue();
    }

    @Test
    void whatIsNotThereIsToldAsElsewhere() {
        Path none = directory.resolve("none.yaml");

        assertThat(ReadableFiles.noted().alone(folder).during(() -> GivenPath.toRead(none)))
                .isEqualTo(none);
    }

    private static void refuses(ReadableFiles alone, Path file) {
        assertThatThrownBy(() -> alone.during(() -> GivenPath.toRead(file)))
                .isInstanceOf(BadInput.class)
                .hasMessage(file
                        + ": lies outside of what may be read here; upload the file, or name it on the command line");
    }
}
