package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ZshCompletionTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    private static String script() {
        return CommandRun.mho("completion", "zsh").out();
    }

    @Test
    void every_command_and_option_is_completed_with_its_meaning() {
        String script = script();
        assertThat(script).startsWith("#compdef mho\n");
        Main.commands().getSubcommands().forEach((name, command) -> {
            assertThat(script).contains("                '" + name + ":").contains("                " + name + ")\n");
            for (CommandLine.Model.OptionSpec option : command.getCommandSpec().options()) {
                assertThat(script).as(name).containsPattern("'\\*?" + option.longestName() + "=?\\[[^ ]");
            }
        });
    }

    /** Where zsh is installed: what its own functions of completion are asked for, once a command stands there. */
    @Test
    void zsh_is_told_the_commands_and_what_each_takes() throws IOException, InterruptedException {
        assertThat(asked("command", ""))
                .contains("_describe command commands", "explain:Takes a figure of a run apart");
        assertThat(asked("argument", "show"))
                .contains("--html=[", "*:CHIP:{_mho_names ", " isaac-ce ")
                .doesNotContain("--vary");
    }

    private String asked(String state, String command) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/zsh")), "zsh is not installed");
        Files.writeString(folder.resolve("_mho"), script());
        Path driver = Files.writeString(
                folder.resolve("driver"),
                """
                compdef() { print -r -- compdef "$@" }
                _arguments() { [ "$1" = -C ] && { state=%s; line=(%s) } || print -rl -- "$@" }
                _describe() { print -r -- _describe "$@"; print -rl -- "${commands[@]}" }
                source "$1"
                _mho
                """
                        .formatted(state, command));
        Path said = folder.resolve("said");
        Process zsh = new ProcessBuilder(
                        "/usr/bin/zsh",
                        "-f",
                        driver.toString(),
                        folder.resolve("_mho").toString())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(said.toFile())
                .start();
        assertThat(zsh.waitFor(20, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(said);
        assertThat(text).startsWith("compdef _mho mho\n");
        assertThat(zsh.exitValue()).as(text).isZero();
        return text;
    }
}
