package mho.arch.element.photonic;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * An orthogonal matrix as interferometers between neighbouring ports, found by turning one element of it after another to zero (Reck et al.,
 * Phys. Rev. Lett. 73, 1994), and the signs that are left.
 */
record PortMesh(int ports, List<Turn> turns, boolean[] negative) {

    /** Of port a and the one behind it, by an angle. */
    record Turn(int a, double angle) {}

    /** @param orthogonal rows of the matrix */
    static PortMesh of(double[][] orthogonal) {
        int n = orthogonal.length;
        double[][] left = new double[n][];
        for (int r = 0; r < n; r++) {
            left[r] = orthogonal[r].clone();
        }
        List<Turn> turns = new ArrayList<>();
        for (int c = 0; c < n - 1; c++) {
            for (int r = n - 1; r > c; r--) {
                // sin a + cos b is zero where the angle is that of (a, -b)
                double angle = Math.atan2(-left[r][c], left[r - 1][c]);
                ComplexMatrix.rotate(left[r - 1], left[r], angle);
                turns.add(new Turn(r - 1, angle));
            }
        }
        boolean[] negative = new boolean[n];
        for (int r = 0; r < n; r++) {
            negative[r] = left[r][r] < 0;
        }
        return new PortMesh(n, List.copyOf(turns), negative);
    }

    /**
     * The matrix that light sees. An interferometer whose phases are off by e and d turns by half of e more, lets all of its light lag by half
     * of e, and the light of one of its arms by d.
     *
     * @param error standard deviation of e and d
     */
    ComplexMatrix with(double error, RandomGenerator random) {
        ComplexMatrix seen = new ComplexMatrix(ports, ports);
        for (int p = 0; p < ports; p++) {
            seen.set(p, p, negative[p] ? -1 : 1, 0);
        }
        for (int i = turns.size() - 1; i >= 0; i--) {
            Turn turn = turns.get(i);
            double inner = error * random.nextGaussian();
            double outer = error * random.nextGaussian();
            seen.turn(turn.a, outer);
            seen.rotate(turn.a, turn.a + 1, -turn.angle + inner / 2);
            seen.turn(turn.a, inner / 2);
            seen.turn(turn.a + 1, inner / 2);
        }
        return seen;
    }
}
