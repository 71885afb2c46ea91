package mho.arch.element.photonic;

import java.util.random.RandomGenerator;
import mho.core.cost.Scales;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;

/**
 * Broadcast and weight: each row is a wavelength, which goes to all columns, where a ring drops part of it to one diode and leaves the rest to
 * another; their difference is the product. With a round trip's phase p beside resonance a ring of finesse f drops
 * {@code D = 1 / (1 + (2 f / pi)^2 sin^2(p / 2))}, and the weight is {@code 2 D - 1} (Tait et al., J. Lightwave Technol. 32, 2014; the Airy
 * function of a ring without loss).
 *
 * @param finesse between resonances over the width of one
 * @param phaseError standard deviation of p
 */
@Kind("rings")
public record Rings(
        @Scales(why = "it is light, whatever the circuits are made in")
                @Doc("Distance of resonances over the width of one")
                @Range(min = 2, max = 1e6)
                double finesse,
        @Scales(why = "it is light, whatever the circuits are made in")
                @Doc("Standard deviation of the phase of a round trip, radians")
                @Unit("1")
                @Range(min = 0, max = 3)
                double phaseError)
        implements Weighing {

    @Override
    public long parts(int rows, int columns) {
        return (long) rows * columns;
    }

    @Override
    public long phases(int rows, int columns) {
        return parts(rows, columns);
    }

    @Override
    public int split(int columns) {
        return columns;
    }

    /** The rings of all wavelengths stand along one waveguide. */
    @Override
    public int passed(int rows, int columns) {
        return rows;
    }

    @Override
    public float[][] set(float[][] wanted, int largest, RandomGenerator random) {
        float[][] set = new float[wanted.length][];
        for (int r = 0; r < wanted.length; r++) {
            set[r] = new float[wanted[r].length];
            for (int c = 0; c < set[r].length; c++) {
                double phase = phase(wanted[r][c] / largest) + phaseError * random.nextGaussian();
                set[r][c] = (float) (largest * weight(phase));
            }
        }
        return set;
    }

    @Override
    public double brightest(float[][] wanted, int largest) {
        return largest;
    }

    private double sharpness() {
        double amplitude = 2 * finesse / Math.PI;
        return amplitude * amplitude;
    }

    /** Of a round trip with so much phase, between -1 and 1. */
    double weight(double phase) {
        double sine = Math.sin(phase / 2);
        return 2 / (1 + sharpness() * sine * sine) - 1;
    }

    /** The phase of a weight; beyond the darkest that a ring gets, that of the darkest. */
    double phase(double weight) {
        double dropped = Math.max(1 / (1 + sharpness()), Math.min(1, (1 + weight) / 2));
        return 2 * Math.asin(Math.min(1, Math.sqrt((1 / dropped - 1) / sharpness())));
    }
}
