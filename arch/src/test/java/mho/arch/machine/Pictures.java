package mho.arch.machine;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import mho.arch.Seeds;
import mho.workloads.data.DataReader;
import mho.workloads.data.DataSet;
import mho.workloads.data.ShippedDataSets;
import mho.workloads.network.Shape;

/** More images than come along: the same, each time with noise of its own. */
final class Pictures {
    static final Shape SHAPE = new Shape(1, 28, 28);

    private static final int SIDE = 28;
    private static final int NOISE = 8;

    private Pictures() {}

    static DataSet shipped() {
        return ShippedDataSets.load(ShippedDataSets.FASHION, null, SHAPE);
    }

    static DataSet perturbed(int count) {
        DataSet originals = shipped();
        Random random = Seeds.random(11);
        try {
            Path images = Files.createTempFile("images", ".idx");
            Path labels = Files.createTempFile("labels", ".idx");
            try (DataOutputStream pixels = open(images);
                    DataOutputStream classes = open(labels)) {
                pixels.write(new byte[] {0, 0, 8, 3});
                pixels.writeInt(count);
                pixels.writeInt(SIDE);
                pixels.writeInt(SIDE);
                classes.write(new byte[] {0, 0, 8, 1});
                classes.writeInt(count);
                for (int i = 0; i < count; i++) {
                    int from = i % originals.size();
                    classes.writeByte(originals.label(from));
                    pixels.write(perturbed(originals.batch(from, 1).values(), random));
                }
            }
            DataSet set = DataReader.read(images, labels, null, SHAPE);
            Files.delete(images);
            Files.delete(labels);
            return set;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataOutputStream open(Path file) throws IOException {
        return new DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(file)));
    }

    private static byte[] perturbed(float[] image, Random random) {
        byte[] pixels = new byte[image.length];
        for (int i = 0; i < pixels.length; i++) {
            double pixel = 255 * image[i] + NOISE * random.nextGaussian();
            pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(pixel)));
        }
        return pixels;
    }
}
