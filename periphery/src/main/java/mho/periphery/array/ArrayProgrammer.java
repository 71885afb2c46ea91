package mho.periphery.array;

import java.util.random.RandomGenerator;
import mho.periphery.device.Draws;

/** One array being programmed, cell by cell. Every effect draws from a stream of its own. */
final class ArrayProgrammer {

    private final CellModel model;
    private final CellFigures knobs;
    private final RandomGenerator faults;
    private final RandomGenerator sizes;
    private final RandomGenerator errors;
    private final RandomGenerator ages;
    private long cells;
    private long stuckOn;
    private long stuckOff;
    private double first;
    private double now;
    private double fresh;

    ArrayProgrammer(CellModel model, CellFigures knobs, RandomGenerator random) {
        this.model = model;
        this.knobs = knobs;
        this.faults = Draws.of(random.nextLong());
        this.sizes = Draws.of(random.nextLong());
        this.errors = Draws.of(random.nextLong());
        this.ages = Draws.of(random.nextLong());
    }

    /** Puts the levels read in place of those asked for. */
    Programming program(float[][] levels) {
        float[][] programmed = new float[levels.length][];
        for (int row = 0; row < levels.length; row++) {
            programmed[row] = new float[levels[row].length];
            for (int column = 0; column < levels[row].length; column++) {
                levels[row][column] = (float) model.window().level(model.warmed(read(levels[row][column])));
                programmed[row][column] = (float) model.window().level(fresh);
            }
        }
        double range = model.window().range();
        return new Programming(cells, stuckOn, stuckOff, first / range, now / range, programmed);
    }

    /** The conductance read of the next cell; draws are made whether or not a fault makes them void, so that faults move no other draw. */
    private double read(double level) {
        double fault = knobs.stuckOn() + knobs.stuckOff() > 0 ? faults.nextDouble() : 1;
        double size = knobs.spread() > 0 ? 1 + knobs.spread() * sizes.nextGaussian() : 1;
        double error = knobs.exact() ? 0 : errors.nextGaussian();
        double age = model.drifts() ? ages.nextGaussian() : 0;
        cells++;
        if (fault < knobs.stuckOn()) {
            stuckOn++;
            return kept(model.window().onSiemens());
        }
        if (fault < knobs.stuckOn() + knobs.stuckOff()) {
            stuckOff++;
            return kept(model.window().offSiemens());
        }
        double target = model.window().siemens(knobs.nearest(level));
        double sigma = knobs.exact() ? 0 : model.programmingSigma(target);
        fresh = model.possible(size * target + sigma * error);
        double aged = model.aged(target, fresh, age);
        first += fresh;
        now += aged;
        return aged;
    }

    private double kept(double siemens) {
        fresh = siemens;
        first += siemens;
        now += siemens;
        return siemens;
    }
}
