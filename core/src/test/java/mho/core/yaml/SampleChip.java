package mho.core.yaml;

import java.util.List;
import java.util.Map;
import mho.core.cost.Cost;
import org.jspecify.annotations.Nullable;

/** A small chip file with everything a chip file may have. */
record SampleChip(
        String chip,
        @Nullable String about,
        @Unit("s") @Doc("one array read") double cycle,
        @Doc("tiles on the chip") @Range(min = 1, max = 1024) int tiles,
        @Default("offset") Sign sign,
        @Default("true") boolean pipelined,
        Tile tile,
        @Default("[]") List<Step> layers,
        @Default("{}") Map<String, Link> links) {

    enum Sign {
        OFFSET,
        DIFFERENTIAL_PAIR
    }

    record Tile(
            @Unit("B") long size,
            @Unit("bit") @Default("16 bit") int width,
            @Range(min = 0, max = 1) @Default("50 %") double activity,
            Adc adc) {}

    sealed interface Adc permits Sar, Ramp {}

    @Kind("sar")
    record Sar(@Range(min = 1, max = 16) int bits, @Unit("S/s") double rate, @Inline Cost cost) implements Adc {}

    @Kind("ramp")
    record Ramp(int bits, @Unit("s") @Nullable Double step, @Unit("V") @Default("[]") List<Double> levels)
            implements Adc {
        Ramp {
            if (bits > 12) {
                throw new IllegalArgumentException("a ramp of " + bits + " bits takes too long, use at most 12");
            }
        }
    }

    record Link(@Unit("B/s") double rate, @Unit("J/bit") @Default("1 pJ/bit") double energy) {}

    @KindIsKey
    sealed interface Step permits Conv, Flatten, Repeat {}

    @Kind("conv")
    record Conv(int out, int kernel, @Nullable YamlNode pad) implements Step {}

    @Kind("flatten")
    record Flatten() implements Step {}

    @Kind("repeat")
    record Repeat(int times, List<Step> layers) implements Step {}

    static final String GOOD =
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
            """;

    static SampleChip read(String text) {
        return Binder.bind(Yaml.parse("chip.yaml", text), SampleChip.class);
    }
}
