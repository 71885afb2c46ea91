package mho.arch.kinds;

import java.util.ArrayList;
import java.util.List;
import mho.periphery.learning.CellPopulation;
import mho.periphery.learning.UpdateLaw;

/**
 * What cells come to in a course of pulses that leaves nothing out: up, down, both at random, leaks, resets, refreshes and programming. A
 * figure of a law of learning has its say here, and nowhere in a run that only multiplies.
 */
final class Lesson {
    private static final int LINES = 12;

    private Lesson() {}

    /** Weights shown on the way, what the cells took, and what a rule would count with. */
    static List<Object> of(UpdateLaw law) {
        CellPopulation cells = law.population(LINES, LINES, 7, 1);
        List<Object> seen = new ArrayList<>();
        seen.add(law.nominalStep());
        show(cells, seen);
        for (int round = 0; round < 3; round++) {
            pulse(cells, round == 1 ? -30 : 30);
            show(cells, seen);
        }
        for (int i = 0; i < 60; i++) {
            pulse(cells, i % 3 == 0 ? -4 : 3);
        }
        seen.add(cells.refresh());
        show(cells, seen);
        cells.leak(100);
        show(cells, seen);
        for (int line = 0; line < LINES; line++) {
            cells.reset(line, line);
        }
        show(cells, seen);
        float[] weights = new float[LINES * LINES];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (i - weights.length / 2) / (float) weights.length;
        }
        cells.set(weights);
        show(cells, seen);
        seen.add(cells.upPulses());
        seen.add(cells.saturated());
        return seen;
    }

    private static void pulse(CellPopulation cells, int pulses) {
        for (int row = 0; row < LINES; row++) {
            for (int column = 0; column < LINES; column++) {
                cells.pulse(row, column, pulses);
            }
        }
    }

    private static void show(CellPopulation cells, List<Object> seen) {
        float[] weights = new float[LINES * LINES];
        cells.read(weights);
        for (float weight : weights) {
            seen.add(weight);
        }
    }
}
