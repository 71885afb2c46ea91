package mho.arch.element.photonic;

import java.util.random.RandomGenerator;
import mho.core.cost.Scales;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;

/**
 * A mesh of Mach-Zehnder interferometers: a matrix is {@code U S V^T}, its singular values S are attenuators, and each of the two orthogonal
 * matrices of n ports is n (n - 1) / 2 interferometers of two phases (Reck et al., Phys. Rev. Lett. 73, 1994; Shen et al., Nature Photonics
 * 11, 2017). Light is coherent, and what is detected is the part of the field that is in phase. A mesh does not amplify: the largest singular
 * value is full light.
 *
 * @param phaseError standard deviation of each phase
 */
@Kind("interferometers")
public record Interferometers(
        @Scales(why = "it is light, whatever the circuits are made in")
                @Doc("Standard deviation of the two phases of an interferometer, radians")
                @Unit("1")
                @Range(min = 0, max = 3)
                double phaseError)
        implements Weighing {

    /** Of an orthogonal matrix of so many ports. */
    static long ofUnitary(int ports) {
        return ports * (ports - 1L) / 2;
    }

    @Override
    public long parts(int rows, int columns) {
        return ofUnitary(rows) + ofUnitary(columns) + Math.min(rows, columns);
    }

    @Override
    public long phases(int rows, int columns) {
        return 2 * (ofUnitary(rows) + ofUnitary(columns));
    }

    @Override
    public int split(int columns) {
        return 1;
    }

    /** A mesh of n ports is n deep (Clements et al., Optica 3, 2016), an attenuator stands between two of them. */
    @Override
    public int passed(int rows, int columns) {
        return rows + columns + 1;
    }

    @Override
    public float[][] set(float[][] wanted, int largest, RandomGenerator random) {
        SingularValues values = SingularValues.of(wanted);
        double full = values.largest();
        if (!(full > 0)) {
            return wanted;
        }
        int rows = wanted.length;
        int columns = wanted[0].length;
        ComplexMatrix right = PortMesh.of(values.right()).with(phaseError, random);
        ComplexMatrix left = PortMesh.of(values.left()).with(phaseError, random);
        ComplexMatrix through = new ComplexMatrix(right.size(), left.size());
        for (int k = 0; k < Math.min(rows, columns); k++) {
            // An attenuator is an interferometer of which one port is used: cos of half its phase.
            double half = Math.acos(Math.min(1, values.value(k) / full));
            double error = phaseError * random.nextGaussian() / 2;
            double amplitude = Math.cos(half + error);
            through.set(k, k, amplitude * Math.cos(error), amplitude * Math.sin(error));
        }
        ComplexMatrix made = right.times(through).times(left.transposed());
        float[][] set = new float[rows][columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                set[r][c] = (float) (full * made.real(r, c));
            }
        }
        return set;
    }

    @Override
    public double brightest(float[][] wanted, int largest) {
        return SingularValues.of(wanted).largest();
    }
}
