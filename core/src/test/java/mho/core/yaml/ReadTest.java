package mho.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadTest {
    @Test
    void everyNodeKnowsItsPlace() {
        MapNode file = (MapNode) Yaml.parse("chip.yaml", "a: 1\nb:\n  - x\n  - {c: 2}\n");

        assertThat(file.mark()).hasToString("chip.yaml:1:1");
        assertThat(file.entries().get("b")).extracting(MapNode.Entry::keyMark).hasToString("chip.yaml:2:1");
        assertThat(file.find("b[1]")).extracting(YamlNode::mark).hasToString("chip.yaml:4:5");
        assertThat(file.find("b[1].c")).extracting(YamlNode::mark).hasToString("chip.yaml:4:9");
    }

    @Test
    void aliasesAreWrittenOut() {
        MapNode file = (MapNode) Yaml.parse("x", "a: &a {b: 1}\nc: *a\nd: [*a, *a]\n");

        assertThat(file.find("d[1].b")).isEqualTo(file.find("a.b"));
    }

    @Test
    void readsAFileWithOrWithoutByteOrderMark(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("chip.yaml");
        Files.writeString(file, "a: µ\n");
        assertThat(((MapNode) Yaml.read(file)).find("a"))
                .extracting(YamlNode::describe)
                .isEqualTo("\"µ\"");

        Files.writeString(file, "\ufeffa: µ\n");
        assertThat(((MapNode) Yaml.read(file)).find("a"))
                .extracting(YamlNode::describe)
                .isEqualTo("\"µ\"");
    }

    @Test
    void filesThatCannotBeReadAreBadInput(@TempDir Path directory) throws IOException {
        Path missing = directory.resolve("missing.yaml");
        assertThatThrownBy(() -> Yaml.read(missing))
                .isInstanceOf(BadInput.class)
                .hasMessage(missing + ": no such file");

        assertThatThrownBy(() -> Yaml.read(directory))
                .isInstanceOf(BadInput.class)
                .hasMessage(directory + ": this is a directory, expected a YAML file");

        Path below = directory.resolve("file");
        Files.writeString(below, "a: 1");
        assertThatThrownBy(() -> Yaml.read(below.resolve("x.yaml")))
                .isInstanceOf(BadInput.class)
                .hasMessage(below + "/x.yaml: cannot be read, check that it is a file you may open");

        Path latin = directory.resolve("latin.yaml");
        Files.write(latin, "a: µ".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Yaml.read(latin))
                .isInstanceOf(BadInput.class)
                .hasMessage(latin + ": not a text in UTF-8, save it in that encoding");

        Path large = directory.resolve("large.yaml");
        Files.writeString(large, "a: 1\n".repeat(1 << 20));
        assertThatThrownBy(() -> Yaml.read(large))
                .isInstanceOf(BadInput.class)
                .hasMessage(large + ": larger than 4 MiB, too large for a configuration file");
    }
}
