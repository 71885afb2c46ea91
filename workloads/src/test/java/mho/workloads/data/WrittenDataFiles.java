package mho.workloads.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of data as the tests need them, byte for byte. */
final class WrittenDataFiles {
    private WrittenDataFiles() {}

    /** Extents in the header, then the numbers as they stand in the file. */
    static byte[] idx(int code, int[] extents, byte... numbers) {
        ByteBuffer file = ByteBuffer.allocate(4 + 4 * extents.length + numbers.length);
        file.put(new byte[] {0, 0, (byte) code, (byte) extents.length});
        Arrays.stream(extents).forEach(file::putInt);
        return file.put(numbers).array();
    }

    /** Unsigned bytes 0, 1, 2, … */
    static byte[] images(int... extents) {
        return idx(8, extents, counting(Arrays.stream(extents).reduce(1, (a, b) -> a * b)));
    }

    static byte[] labels(int... labels) {
        byte[] numbers = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            numbers[i] = (byte) labels[i];
        }
        return idx(8, new int[] {labels.length}, numbers);
    }

    static byte[] npy(String descr, boolean fortran, String shape, byte... numbers) {
        String header = "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n"
                .formatted(descr, fortran ? "True" : "False", shape);
        return npyOf(header, numbers);
    }

    static byte[] npyOf(String header, byte... numbers) {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        return concat(
                new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, (byte) (text.length >> 8)},
                text,
                numbers);
    }

    static byte[] counting(int count) {
        byte[] numbers = new byte[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (byte) i;
        }
        return numbers;
    }

    static byte[] floats(double... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
        Arrays.stream(numbers).forEach(x -> bytes.putFloat((float) x));
        return bytes.array();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static Path file(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
