package mho.reports.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mho.arch.chip.Chips;
import mho.arch.machine.Evaluation;
import mho.arch.machine.ProgrammedNetwork;
import mho.arch.machine.Reference;
import mho.arch.machine.Values;
import mho.arch.run.InputCount;
import mho.arch.run.Run;
import mho.arch.run.RunResult;
import mho.core.engine.Watcher;
import mho.workloads.data.DataReader;
import mho.workloads.data.DataSet;
import mho.workloads.network.Activation;
import mho.workloads.network.Dense;
import mho.workloads.network.Network;
import mho.workloads.network.Shape;
import mho.workloads.network.Tensor;
import mho.workloads.network.TrainedWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs of zeros through layers without bias: cells conduct nothing, drivers send no pulse, and what is clocked works as ever. */
class ZeroSkippingTest {
    private static final int INPUTS = 300;
    private static final List<String> OF_THE_DATA = List.of("tile.core.array cell read", "tile.core.driver row phase");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aLayerFedZerosCostsWhatItsClockedPartsCost() throws IOException {
        Chips.Loaded chip = Chips.load("analog-256", List.of());
        Network network = network();
        RunResult run = Run.run(chip.spec(), network, InputCount.exactly(2), Watcher.NONE);
        Map<String, Double> assumed = energies(report(chip, run));
        Map<String, Double> zeros = energies(report(chip, run.with(values(chip, network, 0))));
        Map<String, Double> ones = energies(report(chip, run.with(values(chip, network, 1))));
        assertThat(zeros.keySet()).isNotEmpty().isSubsetOf(assumed.keySet());
        assumed.forEach((entry, energyJ) -> {
            if (OF_THE_DATA.stream().anyMatch(entry::endsWith)) {
                assertThat(zeros.getOrDefault(entry, 0.0)).as(entry).isZero();
                assertThat(ones.get(entry)).as(entry).isPositive();
            } else {
                assertThat(zeros.get(entry)).as(entry).isEqualTo(energyJ);
                assertThat(ones.get(entry)).as(entry).isEqualTo(energyJ);
            }
        });
        assertThat(assumed.keySet())
                .anyMatch(entry -> entry.equals("first " + OF_THE_DATA.get(0)))
                .anyMatch(entry -> entry.equals("second " + OF_THE_DATA.get(1)))
                .anyMatch(entry -> entry.startsWith("second tile.core.adc"));
    }

    private static Report report(Chips.Loaded chip, RunResult run) {
        return Metrics.of(run, chip.tree(), new Report.RunFacts("analog-256", "zeros", 2, 1, "test", ""));
    }

    /** By layer, part and action. */
    private static Map<String, Double> energies(Report report) {
        Map<String, Double> energies = new LinkedHashMap<>();
        report.entries()
                .forEach(entry ->
                        energies.put(entry.layer() + " " + entry.component() + " " + entry.action(), entry.energyJ()));
        return energies;
    }

    private Values values(Chips.Loaded chip, Network network, int pixel) throws IOException {
        DataSet calibration = data("calibration", 1);
        ProgrammedNetwork analog = ProgrammedNetwork.of(chip.spec(), network, List.of(calibration.batch(0, 3)), 0, 1);
        Reference reference = Reference.of(network, data("data", pixel));
        return Evaluation.of(analog, reference, calibration, 1, done -> {});
    }

    private DataSet data(String name, int value) throws IOException {
        String[] pixels = new String[INPUTS];
        Arrays.fill(pixels, String.valueOf(value));
        Path file = Files.writeString(folder.resolve(name + ".csv"), (String.join(",", pixels) + "\n").repeat(3));
        return DataReader.read(file, null, null, Shape.vector(INPUTS));
    }

    private static Network network() {
        var builder = Network.builder("zeros", "", "");
        int input = builder.input("input", Shape.vector(INPUTS));
        int first = builder.add(
                "first", new Dense(40, false, false), List.of(input), Activation.RELU, 0, weights(40, INPUTS));
        builder.add("second", new Dense(10, false, false), List.of(first), Activation.NONE, 0, weights(10, 40));
        return builder.build().folded();
    }

    private static TrainedWeights weights(int outputs, int inputs) {
        float[] kernel = new float[outputs * inputs];
        IntStream.range(0, kernel.length).forEach(i -> kernel[i] = (i * 7919 % 101 - 40) / 100f);
        return new TrainedWeights(Map.of("kernel", new Tensor(List.of(kernel.length), kernel::clone)));
    }
}
