package mho.workloads.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.workloads.network.Shape;
import org.jspecify.annotations.Nullable;

/** Arrays under names in a zip file, as numpy.savez writes them. Only the arrays that are asked for are read. */
final class NpzFile implements FileContents {
    static final String ENDING = ".npy";

    private final String where;
    private final Path file;
    private final List<String> names;
    private final int most;

    private NpzFile(String where, Path file, List<String> names, int most) {
        this.where = where;
        this.file = file;
        this.names = names;
        this.most = most;
    }

    /** @param most items of an array to read, the first ones */
    static NpzFile open(String where, Path file, int most) throws IOException {
        try (ZipFile zip = zip(file)) {
            List<String> names = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .distinct()
                    .toList();
            if (names.isEmpty()) {
                throw new BadInput(where + ": is a zip file without .npy arrays, save them with numpy.savez");
            }
            return new NpzFile(where, file, names, most);
        }
    }

    @Override
    public FileArray inputs(Shape wanted) {
        return array(choice().inputs());
    }

    @Override
    public @Nullable FileArray labelsBeside(Shape wanted) {
        String labels = choice().labels();
        return labels == null ? null : array(labels);
    }

    /** The inputs of the training set among the arrays, if others are the {@link #inputs}; else null. */
    @Nullable
    FileArray training() {
        String training = InputsAndLabels.training(choice().inputs(), names);
        return training == null ? null : array(training);
    }

    /** The labels of the training set among the arrays; null if there are none. */
    @Nullable
    FileArray trainingLabels() {
        String labels = choice().labels();
        String training = labels == null ? null : InputsAndLabels.training(labels, names);
        return training == null ? null : array(training);
    }

    @Override
    public FileArray labels() {
        if (names.size() > 1) {
            String labels = choice().labels();
            if (labels != null) {
                return array(labels);
            }
        }
        return array(names.get(0));
    }

    private InputsAndLabels choice() {
        return InputsAndLabels.of(where, names, name -> read(name, (array, in, crc) -> Npy.rank(array, in)));
    }

    List<String> names() {
        return names;
    }

    FileArray array(String name) {
        return read(name, (array, in, crc) -> {
            CheckedInputStream checked = new CheckedInputStream(in, new CRC32());
            FileArray read = Npy.read(array, checked, most);
            checked.transferTo(OutputStream.nullOutputStream()); // the checksum is that of the whole array
            if (checked.getChecksum().getValue() != crc) {
                throw new ZipException("checksum");
            }
            return read;
        });
    }

    private interface Reading<T> {
        T of(String where, InputStream in, long crc) throws IOException;
    }

    private <T> T read(String name, Reading<T> reading) {
        String array = where + ":" + MessageText.plain(name);
        return DataFile.guarded(array, () -> {
            try (ZipFile zip = zip(file)) {
                ZipEntry entry = zip.getEntry(name + ENDING);
                long packed = entry.getMethod() == ZipEntry.STORED ? entry.getSize() : entry.getCompressedSize();
                try (InputStream in = new UnpackedStream(array, zip.getInputStream(entry), packed)) {
                    return reading.of(array, in, entry.getCrc());
                }
            }
        });
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (IllegalArgumentException e) {
            throw new ZipException("a name in the zip file cannot be read");
        }
    }
}
