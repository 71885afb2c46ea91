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
        assertThat(Draws.of(7, 3, 17).nextLong()).isEqualTo(Draws.of(7, 3, 17).nextLong());
    }

    @Test
    void otherSeedsUsesAndPlacesGiveOthers() {
        Set<Long> seen = new HashSet<>();
        int streams = 0;
        for (long seed = 0; seed < 20; seed++) {
            for (String use : new String[] {"cells", "reads", "converters"}) {
                for (int place = 0; place < 20; place++) {
                    seen.add(Draws.of(seed, use, "layer/" + place).nextLong());
                    streams++;
                }
            }
            seen.add(Draws.of(seed).nextLong());
            seen.add(Draws.of(seed, 1, 2).nextLong());
            seen.add(Draws.of(seed, 2, 1).nextLong());
            streams += 3;
        }
        assertThat(seen).hasSize(streams);
    }
}
