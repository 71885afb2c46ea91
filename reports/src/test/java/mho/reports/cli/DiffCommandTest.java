package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    @Test
    void what_differs_has_both_values_their_unit_and_their_sources() throws IOException {
        Path mine = Files.writeString(
                folder.resolve("mine.yaml"),
                "chip: mine\nextends: isaac-ce\nlink: {delay: 9 ns, assumed: {delay: a longer wire}}\n");
        CommandRun run = CommandRun.mho("diff", "isaac-ce", mine.toString(), "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode differences = new ObjectMapper().readTree(run.out()).get("differences");
        assertThat(differences).hasSize(2);
        JsonNode delay = differences.get(1);
        assertThat(delay.get("parameter").asText()).isEqualTo("link.delay");
        assertThat(delay.get("unit").asText()).isEqualTo("s");
        assertThat(delay.get("one").asText()).isEqualTo("5 ns");
        assertThat(delay.get("other").asText()).isEqualTo("9 ns");
        assertThat(delay.get("source_one").asText()).startsWith("assumed: 5 ns for a packet");
        assertThat(delay.get("source_other").asText()).isEqualTo("assumed: a longer wire");
        assertThat(CommandRun.mho("diff", "isaac-ce", mine.toString()).out()).contains("link.delay", "5 ns", "9 ns");
        assertThat(CommandRun.mho("diff", "isaac-ce", mine.toString(), "--csv").out())
                .contains("link.delay,s,5 ns,9 ns,");
    }

    @Test
    void equal_chips_say_the_same() {
        assertThat(CommandRun.mho("diff", "isaac-ce", "isaac-ce").out())
                .isEqualTo("isaac-ce and isaac-ce say the same\n");
    }
}
