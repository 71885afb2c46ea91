package mho.periphery.array;

/**
 * A rectangle of an array, known only by the wires that leave it: the conductances between its ports. Two rectangles side by side make a
 * larger one, whose common wires then are inside; a node inside is removed by the star-mesh transform,
 *
 * <pre>  y(i, j) += y(i, k) y(k, j) / sum over j of y(k, j)</pre>
 *
 * which is Gaussian elimination without a subtraction, so every conductance keeps its full relative precision however unlike wires and
 * cells are (Grassmann, Taksar and Heyman, Operations Research 33, 1985). Halving an n x n array down to its cells costs of the order of
 * n^3, as nested dissection does (George, SIAM J. Numer. Anal. 10, 1973); a banded solution costs n^4.
 *
 * <p>A cell owns the piece of row on the driver's side of it and the piece of column towards the virtual ground.
 */
final class Multiport {

    /** Instead of no resistance at all: less than rounding can tell, and without a subtraction it does no harm. */
    private static final double LEAST_OHM = 1e-15;

    private final int left;
    private final int right;
    private final int top;
    private final int bottom;

    /** Conductance between ports k and j at [k][j], j below k; ports in the order left, right, top, bottom. */
    private final double[][] between;

    private Multiport(int left, int right, int top, int bottom, double[][] between) {
        this.left = left;
        this.right = right;
        this.top = top;
        this.bottom = bottom;
        this.between = between;
    }

    /** The whole of an array: on the left the drivers, on the right those of the other side, at the bottom the ends of the columns. */
    static Multiport of(float[][] siemens, ArrayWires wires) {
        double row = 1 / Math.max(LEAST_OHM, wires.row());
        double column = 1 / Math.max(LEAST_OHM, wires.column());
        return of(new Plan(siemens, row, column, wires.drive()), 0, siemens.length, 0, siemens[0].length);
    }

    private record Plan(float[][] siemens, double row, double column, ArrayWires.Drive drive) {}

    private static Multiport of(Plan plan, int fromRow, int toRow, int fromColumn, int toColumn) {
        int rows = toRow - fromRow;
        int columns = toColumn - fromColumn;
        if (rows == 1 && columns == 1) {
            return cell(plan, fromRow, fromColumn);
        }
        if (rows > columns) {
            int middle = fromRow + rows / 2;
            return of(plan, fromRow, middle, fromColumn, toColumn).above(of(plan, middle, toRow, fromColumn, toColumn));
        }
        int middle = fromColumn + columns / 2;
        return of(plan, fromRow, toRow, fromColumn, middle).besides(of(plan, fromRow, toRow, middle, toColumn));
    }

    /** One cell between its row and its column; at the edges of the array the wires end, or have a driver on the other side as well. */
    private static Multiport cell(Plan plan, int row, int column) {
        boolean last = column == plan.siemens[row].length - 1;
        boolean driven = last && plan.drive == ArrayWires.Drive.BOTH_SIDES;
        int right = last && !driven ? 0 : 1;
        int top = row == 0 ? 0 : 1;
        int ports = 1 + right + top + 1;
        int onRow = last ? ports : 1;
        int onColumn = top == 1 ? 1 + right : ports + (last ? 1 : 0);
        Multiport cell = new Multiport(1, right, top, 1, triangle(ports + (last ? 1 : 0) + (1 - top)));
        cell.join(0, onRow, plan.row);
        cell.join(onRow, onColumn, plan.siemens[row][column]);
        cell.join(onColumn, ports - 1, plan.column);
        if (driven) {
            cell.join(1, onRow, plan.row);
        }
        return cell.reducedTo(ports);
    }

    private static double[][] triangle(int nodes) {
        double[][] triangle = new double[nodes][];
        for (int k = 0; k < nodes; k++) {
            triangle[k] = new double[k];
        }
        return triangle;
    }

    private void join(int a, int b, double conductance) {
        between[Math.max(a, b)][Math.min(a, b)] += conductance;
    }

    /** This rectangle with another to the right of it. */
    private Multiport besides(Multiport other) {
        int ports = left + other.right + top + other.top + bottom + other.bottom;
        int tops = left + other.right;
        int bottoms = tops + top + other.top;
        Multiport both =
                new Multiport(left, other.right, top + other.top, bottom + other.bottom, triangle(ports + right));
        both.add(this, 0, ports, tops, bottoms);
        both.add(other, ports, left, tops + top, bottoms + bottom);
        return both.reducedTo(ports);
    }

    /** This rectangle with another below it. */
    private Multiport above(Multiport other) {
        int ports = left + other.left + right + other.right + top + other.bottom;
        int rights = left + other.left;
        int tops = rights + right + other.right;
        Multiport both =
                new Multiport(left + other.left, right + other.right, top, other.bottom, triangle(ports + bottom));
        both.add(this, 0, rights, tops, ports);
        both.add(other, left, rights + right, ports, tops + top);
        return both.reducedTo(ports);
    }

    /** Adds a part whose left, right, top and bottom ports begin at these nodes. */
    private void add(Multiport part, int atLeft, int atRight, int atTop, int atBottom) {
        int[] node = new int[part.between.length];
        int port = 0;
        port = number(node, port, part.left, atLeft);
        port = number(node, port, part.right, atRight);
        port = number(node, port, part.top, atTop);
        number(node, port, part.bottom, atBottom);
        for (int k = 0; k < node.length; k++) {
            for (int j = 0; j < k; j++) {
                join(node[k], node[j], part.between[k][j]);
            }
        }
    }

    private static int number(int[] node, int port, int count, int first) {
        for (int i = 0; i < count; i++) {
            node[port + i] = first + i;
        }
        return port + count;
    }

    /** Removes the nodes behind the ports, the last ones first, four at a time. */
    private Multiport reducedTo(int ports) {
        int nodes = between.length;
        while (nodes - ports >= 4) {
            removeFour(nodes - 4);
            nodes -= 4;
        }
        while (nodes > ports) {
            nodes--;
            double[] gone = between[nodes];
            double sum = sum(gone);
            for (int i = 1; i < nodes; i++) {
                through(gone, gone[i] / sum, between[i]);
            }
        }
        double[][] left = new double[ports][];
        System.arraycopy(between, 0, left, 0, ports);
        return new Multiport(this.left, right, top, bottom, left);
    }

    /** Removes the nodes from {@code first} on, of which there are four: each by itself from the others, then all at once from the rest. */
    private void removeFour(int first) {
        double[] d = between[first + 3];
        double[] c = between[first + 2];
        double[] b = between[first + 1];
        double[] a = between[first];
        double sumD = sum(d);
        through(d, d[first + 2] / sumD, c);
        through(d, d[first + 1] / sumD, b);
        through(d, d[first] / sumD, a);
        double sumC = sum(c);
        through(c, c[first + 1] / sumC, b);
        through(c, c[first] / sumC, a);
        double sumB = sum(b);
        through(b, b[first] / sumB, a);
        double sumA = sum(a);
        for (int i = 1; i < first; i++) {
            double[] row = between[i];
            double byA = a[i] / sumA;
            double byB = b[i] / sumB;
            double byC = c[i] / sumC;
            double byD = d[i] / sumD;
            for (int j = 0; j < i; j++) {
                row[j] += byA * a[j] + byB * b[j] + (byC * c[j] + byD * d[j]);
            }
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** Adds to the conductances of a node what leads to it through one that is removed. */
    private static void through(double[] gone, double share, double[] node) {
        for (int j = 0; j < node.length; j++) {
            node[j] += share * gone[j];
        }
    }

    /** Current into the end of a column when a row is driven with 1 V, from every side it is driven, and all else is at 0 V. */
    double transfer(int row, int column) {
        double[] end = between[left + right + top + column];
        return end[row] + (right > 0 ? end[left + row] : 0);
    }
}
