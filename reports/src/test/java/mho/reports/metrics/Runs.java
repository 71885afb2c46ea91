package mho.reports.metrics;

import java.util.Arrays;
import java.util.List;
import mho.arch.run.Run;
import mho.arch.spec.Chips;
import mho.core.engine.Watcher;
import mho.core.yaml.Setting;
import mho.workloads.zoo.Zoo;

/** Reports to look at. */
public final class Runs {
    private Runs() {}

    /** A network of the zoo on a chip that comes with mho. */
    public static Report report(String chip, String network, int images, String... settings) {
        Chips.Loaded loaded = Chips.load(
                chip, List.copyOf(Arrays.stream(settings).map(Setting::parse).toList()));
        return Metrics.of(
                Run.run(loaded.spec(), Zoo.load(network), images, Watcher.NONE),
                loaded.tree(),
                new Report.RunFacts(chip, network, images, 1, "test", ""));
    }
}
