package mho.workloads.network.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mho.core.yaml.Parameters;
import mho.core.yaml.Yaml;
import mho.workloads.network.Network;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.api.Test;

/** What the module's README says of networks and network files is so. */
class ReadmeTest {
    private final String readme = read();

    @Test
    void everyNetworkOfTheZooStandsThereWithItsCounts() {
        List<String> expected = Zoo.names().stream().map(ReadmeTest::row).toList();
        assertThat(readme.lines().filter(line -> expected.stream().anyMatch(line::equals)))
                .containsExactlyElementsOf(expected);
    }

    private static String row(String name) {
        Network network = Zoo.load(name);
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %,d | %,d | %,d |",
                name,
                network.about(),
                network.weights(),
                network.parameters(),
                network.macs());
    }

    @Test
    void everyLayerAndEveryKeyOfItIsNamed() {
        Set<String> missing = Parameters.of(LayerSpec.class).stream()
                .flatMap(parameter -> Arrays.stream(parameter.path().split("\\.", -1)))
                .filter(word -> !readme.contains("`" + word + "`"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).isEmpty();
    }

    @Test
    void theExampleIsANetwork() {
        int start = readme.indexOf("```yaml") + "```yaml".length();
        String example = readme.substring(start, readme.indexOf("```", start));
        Network network = NetworkFile.parse(Yaml.parse("README.md", example)).folded();
        assertThat(network.nodes()).hasSize(13);
    }

    private static String read() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new AssertionError("the README stands in the module's directory, where its tests run", e);
        }
    }
}
