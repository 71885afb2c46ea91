package mho.workloads.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.GivenPath;

/** One file, of whatever format its first bytes tell; gzip around it is taken off. */
final class DataFile {
    private static final int LONGEST_PATH = 200;
    private static final int LOOKED_AT = 512;
    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] IDX = {0, 0};
    private static final byte[] LFS_POINTER = "version https://git-lfs".getBytes(StandardCharsets.US_ASCII);

    private DataFile() {}

    static FileContents read(Path file) {
        return read(file, Integer.MAX_VALUE);
    }

    /** @param most items to read, the first ones */
    static FileContents read(Path file, int most) {
        String where = shown(file);
        if (Files.isDirectory(file)) {
            throw new BadInput(where + ": is a folder, give a file inside it");
        }
        if (!Files.exists(file)) {
            throw new BadInput(where + ": no such file, check the path");
        }
        if (GivenPath.isSpecial(file)) {
            throw new BadInput(where + ": " + GivenPath.SPECIAL);
        }
        return guarded(where, () -> {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return starts(look(in), ZIP)
                        ? NpzFile.open(where, file, most)
                        : read(where, in, Files.size(file), most);
            }
        });
    }

    static String shown(Path file) {
        return MessageText.plain(file.toString(), LONGEST_PATH);
    }

    /** The stream must be able to go back a little. */
    private static FileContents read(String where, InputStream in, long size, int most) throws IOException {
        if (starts(look(in), GZIP)) {
            InputStream unpacked = new UnpackedStream(where, new GZIPInputStream(in), size);
            return unpacked(where, new BufferedInputStream(unpacked), most);
        }
        return unpacked(where, in, most);
    }

    private static FileContents unpacked(String where, InputStream in, int most) throws IOException {
        byte[] start = look(in);
        if (start.length == 0) {
            throw new BadInput(where + ": the file is empty, copy or download it again");
        }
        if (starts(start, IDX)) {
            return Idx.read(where, in, most);
        }
        if (starts(start, Npy.MAGIC)) {
            return Npy.read(where, in, most);
        }
        if (starts(start, LFS_POINTER)) {
            throw new BadInput(where + ": is a Git LFS pointer instead of the data, fetch it with: git lfs pull");
        }
        if (isText(start)) {
            return Csv.read(where, in, most);
        }
        String bytes = HexFormat.ofDelimiter(" ").formatHex(start, 0, Math.min(4, start.length));
        throw new BadInput(where + ": is none of IDX (which starts with 00 00), NumPy and CSV, it starts with " + bytes
                + "; convert it, for example with numpy.save");
    }

    private static byte[] look(InputStream in) throws IOException {
        in.mark(LOOKED_AT);
        byte[] start = in.readNBytes(LOOKED_AT);
        in.reset();
        return start;
    }

    private static boolean starts(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static boolean isText(byte[] bytes) {
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    interface Reading<T> {
        T now() throws IOException;
    }

    /** What fails below comes out as one line. */
    static <T> T guarded(String where, Reading<T> reading) {
        try {
            return reading.now();
        } catch (EOFException | ZipException e) {
            throw new BadInput(where + ": the compressed data breaks off or is damaged, copy or download it again");
        } catch (IOException e) {
            throw new BadInput(where + ": cannot be read, check that it is a file you may open");
        }
    }
}
