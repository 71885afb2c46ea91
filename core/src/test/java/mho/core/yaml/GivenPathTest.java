package mho.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenPathTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void nowhere() {
        System.clearProperty(GivenPath.WRITTEN_IN);
        System.clearProperty(GivenPath.HOME);
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }

    @Test
    void a_relative_path_is_looked_for_where_it_was_written_before_it_is_among_the_files_of_mho() throws IOException {
        Path own = file("home/both.yaml");
        Path written = file("written/both.yaml");
        Path ownAlone = file("home/own.yaml");
        System.setProperty(GivenPath.HOME, folder.resolve("home").toString());
        assertThat(GivenPath.toRead("both.yaml")).isEqualTo(own);
        System.setProperty(GivenPath.WRITTEN_IN, folder.resolve("written").toString());
        assertThat(GivenPath.toRead("both.yaml")).isEqualTo(written);
        assertThat(GivenPath.toRead("own.yaml")).isEqualTo(ownAlone);
    }

    @Test
    void what_is_nowhere_stays_as_it_was_given() {
        System.setProperty(GivenPath.WRITTEN_IN, folder.toString());
        assertThat(GivenPath.toRead("none.yaml")).isEqualTo(Path.of("none.yaml"));
        assertThat(GivenPath.exists("none.yaml")).isFalse();
    }
}
