package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What READMEs and help tell people to type, typed into a shell beside the project's files, word for word. */
class ExamplesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<Path> READMES = Stream.of(
                    "README.md",
                    "core/README.md",
                    "workloads/README.md",
                    "periphery/README.md",
                    "arch/README.md",
                    "reports/README.md",
                    "site/README.md",
                    "site/src/site/markdown/tutorial.md")
            .map(ROOT::resolve)
            .toList();
    private static final String SOME_POINTS = " --sample 'latin-hypercube 4'";

    private static final String TRAINING =
            "./mho train --network mlp --data fashion-mnist-1000 --set tile.core.learning.devices=[reram-sb]"
                    + " --set \"tile.core.learning.scheme={kind: tiki-taka-v2}\"";

    private static final String CHIPS =
            "./mho sweep --network fmnist-lenet --data fashion-mnist-1000 --set tile.core.array.cell.device=reports/examples/cell-with-floor.yaml"
                    + " --vary \"tile.core.array.cell.programming-error=2 %,5 %,10 %\" --vary seed=1..5";

    /**
     * What takes long, and what makes it short for the usual run: of sweeps some points from every part of every axis, of values some images,
     * of cells that are settled one by one none, of validation one chip, as its rows have a test of their own.
     */
    private static final Map<String, String> SHORTENED = Map.of(
            "./mho sweep reports/examples/adc-design.yaml",
            SOME_POINTS,
            "./mho sweep reports/examples/bits-and-noise.yaml",
            SOME_POINTS,
            TRAINING,
            " --images 100 --tests 50 --ideal",
            CHIPS,
            " --images 100",
            "./mho validate",
            " --chip puma");

    private static final Set<String> LONG = SHORTENED.keySet();

    private static final Pattern INLINE = Pattern.compile("(?<!`)`(\\./mho [^`]*)`");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path directory;

    /** Beside the files, as people are: with one jar after the other, and what they hold kept as it is in memory, as the launcher keeps it. */
    @BeforeAll
    static void standBesideTheFiles() throws IOException, InterruptedException {
        for (String module : List.of("workloads", "periphery", "arch", "reports")) {
            Files.createSymbolicLink(directory.resolve(module), ROOT.resolve(module));
        }
        Path mho = directory.resolve("mho");
        Path kept = directory.resolve("mho.jsa");
        Files.writeString(
                mho,
                """
                #!/usr/bin/env bash
                case ${1:-} in
                    list | show | completion | help | man | schema | init | diff | -*) tiers=-XX:TieredStopAtLevel=1 ;;
                    *) tiers='-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000' ;;
                esac
                exec '%s' -Xmx2g -XX:+UseParallelGC $tiers %s -Xshare:auto -Xlog:disable --add-exports java.base/jdk.internal.module=ALL-UNNAMED -cp '%s' mho.reports.cli.Main "$@"
                """
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                "${MHO_KEEP:--XX:SharedArchiveFile=" + kept + "}",
                                String.join(File.pathSeparator, jars())));
        Files.setPosixFilePermissions(mho, PosixFilePermissions.fromString("rwx------"));
        works("MHO_KEEP=-XX:ArchiveClassesAtExit=" + kept + " ./mho run --network lenet5 --out kept");
    }

    /** What runs; what stands in folders is packed, as folders cannot be kept as they are in memory. */
    private static List<String> jars() throws IOException {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> jars = new ArrayList<>();
        for (String place : all.split(File.pathSeparator)) {
            Path path = Path.of(place);
            if (!Files.isDirectory(path)) {
                jars.add(place);
            } else if (!path.endsWith("test-classes")) {
                Path jar = directory.resolve("classes-" + jars.size() + ".jar");
                pack(path, jar);
                jars.add(jar.toString());
            }
        }
        return jars;
    }

    private static void pack(Path folder, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(folder)) {
            out.setLevel(Deflater.NO_COMPRESSION);
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(folder.relativize(file).toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }

    /** Each once, in order: they build on one another. */
    static Stream<String> examples() throws IOException {
        Set<String> examples = new LinkedHashSet<>();
        for (Path readme : READMES) {
            examples.addAll(examples(Files.readAllLines(readme)));
        }
        for (CommandLine command : Main.commands().getSubcommands().values()) {
            examples.addAll(examples(command));
        }
        examples.addAll(examples(Main.commands()));
        return examples.stream();
    }

    private static List<String> examples(List<String> readme) {
        List<String> found = new ArrayList<>();
        boolean code = false;
        for (String line : readme) {
            if (line.startsWith("```")) {
                code = !code;
            } else if (code && (line.startsWith("./mho ") || line.startsWith("cp "))) {
                found.add(line.replaceFirst(" +#.*", ""));
            } else if (!code) {
                Matcher inline = INLINE.matcher(line);
                while (inline.find()) {
                    found.add(inline.group(1));
                }
            }
        }
        return found;
    }

    private static List<String> examples(CommandLine command) {
        String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF)
                .lines()
                .dropWhile(line -> !line.startsWith("Example"))
                .skip(1)
                .collect(Collectors.joining("\n"));
        return help.replaceAll("\\\\\n *", "").lines().map(String::strip).toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void worksWhenPasted(String example) throws IOException, InterruptedException {
        if (example.matches("\\./mho explore\\b.*")) {
            serves(example);
            return;
        }
        works(example + SHORTENED.getOrDefault(example, ""));
    }

    @Tag("long")
    @ParameterizedTest
    @FieldSource("LONG")
    void worksAtFullLength(String example) throws IOException, InterruptedException {
        works(example);
    }

    private static void works(String example) throws IOException, InterruptedException {
        assertThat(bash(example)).as(example).contains("ended with 0");
    }

    /** Until it is told to end; then it ends as whoever is told so does. */
    private static void serves(String example) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-e", "-c", "exec " + example)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String address = said.readLine();
            assertThat(address).startsWith("http://127.0.0.1:");
            try (InputStream page = URI.create(address).toURL().openStream()) {
                assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("<title>mho explore");
            }
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor()).isEqualTo(143);
    }

    @Test
    void whatIsShortenedIsAmongTheExamples() throws IOException {
        assertThat(examples()).containsAll(LONG);
    }

    @Test
    void everyCommandHasAnExample() {
        for (CommandLine command : Main.commands().getSubcommands().values()) {
            if (!(command.getCommand() instanceof CommandLine.HelpCommand)) {
                assertThat(examples(command))
                        .as(command.getCommandName())
                        .anyMatch(line -> line.contains("./mho " + command.getCommandName()));
            }
        }
    }

    @Test
    void readmesHaveExamples() throws IOException {
        assertThat(examples(Files.readAllLines(READMES.get(0)))).anyMatch(line -> line.startsWith("./mho sweep"));
    }

    @Test
    void completionKnowsCommandsOptionsAndChips() throws IOException, InterruptedException {
        assertThat(completed("ru")).isEqualTo("run");
        assertThat(completed("run", "--chi")).isEqualTo("--chip");
        assertThat(completed("run", "--chip", "isaac-c")).isEqualTo("isaac-ce");
        assertThat(completed("list", "netw")).isEqualTo("networks");
    }

    private static String completed(String... words) throws IOException, InterruptedException {
        String line = "./mho " + String.join(" ", words);
        String script =
                """
                source <(./mho completion bash)
                compopt() { :; } # which works while a shell completes, and only then
                COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; COMP_POINT=%d
                _complete_mho
                echo "${COMPREPLY[*]}"
                """
                        .formatted(line, words.length, line, line.length());
        return bash(script).lines().findFirst().orElse("").strip();
    }

    /** What it says; stops at the first command that fails. */
    private static String bash(String script) throws IOException, InterruptedException {
        Path out = Files.createTempFile(directory, "said", ".txt");
        Process process = new ProcessBuilder("bash", "-e", "-c", script)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        int code = process.waitFor();
        return Files.readString(out) + "\nended with " + code;
    }
}
