package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher finds out about the terminal, told to a Java machine that only repeats it. */
class LauncherTest {
    @TempDir
    private Path home = Path.of("");

    @BeforeEach
    void build() throws IOException {
        Files.copy(Path.of("../mho"), home.resolve("mho"));
        program("java", "echo \"$@\"");
        Files.createDirectories(home.resolve("reports/src/main"));
        Files.writeString(home.resolve("pom.xml"), "");
        Files.writeString(home.resolve("reports/pom.xml"), "");
        Files.createDirectories(home.resolve("reports/target"));
        Files.writeString(home.resolve("reports/target/mho.jar"), "");
    }

    private void program(String name, String script) throws IOException {
        Path file = home.resolve(name);
        Files.writeString(file, "#!/usr/bin/env bash\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** What the machine was told. */
    private String told(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(home.resolve("told").toFile());
        builder.environment().put("PATH", home + ":" + System.getenv("PATH"));
        builder.environment().put("TERM", "xterm");
        builder.environment().remove("COLUMNS");
        builder.environment().remove("NO_COLOR");
        assertThat(builder.start().waitFor()).isZero();
        return Files.readString(home.resolve("told"));
    }

    static boolean hasTerminals() {
        return Files.isExecutable(Path.of("/usr/bin/script"));
    }

    @ParameterizedTest
    @EnabledIf("hasTerminals")
    @CsvSource({"stty cols 60; ./mho, 60", "stty cols 200; ./mho, 200", "stty cols 60; COLUMNS=72 ./mho, 72"})
    void tablesAreAsWideAsTheTerminal(String command, int columns) throws Exception {
        assertThat(told("script", "-qec", command, "/dev/null"))
                .contains("-Dmho.columns=" + columns + " ", "-Dmho.colour=true", "-Dmho.progress=true");
    }

    @Test
    @EnabledIf("hasTerminals")
    void colourIsLeftOutWhereItIsNotWanted() throws Exception {
        assertThat(told("script", "-qec", "NO_COLOR=1 ./mho", "/dev/null"))
                .contains("mho.columns")
                .doesNotContain("mho.colour");
    }

    @Test
    void aPipeHasNoWidthAndNoColour() throws Exception {
        assertThat(told("bash", "-c", "./mho list chips"))
                .contains("mho.reports.cli.Main list chips")
                .doesNotContain("mho.columns", "mho.colour", "mho.progress");
    }
}
