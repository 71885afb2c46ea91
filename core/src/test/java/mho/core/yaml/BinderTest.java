package mho.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BinderTest {
    @Test
    void aChipFileBecomesRecordsInSiUnits() {
        SampleChip chip = SampleChip.read(SampleChip.GOOD);

        assertThat(chip.cycle()).isEqualTo(100e-9);
        assertThat(chip.tiles()).isEqualTo(168);
        assertThat(chip.tile().size()).isEqualTo(65536);
        SampleChip.Sar adc = (SampleChip.Sar) chip.tile().adc();
        assertThat(adc.rate()).isEqualTo(1.28e9);
        assertThat(adc.cost().power()).isEqualTo(2e-3);
        assertThat(adc.cost().area()).isEqualTo(1.2e-9);
        assertThat(adc.cost().source()).isEqualTo("Shafiee et al. 2016");
    }

    @Test
    void absentKeysTakeTheirDefaultsAndOptionalOnesAreNull() {
        SampleChip chip = SampleChip.read(SampleChip.GOOD);

        assertThat(chip.about()).isNull();
        assertThat(chip.sign()).isEqualTo(SampleChip.Sign.OFFSET);
        assertThat(chip.pipelined()).isTrue();
        assertThat(chip.layers()).isEmpty();
        assertThat(chip.tile().width()).isEqualTo(16);
        assertThat(chip.tile().activity()).isEqualTo(0.5);
        assertThat(((SampleChip.Sar) chip.tile().adc()).cost().leakage()).isNull();
        assertThat(((SampleChip.Sar) chip.tile().adc()).cost().assumed()).isEmpty();
    }

    @Test
    void aKeyWithoutAValueIsAsGoodAsAbsent() {
        assertThat(SampleChip.read(SampleChip.GOOD + "about:\nsign: ~\npipelined: null\n"))
                .isEqualTo(SampleChip.read(SampleChip.GOOD));
    }

    @Test
    void theKindChoosesTheRecord() {
        SampleChip chip = SampleChip.read(
                """
                chip: test
                cycle: 100 ns
                tiles: 1
                tile: {size: 1 KiB, adc: {kind: ramp, bits: 8, step: 1 ns, levels: [0.1 V, 200 mV]}}
                """);

        assertThat(chip.tile().adc()).isEqualTo(new SampleChip.Ramp(8, 1e-9, List.of(0.1, 0.2)));
    }

    @Test
    void theKindMayBeTheOnlyKey() {
        SampleChip chip = SampleChip.read(
                SampleChip.GOOD
                        + """
                        layers:
                          - conv: {out: 6, kernel: 5}
                          - flatten
                          - flatten:
                          - repeat: {times: 2, layers: [{conv: {out: 1, kernel: 1, pad: same}}]}
                        """);

        assertThat(chip.layers()).hasSize(4);
        assertThat(chip.layers().get(0)).isEqualTo(new SampleChip.Conv(6, 5, null));
        assertThat(chip.layers().subList(1, 3)).containsExactly(new SampleChip.Flatten(), new SampleChip.Flatten());
        SampleChip.Repeat repeat = (SampleChip.Repeat) chip.layers().get(3);
        assertThat(((SampleChip.Conv) repeat.layers().get(0)).pad()).isInstanceOf(ScalarNode.class);
    }

    @Test
    void aMappingOfNamesKeepsItsOrderAndMayCarryItsSource() {
        SampleChip chip = SampleChip.read(SampleChip.GOOD
                + "links: {z: {rate: 6.4 GB/s}, a: {rate: 1 B/s, energy: 2 pJ/bit}, source: a datasheet}\n");

        assertThat(chip.links())
                .containsExactly(
                        Map.entry("z", new SampleChip.Link(6.4e9, 1e-12)),
                        Map.entry("a", new SampleChip.Link(1, 2e-12)));
    }

    @Test
    void anyMappingMayCarryASourceAndAssumptions() {
        String sourced = SampleChip.GOOD.replace(
                "tile:\n",
                "source: a paper\nassumed: {tile.adc.bits: a guess, cycle: another}\ntile:\n  source: 2016\n");

        assertThat(SampleChip.read(sourced)).isEqualTo(SampleChip.read(SampleChip.GOOD));
    }

    @Test
    void wholeNumbersMayBeWrittenWithExponentAndPoint() {
        assertThat(SampleChip.read(SampleChip.GOOD.replace("168", "1e2")).tiles())
                .isEqualTo(100);
        assertThat(SampleChip.read(SampleChip.GOOD.replace("168", "7.0")).tiles())
                .isEqualTo(7);
        assertThat(SampleChip.read(SampleChip.GOOD.replace("168", "\"12\"")).tiles())
                .isEqualTo(12);
    }

    record Longs(@Unit("Hz") long clock, @Unit("B") @Range(min = 0) long bytes, @Nullable Integer count) {}

    record Optionals(
            SampleChip.@Nullable Link link,
            @Nullable Longs longs,
            SampleChip.@Nullable Sign sign,
            @Nullable List<String> names,
            @Nullable Boolean flag,
            @Key("switch") @Nullable String toggle) {}

    @Test
    void anythingMayBeOptional() {
        assertThat(Binder.bind(Yaml.parse("x", "{}"), Optionals.class))
                .isEqualTo(new Optionals(null, null, null, null, null, null));
        assertThat(Binder.bind(Yaml.parse("x", "{link: {rate: 1 B/s}, switch: on, names: [a]}"), Optionals.class))
                .isEqualTo(new Optionals(new SampleChip.Link(1, 1e-12), null, null, List.of("a"), null, "on"));
    }

    @Test
    void wholeNumbersAreExactToTheLastOne() {
        Longs longs = Binder.bind(Yaml.parse("x", "{clock: 1.2 GHz, bytes: 1125899906842623 B}"), Longs.class);

        assertThat(longs).isEqualTo(new Longs(1_200_000_000L, (1L << 50) - 1, null));
    }

    @Test
    void manyProblemsAreToldInTheOrderOfTheFileUpToALimit() {
        StringBuilder text = new StringBuilder(SampleChip.GOOD);
        for (int i = 0; i < 100; i++) {
            text.append("nonsense-").append(i).append(": 1\n");
        }
        BadInput bad = catchThrowableOfType(BadInput.class, () -> SampleChip.read(text.toString()));

        assertThat(bad.parts()).hasSize(100);
        assertThat(String.valueOf(bad.getMessage()).lines())
                .hasSize(26)
                .first()
                .asString()
                .startsWith("chip.yaml:13:1: nonsense-0:");
        assertThat(bad).hasMessageEndingWith("\n… and 75 more");
    }

    @Test
    void aPartOfAFileIsReadUnderItsPath() {
        YamlNode node = Yaml.parse("net.yaml", "{out: 6, kernel: -1}");

        assertThatThrownBy(() -> Binder.bind(node, SampleChip.Conv.class, "layers[3].conv"))
                .hasMessage("net.yaml:1:18: layers[3].conv.kernel: must be above 0, found \"-1\"");
    }

    @Test
    void hostileTextCannotBreakTheLine() {
        assertThatThrownBy(() -> SampleChip.read("\"a\\nb\\e[31m\\u202e\": 1\n" + SampleChip.GOOD))
                .hasMessageStartingWith("chip.yaml:1:1: [\"a\\nb\\u{1b}[31m\\u{202e}\"]: unknown key, known here: ");
    }

    @Test
    void withDefaultsWritesDownWhatAbsentKeysMean() {
        MapNode file = (MapNode) Yaml.parse(
                "chip.yaml", SampleChip.GOOD + "about: ~\nlayers: [flatten, {flatten: }]\nlinks: {a: {rate: 1 B/s}}\n");
        MapNode full = Binder.withDefaults(file, SampleChip.class);

        assertThat(Yaml.write(full))
                .isEqualTo(
                        """
                        chip: test
                        cycle: 100 ns
                        tiles: 168
                        tile:
                          size: 64 KiB
                          adc:
                            kind: sar
                            bits: 8
                            rate: 1.28 GS/s
                            power: 2 mW
                            area: 0.0012 mm2
                            source: Shafiee et al. 2016
                            assumed: {}
                          width: 16 bit
                          activity: "50 %"
                        layers:
                          - flatten
                          - flatten: {}
                        links:
                          a:
                            rate: 1 B/s
                            energy: 1 pJ/bit
                        sign: offset
                        pipelined: true
                        """);
        assertThat(Binder.bind(full, SampleChip.class)).isEqualTo(Binder.bind(file, SampleChip.class));
        assertThat(Yaml.write(Binder.withDefaults(full, SampleChip.class))).isEqualTo(Yaml.write(full));
    }

    record BadDefault(@Default("5 ns") @Unit("J") double energy) {}

    record Twice(int rows, @Inline Inner inner) {}

    record Inner(@Default("3") int rows) {}

    record NoShape(Thread thread) {}

    record UnitOnText(@Unit("J") String name) {}

    @Test
    void mistakesInARecordAreToldToItsAuthor() {
        YamlNode empty = Yaml.parse("x", "{}");

        assertThatThrownBy(() -> Binder.bind(empty, BadDefault.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("energy: expected an energy such as 5 pJ, found \"5 ns\", a time");
        assertThatThrownBy(() -> Binder.bind(empty, Twice.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("Twice has two components with the same key");
        assertThatThrownBy(() -> Binder.bind(empty, NoShape.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NoShape.thread: no way to read a java.lang.Thread from YAML");
        assertThatThrownBy(() -> Binder.bind(empty, UnitOnText.class))
                .hasMessageContaining("UnitOnText.name: a unit or a range on class java.lang.String");
    }
}
