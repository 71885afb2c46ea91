package mho.reports.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import mho.arch.chip.ChipFiles;
import mho.arch.element.WriteOnce;
import mho.core.yaml.Setting;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;
import mho.reports.sheet.ChipSheet;
import mho.reports.tornado.MeasuredMachine;
import mho.workloads.network.Activation;
import mho.workloads.network.Dense;
import mho.workloads.network.Network;
import mho.workloads.network.Shape;
import mho.workloads.network.TrainingNetwork;
import mho.workloads.zoo.Zoo;

/** The runs that rows are taken from. */
final class ReferenceRuns {
    private static final String ISAAC = "isaac-ce";

    private ReferenceRuns() {}

    static ChipSheet sheet(String chip, String... settings) {
        return ChipSheet.of(ChipFiles.load(chip, settings(settings)));
    }

    static ChipSheet.Part part(ChipSheet sheet, String path) {
        return sheet.parts().stream()
                .filter(part -> part.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** Writing one array of the default chip, every cell of it in use: 256 inputs, 128 outputs of two cells each. */
    static WriteOnce written(String... settings) {
        List<String> all = new ArrayList<>(List.of("tile.core.weights.bias=digital"));
        all.addAll(List.of(settings));
        return Objects.requireNonNull(
                run("analog-256", dense(256, 128), all.toArray(String[]::new)).programming());
    }

    /** Inputs through a layer that fills one ISAAC array: 128 inputs, 16 outputs, 16 bits. */
    static Report oneArray(String... settings) {
        return run(ISAAC, dense(128, 16), settings);
    }

    /** Inputs through one matrix without bias. */
    static Report dense(String chip, int inputs, int outputs, String... settings) {
        var builder = Network.builder("one matrix", "", "");
        int input = builder.input("input", Shape.vector(inputs));
        builder.add("dense", new Dense(outputs, false, false), List.of(input), Activation.NONE, 0, null);
        return run(chip, builder.build(), settings);
    }

    /** Inputs through one matrix whose biases stand in the array. */
    static Report biased(String chip, int inputs, int outputs) {
        var builder = Network.builder("one matrix with biases", "", "");
        int input = builder.input("input", Shape.vector(inputs));
        builder.add("dense", new Dense(outputs, true, false), List.of(input), Activation.NONE, 0, null);
        return run(chip, builder.build());
    }

    /**
     * Examples learnt by two square matrices, first and second, without biases; weights that an example finds may be older than those it
     * leaves, so that the arrays alone limit. The first needs no reverse.
     */
    static Report trained(String chip, int lines, String... settings) {
        var builder = Network.builder("two matrices that learn", "", "");
        int at = builder.input("input", Shape.vector(lines));
        for (String name : List.of("first", "second")) {
            at = builder.add(name, new Dense(lines, false, false), List.of(at), Activation.NONE, 0, null);
        }
        List<String> all = new ArrayList<>(List.of("mapping.updates=stale"));
        all.addAll(List.of(settings));
        return run(chip, TrainingNetwork.of(builder.build().folded()), all.toArray(String[]::new));
    }

    static LayerRow layer(Report run, String name) {
        return run.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(name));
    }

    /** What an input keeps the arrays of a layer busy. */
    static double busyS(Report run, String layer) {
        return Objects.requireNonNull(
                Objects.requireNonNull(layer(run, layer).times()).leastIntervalS());
    }

    /** What a layer has parts do whose path begins so. */
    static double joules(Report run, String layer, String path) {
        return run.entries().stream()
                .filter(entry ->
                        entry.layer().equals(layer) && entry.component().startsWith(path))
                .mapToDouble(Report.Entry::energyJ)
                .sum();
    }

    /** A network of the zoo. */
    static Report zoo(String chip, String network, String... settings) {
        return run(chip, Zoo.load(network), settings);
    }

    private static Network dense(int inputs, int outputs) {
        var builder = Network.builder("one array", "", "");
        int input = builder.input("input", Shape.vector(inputs));
        builder.add("dense", new Dense(outputs, false, false), List.of(input), Activation.SIGMOID, 0, null);
        return builder.build();
    }

    static Report vgg(String... settings) {
        return run(ISAAC, Zoo.load("vgg-3"), settings);
    }

    /** A network on a machine of any kind. */
    static Report report(String name, List<Setting> settings, Network network) {
        return MeasuredMachine.of(name, settings).report(network);
    }

    private static Report run(String name, Network network, String... settings) {
        return report(name, settings(settings), network);
    }

    private static List<Setting> settings(String... settings) {
        return Arrays.stream(settings).map(Setting::parse).toList();
    }
}
