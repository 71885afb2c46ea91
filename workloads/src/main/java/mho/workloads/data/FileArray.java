package mho.workloads.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mho.core.yaml.BadInput;
import mho.workloads.network.Shape;
import org.jspecify.annotations.Nullable;

/** An array as it stands in a file: its extents, the slowest first, and its numbers, the last extent running fastest. */
record FileArray(String where, List<Integer> extents, NumberStore store) implements FileContents {
    /** Arrays are indexed by int. */
    static final long MOST = Integer.MAX_VALUE - 8;

    FileArray {
        extents = List.copyOf(extents);
    }

    /** How many numbers these extents make; throws if there are none or too many. */
    static int count(String where, List<Long> extents) {
        long count = 1;
        for (long extent : extents) {
            if (extent < 0) {
                throw new BadInput(where + ": an extent of " + extent + " is not possible, the file is damaged");
            }
            if (extent == 0) {
                throw new BadInput(
                        where + ": is empty (" + product(extents) + "), give a file with at least one input");
            }
            if (count > MOST / extent) {
                throw new BadInput(where + ": announces " + product(extents)
                        + " numbers, more than the 2^31 one file may hold; split it, or is it damaged?");
            }
            count *= extent;
        }
        return (int) count;
    }

    /** Extents of no more than so many items. */
    static List<Long> first(int most, List<Long> extents) {
        List<Long> first = new ArrayList<>(extents);
        first.set(0, Math.min(most, extents.get(0)));
        return first;
    }

    /** Throws if so many bytes would leave no memory to work with. */
    static void checkMemory(String where, long bytes) {
        long memory = Runtime.getRuntime().maxMemory();
        if (bytes > memory / 2) {
            throw new BadInput(
                    "%s: takes %,d MB, more than half of the %,d MB Java may use; cut it to fewer inputs or raise -Xmx"
                            .formatted(where, bytes >> 20, memory >> 20));
        }
    }

    @Override
    public FileArray inputs(Shape wanted) {
        return this;
    }

    @Override
    public @Nullable FileArray labelsBeside(Shape wanted) {
        return null;
    }

    @Override
    public FileArray labels() {
        return this;
    }

    int items() {
        return extents.get(0);
    }

    /** Extents of one item. */
    List<Integer> item() {
        return extents.subList(1, extents.size());
    }

    /** How many extents are other than 1: labels have one at most. */
    int rank() {
        return (int) extents.stream().filter(extent -> extent != 1).count();
    }

    /** As messages print it: 10000 x 28 x 28. */
    String size() {
        return product(extents);
    }

    static String product(List<? extends Number> extents) {
        return extents.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }
}
