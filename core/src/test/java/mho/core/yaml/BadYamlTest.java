package mho.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to get a chip file wrong, and exactly what mho says to it. */
class BadYamlTest {
    /** A whole file, and the message. */
    private static Arguments file(String text, String... message) {
        return Arguments.of(text, String.join("\n", message));
    }

    /** The good file with one line (or part of it) replaced, and the message. */
    private static Arguments change(String from, String to, String... message) {
        assertThat(SampleChip.GOOD).contains(from);
        return file(SampleChip.GOOD.replace(from, to), message);
    }

    private static Arguments add(String lines, String... message) {
        return file(SampleChip.GOOD + lines, message);
    }

    static Stream<Arguments> names() {
        return Stream.of(
                change("bits: 8", "bitz: 8", "chip.yaml:8:5: tile.adc.bitz: unknown key, did you mean \"bits\"?"),
                change(
                        "bits: 8",
                        "bits: 8\n    onResistance: 3",
                        "chip.yaml:9:5: tile.adc.onResistance: unknown key, known here: bits, rate, energy, power, leakage, area, model, source, assumed, set-by, technology, model-node, static, gating"),
                add("piplined: false\n", "chip.yaml:13:1: piplined: unknown key, did you mean \"pipelined\"?"),
                add("Sign: offset\n", "chip.yaml:13:1: Sign: unknown key, did you mean \"sign\"?"),
                add(
                        "zzz: 1\nyyy: 2\n",
                        "chip.yaml:13:1: zzz: unknown key, known here: chip, about, cycle, tiles, sign, pipelined, tile, layers, links",
                        "chip.yaml:14:1: yyy: unknown key, known here: chip, about, cycle, tiles, sign, pipelined, tile, layers, links"),
                add(
                        "\"a.b\": 1\n",
                        "chip.yaml:13:1: [\"a.b\"]: unknown key, known here: chip, about, cycle, tiles, sign, pipelined, tile, layers, links"),
                add("tiles: 3\n", "chip.yaml:13:1: tiles: this key appears twice, first in line 3, keep one"),
                change(
                        "    bits: 8",
                        "    bits: 8\n    bits: 8",
                        "chip.yaml:9:5: tile.adc.bits: this key appears twice, first in line 8, keep one"),
                change(
                        "    rate: 1.28 GS/s\n",
                        "",
                        "chip.yaml:7:5: tile.adc: missing key \"rate\", for example \"rate: 1.28 GS/s\""),
                change("cycle: 100 ns\n", "", "chip.yaml:1:1: missing key \"cycle\", for example \"cycle: 5 ns\""),
                change(
                        "size: 64 KiB",
                        "size:",
                        "chip.yaml:5:3: tile.size: nothing is written here, for example \"size: 64 KiB\""),
                change(
                        "size: 64 KiB",
                        "size: ~",
                        "chip.yaml:5:3: tile.size: nothing is written here, for example \"size: 64 KiB\""),
                file(
                        "chip: x\n",
                        "chip.yaml:1:1: missing key \"cycle\", for example \"cycle: 5 ns\"",
                        "chip.yaml:1:1: missing key \"tiles\", for example \"tiles: 8\"",
                        "chip.yaml:1:1: missing key \"tile\", for example \"tile: {size: 64 KiB, adc: {…}, …}\""));
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                change(
                        "kind: sar",
                        "kind: sarr",
                        "chip.yaml:7:11: tile.adc.kind: unknown kind \"sarr\", expected one of sar, ramp, did you mean \"sar\"?"),
                change(
                        "kind: sar",
                        "kind: flash",
                        "chip.yaml:7:11: tile.adc.kind: unknown kind \"flash\", expected one of sar, ramp"),
                change("    kind: sar\n", "", "chip.yaml:7:5: tile.adc: missing key \"kind\", one of sar, ramp"),
                change(
                        "kind: sar",
                        "kind: [sar]",
                        "chip.yaml:7:11: tile.adc.kind: expected one of sar, ramp, found a list"),
                change(
                        "  adc:\n",
                        "  adc: 8\n  old:\n",
                        "chip.yaml:6:8: tile.adc: expected a mapping such as {kind: sar, …}, found \"8\"",
                        "chip.yaml:7:3: tile.old: unknown key, known here: size, width, activity, adc"),
                change(
                        "kind: sar\n    bits: 8\n    rate: 1.28 GS/s\n    power: 2 mW\n    area: 0.0012 mm2",
                        "kind: ramp\n    bits: 14",
                        "chip.yaml:7:5: tile.adc: a ramp of 14 bits takes too long, use at most 12"),
                change(
                        "tiles: 168",
                        "tiles: 168\nsign: offzet",
                        "chip.yaml:4:7: sign: expected one of offset, differential-pair, found \"offzet\", did you mean \"offset\"?"),
                change(
                        "tiles: 168",
                        "tiles: 168\nsign: DIFFERENTIAL_PAIR",
                        "chip.yaml:4:7: sign: expected one of offset, differential-pair, found \"DIFFERENTIAL_PAIR\", did you mean \"differential-pair\"?"),
                add(
                        "layers:\n  - convv: {out: 1, kernel: 2}\n",
                        "chip.yaml:14:5: layers[0]: unknown kind \"convv\", expected one of conv, flatten, repeat, did you mean \"conv\"?"),
                add(
                        "layers:\n  - conv: {out: 1, kernel: 2}\n    flatten:\n",
                        "chip.yaml:14:5: layers[0]: expected one key as in \"conv: {…}\", found 2: conv, flatten"),
                add(
                        "layers:\n  - flatten\n  - 7\n  - [conv]\n  -\n",
                        "chip.yaml:15:5: layers[1]: unknown kind \"7\", expected one of conv, flatten, repeat",
                        "chip.yaml:16:5: layers[2]: expected \"conv: {…}\", found a list",
                        "chip.yaml:17:4: layers[3]: expected \"conv: {…}\", found nothing"),
                add(
                        "layers:\n  - repeat: {times: 2, layers: [{conv: {out: 6, kernel: 0}}]}\n",
                        "chip.yaml:14:57: layers[0].repeat.layers[0].conv.kernel: must be above 0, found \"0\""),
                add(
                        "layers: {conv: 1}\n",
                        "chip.yaml:13:9: layers: expected a list such as [\"conv: {…}\"], found a mapping"));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                change(
                        "power: 2 mW",
                        "energy: 5 ns",
                        "chip.yaml:10:13: tile.adc.energy: expected an energy such as 5 pJ, found \"5 ns\", a time"),
                change(
                        "cycle: 100 ns",
                        "cycle: 100 pJ",
                        "chip.yaml:2:8: cycle: expected a time such as 5 ns, found \"100 pJ\", an energy"),
                change(
                        "cycle: 100 ns",
                        "cycle: 100",
                        "chip.yaml:2:8: cycle: expected a time such as 5 ns, found \"100\" without a unit"),
                change(
                        "cycle: 100 ns",
                        "cycle: 100 NS",
                        "chip.yaml:2:8: cycle: expected a time such as 5 ns, found \"100 NS\", did you mean \"ns\"?"),
                change(
                        "cycle: 100 ns",
                        "cycle: 100 fortnights",
                        "chip.yaml:2:8: cycle: expected a time such as 5 ns, found \"100 fortnights\" with an unknown unit"),
                change("cycle: 100 ns", "cycle: -1 ns", "chip.yaml:2:8: cycle: must be above 0 s, found \"-1 ns\""),
                change("cycle: 100 ns", "cycle: 0 ns", "chip.yaml:2:8: cycle: must be above 0 s, found \"0 ns\""),
                change(
                        "cycle: 100 ns",
                        "cycle: NaN",
                        "chip.yaml:2:8: cycle: expected a time such as 5 ns, found \"NaN\""),
                change(
                        "cycle: 100 ns",
                        "cycle: .inf",
                        "chip.yaml:2:8: cycle: expected a time such as 5 ns, found \".inf\""),
                change(
                        "cycle: 100 ns",
                        "cycle: 1e400 s",
                        "chip.yaml:2:8: cycle: too large to represent, found \"1e400 s\""),
                change(
                        "cycle: 100 ns",
                        "cycle: 1e-400 s",
                        "chip.yaml:2:8: cycle: too small to represent, found \"1e-400 s\""),
                change(
                        "cycle: 100 ns",
                        "cycle: 1,5 ns",
                        "chip.yaml:2:8: cycle: expected a time such as 5 ns, found \"1,5 ns\": write the number with a point and no separators"),
                change(
                        "cycle: 100 ns",
                        "cycle: [100 ns]",
                        "chip.yaml:2:8: cycle: expected a time such as 5 ns, found a list"),
                change(
                        "power: 2 mW",
                        "power: -2 mW",
                        "chip.yaml:10:12: tile.adc.power: must be at least 0 W, found \"-2 mW\""),
                change("tiles: 168", "tiles: 2.5", "chip.yaml:3:8: tiles: must be a whole number, found \"2.5\""),
                change(
                        "tiles: 168",
                        "tiles: many",
                        "chip.yaml:3:8: tiles: expected a whole number such as 8, found \"many\""),
                change(
                        "tiles: 168",
                        "tiles: 8 bit",
                        "chip.yaml:3:8: tiles: expected a whole number such as 8, found \"8 bit\", a number of bits"),
                change(
                        "tiles: 168",
                        "tiles: 50 %",
                        "chip.yaml:3:8: tiles: expected a whole number such as 8, found \"50 %\", a percentage"),
                change("tiles: 168", "tiles: 0", "chip.yaml:3:8: tiles: must be at least 1, found \"0\""),
                change("tiles: 168", "tiles: 1025", "chip.yaml:3:8: tiles: must be at most 1024, found \"1025\""),
                change(
                        "tiles: 168",
                        "tiles: 1e999999999",
                        "chip.yaml:3:8: tiles: must be at most 1024, found \"1e999999999\""),
                change(
                        "size: 64 KiB",
                        "size: 1.0001 KiB",
                        "chip.yaml:5:9: tile.size: must be a whole number of B, found \"1.0001 KiB\""),
                change(
                        "size: 64 KiB",
                        "size: 64 KiB\n  width: 9999999999 bit",
                        "chip.yaml:6:10: tile.width: must be at most 1.073741824 Gbit, beyond which nothing is built and figures leave the range of numbers, found \"9999999999 bit\""),
                change(
                        "size: 64 KiB",
                        "size: 1e30 B",
                        "chip.yaml:5:9: tile.size: must be at most 1024 TiB, beyond which nothing is built and figures leave the range of numbers, found \"1e30 B\""),
                change(
                        "size: 64 KiB",
                        "size: 64 Kb",
                        "chip.yaml:5:9: tile.size: expected a size such as 64 KiB, found \"64 Kb\", did you mean \"kB\"?"),
                change(
                        "size: 64 KiB",
                        "size: 64 mB",
                        "chip.yaml:5:9: tile.size: expected a size such as 64 KiB, found \"64 mB\", did you mean \"MB\"?"),
                change(
                        "size: 64 KiB",
                        "size: 64 KiB\n  activity: 110 %",
                        "chip.yaml:6:13: tile.activity: must be at most 1, found \"110 %\""),
                change(
                        "tiles: 168",
                        "tiles: 168\npipelined: yes",
                        "chip.yaml:4:12: pipelined: expected true or false, found \"yes\""),
                change("chip: test", "chip: \"\"", "chip.yaml:1:7: chip: expected a text, found an empty one"),
                change("chip: test", "chip: {a: 1}", "chip.yaml:1:7: chip: expected a text, found a mapping"),
                change(
                        "power: 2 mW",
                        "power: 2 mW\n    energy: 5 pJ",
                        "chip.yaml:7:5: tile.adc: energy and power are both stated, keep one (an inherited one is dropped by writing null)"),
                change(
                        "kind: sar\n    bits: 8\n    rate: 1.28 GS/s\n    power: 2 mW\n    area: 0.0012 mm2",
                        "kind: ramp\n    bits: 8\n    levels: [1 V, 2 nV, 0 V, x]",
                        "chip.yaml:9:25: tile.adc.levels[2]: must be above 0 V, found \"0 V\"",
                        "chip.yaml:9:30: tile.adc.levels[3]: expected a voltage such as 0.2 V, found \"x\""),
                change(
                        "kind: sar\n    bits: 8\n    rate: 1.28 GS/s\n    power: 2 mW\n    area: 0.0012 mm2",
                        "kind: ramp\n    bits: 8\n    levels: 1 V",
                        "chip.yaml:9:13: tile.adc.levels: expected a list such as [0.2 V], found \"1 V\""),
                add(
                        "links: [1]\n",
                        "chip.yaml:13:8: links: expected a mapping such as {name: {rate: 6.4 GB/s, …}}, found a list"),
                add(
                        "links: {ht: {rate: 6.4 Gb/s}}\n",
                        "chip.yaml:13:20: links.ht.rate: expected a data rate such as 6.4 GB/s, found \"6.4 Gb/s\", did you mean \"GB/s\"?"),
                add(
                        "links: {ht: }\n",
                        "chip.yaml:13:12: links.ht: expected a mapping such as {rate: 6.4 GB/s, …}, found nothing"));
    }

    static Stream<Arguments> sources() {
        return Stream.of(
                change(
                        "source: Shafiee et al. 2016",
                        "source: [a]",
                        "chip.yaml:12:13: tile.adc.source: expected a text, found a list"),
                add("source: {a: b}\n", "chip.yaml:13:9: source: expected a text, found a mapping"),
                add(
                        "assumed: it\n",
                        "chip.yaml:13:10: assumed: expected a mapping such as {name: some text}, found \"it\""),
                add(
                        "assumed: {cycles: guess}\n",
                        "chip.yaml:13:11: assumed.cycles: assumed, but not a key of this mapping, did you mean \"cycle\"?"),
                change(
                        "power: 2 mW",
                        "power: 2 mW\n    assumed: {powers: guess}",
                        "chip.yaml:11:15: tile.adc.assumed.powers: assumed, but not a key of this mapping, did you mean \"power\"?"),
                change(
                        "power: 2 mW",
                        "power: 2 mW\n    assumed: {power: a guess, rounded off}",
                        "chip.yaml:11:31: tile.adc.assumed[\"rounded off\"]: assumed, but not a key of this mapping, known here: bits, rate, energy, power, leakage, area, model, source, assumed, set-by, technology, model-node, static, gating (quote a text with a comma)\n"
                                + "chip.yaml:11:42: tile.adc.assumed[\"rounded off\"]: expected a text, found nothing"));
    }

    static Stream<Arguments> yaml() {
        return Stream.of(
                file("", "chip.yaml: the file is empty, expected a mapping such as \"name: value\""),
                file("# nothing\n", "chip.yaml: the file is empty, expected a mapping such as \"name: value\""),
                file("---\n", "chip.yaml: the file is empty, expected a mapping such as \"name: value\""),
                file(
                        "hello",
                        "chip.yaml:1:1: expected a mapping such as {chip: some text, cycle: 5 ns, …}, found \"hello\""),
                file(
                        "- a\n",
                        "chip.yaml:1:1: expected a mapping such as {chip: some text, cycle: 5 ns, …}, found a list"),
                file("chip: a\n---\nchip: b\n", "chip.yaml:2:1: a second document begins here, keep one to a file"),
                file(
                        "chip: {a: 1\ntiles: 2\n",
                        "chip.yaml:2:6: broken YAML: expected ',' or '}', but got : while parsing a flow mapping begun at line 1"),
                file(
                        "chip: \"abc\n",
                        "chip.yaml:2:1: broken YAML: found unexpected end of stream while scanning a quoted scalar begun at line 1"),
                file("chip: a\n tiles: 2\n", "chip.yaml:2:7: broken YAML: mapping values are not allowed here"),
                file(
                        "chip:\n\ttiles: 2\n",
                        "chip.yaml:2:1: broken YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation) while scanning for the next token"),
                file(
                        "a: @b\n",
                        "chip.yaml:1:4: broken YAML: found character '@' that cannot start any token. (Do not use @ for indentation) while scanning for the next token"),
                file(
                        "a: 1\nb: x\u0007y\n",
                        "chip.yaml:2:5: broken YAML: the character U+0007 may not stand in a file, remove it"),
                file(
                        "a: !!java.net.URL [x]\n",
                        "chip.yaml:1:4: a: tags have no meaning here, remove \"tag:yaml.org,2002:java.net.URL\""),
                file("a: !foo x\n", "chip.yaml:1:4: a: tags have no meaning here, remove \"!foo\""),
                file("[a]: x\n", "chip.yaml:1:1: a key must be a plain name, not a mapping, list or alias"),
                file("{[a]: x}\n", "chip.yaml:1:2: a key must be a plain name, not a mapping, list or alias"),
                file("a: &x 1\n*x : 2\n", "chip.yaml:2:1: a key must be a plain name, not a mapping, list or alias"),
                file("&x a: 1\n", "chip.yaml:1:1: a key cannot carry an anchor, remove it"),
                file("\"\": 1\n", "chip.yaml:1:1: a key is missing before the colon"),
                file("k".repeat(101) + ": 1\n", "chip.yaml:1:1: a key of more than 100 characters, shorten it"),
                file("a: *b\n", "chip.yaml:1:4: a: *b repeats nothing, no &b stands before it"),
                file("a: &b [*b]\n", "chip.yaml:1:8: a[0]: *b repeats a part that contains it, remove it"),
                file(
                        "a: " + "[".repeat(65) + "]".repeat(65),
                        "chip.yaml:1:67: nested deeper than 64 levels, flatten the file"),
                file("[".repeat(100_000), "chip.yaml:1:65: nested deeper than 64 levels, flatten the file"),
                file(
                        "a: &a0 " + "[".repeat(50) + "]".repeat(50) + "\nb: " + "[".repeat(20) + "*a0" + "]".repeat(20),
                        "chip.yaml:2:24: nested deeper than 64 levels, flatten the file"),
                file(
                        bomb(),
                        "chip.yaml:5:45: a5[7]: more than 100000 values, aliases written out; too many for a configuration file"),
                file(
                        "a: [" + "1,".repeat(100_001) + "]",
                        "chip.yaml:1:200001: a[99998]: more than 100000 values, aliases written out; too many for a configuration file"),
                file("a: " + "x".repeat(4 << 20), "chip.yaml: larger than 4 MiB, too large for a configuration file"));
    }

    /** Ten copies of ten copies of … ten values. */
    private static String bomb() {
        List<String> lines = new ArrayList<>();
        lines.add("a1: &a1 [x, x, x, x, x, x, x, x, x, x]");
        for (int i = 2; i <= 9; i++) {
            lines.add("a%d: &a%d [%s]"
                    .formatted(i, i, String.join(", ", java.util.Collections.nCopies(10, "*a" + (i - 1)))));
        }
        return String.join("\n", lines);
    }

    @ParameterizedTest
    @MethodSource({"names", "kinds", "values", "sources", "yaml"})
    void saysExactlyWhatIsWrongWhereAndWhatToDo(String text, String message) {
        BadInput bad = catchThrowableOfType(BadInput.class, () -> SampleChip.read(text));

        assertThat(bad).isNotNull().hasMessage(message);
    }
}
