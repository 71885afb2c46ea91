package mho.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Chip files that cannot be used. */
class BadChipFilesTest {
    static Stream<CommandCase> cases() {
        return Stream.of(
                CommandCase.of("a chip that does not exist", "show", "isac-ce")
                        .says(2, "isac-ce: no such chip, did you mean \"isaac-ce\"?"),
                CommandCase.of("a chip with no name like it", "show", "zzzzzzzz")
                        .says(
                                2,
                                "zzzzzzzz: no such chip; give a file (--chip PATH.yaml), or one of a100, albireo-aggressive, albireo-conservative, albireo-moderate, analog-256, analog-train, atom, boltzmann, broadcast-weight, colonnade, dadiannao, drisa-3t1c, drisa-mixed, drisa-nor, fan-mram, hasan-taha, haswell-2699v3, hermes-64-1phase, hermes-64-4phase, hybrid-256, ibm-34, ibm-generic, isaac-8b, isaac-ce, isaac-se, jain-2022, k80, le-gallo-2018, lightning, marinella-2018, mzi-mesh, neurram-48, nor-flash-perceptron, pcm-2015, pcm-3t1c, pipelayer, pnpu-co, pnpu-pim, pnpu-pim-64, prime, prime-cpu, puma, raella, reno, reno-digital, rpu, timely, titan-x, tpu-v1"),
                CommandCase.of(
                                "the name that a chip has within its file",
                                "run",
                                "--chip",
                                "{dir}/mine",
                                "--network",
                                "mlp")
                        .file("mine.yaml", "chip: mine\nextends: isaac-ce\n")
                        .says(2, "{dir}/mine: no such chip, did you mean the file \"{dir}/mine.yaml\"?"),
                CommandCase.of(
                                "a key that stands deeper in the file",
                                "show",
                                "isaac-ce",
                                "--set",
                                "tile.core.read-time=1 ns")
                        .says(
                                2,
                                "--set tile.core.read-time=1 ns: tile.core.read-time: unknown key, did you mean \"tile.core.array.read-time\"?"),
                CommandCase.of(
                                "a key that stands elsewhere in the file",
                                "show",
                                "isaac-ce",
                                "--set",
                                "tile.copies=fill")
                        .says(2, "--set tile.copies=fill: tile.copies: unknown key, did you mean \"mapping.copies\"?"),
                CommandCase.of("a part that stands deeper in the file", "show", "isaac-ce", "--set", "tile.adc.bits=4")
                        .says(2, "--set tile.adc.bits=4: tile.adc: unknown key, did you mean \"tile.core.adc\"?"),
                CommandCase.of("a key that stands in many places", "show", "isaac-ce", "--set", "tile.core.bits=4")
                        .says(
                                2,
                                "--set tile.core.bits=4: tile.core.bits: unknown key, did you mean one of \"tile.core.array.cell.bits\", \"tile.core.weights.bits\", \"tile.core.driver.bits\", …?"),
                CommandCase.of("a chip file that is a directory", "show", "{dir}/d")
                        .file("d/x", "a")
                        .says(2, "{dir}/d: this is a directory, expected a YAML file"),
                CommandCase.of("a script that describes no chip", "show", "{dir}/points.py")
                        .file("points.py", "import sys\nx = sys.argv\n")
                        .says(
                                2,
                                "{dir}/points.py: sets no name of puma-simulator's config.py (num_bits, xbar_size, num_ima, …); give that file, or a chip file (.yaml)"),
                CommandCase.of("a script that computes", "show", "{dir}/config.py")
                        .file("config.py", "num_ima = 8\nxbar_size = 2 ** 7\n")
                        .says(
                                2,
                                "{dir}/config.py:2:15: \"**\" is not worked out here; write numbers, names of earlier lines, + - * / //, not and dictionaries of them"),
                CommandCase.of("cells of a script that there are not", "show", "{dir}/config.py")
                        .file("config.py", "xbar_bits = 17\n")
                        .says(2, "{dir}/config.py:1:13: tile.core.array.cell.bits: must be at most 16, found \"17\""),
                CommandCase.of("an empty chip file", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "")
                        .says(2, "{dir}/chip.yaml: the file is empty, expected a mapping such as \"name: value\""),
                CommandCase.of("a chip file that is a list", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "- 1\n")
                        .says(
                                2,
                                "{dir}/chip.yaml:1:1: expected a chip file, a mapping that begins with chip: NAME, got a list"),
                CommandCase.of("broken YAML", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\n  tiles: [1\n")
                        .says(2, "{dir}/chip.yaml:2:8: broken YAML: mapping values are not allowed here"),
                CommandCase.of("a chip file with nothing but a name", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\ntechnology: 32 nm\ncycle: 1 ns\nprecision: {values: 8 bit}\n")
                        .says(
                                2,
                                "{dir}/chip.yaml:1:1: missing key \"tiles\", for example \"tiles: 8\"\n{dir}/chip.yaml:1:1: missing key \"mesh\", for example \"mesh: {kind: packet, …}\"\n{dir}/chip.yaml:1:1: missing key \"tile\", for example \"tile: {buffer: {…}, bus: {…}, …}\""),
                CommandCase.of("an unknown key", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: isaac-ce\ntile: {core: {adc: {bitz: 6}}}\n")
                        .says(2, "{dir}/chip.yaml:3:21: tile.core.adc.bitz: unknown key, did you mean \"bits\"?"),
                CommandCase.of(
                                "an array narrower than a weight",
                                "show",
                                "isaac-ce",
                                "--set",
                                "tile.core.array.columns=4")
                        .says(
                                2,
                                "--set tile.core.array.columns=4: tile.core.array.columns: a weight takes 8 cells side by side, so an array needs at least 8 columns, not 4 (tile.core.array.columns=8)"),
                CommandCase.of("sums that nobody adds", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: analog-256\ntile: {core: {shift-add: null}}\n")
                        .says(
                                2,
                                "{dir}/chip.yaml:3:14: tile.core: shift-add: missing; a result is put together from 2 columns a weight, conversions a column: 1, arrays a core: 1; give the core the unit that adds them (tile.core.shift-add={clock: 1 GHz, operation: add, model: aladdin-40nm})"),
                CommandCase.of("a duplicate key", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: isaac-ce\ntiles: 4\ntiles: 5\n")
                        .says(2, "{dir}/chip.yaml:4:1: tiles: this key appears twice, first in line 3, keep one"),
                CommandCase.of("a time where an energy belongs", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: isaac-ce\nlink: {energy: 5 ns}\n")
                        .says(
                                2,
                                "{dir}/chip.yaml:3:16: link.energy: expected an energy such as 5 pJ, found \"5 ns\", a time"),
                CommandCase.of("a figure without its unit", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: isaac-ce\ncycle: 100\n")
                        .says(
                                2,
                                "{dir}/chip.yaml:3:8: cycle: expected a time such as 5 ns, found \"100\" without a unit"),
                CommandCase.of("an unknown unit", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: isaac-ce\ncycle: 100 parsec\n")
                        .says(
                                2,
                                "{dir}/chip.yaml:3:8: cycle: expected a time such as 5 ns, found \"100 parsec\" with an unknown unit"),
                CommandCase.of("a negative figure", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: isaac-ce\ncycle: -100 ns\n")
                        .says(2, "{dir}/chip.yaml:3:8: cycle: must be above 0 s, found \"-100 ns\""),
                CommandCase.of("zero tiles", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: isaac-ce\ntiles: 0\n")
                        .says(2, "{dir}/chip.yaml:3:8: tiles: must be above 0, found \"0\""),
                CommandCase.of("half a tile", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: isaac-ce\ntiles: 1.5\n")
                        .says(2, "{dir}/chip.yaml:3:8: tiles: must be a whole number, found \"1.5\""),
                CommandCase.of("not a number", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: isaac-ce\ncycle: .nan\n")
                        .says(2, "{dir}/chip.yaml:3:8: cycle: expected a time such as 5 ns, found \".nan\""),
                CommandCase.of("an infinite figure", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: isaac-ce\ncycle: .inf\n")
                        .says(2, "{dir}/chip.yaml:3:8: cycle: expected a time such as 5 ns, found \".inf\""),
                CommandCase.of("a figure too large", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: isaac-ce\ncycle: 1e999 s\n")
                        .says(2, "{dir}/chip.yaml:3:8: cycle: too large to represent, found \"1e999 s\""),
                CommandCase.of("more tiles than an integer holds", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: isaac-ce\ntiles: 99999999999\n")
                        .says(2, "{dir}/chip.yaml:3:8: tiles: must be at most 2147483647, found \"99999999999\""),
                CommandCase.of("an unknown kind", "show", "{dir}/chip.yaml")
                        .file(
                                "chip.yaml",
                                "chip: x\nextends: isaac-ce\ntile: {core: {adc: {kind: sigma-delta, bits: 8}}}\n")
                        .says(
                                2,
                                "{dir}/chip.yaml:3:27: tile.core.adc.kind: unknown kind \"sigma-delta\", expected one of sar, ramp, cco, sense-amplifier, duration, time-to-digital"),
                CommandCase.of("an unknown choice", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: isaac-ce\nmapping: {copies: many}\n")
                        .says(
                                2,
                                "{dir}/chip.yaml:3:19: mapping.copies: expected one of one, balanced, fill, found \"many\""),
                CommandCase.of("text where a mapping belongs", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: isaac-ce\ntile: big\n")
                        .says(
                                2,
                                "{dir}/chip.yaml:3:7: tile: expected a mapping such as {buffer: {…}, bus: {…}, …}, found \"big\""),
                CommandCase.of("energy and power at once", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: isaac-ce\ntile: {core: {adc: {energy: 1 pJ}}}\n")
                        .says(
                                2,
                                "{dir}/chip.yaml:3:20: tile.core.adc: energy and power are both stated, keep one (an inherited one is dropped by writing null)"),
                CommandCase.of("a part without area", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: isaac-ce\ntile: {core: {adc: {area: null}}}\n")
                        .says(
                                2,
                                "{dir}/chip.yaml:3:20: tile.core.adc: no figure for area, state it (\"area: 1200 um2\") or name a model: isaac-scaled (32 nm), accelergy-regression"),
                CommandCase.of("an unknown cost model", "show", "{dir}/chip.yaml")
                        .file(
                                "chip.yaml",
                                "chip: x\nextends: isaac-ce\ntile: {core: {adc: {power: null, model: isaac-scale}}}\n")
                        .says(
                                2,
                                "{dir}/chip.yaml:3:41: tile.core.adc.model: no ADC model \"isaac-scale\", expected one of isaac-scaled, sar-puma, sar-22nm, sar-14nm, sar-7nm, accelergy-regression, neurosim-sar"),
                CommandCase.of("a model beyond its range", "show", "{dir}/chip.yaml")
                        .file(
                                "chip.yaml",
                                "chip: x\nextends: isaac-ce\ntile: {core: {adc: {power: null, area: null, bits: 14, model: isaac-scaled}}}\n")
                        .says(
                                2,
                                "{dir}/chip.yaml:3:63: tile.core.adc.model: isaac-scaled does not cover 14 b (valid: 4 to 10 b, up to 1.28 GS/s, 32 nm figures); choose another model (accelergy-regression) or state energy and area directly"),
                CommandCase.of("a bit-serial driver without a read time", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: isaac-ce\ntile: {core: {array: {read-time: null}}}\n")
                        .says(
                                2,
                                "tile.core.array.read-time: missing; this driver holds each input for one array read, so state it, for example read-time: 100 ns"),
                CommandCase.of("a chip that extends itself", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: {dir}/chip.yaml\n")
                        .says(
                                2,
                                "{dir}/chip.yaml:2:10: extends: the chips extend one another in a circle: {dir}/chip.yaml"),
                CommandCase.of("a chip that extends nothing", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: isaac-cee\n")
                        .says(2, "isaac-cee: no such chip, did you mean \"isaac-ce\"?"),
                CommandCase.of("assumed about a key that is not there", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: x\nextends: isaac-ce\nassumed: {tilez: because}\n")
                        .says(
                                2,
                                "{dir}/chip.yaml:3:11: assumed.tilez: assumed, but not a key of this mapping, did you mean \"tiles\"?"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isOneClearMessage(CommandCase bad, @TempDir Path directory) throws IOException {
        bad.check(directory);
    }
}
