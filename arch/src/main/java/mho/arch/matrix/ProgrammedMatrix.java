package mho.arch.matrix;

import java.util.List;
import java.util.random.RandomGenerator;
import mho.arch.element.Multiplier;
import mho.arch.element.Tally;
import mho.arch.machine.ProgrammedNetwork;
import mho.periphery.device.Draws;
import mho.workloads.network.Shape;
import mho.workloads.values.Batch;

/** A matrix as its cells hold it, programmed with their errors and read with their noise. One thread's. */
public final class ProgrammedMatrix {
    private final PlacedMatrix matrix;
    private final Multiplier multiplier;
    private final RandomGenerator random;

    private ProgrammedMatrix(PlacedMatrix matrix, Multiplier multiplier, RandomGenerator random) {
        this.matrix = matrix;
        this.multiplier = multiplier;
        this.random = random;
    }

    /**
     * Programs the cells, and sets drivers and converters to what some vectors reach.
     *
     * @param vectors one after another
     * @param seed of the cells' errors and their noise
     * @throws mho.core.yaml.BadInput if the chip's arrays cannot be computed with
     */
    public static ProgrammedMatrix of(PlacedMatrix matrix, float[] vectors, long seed) {
        Batch calibration = new Batch(vectors.length / matrix.inputs(), Shape.vector(matrix.inputs()), vectors);
        ProgrammedNetwork programmed =
                ProgrammedNetwork.of(matrix.chip(), matrix.network(), matrix.cuts(), List.of(calibration), 0, seed);
        return new ProgrammedMatrix(
                matrix, programmed.state(matrix.node()).multiplier(), Draws.of(seed, "reads", "matrix"));
    }

    /**
     * A product, as converted.
     *
     * @param in one vector
     * @param out filled
     * @param tally counts what happens
     */
    public void multiply(float[] in, float[] out, Tally tally) {
        multiplier.multiply(matrix.node(), 0, 0, in, 1, out, tally, random);
    }
}
