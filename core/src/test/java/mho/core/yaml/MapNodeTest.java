package mho.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapNodeTest {
    private static MapNode map(String file, String text) {
        return (MapNode) Yaml.parse(file, text);
    }

    private static MapNode.Entry entry(MapNode map, String key) {
        return Objects.requireNonNull(map.entries().get(key));
    }

    private static String merged(String base, String override) {
        return Yaml.write(map("base", base).withMerged(map("over", override)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: {x: 1, y: 2}}           | {y: 3, z: 4}       | {a: {x: 1, y: 3, z: 4}}",
                "{a: {x: 1, y: {p: 1}}}      | {y: {q: 2}}        | {a: {x: 1, y: {p: 1, q: 2}}}",
                "{a: {x: 1, y: 2}}           | {y: null}          | {a: {x: 1}}",
                "{a: {kind: sar, x: 1}}      | {kind: ramp, y: 2} | {a: {kind: ramp, y: 2}}",
                "{a: 1}                      | {y: 2}             | {a: {y: 2}}",
                "{b: 1}                      | {y: 2, z: null}    | {b: 1, a: {y: 2}}",
                "{a: {x: 1}}                 | 5                  | {a: 5}",
            })
    void aSettingThatMergesLeavesTheKeysItDoesNotName(String file, String value, String result) {
        Setting setting = Setting.parse("a=" + value).merging();
        assertThat(Yaml.write(setting.applyTo(map("file", file)))).isEqualTo(Yaml.write(map("result", result)));
    }

    @Test
    void anExtensionMergesMappingsAndReplacesTheRest() {
        assertThat(merged("{a: 1, t: {x: 1, y: [1, 2], z: {p: 1}}}", "{b: 9, t: {y: [3], z: {q: 2}}}"))
                .isEqualTo(
                        """
                        a: 1
                        t:
                          x: 1
                          y:
                            - 3
                          z:
                            p: 1
                            q: 2
                        b: 9
                        """);
    }

    @Test
    void anExtensionDropsAKeyByWritingNothing() {
        assertThat(merged("{a: 1, t: {power: 2 mW, bits: 8}}", "{t: {power: , rate: 1 S/s}, z: ~}"))
                .isEqualTo("a: 1\nt:\n  bits: 8\n  rate: 1 S/s\n");
    }

    @Test
    void anotherKindReplacesTheMappingWhole() {
        assertThat(merged("{adc: {kind: sar, bits: 8, rate: 1 S/s}}", "{adc: {kind: ramp, bits: 6}}"))
                .isEqualTo("adc:\n  kind: ramp\n  bits: 6\n");
        assertThat(merged("{adc: {kind: sar, bits: 8}}", "{adc: {kind: sar, rate: 1 S/s}}"))
                .isEqualTo("adc:\n  kind: sar\n  bits: 8\n  rate: 1 S/s\n");
    }

    @Test
    void mergedNodesRememberTheirOwnFiles() {
        MapNode merged = map("base.yaml", "a: 1\nb: 2").withMerged(map("over.yaml", "\nb: 3"));

        assertThat(entry(merged, "a").value().mark()).hasToString("base.yaml:1:4");
        assertThat(entry(merged, "b").value().mark()).hasToString("over.yaml:2:4");
        assertThat(entry(merged, "b").keyMark()).hasToString("over.yaml:2:1");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "a.b=5 | {a: {b: 5, l: [{c: 1}, 2]}}",
                "a.l[0].c=7 | {a: {b: 1, l: [{c: 7}, 2]}}",
                "a.l[1]=x y | {a: {b: 1, l: [{c: 1}, x y]}}",
                "a.l=[1, 2] | {a: {b: 1, l: [1, 2]}}",
                "n.e.w=1.28 GS/s | {a: {b: 1, l: [{c: 1}, 2]}, n: {e: {w: 1.28 GS/s}}}",
                "a={kind: sar} | {a: {kind: sar}}",
                "[\"a\"].b=5 | {a: {b: 5, l: [{c: 1}, 2]}}",
                "a.[\"x.y\"]=5 | broken",
                "a[\"x.y\"]=5 | {a: {b: 1, l: [{c: 1}, 2], \"x.y\": 5}}",
                "a['x.y']=5 | {a: {b: 1, l: [{c: 1}, 2], \"x.y\": 5}}",
                "a.b=null | {a: {b: ~, l: [{c: 1}, 2]}}",
                "a.b=\"=\" | {a: {b: \"=\", l: [{c: 1}, 2]}}",
            })
    void aSettingReplacesOrAddsTheValueAtItsPath(String setting, String expected) {
        MapNode file = map("chip.yaml", "{a: {b: 1, l: [{c: 1}, 2]}}");
        if (expected.equals("broken")) {
            assertThatThrownBy(() -> Setting.parse(setting).applyTo(file)).isInstanceOf(BadInput.class);
        } else {
            assertThat(Yaml.write(Setting.parse(setting).applyTo(file))).isEqualTo(Yaml.write(map("x", expected)));
        }
    }

    @Test
    void aSettingIsNamedInTheMessageAboutIt() {
        MapNode file = map("chip.yaml", SampleChip.GOOD);

        assertThatThrownBy(() -> Binder.bind(Setting.parse("tile.adc.bits=x").applyTo(file), SampleChip.class))
                .hasMessage("--set tile.adc.bits=x: tile.adc.bits: expected a whole number such as 8, found \"x\"");
        assertThatThrownBy(() -> Binder.bind(Setting.parse("tile.adc.bitz=6").applyTo(file), SampleChip.class))
                .hasMessage("--set tile.adc.bitz=6: tile.adc.bitz: unknown key, did you mean \"bits\"?");
        assertThatThrownBy(() -> Binder.bind(Setting.parse("tile.adc.x.y=6").applyTo(file), SampleChip.class))
                .hasMessageStartingWith("--set tile.adc.x.y=6: tile.adc.x: unknown key, known here: ");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "a.b.c=1 | --set a.b.c=1: a.b.c: cannot be set, a.b is \"1\", not a mapping with keys",
                "a.l.x=1 | --set a.l.x=1: a.l.x: cannot be set, a.l is not a mapping with keys",
                "a.l[2]=1 | --set a.l[2]=1: a.l[2]: cannot be set, a.l is a list of 2, counted from 0",
                "a[0]=1 | --set a[0]=1: a[0]: cannot be set, a is not a list",
                "z[0]=1 | --set z[0]=1: z[0]: cannot be set, z is absent, not a list",
                "[0]=1 | --set [0]=1: [0]: cannot be set, the file is not a list",
                "a..b=1 | --set a..b=1: broken path \"a..b\": a key is missing, write it like tile.core.adc.bits or layers[3].conv.kernel",
                "a.=1 | --set a.=1: broken path \"a.\": a key is missing, write it like tile.core.adc.bits or layers[3].conv.kernel",
                "a.l[x]=1 | --set a.l[x]=1: broken path \"a.l[x]\": \"x\" is not a place in a list, which count from 0, write it like tile.core.adc.bits or layers[3].conv.kernel",
                "a.l[-1]=1 | --set a.l[-1]=1: broken path \"a.l[-1]\": \"-1\" is not a place in a list, which count from 0, write it like tile.core.adc.bits or layers[3].conv.kernel",
                "a.l[0=1 | --set a.l[0=1: broken path \"a.l[0\": a bracket is not closed, write it like tile.core.adc.bits or layers[3].conv.kernel",
                "a[\"x=1 | --set a[\"x=1: broken path \"a[\"x\": a bracket is not closed, write it like tile.core.adc.bits or layers[3].conv.kernel",
                "a]b=1 | --set a]b=1: broken path \"a]b\": expected \".\" after \"a\", write it like tile.core.adc.bits or layers[3].conv.kernel",
                "a.b | --set a.b: expected PATH=VALUE, for example tile.core.adc.bits=6",
                "a.b= | --set a.b=: expected PATH=VALUE, for example tile.core.adc.bits=6",
                "a.b= # five | --set a.b= # five: no value, write null to mean that",
                "=5 | --set =5: expected PATH=VALUE, for example tile.core.adc.bits=6",
                "a.b={ | --set a.b={: broken YAML: expected the node content, but found '<stream end>' while parsing a flow node",
            })
    void aSettingThatCannotBeMadeSaysWhy(String setting, String message) {
        MapNode file = map("chip.yaml", "{a: {b: 1, l: [{c: 1}, 2]}}");

        assertThatThrownBy(() -> Setting.parse(setting).applyTo(file))
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }

    @Test
    void aPathOfManyStepsIsRefused() {
        assertThatThrownBy(() -> Setting.parse("a.".repeat(70) + "b=1").applyTo(map("x", "{}")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("more than 64 steps");
    }

    @Test
    void findsWhatStandsAtAPath() {
        MapNode file = map("chip.yaml", "{a: {b: 1, l: [{c: 1}, 2]}, e: }");

        assertThat(file.find("a.l[0].c")).isInstanceOf(ScalarNode.class);
        assertThat(file.find("a.l[2]")).isNull();
        assertThat(file.find("a.b.c")).isNull();
        assertThat(file.find("e")).isNull();
    }
}
