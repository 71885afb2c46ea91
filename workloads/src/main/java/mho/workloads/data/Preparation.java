package mho.workloads.data;

import java.util.List;
import mho.core.yaml.BadInput;
import mho.core.yaml.Doc;
import mho.workloads.network.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What is done to pictures besides {@link Normalisation}: cut to their middle, as the 20 x 20 and 22 x 24 pixels that networks of
 * 400 and 528 inputs take of MNIST's 28 x 28 (an odd pixel that is left over goes from below and from the right), and made black and
 * white.
 *
 * @param crop [rows, columns] that are kept; null for all
 * @param threshold what is above it, once normalised, becomes 1, all else 0; null to leave values as they are
 */
public record Preparation(
        @Doc("rows and columns that are kept of the middle of each picture, all if absent") @Nullable
                List<Integer> crop,
        @Doc("once normalised, what is above becomes 1 and all else 0; values stay if absent") @Nullable
                Double threshold) {
    /** Nothing. */
    public static final Preparation NONE = new Preparation(null, null);

    public Preparation {
        if (crop != null) {
            crop = List.copyOf(crop);
            if (crop.size() != 2 || crop.get(0) < 1 || crop.get(1) < 1) {
                throw new IllegalArgumentException("a crop is [rows, columns] of 1 or more, found " + crop);
            }
        }
        if (threshold != null && !Double.isFinite(threshold)) {
            throw new IllegalArgumentException("a threshold of " + threshold + " is no finite number");
        }
    }

    /** NaN for none. */
    double level() {
        return threshold == null ? Double.NaN : threshold;
    }

    /** The middle of every picture, channels first; they may stand last where the network's channels say so. */
    FileArray cropped(FileArray pictures, Shape wanted) {
        if (crop == null) {
            return pictures;
        }
        int rows = crop.get(0);
        int columns = crop.get(1);
        List<Integer> item = pictures.item();
        int channelsLast =
                item.size() == 3 && item.get(2) == wanted.channels() && item.get(0) != wanted.channels() ? 1 : 0;
        int at = item.size() - 2 - channelsLast;
        if (at < 0 || item.size() > 3 || item.get(at) < rows || item.get(at + 1) < columns) {
            throw new BadInput(
                    "%s: holds inputs of %s, which have no middle of %d x %d; give pictures at least that large"
                            .formatted(
                                    pictures.where(),
                                    item.isEmpty() ? "1 number" : FileArray.product(item),
                                    rows,
                                    columns));
        }
        int high = item.get(at);
        int wide = item.get(at + 1);
        int channels = channelsLast == 1 ? item.get(2) : at > 0 ? item.get(0) : 1;
        int step = channelsLast == 1 ? channels : 1;
        int plane = channelsLast == 1 ? 1 : high * wide;
        int first = ((high - rows) / 2 * wide + (wide - columns) / 2) * step;
        int kept = channels * rows * columns;
        NumberStore store = pictures.store().picked(pictures.items() * kept, i -> {
            int channel = i / (rows * columns) % channels;
            int pixel = i / columns % rows * wide + i % columns;
            return i / kept * channels * high * wide + channel * plane + first + pixel * step;
        });
        return new FileArray(pictures.where(), List.of(pictures.items(), channels, rows, columns), store);
    }
}
