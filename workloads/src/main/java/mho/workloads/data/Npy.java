package mho.workloads.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;

/**
 * NumPy's array file (NEP 1, versions 1 to 3): magic, version, the length of the header, a header that reads as a Python
 * dictionary, the numbers.
 */
final class Npy {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** NumPy itself refuses headers beyond 10,000 characters unless told otherwise. */
    private static final int LONGEST_HEADER = 1 << 20;

    /** NumPy 2 writes no array of more dimensions. */
    private static final int MOST_EXTENTS = 64;

    private static final Pattern TYPE = Pattern.compile("['\"]descr['\"]\\s*:\\s*(?:['\"]([^'\"]*)['\"]|(\\[))");
    private static final Pattern FORTRAN = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
    private static final Pattern EXTENTS = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([\\d\\s,L]*)\\)");

    private Npy() {}

    /** The kind, order and extents of the numbers. */
    private record Header(NumberType element, ByteOrder order, boolean fortran, List<Long> extents) {}

    /** @param most items to read, the first ones; in Fortran's order they lie scattered, so all are read */
    static FileArray read(String where, InputStream in, int most) throws IOException {
        Header header = header(where, in);
        List<Long> wanted = header.fortran ? header.extents : FileArray.first(most, header.extents);
        boolean all = wanted.equals(header.extents);
        NumberStore store = header.element.read(where, in, FileArray.count(where, wanted), all, header.order);
        List<Integer> extents = wanted.stream().map(Long::intValue).toList();
        return new FileArray(where, extents, header.fortran ? rowMajor(store, extents) : store);
    }

    /** How many extents other than 1 the array has; reads the header alone. */
    static int rank(String where, InputStream in) throws IOException {
        return (int)
                header(where, in).extents.stream().filter(extent -> extent != 1).count();
    }

    private static Header header(String where, InputStream in) throws IOException {
        byte[] start = in.readNBytes(8);
        int version = start.length == 8 ? start[6] : 0;
        if (version < 1 || version > 3) {
            throw new BadInput(where + ": is no .npy file of version 1 to 3, save it again with numpy.save");
        }
        byte[] length = in.readNBytes(version == 1 ? 2 : 4);
        if (length.length < (version == 1 ? 2 : 4)) {
            throw truncated(where);
        }
        ByteBuffer buffer = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN);
        long bytes = version == 1 ? buffer.getShort() & 0xFFFF : buffer.getInt() & 0xFFFF_FFFFL;
        if (bytes > LONGEST_HEADER) {
            throw new BadInput("%s: announces a header of %,d bytes, the file is damaged".formatted(where, bytes));
        }
        byte[] text = in.readNBytes((int) bytes);
        if (text.length < bytes) {
            throw truncated(where);
        }
        return header(where, new String(text, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
    }

    private static Header header(String where, String text) {
        Matcher type = TYPE.matcher(text);
        Matcher fortran = FORTRAN.matcher(text);
        Matcher extents = EXTENTS.matcher(text);
        if (!type.find() || !fortran.find() || !extents.find()) {
            throw new BadInput(where + ": the header " + MessageText.quoted(text.strip())
                    + " does not tell descr, fortran_order and shape; save it again with numpy.save");
        }
        String descr = type.group(2) == null ? type.group(1) : "a record";
        ByteOrder order = descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new Header(
                element(where, descr), order, fortran.group(1).equals("True"), extents(where, extents.group(1)));
    }

    private static NumberType element(String where, String descr) {
        return switch (descr.isEmpty() ? "" : descr.substring(1)) {
            case "b1" -> NumberType.BOOLEAN;
            case "u1" -> NumberType.UINT8;
            case "i1" -> NumberType.INT8;
            case "u2" -> NumberType.UINT16;
            case "i2" -> NumberType.INT16;
            case "u4" -> NumberType.UINT32;
            case "i4" -> NumberType.INT32;
            case "u8" -> NumberType.UINT64;
            case "i8" -> NumberType.INT64;
            case "f2" -> NumberType.FLOAT16;
            case "f4" -> NumberType.FLOAT32;
            case "f8" -> NumberType.FLOAT64;
            default -> throw new BadInput(where + ": holds elements of type " + MessageText.quoted(descr)
                    + ", integers, floats and booleans are read; save it with array.astype(\"float32\")");
        };
    }

    private static List<Long> extents(String where, String tuple) {
        List<Long> extents = new ArrayList<>();
        for (String extent : tuple.split(",", -1)) {
            String digits = extent.strip();
            if (digits.endsWith("L")) { // as Python 2 wrote them
                digits = digits.substring(0, digits.length() - 1);
            }
            if (!digits.isEmpty()) {
                extents.add(extent(where, digits));
            }
        }
        if (extents.size() > MOST_EXTENTS) {
            throw new BadInput(
                    "%s: has %d extents, more than the %d that NumPy itself writes; save it again with array.reshape"
                            .formatted(where, extents.size(), MOST_EXTENTS));
        }
        if (extents.isEmpty()) {
            throw new BadInput(where + ": holds a single number without extents, save an array of inputs");
        }
        return extents;
    }

    private static long extent(String where, String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new BadInput(where + ": " + MessageText.quoted(digits)
                    + " is no possible extent of an array, the header is damaged");
        }
    }

    /** From the first index running fastest (Fortran's order) to the last. */
    private static NumberStore rowMajor(NumberStore store, List<Integer> extents) {
        int[] n = extents.stream()
                .filter(extent -> extent != 1) // they move nothing, and cost as much as others
                .mapToInt(Integer::intValue)
                .toArray();
        return store.picked(store.length(), new Odometer(n));
    }

    /** Asked for one index after the other from 0, where each lies in Fortran's order: one step mostly, whatever the extents. */
    private static final class Odometer implements IntUnaryOperator {
        private final int[] extents;
        private final int[] strides;
        private final int[] index;
        private int from;

        Odometer(int[] extents) {
            this.extents = extents;
            this.strides = new int[extents.length];
            this.index = new int[extents.length];
            int stride = 1;
            for (int axis = 0; axis < extents.length; axis++) {
                strides[axis] = stride;
                stride *= extents[axis];
            }
        }

        @Override
        public int applyAsInt(int i) {
            int here = from;
            for (int axis = extents.length - 1; axis >= 0; axis--) {
                from += strides[axis];
                index[axis]++;
                if (index[axis] < extents[axis]) {
                    break;
                }
                from -= index[axis] * strides[axis];
                index[axis] = 0;
            }
            return here;
        }
    }

    private static BadInput truncated(String where) {
        return new BadInput(where + ": is truncated within the header, copy or download it again");
    }
}
