package mho.reports.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Inputs in NumPy's, MNIST's and text files, plain and compressed, whose headers or numbers are out of proportion. */
final class AttackData {
    private static final String[] TYPES = {"<f4", ">f4", "|u1", "<i8", "<f2", "<f8", "|O", "|b1", "<u4", "", "<c8"};

    private AttackData() {}

    /** Twelve inputs of sixteen values. */
    static byte[] plain() {
        return npy("{'descr': '<f4', 'fortran_order': False, 'shape': (12, 16), }", 192, new Random(5));
    }

    static byte[] changed(Random random) throws IOException {
        byte[] all =
                switch (random.nextInt(4)) {
                    case 0 -> idx(random);
                    case 1 -> csv(random);
                    default -> npy(random);
                };
        return switch (random.nextInt(6)) {
            case 0 -> AttackText.turned(all, random);
            case 1 -> gzipped(all, random);
            case 2 -> zipped(all, random);
            default -> all;
        };
    }

    private static byte[] npy(Random random) {
        String[] shapes = {
            "(12, 16)",
            "(12, 4, 4)",
            "(16, 12)",
            "(12," + " 1,".repeat(random.nextInt(3000)) + " 16)",
            "(" + "1,".repeat(64) + "12, 16)",
            "(2147483647, 16)",
            "(0, 16)",
            "(12, -16)",
            "(12,)",
            "()",
            "(99999999999999999999, 1)",
            "(65536, 65536, 65536)",
            "(1, 192)"
        };
        String header = "{'descr': '" + TYPES[random.nextInt(TYPES.length)] + "', 'fortran_order': "
                + (random.nextBoolean() ? "True" : "False") + ", 'shape': " + shapes[random.nextInt(shapes.length)]
                + ", }";
        return npy(header, random.nextInt(4) == 0 ? random.nextInt(400) : 192, random);
    }

    private static byte[] npy(String header, int values, Random random) {
        byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer all = ByteBuffer.allocate(10 + text.length + 4 * values).order(ByteOrder.LITTLE_ENDIAN);
        all.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        all.putShort((short) text.length).put(text);
        float[] extremes = {Float.NaN, Float.POSITIVE_INFINITY, 3e38f, -3e38f, 1e-45f, 0};
        int at = random.nextInt(4) == 0 ? random.nextInt(192) : -1;
        for (int i = 0; i < values; i++) {
            all.putFloat(i == at ? extremes[random.nextInt(extremes.length)] : random.nextFloat() - 0.3f);
        }
        return all.array();
    }

    private static byte[] idx(Random random) {
        int[] extents = random.nextInt(3) > 0
                ? new int[] {12, 4, 4}
                : new int[] {random.nextInt(), random.nextInt(20), 4, 4}; // numbers of any size
        ByteBuffer all = ByteBuffer.allocate(4 + 4 * extents.length + 192 + random.nextInt(2));
        byte[] kinds = {8, 9, 11, 12, 13, 14, 7, 8, 8};
        all.put(new byte[] {0, 0, kinds[random.nextInt(kinds.length)], (byte) extents.length});
        for (int extent : extents) {
            all.putInt(extent);
        }
        while (all.hasRemaining()) {
            all.put((byte) random.nextInt());
        }
        return all.array();
    }

    private static byte[] csv(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            for (int c = 0; c < 16; c++) {
                text.append(c == 0 ? "" : ",").append(random.nextInt(256));
            }
            text.append('\n');
        }
        return AttackText.changed(text.toString(), random).getBytes(StandardCharsets.UTF_8);
    }

    /** Behind them, now and then, more zeros than anybody reads: 256 MB in 256 KB. */
    private static byte[] gzipped(byte[] all, Random random) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(all);
            byte[] zeros = new byte[1 << 20];
            for (int i = random.nextInt(8) == 0 ? 256 : 0; i > 0; i--) {
                gzip.write(zeros);
            }
        }
        return random.nextInt(3) == 0 ? AttackText.turned(packed.toByteArray(), random) : packed.toByteArray();
    }

    private static byte[] zipped(byte[] all, Random random) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            String[] names = {
                "x_test.npy", "y_test.npy", "x_train.npy", "../x.npy", "a\u0000b.npy", "x.txt", "\u001b[31m.npy"
            };
            for (int i = random.nextInt(2); i >= 0; i--) {
                zip.putNextEntry(new ZipEntry(names[random.nextInt(3) + 3 * i]));
                zip.write(all);
                zip.closeEntry();
            }
        }
        return random.nextInt(3) == 0 ? AttackText.turned(packed.toByteArray(), random) : packed.toByteArray();
    }
}
