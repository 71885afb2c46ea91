package mho.arch.training;

import java.util.ArrayList;
import java.util.List;
import mho.arch.Given;
import mho.arch.run.RunResult;
import mho.workloads.network.Network;
import mho.workloads.network.TrainingNetwork;
import org.junit.jupiter.api.Test;

class BatchesInTimeTest {
    static final String SUMS =
            "tile.core.learning.gradients={size: 128 KiB, bits: 16, lanes: 1024, clock: 1 GHz, energy: 0.5 pJ, area: 0.2 mm2}";

    static Network equal(int layers) {
        List<String> all = new ArrayList<>();
        for (int l = 1; l <= layers; l++) {
            all.add("dense: {name: d" + l + ", out: 20}");
        }
        return Given.network("20, 1, 1", all.toArray(String[]::new));
    }

    @Test
    void look() {
        for (String sums : List.of("tile.core.learning.slots=31", SUMS)) {
            for (int layers : new int[] {1, 3, 5}) {
                for (int batch : new int[] {1, 2, 4, 16, 64}) {
                    for (String u : List.of("waited", "stale")) {
                        RunResult run = Given.steady(
                                Given.chip("analog-train", "mapping.batch=" + batch, sums, "mapping.updates=" + u),
                                TrainingNetwork.of(equal(layers).folded()));
                        System.out.printf(
                                "%s L=%d B=%d period %.0f steady %s alone %.0f images %d%n",
                                u + sums.substring(19, 24),
                                layers,
                                batch,
                                run.pace().intervalTicks() / 1e6,
                                run.pace().steady(),
                                run.alone().finish(0) / 1e6,
                                run.images());
                    }
                }
            }
        }
    }
}
