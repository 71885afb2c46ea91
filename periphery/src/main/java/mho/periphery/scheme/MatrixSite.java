package mho.periphery.scheme;

import java.util.Arrays;
import java.util.List;
import mho.periphery.learning.UpdateLaw;
import mho.periphery.random.NormalStream;

/**
 * Where a matrix of weights is made, of what and how large.
 *
 * @param laws of the devices, one for each role of the scheme
 * @param rows fan-in
 * @param columns fan-out
 * @param scale network weight that a composed weight of 1 stands for
 * @param seed of all that is drawn
 * @param place which matrix it is
 */
record MatrixSite(List<UpdateLaw> laws, int rows, int columns, double scale, long seed, List<Long> place) {

    /** What draws random numbers at a matrix; a later one leaves those before as they are. */
    enum Use {
        CELLS,
        ROW_TRAINS,
        COLUMN_TRAINS,
        CHOPPERS,
        READS
    }

    UpdateLaw law(int role) {
        return laws.get(role);
    }

    int count() {
        return rows * columns;
    }

    /** The place of the numbered population or stream of one use. */
    long[] place(Use use, int number) {
        long[] where = place.stream().mapToLong(Long::longValue).toArray();
        int length = where.length;
        where = Arrays.copyOf(where, length + 2);
        where[length] = use.ordinal();
        where[length + 1] = number;
        return where;
    }

    NormalStream stream(Use use, int number) {
        return NormalStream.of(seed, place(use, number));
    }
}
