package mho.arch.machine;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.Seeds;
import mho.arch.chip.ChipSpec;
import mho.arch.element.Tally;
import mho.workloads.network.Activation;
import mho.workloads.network.Network;
import mho.workloads.values.Batch;
import mho.workloads.values.FloatArithmetic;
import mho.workloads.values.Interpreter;

/** A dense layer whose weights and inputs are drawn evenly, and what it computes in floating point; calibrated on the inputs themselves. */
final class OneLayer {
    static final int ROWS = 200;
    static final int COLUMNS = 60;
    static final int VECTORS = 256;

    final Network network;
    final List<Batch> inputs;
    final Batch wanted;

    OneLayer(Activation activation) {
        Random random = Seeds.random(7);
        this.network = Trained.dense(weights(random), activation).folded();
        this.inputs = List.of(Trained.evenly(VECTORS, network.node(0).output(), 0, 1, random));
        this.wanted =
                new Interpreter(network, new FloatArithmetic()).run(inputs).get(0);
    }

    private static float[][] weights(Random random) {
        float[][] weights = new float[ROWS][COLUMNS];
        for (float[] row : weights) {
            for (int c = 0; c < row.length; c++) {
                row[c] = (float) (2 * random.nextDouble() - 1);
            }
        }
        weights[0][0] = 1;
        return weights;
    }

    /** A chip whose rounding is far below the effects looked at. */
    static ChipSpec fine(String... settings) {
        return Given.chip(
                "analog-256",
                Stream.concat(
                                Stream.of(
                                        "precision.values=14 bit",
                                        "tile.core.driver.bits=14",
                                        "tile.core.driver.area=1 um2",
                                        "tile.core.weights.bits=14",
                                        "tile.core.array.cell.bits=14",
                                        "tile.core.adc.bits=16"),
                                Stream.of(settings))
                        .toList());
    }

    ProgrammedNetwork on(ChipSpec chip, double seconds, long seed) {
        return ProgrammedNetwork.of(chip, network, inputs, seconds, seed);
    }

    Batch computed(ChipSpec chip, double seconds, long seed) {
        ChipArithmetic arithmetic = ChipArithmetic.of(on(chip, seconds, seed));
        arithmetic.begin(0);
        return new Interpreter(network, arithmetic).run(inputs).get(0);
    }

    /** Signal and deviation of what is computed. */
    Tally tally(ChipSpec chip, double seconds, long seed) {
        Tally tally = new Tally();
        tally.compare(wanted.values(), computed(chip, seconds, seed).values());
        return tally;
    }

    double largestError(ChipSpec chip) {
        float[] made = computed(chip, 0, 1).values();
        double largest = 0;
        for (int i = 0; i < made.length; i++) {
            largest = Math.max(largest, Math.abs(made[i] - wanted.values()[i]));
        }
        return largest;
    }
}
