package mho.reports.medium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which columns of a table fit a width, and how wide they are. Text gives way first: what may be wrapped, then the longest
 * names; then columns are left out in the order given, then text gives way once more. Figures are never cut.
 *
 * @param columns kept
 * @param widths of all columns
 */
record ColumnFit(List<Integer> columns, int[] widths) {
    static final char WRAPPED = 'w';
    private static final char NAME = 'l';
    static final char FIGURE = 'r';
    static final int GAP = 2;
    private static final int LEAST_TEXT = 24;
    private static final int LEAST_OF_ALL = 12;

    static ColumnFit of(int[] natural, String flush, List<List<Integer>> leftOutFirst, int width) {
        List<Integer> columns = new ArrayList<>();
        for (int c = 0; c < natural.length; c++) {
            columns.add(c);
        }
        ColumnFit fit = shrunk(columns, natural, flush, width);
        for (List<Integer> together : leftOutFirst) {
            if (fit.total() <= width) {
                break;
            }
            columns.removeAll(together);
            fit = shrunk(columns, natural, flush, width);
        }
        fit.shrink(flush, LEAST_OF_ALL, width);
        return fit;
    }

    int total() {
        return columns.stream().mapToInt(c -> widths[c]).sum() + GAP * (columns.size() - 1);
    }

    private static ColumnFit shrunk(List<Integer> columns, int[] natural, String flush, int width) {
        ColumnFit fit = new ColumnFit(List.copyOf(columns), Arrays.copyOf(natural, natural.length));
        fit.shrink(flush, LEAST_TEXT, width);
        return fit;
    }

    private void shrink(String flush, int least, int width) {
        shrink(flush, WRAPPED, least, width);
        shrink(flush, NAME, least, width);
    }

    private void shrink(String flush, char kind, int least, int width) {
        while (total() > width) {
            int widest = -1;
            for (int c : columns) {
                if (flush.charAt(c) == kind && widths[c] > least && (widest < 0 || widths[c] > widths[widest])) {
                    widest = c;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }
}
