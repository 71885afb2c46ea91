package mho.workloads.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import mho.core.yaml.BadInput;

/**
 * The format of MNIST (LeCun, Cortes, Burges, "The MNIST database of handwritten digits"): two zero bytes, the kind of
 * number, how many extents, each extent in four bytes, the numbers; all big-endian.
 */
final class Idx {
    private Idx() {}

    /** @param most items to read, the first ones */
    static FileArray read(String where, InputStream in, int most) throws IOException {
        byte[] magic = in.readNBytes(4);
        if (magic.length < 4 || magic[0] != 0 || magic[1] != 0) {
            throw new BadInput(
                    where + ": is no IDX file, these start with two zero bytes and two that tell the numbers");
        }
        NumberType element = element(where, magic[2]);
        if (magic[3] < 1) {
            throw new BadInput(where + ": announces " + magic[3] + " extents, the header of the IDX file is damaged");
        }
        ByteBuffer header = ByteBuffer.wrap(in.readNBytes(4 * magic[3]));
        if (header.remaining() < 4 * magic[3]) {
            throw new BadInput(where + ": is truncated within the header, copy or download it again");
        }
        List<Long> extents = new ArrayList<>();
        while (header.hasRemaining()) {
            extents.add(header.getInt() & 0xFFFF_FFFFL);
        }
        List<Long> wanted = FileArray.first(most, extents);
        NumberStore store =
                element.read(where, in, FileArray.count(where, wanted), wanted.equals(extents), ByteOrder.BIG_ENDIAN);
        return new FileArray(where, wanted.stream().map(Long::intValue).toList(), store);
    }

    private static NumberType element(String where, byte code) {
        return switch (code) {
            case 0x08 -> NumberType.UINT8;
            case 0x09 -> NumberType.INT8;
            case 0x0B -> NumberType.INT16;
            case 0x0C -> NumberType.INT32;
            case 0x0D -> NumberType.FLOAT32;
            case 0x0E -> NumberType.FLOAT64;
            default -> throw new BadInput(
                    "%s: 0x%02x is no kind of number of an IDX file (08, 09, 0b, 0c, 0d, 0e are), is it damaged?"
                            .formatted(where, code));
        };
    }
}
