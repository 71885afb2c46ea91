package mho.workloads.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import mho.core.quantity.Shown;
import mho.core.yaml.BadInput;
import mho.workloads.network.Shape;
import org.jspecify.annotations.Nullable;

/** Data sets out of files and by name. */
public final class DataReader {
    private static final int LONGEST_PATH = 200;

    private DataReader() {}

    /**
     * The set of that name if one comes along, otherwise what the file or folder of that name holds; "./name" is always a
     * path. Otherwise as {@link #read(Path, Path, Normalisation, Shape)}.
     */
    public static DataSet read(
            String nameOrPath, @Nullable Path labels, @Nullable Normalisation normalisation, Shape wanted) {
        if (Shipped.has(nameOrPath)) {
            if (labels != null) {
                throw new BadInput(nameOrPath + ": brings its labels along, give no file of labels");
            }
            return Shipped.load(nameOrPath, normalisation, wanted);
        }
        return read(Path.of(nameOrPath), labels, normalisation, wanted);
    }

    /**
     * The inputs in a file, with the labels in another.
     *
     * @param labels null if there are none
     * @param normalisation null for the default: unsigned bytes are pixels and divided by 255, all else stays as it is
     * @param wanted the shape of the network's input
     * @throws BadInput for whatever is wrong with the files
     */
    public static DataSet read(Path data, @Nullable Path labels, @Nullable Normalisation normalisation, Shape wanted) {
        FileArray images = array(data);
        return set(images.where(), images, labels == null ? null : array(labels), normalisation, wanted);
    }

    static DataSet set(
            String name,
            FileArray images,
            @Nullable FileArray labels,
            @Nullable Normalisation normalisation,
            Shape wanted) {
        boolean pixels = images.store() instanceof Store.Bytes;
        Normalisation chosen =
                normalisation != null ? normalisation : pixels ? Normalisation.PIXELS : Normalisation.NONE;
        Store store = Arrangement.of(images, wanted);
        return new DataSet(name, wanted, store, labels == null ? null : Labels.of(labels, images.items()), chosen);
    }

    private static FileArray array(Path file) {
        String where = Shown.plain(file.toString(), LONGEST_PATH);
        if (!Files.exists(file)) {
            throw new BadInput(where + ": no such file, check the path");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(2);
            boolean packed = in.read() == 0x1F && in.read() == 0x8B;
            in.reset();
            return Idx.read(where, packed ? new BufferedInputStream(new GZIPInputStream(in)) : in);
        } catch (EOFException | ZipException e) {
            throw new BadInput(where + ": the gzip data breaks off or is damaged, copy or download it again");
        } catch (IOException e) {
            throw new BadInput(where + ": cannot be read, check that it is a file you may open");
        }
    }
}
