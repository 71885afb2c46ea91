package mho.periphery.memory;

import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/** What every memory beside a chip states, whatever it is made of: alike channels, each of which moves bytes on its own. */
public record MemoryChannels(
        @Scales(why = "figures are those of one channel")
                @Doc("Channels of a chip, each with a bandwidth of its own")
                @Default("1")
                @Range(min = 1, max = 65536)
                int channels,
        @Scales(why = "energy is that of one byte") @Doc("Bytes a second of one channel") @Unit("B/s") double bandwidth,
        @Scales(why = "it sets times; a byte costs what it cost")
                @Doc("Time from a request to its first byte")
                @Unit("s")
                @Default("0 s")
                @Range(min = 0, max = 1e-3)
                double latency,
        @Scales(why = "energy is that of one byte; what more chips of memory draw at rest is stated")
                @Doc("Capacity, all channels together")
                @Unit("B")
                long capacity,
        @Nullable Refresh refresh) {

    /** Bytes a second of one channel that refresh leaves. */
    public double bytesPerSecond() {
        return Refresh.left(bandwidth, refresh);
    }
}
