package mho.workloads.network.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mho.core.yaml.BadInput;
import mho.core.yaml.Yaml;
import mho.workloads.network.Network;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Network files with a few things changed at random are read, or refused in a line; nothing else happens. */
class MangledNetworkFileTest {
    private static final List<String> FILES =
            List.of("alexnet", "deepface", "lenet5", "lstm-lm", "msra-1", "resnet18", "vgg-2");
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1",
            "2",
            "7",
            "65536",
            "2147483647",
            "2147483648",
            "-2147483648",
            "1e9",
            "0.5",
            "NaN",
            "1e999",
            "same",
            "[]",
            "[3, 5]",
            "[1, 2, 3, 4]",
            "{}",
            "null",
            "\"\"",
            "5 ns");
    private static final Pattern VALUE = Pattern.compile("\\d+|relu|max|true|average");

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("mho.workloads.network.Seeds#many")
    void isReadOrRefused(long seed) throws IOException {
        Random random = new Random(seed);
        String text = text(FILES.get(random.nextInt(FILES.size())));
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            text = random.nextInt(3) > 0 ? withOtherValue(text, random) : withoutOrTwice(text, random);
        }
        try {
            Network network = NetworkFile.parse(Yaml.parse("net.yaml", text));
            Network folded = network.folded();
            assertThat(folded.weights()).isEqualTo(network.weights());
            assertThat(folded.macs()).isEqualTo(network.macs());
            folded.nodes().forEach(node -> {
                node.work();
                for (int input = 0; input < node.edges().size(); input++) {
                    assertThat(node.field(input).windows()).isEqualTo(node.windows());
                    int last = node.field(input).lastNeeded(node.windows() - 1);
                    assertThat(last).isLessThan(node.field(input).positions());
                }
            });
        } catch (BadInput refused) {
            assertThat(refused).message().startsWith("net.yaml");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError other) {
            fail("neither read nor refused:\n" + text, other);
        }
    }

    private static String withOtherValue(String text, Random random) {
        Matcher values = VALUE.matcher(text);
        List<int[]> places = new ArrayList<>();
        while (values.find()) {
            places.add(new int[] {values.start(), values.end()});
        }
        if (places.isEmpty()) {
            return text;
        }
        int[] place = places.get(random.nextInt(places.size()));
        return text.substring(0, place[0]) + NUMBERS.get(random.nextInt(NUMBERS.size())) + text.substring(place[1]);
    }

    private static String withoutOrTwice(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int line = random.nextInt(lines.size());
        if (random.nextBoolean()) {
            lines.remove(line);
        } else {
            lines.add(random.nextInt(lines.size()), lines.get(line));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Zoo.class.getResourceAsStream(name + ".yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
