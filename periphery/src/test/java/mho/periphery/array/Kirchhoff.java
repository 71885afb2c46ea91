package mho.periphery.array;

/** The currents of an array by brute force: one equation for every node of every wire, dense, solved with pivoting. */
final class Kirchhoff {

    private Kirchhoff() {}

    static double[][] effective(float[][] siemens, ArrayWires wires) {
        int rows = siemens.length;
        int columns = siemens[0].length;
        int cells = rows * columns;
        double row = 1 / wires.row();
        double column = 1 / wires.column();
        boolean both = wires.drive() == ArrayWires.Drive.BOTH_SIDES;
        // Unknown: the voltage of each cell's node on its row, then on its column. A right-hand side for each driven
        // row.
        double[][] system = new double[2 * cells][2 * cells + rows];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int onRow = r * columns + c;
                int onColumn = cells + onRow;
                join(system, onRow, onColumn, siemens[r][c]);
                if (c > 0) {
                    join(system, onRow - 1, onRow, row);
                }
                if (c == 0 || both && c == columns - 1) {
                    int ends = (c == 0 ? 1 : 0) + (both && c == columns - 1 ? 1 : 0);
                    system[onRow][onRow] += ends * row;
                    system[onRow][2 * cells + r] += ends * row;
                }
                if (r > 0) {
                    join(system, onColumn - columns, onColumn, column);
                }
                if (r == rows - 1) {
                    system[onColumn][onColumn] += column;
                }
            }
        }
        solve(system);
        double[][] effective = new double[rows][columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                effective[r][c] = system[cells + (rows - 1) * columns + c][2 * cells + r] * column;
            }
        }
        return effective;
    }

    private static void join(double[][] system, int a, int b, double conductance) {
        system[a][a] += conductance;
        system[b][b] += conductance;
        system[a][b] -= conductance;
        system[b][a] -= conductance;
    }

    /** Gauss-Jordan; the right-hand sides become the solutions. */
    private static void solve(double[][] system) {
        for (int k = 0; k < system.length; k++) {
            int pivot = k;
            for (int i = k + 1; i < system.length; i++) {
                if (Math.abs(system[i][k]) > Math.abs(system[pivot][k])) {
                    pivot = i;
                }
            }
            double[] row = system[pivot];
            system[pivot] = system[k];
            system[k] = row;
            double diagonal = row[k];
            for (int j = k; j < row.length; j++) {
                row[j] /= diagonal;
            }
            for (int i = 0; i < system.length; i++) {
                double factor = system[i][k];
                if (i != k && factor != 0) {
                    for (int j = k; j < row.length; j++) {
                        system[i][j] -= factor * row[j];
                    }
                }
            }
        }
    }
}
