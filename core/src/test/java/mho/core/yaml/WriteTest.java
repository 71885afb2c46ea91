package mho.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WriteTest {
    private static final Mark NOWHERE = Mark.of("random");
    private static final String[] TEXTS = {
        "",
        "~",
        "null",
        "true",
        "yes",
        "128",
        "1.28 GS/s",
        "-5 W",
        "- a",
        "a: b",
        "a:",
        ":a",
        "a #b",
        "#a",
        " a",
        "a ",
        "*x",
        "&x",
        "!x",
        "@x",
        "`x",
        "%x",
        "|",
        ">",
        "[a]",
        "{a}",
        "a, b",
        "a]b",
        "'a'",
        "\"a\"",
        "it's",
        "\\",
        "a\nb",
        "\n",
        "\t",
        "---",
        "--- a",
        "...",
        "?",
        "? a",
        "-",
        "=",
        "<<",
        "ß µ Ω",
        "\u0085",
        "\u2028",
        "\ufeff",
        "\u0000",
        "\u001b",
        "\ud83d\ude00",
        "\u00a0",
        "0x10",
        "2016-01-01",
        "a\u0301",
        "e\r\n"
    };

    private static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsReadBack(long seed) {
        YamlNode node = node(new Random(seed), 5);
        String text = Yaml.write(node);
        if (!node.isNull()) {
            YamlNode read = Yaml.parse("round", text);
            assertThat(plain(read)).as("seed %d:%n%s", seed, text).isEqualTo(plain(node));
            assertThat(Yaml.write(read)).as("seed %d", seed).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenOnOneLineIsReadBack(long seed) {
        YamlNode node = node(new Random(seed), 5);
        String text = Yaml.flow(node);
        assertThat(text).as("seed %d", seed).doesNotContain("\n");
        if (!node.isNull()) {
            assertThat(plain(Yaml.parse("round", text)))
                    .as("seed %d:%n%s", seed, text)
                    .isEqualTo(plain(node));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: |\n  x\n  y\n\nb: >-\n  folded\n  text\nc: plain\n  over\n\n  lines\n",
                "{a: [1, 'x''y', \"\\u263a\"], b: {}, c: []}"
            })
    void everyStyleOfYamlIsReadBackFromOne(String yaml) {
        YamlNode read = Yaml.parse("x", yaml);

        assertThat(plain(Yaml.parse("x", Yaml.write(read)))).isEqualTo(plain(read));
    }

    @Test
    void writesOneKeyToALine() {
        assertThat(Yaml.write(
                        Yaml.parse("x", "{a: {b: [1, [2, {c: 'null', d: null}]], 'e f': \"1: 2\"}, g: {}, h: []}")))
                .isEqualTo(
                        """
                        a:
                          b:
                            - 1
                            - - 2
                              - c: "null"
                                d: null
                          e f: "1: 2"
                        g: {}
                        h: []
                        """);
    }

    /** Structure and texts, without places and quotes. */
    private static Object plain(YamlNode node) {
        if (node instanceof MapNode map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.entries().forEach((key, entry) -> plain.put(key, plain(entry.value())));
            return new ArrayList<>(plain.entrySet());
        }
        if (node instanceof ListNode list) {
            return list.items().stream().map(WriteTest::plain).toList();
        }
        return node.isNull() ? Void.class : ((ScalarNode) node).text();
    }

    private static YamlNode node(Random random, int depth) {
        return switch (depth == 0 ? 2 : random.nextInt(4)) {
            case 0 -> {
                Map<String, MapNode.Entry> entries = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    String key = text(random);
                    entries.put(key.isEmpty() ? "k" : key, new MapNode.Entry(NOWHERE, node(random, depth - 1)));
                }
                yield new MapNode(NOWHERE, entries);
            }
            case 1 -> {
                List<YamlNode> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(node(random, depth - 1));
                }
                yield new ListNode(NOWHERE, items);
            }
            default -> new ScalarNode(NOWHERE, text(random), random.nextBoolean());
        };
    }

    private static String text(Random random) {
        String text = TEXTS[random.nextInt(TEXTS.length)];
        return random.nextInt(4) == 0 ? text + TEXTS[random.nextInt(TEXTS.length)] : text;
    }
}
