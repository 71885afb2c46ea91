package mho.workloads.data;

import java.util.List;
import mho.core.yaml.BadInput;
import mho.workloads.network.Shape;

/** From the order of a file's numbers to that of a batch: positions row-major, the channels of a position together. */
final class Arrangement {
    private Arrangement() {}

    /** The numbers of all items in the order of a batch of the shape; throws if an item is no such map. */
    static NumberStore of(FileArray array, Shape shape) {
        if (!fits(array.item(), shape)) {
            throw new BadInput(
                    "%s: holds inputs of %s, the network wants %s; give data of that shape or another network"
                            .formatted(
                                    array.where(),
                                    array.item().isEmpty() ? "1 number" : FileArray.product(array.item()),
                                    shape));
        }
        if (inOrder(wide(array.item()), shape)) {
            return array.store();
        }
        int channels = shape.channels();
        int positions = shape.positions();
        int each = channels * positions;
        return array.store()
                .picked(array.store().length(), i -> i - i % each + i % channels * positions + i % each / channels);
    }

    /** Extents of 1 do not matter; a flat row of numbers and a vector may be any map of that many. */
    private static boolean fits(List<Integer> item, Shape shape) {
        long size = item.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        List<Integer> wide = wide(item);
        return size == shape.size()
                && (shape.positions() == 1
                        || wide.size() < 2
                        || wide.equals(channelsFirst(shape))
                        || wide.equals(channelsLast(shape)));
    }

    /** Whether channels already stand together. Of two readings, steps x features for a sequence, channels first for an image. */
    private static boolean inOrder(List<Integer> wide, Shape shape) {
        if (shape.positions() == 1 || shape.channels() == 1) {
            return true;
        }
        boolean flat = wide.size() < 2;
        return shape.height() == 1
                ? flat || wide.equals(channelsLast(shape))
                : !flat && !wide.equals(channelsFirst(shape));
    }

    private static List<Integer> channelsFirst(Shape shape) {
        return wide(List.of(shape.channels(), shape.height(), shape.width()));
    }

    private static List<Integer> channelsLast(Shape shape) {
        return wide(List.of(shape.height(), shape.width(), shape.channels()));
    }

    private static List<Integer> wide(List<Integer> extents) {
        return extents.stream().filter(extent -> extent != 1).toList();
    }
}
