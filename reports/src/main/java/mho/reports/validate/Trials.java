package mho.reports.validate;

import java.util.Arrays;
import java.util.List;
import mho.arch.run.Inputs;
import mho.arch.run.Run;
import mho.arch.spec.Chips;
import mho.core.engine.Watcher;
import mho.core.yaml.Setting;
import mho.reports.metrics.Metrics;
import mho.reports.metrics.Report;
import mho.reports.sheet.ChipSheet;
import mho.workloads.network.Activation;
import mho.workloads.network.Dense;
import mho.workloads.network.Network;
import mho.workloads.network.Shape;
import mho.workloads.zoo.Zoo;

/** The runs that rows are taken from. */
final class Trials {
    private static final String ISAAC = "isaac-ce";
    private static final Report.RunFacts FACTS = new Report.RunFacts("", "", 0, 0, "", "");

    private Trials() {}

    static ChipSheet sheet(String chip) {
        return ChipSheet.of(Chips.load(chip, List.of()));
    }

    /** Inputs through a layer that fills one ISAAC array: 128 inputs, 16 outputs, 16 bits. */
    static Report oneArray(String... settings) {
        var builder = Network.builder("one array", "", "");
        int input = builder.input("input", Shape.vector(128));
        builder.add("dense", new Dense(16, false, false), List.of(input), Activation.SIGMOID, 0, null);
        return run(builder.build(), settings);
    }

    static Report vgg(String... settings) {
        return run(Zoo.load("vgg-3"), settings);
    }

    private static Report run(Network network, String... settings) {
        List<Setting> made = Arrays.stream(settings).map(Setting::parse).toList();
        Chips.Loaded chip = Chips.load(ISAAC, made);
        return Metrics.of(Run.run(chip.spec(), network, Inputs.untilSteady(2), Watcher.NONE), chip.tree(), FACTS);
    }
}
