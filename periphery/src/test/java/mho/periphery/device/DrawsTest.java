package mho.periphery.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Streams by seed and place. */
class DrawsTest {
    @Test
    void aStreamFollowsFromSeedUseAndPlaceAlone() {
        assertThat(Draws.of(7, "cells", "conv1/0").nextLong())
                .isEqualTo(Draws.of(7, "cells", "conv1/0").nextLong());
        assertThat(Draws.of(7).nextLong()).isEqualTo(Draws.of(7).nextLong());
    }

    @Test
    void otherSeedsUsesAndPlacesGiveOthers() {
        Set<Long> seen = new HashSet<>();
        int streams = 0;
        for (long seed = 0; seed < 300; seed++) {
            for (String use : new String[] {"cells", "reads", "converters", "arrivals"}) {
                for (int place = 0; place < 20; place++) {
                    seen.add(Draws.of(seed, use, "layer/" + place).nextLong());
                    streams++;
                }
            }
            seen.add(Draws.of(seed).nextLong());
            streams++;
        }
        assertThat(seen).hasSize(streams);
    }
}
