package mho.workloads.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mho.core.yaml.BadInput;
import mho.core.yaml.IoReason;

/**
 * Arrays under names in an {@code .npz} file, as {@code numpy.load} reads them. The same arrays in the same order are the same
 * bytes, whenever and wherever they are written: entries are stored as they are, all of one early day.
 */
public final class NamedArrays {
    /** Midnight of 1 January, the first that zip can say, would be written another time, by the time zone. */
    private static final LocalDateTime EARLY = LocalDateTime.of(1980, 2, 1, 0, 0);

    /** The header of an array is padded to a multiple of this (NEP 1). */
    private static final int ALIGNED = 64;

    private static final int PARTS_OF_LONG = 4;

    private final String where;
    private final Map<String, byte[]> written = new LinkedHashMap<>();
    private final Map<String, NumberStore> read = new LinkedHashMap<>();
    private final Map<String, List<Integer>> shapes = new LinkedHashMap<>();

    private NamedArrays(String where) {
        this.where = where;
    }

    /** None yet. */
    public static NamedArrays empty() {
        return new NamedArrays("");
    }

    /** Puts float32. */
    public void put(String name, float[] values) {
        put(name, values, List.of(values.length));
    }

    /**
     * Puts float32 in a shape.
     *
     * @param extents the last one counts fastest
     */
    public void put(String name, float[] values, List<Integer> extents) {
        if (extents.stream().reduce(1, Math::multiplyExact) != values.length) {
            throw new IllegalArgumentException(values.length + " values do not fill " + extents);
        }
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        String shape = extents.stream().map(String::valueOf).collect(Collectors.joining(", "));
        put(name, "<f4", "(" + shape + (extents.size() == 1 ? ",)" : ")"), bytes.array());
    }

    /** Puts 64-bit integers as four of 16 bits each, the lowest first: what reads numbers as floats keeps them so. */
    public void put(String name, long[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        put(name, "<u2", "(" + values.length + ", " + PARTS_OF_LONG + ")", bytes.array());
    }

    /** Puts a text as unsigned bytes of UTF-8. */
    public void put(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        put(name, "|u1", "(" + bytes.length + ",)", bytes);
    }

    private void put(String name, String type, String extents, byte[] numbers) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException(name + " is empty, which cannot be read again");
        }
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + extents + ", }";
        int begin = Npy.MAGIC.length + 4;
        int padded = (begin + header.length() + 1 + ALIGNED - 1) / ALIGNED * ALIGNED - begin;
        ByteBuffer array = ByteBuffer.allocate(begin + padded + numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        array.put(Npy.MAGIC).put((byte) 1).put((byte) 0).putShort((short) padded);
        array.put(header.getBytes(StandardCharsets.US_ASCII));
        for (int i = header.length(); i < padded - 1; i++) {
            array.put((byte) ' ');
        }
        array.put((byte) '\n').put(numbers);
        written.put(name, array.array());
    }

    /** Writes them beside the file and moves them there: a file is there whole or not at all. Throws {@link BadInput} if it cannot. */
    public void write(Path file) {
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part);
                    ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out))) {
                for (Map.Entry<String, byte[]> each : written.entrySet()) {
                    zip.putNextEntry(entry(each.getKey() + NpzFile.ENDING, each.getValue()));
                    zip.write(each.getValue());
                    zip.closeEntry();
                }
            }
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new BadInput(DataFile.shown(file) + ": cannot be written: " + IoReason.of(e)
                    + "; give a file in a folder that may be written to");
        }
    }

    private static ZipEntry entry(String name, byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EARLY);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        return entry;
    }

    /** All arrays of a file; throws {@link BadInput} for what is none, or damaged. */
    public static NamedArrays read(Path file) {
        if (!(DataFile.read(file) instanceof NpzFile npz)) {
            throw new BadInput(DataFile.shown(file) + ": is no .npz file, give one that mho has written");
        }
        NamedArrays arrays = new NamedArrays(DataFile.shown(file));
        for (String name : npz.names()) {
            FileArray array = npz.array(name);
            arrays.read.put(name, array.store());
            arrays.shapes.put(name, array.extents());
        }
        return arrays;
    }

    /** Of the file that was read. */
    public Set<String> names() {
        return read.keySet();
    }

    /** Extents of an array, the slowest first; throws {@link BadInput} if the file has none of the name. */
    public List<Integer> extents(String name) {
        store(name);
        return shapes.getOrDefault(name, List.of());
    }

    /** Throws {@link BadInput} if the file has none of the name. */
    public float[] floats(String name) {
        NumberStore store = store(name);
        float[] values = new float[store.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = store.at(i);
        }
        return values;
    }

    /** What was put as 64-bit integers; throws {@link BadInput} if the file has none of the name. */
    public long[] longs(String name) {
        NumberStore store = store(name);
        long[] values = new long[store.length() / PARTS_OF_LONG];
        for (int i = 0; i < values.length * PARTS_OF_LONG; i++) {
            values[i / PARTS_OF_LONG] |= (long) store.at(i) << Short.SIZE * (i % PARTS_OF_LONG);
        }
        return values;
    }

    /** What was put as a text; throws {@link BadInput} if the file has none of the name. */
    public String text(String name) {
        NumberStore store = store(name);
        byte[] bytes = new byte[store.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) store.at(i);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private NumberStore store(String name) {
        NumberStore store = read.get(name);
        if (store == null) {
            throw new BadInput(
                    "%s: has no array \"%s\"; give a file that mho has written for this".formatted(where, name));
        }
        return store;
    }
}
