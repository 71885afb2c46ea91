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
        return answer(0, command);
    }

    private String answer(int code, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(home.resolve("told").toFile());
        builder.environment().put("PATH", home + ":" + System.getenv("PATH"));
        builder.environment().put("TERM", "xterm");
        builder.environment().put("MHO_JDKS", home.resolve("jdks").toString());
        builder.environment().remove("JAVA_HOME");
        builder.environment().remove("COLUMNS");
        builder.environment().remove("NO_COLOR");
        int left = builder.start().waitFor();
        String told = Files.readString(home.resolve("told"));
        assertThat(left).as(told).isEqualTo(code);
        return told;
    }

    static boolean hasTerminals() {
        return Files.isExecutable(Path.of("/usr/bin/script"));
    }

    @ParameterizedTest
    @EnabledIf("hasTerminals")
    @CsvSource({
        "stty cols 60; ./mho, 60",
        "stty cols 200; ./mho, 200",
        "stty cols 60; COLUMNS=72 ./mho, 72",
        "stty cols 0; ./mho, 80"
    })
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

    /** A JDK among those of the machine, that repeats what it is told. */
    private Path jdk(String name, int version) throws IOException {
        Path jdk = home.resolve("jdks").resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + ".0.1\"\n");
        program("jdks/" + name + "/bin/java", "echo " + name + " \"$@\"");
        return jdk;
    }

    @Test
    void aJdkOfVersion25RunsWhatIsBuilt() throws Exception {
        jdk("old", 21);
        assertThat(told("bash", "-c", "./mho run")).doesNotContain("old ", "AOTCache");
        jdk("new", 25);
        Files.writeString(home.resolve("reports/target/mho.aot"), "");
        assertThat(told("bash", "-c", "./mho run")).startsWith("new ").contains("-XX:AOTCache=", "mho.aot");
    }

    @Test
    void theJavaThatIsNamedRuns() throws Exception {
        Path old = jdk("old", 21);
        jdk("new", 25);
        assertThat(told("bash", "-c", "MHO_JAVA=" + old + " ./mho run"))
                .startsWith("old ")
                .doesNotContain("AOTCache");
        assertThat(told("bash", "-c", "JAVA_HOME=" + old + " ./mho run")).startsWith("old ");
        assertThat(answer(2, "bash", "-c", "MHO_JAVA=/nowhere ./mho run"))
                .contains("MHO_JAVA is \"/nowhere\", which is no Java")
                .hasLineCount(1);
    }

    @Test
    void whatIsOverInAMomentIsCompiledFast() throws Exception {
        assertThat(told("bash", "-c", "./mho list chips")).contains("TieredStopAtLevel=1");
        assertThat(told("bash", "-c", "./mho run"))
                .doesNotContain("TieredStopAtLevel")
                .contains("Tier4");
    }

    /** A Java of some version with its compiler, and a Maven that builds or says why not. */
    private void tools(int version, String maven) throws IOException {
        Files.delete(home.resolve("reports/target/mho.jar"));
        program(
                "java",
                "case $1 in -version) echo 'openjdk version \"%d.0.2\" 2021-07-20' >&2 ;; *) echo \"$@\" ;; esac"
                        .formatted(version));
        program("javac", "true");
        program("mvn", maven);
    }

    @Test
    void aBuildShowsItsStepsAndWhatItFetches() throws Exception {
        tools(
                17,
                """
                echo "$@" >asked
                echo '[INFO] Building core 0.1.0                                   [2/6]'
                echo '[INFO] Downloaded from central: https://where/it/is.jar (12 MB at 3.4 MB/s)'
                echo 'Downloaded from central: https://where/else.jar (512 kB at 34 kB/s)'
                echo '[INFO] Building reports 0.1.0                                [6/6]'
                touch reports/target/mho.jar""");

        assertThat(told("bash", "-c", "./mho list chips"))
                .contains("building mho: core, part 2 of 6, 0.0 MB fetched")
                .contains("building mho: reports, part 6 of 6, 12.5 MB fetched")
                .contains("mho.reports.cli.Main list chips");
        assertThat(Files.readString(home.resolve("asked"))).contains("-Dmho.run package -pl reports -am");
    }

    @Test
    void aBuildThatFailsShowsItsErrors() throws Exception {
        tools(17, "echo '[INFO] Building core'; echo '[ERROR] no way to the repository'; exit 1");

        assertThat(answer(3, "bash", "-c", "./mho list"))
                .contains("[ERROR] no way to the repository", "could not be built")
                .doesNotContain("[INFO]");
    }

    @Test
    void whatIsNeededToBuildIsAskedForBeforeItBegins() throws Exception {
        tools(11, "exit 1");

        assertThat(answer(2, "bash", "-c", "./mho list"))
                .contains("Java 17 or later is needed", "is version 11", "JAVA_HOME")
                .hasLineCount(1);
    }

    @Test
    void withoutJavaOneLineSaysSo() throws Exception {
        Path tools = Files.createDirectory(home.resolve("tools"));
        for (String tool : new String[] {"bash", "env", "dirname", "find"}) {
            Files.createSymbolicLink(tools.resolve(tool), program(tool));
        }
        Files.delete(home.resolve("java"));

        assertThat(answer(2, "env", "PATH=" + tools, "./mho", "list"))
                .contains("Java is needed and there is none", "JAVA_HOME")
                .hasLineCount(1);
    }

    private static Path program(String tool) {
        return java.util.stream.Stream.of("/bin", "/usr/bin")
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSecondCallWaitsForTheFirstToBuild() throws Exception {
        tools(17, "echo '[INFO] Building core 0.1.0 [2/6]'; sleep 1; touch reports/target/mho.jar");

        assertThat(told("bash", "-c", "./mho list chips & sleep 0.3; ./mho list devices; wait"))
                .contains("another call is building mho; waiting for it", "Main list chips", "Main list devices")
                .containsOnlyOnce("core, part 2 of 6");
    }
}
