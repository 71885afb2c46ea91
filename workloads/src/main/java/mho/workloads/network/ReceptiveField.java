package mho.workloads.network;

/**
 * Which positions of an input a window (one output position) needs. Windows and positions are counted row-major. Rows and
 * columns are those of the input as the layer sees it; after a reshape that keeps positions in order they may be laid out
 * otherwise than in the producer's {@link Shape}, but the row-major index is the same.
 *
 * @param barrier 0, or the number of positions of the producer when a window may only start once all of them are there
 *     (behind a transpose, say); what a window then reads is still given by the two axes
 */
public record ReceptiveField(Direction rows, Direction columns, int barrier) {

    public static ReceptiveField of(Direction rows, Direction columns) {
        return new ReceptiveField(rows, columns, 0);
    }

    /** Window w needs position w. */
    public static ReceptiveField identity(int height, int width) {
        return of(Axis.identity(height), Axis.identity(width));
    }

    /** Every window needs, and reads, every position. */
    public static ReceptiveField whole(Shape input, Shape output) {
        return of(Axis.whole(input.height(), output.height()), Axis.whole(input.width(), output.width()));
    }

    /** The same reads, once all {@code positions} of the producer have arrived. */
    public ReceptiveField behind(int positions) {
        return new ReceptiveField(rows, columns, positions);
    }

    /** What comes back: which windows of this field have a part in each position of the producer. */
    ReceptiveField transposed(Shape producer) {
        if (barrier > 0 || rows.in() * columns.in() != producer.positions()) {
            return ReceptiveField.of(
                            Axis.whole(rows.out(), producer.height()), Axis.whole(columns.out(), producer.width()))
                    .behind(windows());
        }
        return ReceptiveField.of(Transposed.of(rows), Transposed.of(columns));
    }

    /** The same windows in the other order, the last one first; where the order of their columns is not known, once all is there. */
    ReceptiveField reversed() {
        Axis axis = columns.single();
        if (rows.out() == 1 && axis != null) {
            return new ReceptiveField(rows, axis.reversed(), barrier);
        }
        return ReceptiveField.of(Axis.whole(rows.in(), rows.out()), Axis.whole(columns.in(), columns.out()))
                .behind(positions());
    }

    /** Of a sequence of so many steps: what window after window needs of the step before the same, from the last one back; the first has none. */
    static ReceptiveField before(int steps) {
        return of(Axis.identity(1), new Axis(1, -1, 2 - steps, 1, 1, steps, steps));
    }

    /** This field over the output of a view, traced to the producer that the view reads. */
    ReceptiveField through(ReceptiveField view) {
        if (barrier > 0 || view.barrier > 0) {
            return behind(view.positions());
        }
        if (view.keepsOrder()) {
            return this;
        }
        Direction tracedRows = rows.through(view.rows);
        Direction tracedColumns = columns.through(view.columns);
        return tracedRows == null || tracedColumns == null ? behind(view.positions()) : of(tracedRows, tracedColumns);
    }

    /** Window w needs position w and no other. */
    boolean keepsOrder() {
        return barrier == 0 && rows.isIdentity() && columns.isIdentity();
    }

    public int windows() {
        return rows.out() * columns.out();
    }

    /** Positions of the producer. */
    public int positions() {
        return barrier > 0 ? barrier : rows.in() * columns.in();
    }

    /** Row-major index of the first position needed; -1 for a window that lies in padding altogether. */
    public int firstNeeded(int window) {
        if (barrier > 0) {
            return 0;
        }
        int y = rows.first(window / columns.out());
        int x = columns.first(window % columns.out());
        return y < 0 || x < 0 ? -1 : y * columns.in() + x;
    }

    /** Row-major index of the last position needed; -1 for a window that lies in padding altogether. */
    public int lastNeeded(int window) {
        if (barrier > 0) {
            return barrier - 1;
        }
        int y = rows.last(window / columns.out());
        int x = columns.last(window % columns.out());
        return y < 0 || x < 0 ? -1 : y * columns.in() + x;
    }

    /** How many positions inside the map a window reads; taps on padding read nothing. */
    public int neededTaps(int window) {
        return rows.taps(window / columns.out()) * columns.taps(window % columns.out());
    }

    /** {@link #lastNeeded} of every window. */
    public int[] lastNeeded() {
        int[] last = new int[windows()];
        for (int w = 0; w < last.length; w++) {
            last[w] = lastNeeded(w);
        }
        return last;
    }

    /**
     * For every window, the first position that a later window still needs: once windows 0..w are done, positions before
     * {@code keptFrom()[w]} can go. After the last window none is needed.
     */
    public int[] keptFrom() {
        int[] kept = new int[windows()];
        int from = positions();
        for (int w = kept.length - 1; w >= 0; w--) {
            kept[w] = from;
            int first = firstNeeded(w);
            from = first < 0 ? from : Math.min(from, first);
        }
        return kept;
    }
}
