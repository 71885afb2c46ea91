package mho.workloads.data;

import java.util.List;
import java.util.stream.IntStream;
import mho.core.yaml.BadInput;
import mho.workloads.network.Shape;
import org.jspecify.annotations.Nullable;

/** From the order of a file's numbers to that of a batch: positions row-major, the channels of a position together. */
final class Arrangement {
    private Arrangement() {}

    /** The numbers of all items in the order of a batch of the shape; throws if an item is no such map. */
    static Store of(FileArray array, Shape shape) {
        int[] order = order(array.item(), shape);
        if (order == null) {
            throw new BadInput(
                    "%s: holds inputs of %s, the network wants %s; give data of that shape or another network"
                            .formatted(
                                    array.where(),
                                    array.item().isEmpty() ? "1 number" : FileArray.product(array.item()),
                                    shape));
        }
        return isSame(order) ? array.store() : array.store().rearranged(order);
    }

    /** Which number of a file's item comes next, or null if the item does not have the shape. Extents of 1 do not matter. */
    private static int @Nullable [] order(List<Integer> extents, Shape shape) {
        long size = extents.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        if (size != shape.size()) {
            return null;
        }
        List<Integer> item = wide(extents.toArray(Integer[]::new));
        boolean vector = shape.positions() == 1;
        boolean sequence = shape.height() == 1;
        boolean flat = item.size() < 2;
        boolean channelsFirst = item.equals(wide(shape.channels(), shape.height(), shape.width()));
        boolean channelsLast = item.equals(wide(shape.height(), shape.width(), shape.channels()));
        if (vector || shape.channels() == 1 && (flat || channelsFirst)) {
            return inOrder(shape);
        }
        // Steps x features is how sequences are kept, channels x height x width how images are in ONNX.
        if (sequence && (flat || channelsLast)) {
            return inOrder(shape);
        }
        if (flat || channelsFirst) {
            return channelsBehind(shape);
        }
        return channelsLast ? inOrder(shape) : null;
    }

    private static List<Integer> wide(Integer... extents) {
        return List.of(extents).stream().filter(extent -> extent != 1).toList();
    }

    private static int[] inOrder(Shape shape) {
        return IntStream.range(0, (int) shape.size()).toArray();
    }

    private static int[] channelsBehind(Shape shape) {
        int[] order = inOrder(shape);
        for (int i = 0; i < order.length; i++) {
            order[i] = i % shape.channels() * shape.positions() + i / shape.channels();
        }
        return order;
    }

    private static boolean isSame(int[] order) {
        for (int i = 0; i < order.length; i++) {
            if (order[i] != i) {
                return false;
            }
        }
        return true;
    }
}
