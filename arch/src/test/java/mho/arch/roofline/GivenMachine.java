package mho.arch.roofline;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mho.arch.chip.ChipFiles;
import mho.arch.chip.Roofline;
import mho.core.yaml.MapNode;
import mho.core.yaml.Setting;
import mho.core.yaml.Yaml;

/** Reference machines as files have them. */
final class GivenMachine {
    /** 1 TOP/s with 8 bits, half of it with 16; a cache of 20,000 bytes at 100 GB/s above a memory of 1 GB at 10 GB/s. */
    private static final String PLAIN =
            """
            chip: plain
            kind: roofline
            source: a test
            technology: 28 nm
            area: 100 mm2
            precision: {values: 8 bit}
            peak: {int8: {bits: 8 bit, rate: 1 TOP/s}, int16: {bits: 16 bit, rate: 0.5 TOP/s}}
            memory:
              cache: {capacity: 20000 B, bandwidth: 100 GB/s}
              dram: {capacity: 1 GB, bandwidth: 10 GB/s}
            efficiency: {value: 0.5, from-batch: {8: 0.8, 64: 1}}
            power: {idle: 10 W, busy: 50 W}
            """;

    private GivenMachine() {}

    static Roofline plain(String... settings) {
        MapNode tree = (MapNode) Yaml.parse("plain.yaml", PLAIN);
        return machine(ChipFiles.bind(ChipFiles.with(tree, settings(Arrays.stream(settings)))));
    }

    static Roofline shipped(String name, String... settings) {
        return machine(ChipFiles.load(name, settings(Arrays.stream(settings))));
    }

    static Roofline machine(ChipFiles.Loaded loaded) {
        return loaded.file()
                .as(
                        chip -> {
                            throw new AssertionError(chip.chip() + " has tiles");
                        },
                        machine -> machine);
    }

    private static List<Setting> settings(Stream<String> settings) {
        return settings.map(Setting::parse).toList();
    }
}
