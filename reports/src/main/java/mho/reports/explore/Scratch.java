package mho.reports.explore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;

/**
 * Files that a reader of the page has sent: kept in a folder of their own for as long as the server runs, each in a folder of its number,
 * known by names that lead nowhere else: "upload/3/lenet.onnx".
 */
final class Scratch implements AutoCloseable {
    /** Of one file; networks of ONNX may hold their weights. */
    static final long LARGEST = 256L << 20;

    /** Of all together. */
    private static final long ROOM = 1L << 30;

    private static final int BLOCK = 1 << 16;
    private static final int LONGEST_NAME = 60;

    private final Path folder;
    private final long largest;
    private final Map<String, Path> files = new ConcurrentHashMap<>();
    private long held;
    private int count;

    /** @param largest of one file, bytes */
    Scratch(long largest) {
        this.largest = largest;
        try {
            folder = Files.createTempDirectory("mho-explore").toRealPath();
        } catch (IOException e) {
            throw new BadInput("no folder can be made for files that are uploaded (" + e.getMessage()
                    + "); set java.io.tmpdir to one that may be written");
        }
    }

    Path folder() {
        return folder;
    }

    /**
     * Keeps a file.
     *
     * @param given its name, which may be anything; letters, digits, dots and strokes are kept
     * @return what it is called from now on
     * @throws BadInput for one that is too large, or of a form that is not read
     */
    String keep(String given, InputStream content) throws IOException {
        String plain = plain(given);
        byte[] start = content.readNBytes(UploadForm.LOOKED_AT);
        UploadForm form = UploadForm.of(plain);
        if (form == null) {
            throw new BadInput(MessageText.quoted(plain) + ": " + UploadForm.TAKEN);
        }
        if (!form.mayBeginWith(start)) {
            throw new BadInput(
                    plain + ": does not begin as such a file does, check that it is one; " + UploadForm.TAKEN);
        }
        return written(plain, new SequenceInputStream(new ByteArrayInputStream(start), content));
    }

    private String written(String plain, InputStream content) throws IOException {
        Path place = Files.createDirectory(folder.resolve(String.valueOf(next())));
        Path file = place.resolve(plain);
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] block = new byte[BLOCK];
            for (int read = content.read(block); read >= 0; read = content.read(block)) {
                take(read);
                size += read;
                if (size > largest) {
                    throw new BadInput("%s: larger than the %d bytes that are taken; name it on the command line"
                            .formatted(plain, largest));
                }
                out.write(block, 0, read);
            }
        } catch (BadInput | IOException e) {
            give(size);
            Files.delete(file);
            Files.delete(place);
            throw e;
        }
        String name = "upload/" + place.getFileName() + "/" + plain;
        files.put(name, file);
        return name;
    }

    private static String plain(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-");
        return plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
    }

    private synchronized int next() {
        return ++count;
    }

    private synchronized void take(int bytes) {
        if (held + bytes > ROOM) {
            throw new BadInput("all files that were uploaded are larger than " + (ROOM >> 20)
                    + " MiB together; start mho explore anew");
        }
        held += bytes;
    }

    private synchronized void give(long bytes) {
        held -= bytes;
    }

    /** A design with its files where they are. */
    AskedDesign here(AskedDesign asked) {
        AskedDesign here = asked;
        for (String key : List.of("chip", "network", "data", "labels")) {
            here = here.with(key, path(asked.choice(key)));
        }
        return here;
    }

    /** Any other name is what it is. */
    private String path(String name) {
        Path file = files.get(name);
        return file == null ? name : file.toString();
    }

    /** A message with files called as they are here. */
    String told(String message) {
        return message.replace(folder + "/", "upload/");
    }

    /** A text that leaves the page, in which files go by the names that their owner knows. */
    String exported(String text) {
        return text.replaceAll(Pattern.quote(folder + "/") + "\\d+/", "");
    }

    /** The name under which its owner knows a file. */
    static String owners(String name) {
        return name.replaceFirst("^upload/\\d+/", "");
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
