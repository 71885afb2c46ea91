package mho.arch;

import java.util.Arrays;
import java.util.List;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Chips;
import mho.arch.chip.Inventory;
import mho.arch.element.crossbar.CrossbarCore;
import mho.arch.power.BookedPrices;
import mho.arch.run.InputCount;
import mho.arch.run.InputPrices;
import mho.arch.run.Run;
import mho.arch.run.RunResult;
import mho.core.engine.Watcher;
import mho.core.yaml.Setting;
import mho.core.yaml.Yaml;
import mho.workloads.network.Network;
import mho.workloads.network.file.NetworkFile;

/** Chips with settings and networks as files have them. */
public final class Given {
    private Given() {}

    /** A chip that comes with mho and, as on the command line, settings. */
    public static ChipSpec chip(String name, String... settings) {
        return chip(name, List.of(settings));
    }

    public static ChipSpec chip(String name, List<String> settings) {
        return Chips.load(name, settings.stream().map(Setting::parse).toList()).spec();
    }

    /**
     * @param input extents, "3, 8, 8"
     * @param layers each as it stands in a file, "conv: {out: 4, kernel: 3}"
     */
    public static Network network(String input, String... layers) {
        StringBuilder file = new StringBuilder("network: test\ninput: [" + input + "]\nlayers:\n");
        Arrays.stream(layers).forEach(layer -> file.append("  - ").append(layer).append('\n'));
        return NetworkFile.parse(Yaml.parse("test.yaml", file.toString()));
    }

    public static RunResult run(ChipSpec chip, Network network, int images) {
        return Run.run(chip, network, InputCount.exactly(images), Watcher.NONE);
    }

    /** As many inputs as it takes until their interval is steady. */
    public static RunResult steady(ChipSpec chip, Network network) {
        Inventory inventory = Inventory.of(chip);
        InputPrices prices = new BookedPrices(chip, inventory);
        return Run.run(chip, inventory, prices, network, InputCount.untilSteady(2), Watcher.NONE);
    }

    public static RunResult run(ChipSpec chip, Network network) {
        return run(chip, network, 1);
    }

    /** The chip of a run on tiles. */
    public static ChipSpec chipOf(RunResult run) {
        return run.chip().as(chip -> chip, machine -> {
            throw new AssertionError(machine.chip() + " has no tiles");
        });
    }

    /** What computes in the tiles of a chip of crossbars. */
    public static CrossbarCore crossbar(ChipSpec chip) {
        return (CrossbarCore) chip.element();
    }
}
