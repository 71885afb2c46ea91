package mho.workloads.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.workloads.network.Shape;
import org.jspecify.annotations.Nullable;

/** The data that comes along, in folders of the resources with source and licence beside the files. */
public final class ShippedDataSets {
    /** The first 1,000 test images of Fashion-MNIST. */
    public static final String FASHION = "fashion-mnist-1000";

    private static final String IMAGES = "t10k-images-idx3-ubyte.gz";

    private ShippedDataSets() {}

    /**
     * What there is to know of a set before it is loaded.
     *
     * @param inputs how many
     * @param extents of one input
     */
    public record Facts(int inputs, List<Integer> extents, String about, String source) {
        public Facts {
            extents = List.copyOf(extents);
        }
    }

    /** Of a set that comes along. */
    public static Facts facts(String name) {
        FileArray images = idx(name, IMAGES);
        return new Facts(
                images.items(),
                images.extents().subList(1, images.extents().size()),
                "the first images of the test set of Fashion-MNIST with their labels, ten classes",
                "Xiao, Rasul, Vollgraf, arXiv 1708.07747");
    }

    public static List<String> names() {
        return List.of(FASHION);
    }

    public static boolean has(String name) {
        return names().contains(name);
    }

    /**
     * The set of that name.
     *
     * @param normalisation null for x / 255
     * @throws BadInput for a name there is not, or a network that wants another shape
     */
    public static DataSet load(String name, @Nullable Normalisation normalisation, Shape wanted) {
        return load(name, normalisation, Preparation.NONE, wanted);
    }

    static DataSet load(String name, @Nullable Normalisation normalisation, Preparation preparation, Shape wanted) {
        if (!has(name)) {
            throw new BadInput("no built-in data is called " + MessageText.quoted(name) + ", there is "
                    + String.join(", ", names()) + "; a folder or file is given by its path");
        }
        FileArray images = idx(name, IMAGES);
        FileArray labels = idx(name, "t10k-labels-idx1-ubyte.gz");
        return DataReader.set(images, labels, normalisation, preparation, wanted);
    }

    private static FileArray idx(String name, String file) {
        try (InputStream packed = ShippedDataSets.class.getResourceAsStream(name + "/" + file)) {
            if (packed == null) {
                throw new IllegalStateException("the resource " + name + "/" + file + " is missing");
            }
            return Idx.read(name, new GZIPInputStream(packed), Integer.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + name + "/" + file + " cannot be read", e);
        }
    }
}
