package mho.periphery.memory;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.yaml.OpenKinds;
import mho.periphery.model.Site;

/**
 * Memory beside a chip, reached over channels. Its action is one byte over one channel; cost is that of one channel and the memory behind
 * it, which takes no area of the chip. A chip that holds all its weights needs none: it is no {@code PricedPart} whose absence would
 * have to be told.
 */
@OpenKinds
public interface OffChipMemory {

    MemoryChannels port();

    Cost cost();

    /** The model that prices a byte where the file states neither energy nor another model. */
    String usualModel();

    default int channels() {
        return port().channels();
    }

    /** How long so many bytes keep one channel busy, its refresh included. */
    default double busySeconds(double bytes) {
        return bytes / port().bytesPerSecond();
    }

    /** From a request to its first byte. */
    default double latencySeconds() {
        return port().latency();
    }

    default long capacityBytes() {
        return port().capacity();
    }

    /** Bytes a second of one channel at full activity. */
    default double bytesPerSecond() {
        return port().bytesPerSecond();
    }

    /** Cost of one channel, per byte. */
    default ResolvedFigures figures(Site site) {
        Cost stated = cost().model() == null ? cost().withModel(usualModel()) : cost();
        return OffChipModels.CATALOG
                .resolve(stated, bytesPerSecond(), port(), site, null)
                .with(Refresh.of(port().refresh(), cost()));
    }
}
