package mho.workloads.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import mho.core.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was put is what is read, to the bit, and the same is written as the same bytes. */
class NamedArraysTest {
    private static final float[] FLOATS = {0, -0f, 1e-45f, 3.4e38f, -1.5f, (float) Math.PI};
    private static final long[] LONGS = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x0123_4567_89AB_CDEFL, 1L << 53};

    @TempDir
    private Path folder = Path.of("");

    private static NamedArrays some() {
        NamedArrays arrays = NamedArrays.empty();
        arrays.put("text", "epoch: 3\nγ ≠ 0\n");
        arrays.put("layer0.w", FLOATS);
        arrays.put("places", LONGS);
        return arrays;
    }

    @Test
    void whatWasPutIsRead() {
        Path file = folder.resolve("a.npz");
        some().write(file);
        NamedArrays read = NamedArrays.read(file);
        assertThat(read.names()).containsExactlyInAnyOrder("text", "layer0.w", "places");
        assertThat(read.text("text")).isEqualTo("epoch: 3\nγ ≠ 0\n");
        assertThat(read.longs("places")).isEqualTo(LONGS);
        float[] floats = read.floats("layer0.w");
        for (int i = 0; i < FLOATS.length; i++) {
            assertThat(Float.floatToRawIntBits(floats[i])).isEqualTo(Float.floatToRawIntBits(FLOATS[i]));
        }
    }

    @Test
    void theSameArraysAreTheSameBytesWhereverAndWheneverTheyAreWritten() throws IOException {
        Path here = folder.resolve("here.npz");
        some().write(here);
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            Locale.setDefault(new Locale("ar", "EG"));
            some().write(folder.resolve("there.npz"));
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
        assertThat(folder.resolve("there.npz")).hasSameBinaryContentAs(here);
        assertThat(folder.resolve("there.npz.part")).doesNotExist();
        // The numbers of an array begin at a multiple of 64 bytes, its header ends a line (NEP 1).
        byte[] array = Files.readAllBytes(here);
        String text = new String(array, StandardCharsets.ISO_8859_1);
        int begin = text.indexOf("\u0093NUMPY", text.indexOf("layer0.w"));
        assertThat(text.charAt(begin + 127)).isEqualTo('\n');
        assertThat(text.substring(begin + 10, begin + 68))
                .isEqualTo("{'descr': '<f4', 'fortran_order': False, 'shape': (6,), } ");
    }

    @Test
    void anArrayThatIsNotThereIsRefusedByName() {
        Path file = folder.resolve("a.npz");
        some().write(file);
        assertThatThrownBy(() -> NamedArrays.read(file).floats("layer1.w"))
                .isInstanceOf(BadInput.class)
                .hasMessage(file + ": has no array \"layer1.w\"; give a file that mho has written for this");
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        Path file = folder.resolve("no/a.npz");
        assertThatThrownBy(() -> some().write(file))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        file
                                + ": cannot be written: no such file or directory; give a file in a folder that may be written to");
    }

    @Test
    void damageIsFound() throws IOException {
        Path file = folder.resolve("a.npz");
        some().write(file);
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("\n", text.indexOf("<f4")) + 5;
        bytes[at] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> NamedArrays.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("damaged");
    }
}
