package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import mho.arch.chip.ChipFiles;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FishCompletionTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    private static String script() {
        return CommandRun.mho("completion", "fish").out();
    }

    @Test
    void every_command_and_option_is_completed_with_its_meaning() {
        String script = script();
        Main.commands().getSubcommands().forEach((name, command) -> {
            assertThat(script).contains("complete -c mho -n '__fish_use_subcommand' -f -a '" + name + "' -d '");
            for (CommandLine.Model.OptionSpec option : command.getCommandSpec().options()) {
                assertThat(script)
                        .as(name + " " + option.longestName())
                        .containsPattern("'__fish_seen_subcommand_from " + name + "'.* -l "
                                + option.longestName().substring(2) + "[ \n]");
            }
        });
        assertThat(script).contains(" -l chip -r -a '" + String.join(" ", ChipFiles.names()) + "'");
    }

    /** Where fish is installed, it reads the script without a word. */
    @Test
    void fish_takes_it() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/fish")), "fish is not installed");
        Path file = Files.writeString(folder.resolve("mho.fish"), script());
        Process fish = new ProcessBuilder("/usr/bin/fish", "--no-config", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(fish.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(fish.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(said).isEmpty();
        assertThat(fish.exitValue()).isZero();
    }
}
