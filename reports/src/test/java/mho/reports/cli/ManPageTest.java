package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ManPageTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    private static String page() {
        return CommandRun.mho("man").out();
    }

    @Test
    void every_command_has_its_options_and_examples() {
        List<String> page = page().lines().toList();
        Main.commands().getSubcommands().forEach((name, command) -> {
            if (command.getCommand() instanceof CommandLine.HelpCommand) {
                return;
            }
            int from = page.indexOf(".SS mho " + name);
            assertThat(from).as(name).isPositive();
            List<String> section = page.subList(from + 1, page.size());
            int to = (int)
                    section.stream().takeWhile(line -> !line.startsWith(".S")).count();
            for (CommandLine.Model.OptionSpec option : command.getCommandSpec().options()) {
                boolean standard = option.usageHelp() || option.versionHelp();
                String named = option.longestName().replace("-", "\\-");
                assertThat(section.subList(0, to).stream()
                                .anyMatch(
                                        line -> line.matches(java.util.regex.Pattern.quote(".B " + named) + "(=.*)?")))
                        .as(name + " " + named)
                        .isEqualTo(!standard);
            }
            assertThat(section.subList(0, to)).as(name).anyMatch(line -> line.startsWith("mho " + name));
        });
    }

    @Test
    void nothing_that_a_text_holds_is_taken_for_a_request_and_all_is_ascii() {
        assertThat(page()).matches("\\p{ASCII}+").contains("[u2026]").doesNotContain("%%", "./mho", "…");
        assertThat(page().lines().filter(line -> line.startsWith(".")))
                .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|PP|B|I|nf|fi)( .*)?"));
    }

    /** Where man is installed, it formats the page without a word. */
    @Test
    void man_formats_it_without_a_warning() throws IOException, InterruptedException {
        String said = said("/usr/bin/man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z");
        assertThat(said).isEmpty();
    }

    /** Where mandoc is installed, it finds nothing but that no date is told: the page is of a version, whenever that was built. */
    @Test
    void mandoc_finds_nothing_wrong_with_it() throws IOException, InterruptedException {
        String said = said("/usr/bin/mandoc", "-T", "lint", "-W", "warning");
        assertThat(said.lines().filter(line -> !line.contains("missing date"))).isEmpty();
    }

    /** What a program has to complain of. */
    private String said(String... command) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of(command[0])), command[0] + " is not installed");
        Path file = Files.writeString(folder.resolve("mho.1"), page());
        List<String> line = new java.util.ArrayList<>(List.of(command));
        line.add(file.toString());
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectError(folder.resolve("said").toFile());
        boolean lint = command[0].endsWith("mandoc");
        builder.redirectOutput(folder.resolve(lint ? "said" : "page").toFile());
        Process program = builder.start();
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(lint || program.exitValue() == 0).isTrue();
        return Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
    }
}
