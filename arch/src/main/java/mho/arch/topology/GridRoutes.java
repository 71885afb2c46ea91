package mho.arch.topology;

/**
 * Routers in rows and columns; a route goes along its row first, then along the column. The grid is whole: routes cross a last row that
 * not all tiles fill.
 */
final class GridRoutes implements RouterNetwork {
    private final String name;
    private final GridDimension line;
    private final int columns;
    private final int rows;

    GridRoutes(String name, GridDimension line, int places, int columns) {
        this.name = name;
        this.line = line;
        this.columns = Math.min(columns, places);
        this.rows = 1 + (places - 1) / this.columns;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int routers() {
        return columns * rows;
    }

    @Override
    public long links() {
        return (long) rows * line.links(columns) + (long) columns * line.links(rows);
    }

    @Override
    public int ports(int tiles) {
        return GridDimension.neighbours(columns) + GridDimension.neighbours(rows) + tiles;
    }

    @Override
    public int columns() {
        return columns;
    }

    /** The first row, or the last. */
    @Override
    public int outer(int column, boolean farSide) {
        return (farSide ? rows - 1 : 0) * columns + column;
    }

    @Override
    public int apart() {
        return 0;
    }

    @Override
    public int next(int router, int target) {
        int x = router % columns;
        int y = router / columns;
        int towardsX = line.next(x, target % columns, columns);
        return towardsX != x ? y * columns + towardsX : line.next(y, target / columns, rows) * columns + x;
    }

    @Override
    public String at(int router) {
        return "(" + router % columns + "," + router / columns + ")";
    }
}
