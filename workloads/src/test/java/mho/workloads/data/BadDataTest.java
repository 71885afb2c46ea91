package mho.workloads.data;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import mho.core.yaml.BadInput;
import mho.workloads.network.Shape;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which data can be unusable, with what is said of it; the file is called "in". */
class BadDataTest {
    private static final Shape SHAPE = new Shape(1, 2, 2);
    private static final byte[] GOOD = WrittenDataFiles.images(3, 2, 2);

    @TempDir
    private Path folder = Path.of("");

    static Stream<Arguments> inputs() {
        return Stream.of(
                bad("nothing", new byte[0], "in: the file is empty, copy or download it again"),
                bad(
                        "nothing packed",
                        WrittenDataFiles.gzip(new byte[0]),
                        "in: the file is empty, copy or download it again"),
                bad(
                        "a picture",
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                        "in: is none of IDX (which starts with 00 00), NumPy and CSV, it starts with 89 50 4e 47;"
                                + " convert it, for example with numpy.save"),
                bad(
                        "a wide text",
                        "1,2,3,4".getBytes(UTF_16),
                        "in: is none of IDX (which starts with 00 00), NumPy and CSV, it starts with fe ff 00 31;"
                                + " convert it, for example with numpy.save"),
                bad(
                        "a pointer",
                        WrittenDataFiles.text("version https://git-lfs.github.com/spec/v1\noid sha256:0\n"),
                        "in: is a Git LFS pointer instead of the data, fetch it with: git lfs pull"),
                bad(
                        "gzip that breaks off",
                        Arrays.copyOf(WrittenDataFiles.gzip(GOOD), 20),
                        "in: the compressed data breaks off or is damaged, copy or download it again"),
                bad(
                        "gzip with a wrong checksum",
                        changed(WrittenDataFiles.gzip(GOOD), -6),
                        "in: the compressed data breaks off or is damaged, copy or download it again"),
                bad(
                        "numbers that break off",
                        Arrays.copyOf(GOOD, GOOD.length - 5),
                        "in: is truncated, it holds 7 of the 12 numbers its header announces; copy or download it again"),
                bad(
                        "floats that break off",
                        WrittenDataFiles.idx(13, new int[] {3, 2, 2}, new byte[43]),
                        "in: is truncated, it holds 10 of the 12 numbers its header announces; copy or download it again"),
                bad(
                        "a header that breaks off",
                        Arrays.copyOf(GOOD, 9),
                        "in: is truncated within the header, copy or download it again"),
                bad(
                        "less than a magic number",
                        new byte[] {0, 0, 8},
                        "in: is no IDX file, these start with two zero bytes and two that tell the numbers"),
                bad(
                        "an unknown kind of number",
                        WrittenDataFiles.idx(10, new int[] {1}, new byte[1]),
                        "in: 0x0a is no kind of number of an IDX file (08, 09, 0b, 0c, 0d, 0e are), is it damaged?"),
                bad(
                        "no extents",
                        WrittenDataFiles.idx(8, new int[0], new byte[1]),
                        "in: announces 0 extents, the header of the IDX file is damaged"),
                bad(
                        "no images",
                        WrittenDataFiles.images(0, 2, 2),
                        "in: is empty (0 x 2 x 2), give a file with at least one input"),
                bad(
                        "more than a file can hold",
                        WrittenDataFiles.idx(8, new int[] {1 << 30, 28, 28}),
                        "in: announces 1073741824 x 28 x 28 numbers, more than the 2^31 one file may hold; split it,"
                                + " or is it damaged?"),
                bad(
                        "more than announced",
                        Arrays.copyOf(GOOD, GOOD.length + 1),
                        "in: goes on behind the 12 numbers its header announces, the header or the file is damaged"),
                bad(
                        "images of another size",
                        WrittenDataFiles.images(3, 2, 3),
                        "in: holds inputs of 2 x 3, the network wants 1 x 2 x 2; give data of that shape or another"
                                + " network"),
                bad(
                        "labels for images",
                        WrittenDataFiles.labels(1, 2, 3),
                        "in: holds inputs of 1 number, the network wants 1 x 2 x 2; give data of that shape or another"
                                + " network"),
                bad(
                        "not a number",
                        WrittenDataFiles.idx(
                                13, new int[] {2, 2, 2}, WrittenDataFiles.floats(1, 2, 3, 4, 5, Double.NaN, 7, 8)),
                        "in: input 1 holds NaN, only finite numbers can be computed with; mend or leave out that input"),
                bad(
                        "infinity",
                        WrittenDataFiles.idx(
                                13, new int[] {1, 2, 2}, WrittenDataFiles.floats(1, Double.NEGATIVE_INFINITY, 3, 4)),
                        "in: input 0 holds -Infinity, only finite numbers can be computed with; mend or leave out that"
                                + " input"));
    }

    static Stream<Arguments> numpy() {
        return Stream.of(
                bad(
                        "another version",
                        new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 4, 0},
                        "in: is no .npy file of version 1 to 3, save it again with numpy.save"),
                bad(
                        "a length that breaks off",
                        new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 50},
                        "in: is truncated within the header, copy or download it again"),
                bad(
                        "a header that breaks off",
                        Arrays.copyOf(WrittenDataFiles.npy("<f4", false, "(3,)"), 30),
                        "in: is truncated within the header, copy or download it again"),
                bad(
                        "a huge header",
                        new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, -1, -1, -1, -1},
                        "in: announces a header of 4,294,967,295 bytes, the file is damaged"),
                bad(
                        "a header without an order",
                        WrittenDataFiles.npyOf("{'descr': '<f4', 'shape': (3,)}"),
                        "in: the header \"{'descr': '<f4', 'shape': (3,)}\" does not tell descr, fortran_order and shape;"
                                + " save it again with numpy.save"),
                bad(
                        "a number without extents",
                        WrittenDataFiles.npy("<f4", false, "()"),
                        "in: holds a single number without extents, save an array of inputs"),
                bad(
                        "an impossible extent",
                        WrittenDataFiles.npy("<f4", false, "(99999999999999999999, 2)"),
                        "in: \"99999999999999999999\" is no possible extent of an array, the header is damaged"),
                bad(
                        "an empty array",
                        WrittenDataFiles.npy("|u1", false, "(3, 0, 2)"),
                        "in: is empty (3 x 0 x 2), give a file with at least one input"),
                bad(
                        "numbers that break off",
                        WrittenDataFiles.npy("<i2", true, "(2, 2, 2)", new byte[15]),
                        "in: is truncated, it holds 7 of the 8 numbers its header announces; copy or download it again"),
                bad(
                        "double beyond float",
                        WrittenDataFiles.npy(
                                ">f8", false, "(1, 2, 2)", WrittenDataFiles.concat(new byte[24], new byte[] {
                                    0x7f, 0, 0, 0, 0, 0, 0, 0
                                })),
                        "in: input 0 holds Infinity, only finite numbers can be computed with; mend or leave out that"
                                + " input"),
                bad(
                        "no array in the zip",
                        WrittenDataFiles.zip(Map.of("data.pkl", new byte[3])),
                        "in: is a zip file without .npy arrays, save them with numpy.savez"),
                bad(
                        "a zip that breaks off",
                        Arrays.copyOf(WrittenDataFiles.zip(Map.of("x.npy", GOOD)), 40),
                        "in: the compressed data breaks off or is damaged, copy or download it again"),
                bad(
                        "something else in the zip",
                        WrittenDataFiles.zip(Map.of("x.npy", GOOD)),
                        "in:x: is no .npy file of version 1 to 3, save it again with numpy.save"),
                bad(
                        "two sets in the zip",
                        WrittenDataFiles.zip(Map.of("x_a.npy", GOOD, "x_b.npy", GOOD, "y.npy", GOOD)),
                        "in: x_a, x_b could all be the inputs, give the file of the inputs and that of the labels by their"
                                + " paths"));
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                bad(
                        "a header alone",
                        WrittenDataFiles.text("label,a,b,c,d\n"),
                        "in: holds no numbers, give a table with a line for each input"),
                bad(
                        "a word",
                        WrittenDataFiles.text("1,2,3,4,5\n1,2,three,4,5\n"),
                        "in:2: field 3 is \"three\", only numbers can be computed with; mend or leave out that line"),
                bad(
                        "a gap",
                        WrittenDataFiles.text("1,2,3,4,5\n\n1,2,,4,5\n"),
                        "in:3: field 3 is empty, only numbers can be computed with; mend or leave out that line"),
                bad(
                        "a short line",
                        WrittenDataFiles.text("1,2,3,4,5\n1,2,3\n"),
                        "in:2: has 3 fields where the lines before have 5, mend that line"),
                bad(
                        "too few columns",
                        WrittenDataFiles.text("1,2,3\n"),
                        "in: holds inputs of 3, the network wants 1 x 2 x 2; give data of that shape or another network"),
                bad(
                        "a column too many that has another name",
                        WrittenDataFiles.text("a,b,c,d,e\n1,2,3,4,5\n"),
                        "in: has 5 columns for inputs of 4 numbers and none is called \"label\"; call it so"),
                bad(
                        "labels alone",
                        WrittenDataFiles.text("label\n1\n"),
                        "in: holds nothing but labels, give the table of the inputs"),
                bad(
                        "not a number, as others spell it",
                        WrittenDataFiles.text("1,2,3,4,nan\n"),
                        "in: input 0 holds NaN, only finite numbers can be computed with; mend or leave out that input"),
                bad(
                        "a label that is no class",
                        WrittenDataFiles.text("0.5,2,3,4,5\n"),
                        "in: label 0 is 0.5, labels are whole numbers from 0"));
    }

    static Stream<Arguments> labels() {
        return Stream.of(
                bad(
                        "too few",
                        WrittenDataFiles.labels(1, 2),
                        "in: holds 2 labels for 3 inputs, give the labels of these inputs"),
                bad(
                        "images",
                        GOOD,
                        "in: holds 3 x 2 x 2 numbers where labels belong, one class number for each input; are the two"
                                + " files swapped?"),
                bad(
                        "below zero",
                        WrittenDataFiles.idx(9, new int[] {3}, (byte) 1, (byte) -2, (byte) 3),
                        "in: label 1 is -2, labels are whole numbers from 0"),
                bad(
                        "fractions",
                        WrittenDataFiles.npy(">f4", false, "(3, 1)", WrittenDataFiles.floats(0, 1, 1.5)),
                        "in: label 2 is 1.5, labels are whole numbers from 0"),
                bad(
                        "not a number",
                        WrittenDataFiles.npy(">f4", false, "(3,)", WrittenDataFiles.floats(Double.NaN, 1, 1)),
                        "in: label 0 is NaN, labels are whole numbers from 0"),
                bad(
                        "beyond all classes",
                        WrittenDataFiles.npy(">f4", false, "(3,)", WrittenDataFiles.floats(1e10, 1, 1)),
                        "in: label 0 is 1.0E10, labels are whole numbers from 0"),
                bad(
                        "one hot",
                        WrittenDataFiles.text("0,1,0\n1,0,0\n1,0,0\n"),
                        "in: holds 3 x 3 numbers where labels belong, one class number for each input; are the two files"
                                + " swapped?"));
    }

    private static Arguments bad(String what, byte[] bytes, String message) {
        return arguments(what, bytes, message);
    }

    private static byte[] changed(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[Math.floorMod(at, bytes.length)] ^= 1;
        return changed;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"inputs", "numpy", "tables"})
    void inputsThatCannotBeUsedAreToldInOneLine(String what, byte[] bytes, String message) {
        Path file = WrittenDataFiles.file(folder, "in", bytes);
        assertThatThrownBy(() -> DataReader.read(file, null, null, SHAPE))
                .as(what)
                .isInstanceOf(BadInput.class)
                .hasMessage(folder + "/" + message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("labels")
    void labelsThatCannotBeUsedAreToldInOneLine(String what, byte[] bytes, String message) {
        Path images = WrittenDataFiles.file(folder, "images", GOOD);
        Path file = WrittenDataFiles.file(folder, "in", bytes);
        assertThatThrownBy(() -> DataReader.read(images, file, null, SHAPE))
                .as(what)
                .isInstanceOf(BadInput.class)
                .hasMessage(folder + "/" + message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void whatNumPyWritesBesideNumbersIsRefused(String name, String message) {
        Path file = NumpyTest.numpy(name);
        assertThatThrownBy(() -> DataReader.read(file, null, null, SHAPE))
                .isInstanceOf(BadInput.class)
                .message()
                .endsWith(message);
    }

    static Stream<Arguments> unreadable() {
        String types = ", integers, floats and booleans are read; save it with array.astype(\"float32\")";
        return Stream.of(
                arguments("complex.npy", "complex.npy: holds elements of type \"<c8\"" + types),
                arguments("object.npy", "object.npy: holds elements of type \"|O\"" + types),
                arguments("record.npy", "record.npy: holds elements of type \"a record\"" + types),
                arguments("scalar.npy", "scalar.npy: holds a single number without extents, save an array of inputs"));
    }

    @Test
    void filesThatAreNotThereOrAreFolders() {
        Path images = WrittenDataFiles.file(folder, "images", GOOD);
        Path none = folder.resolve("none");
        assertRefused(() -> DataReader.read(none, null, null, SHAPE), none + ": no such file, check the path");
        assertRefused(() -> DataReader.read(images, none, null, SHAPE), none + ": no such file, check the path");
        assertRefused(
                () -> DataReader.read(images, folder, null, SHAPE), folder + ": is a folder, give a file inside it");
        assertRefused(
                () -> DataReader.read("none", null, null, SHAPE),
                "none: no such file or folder, check the path; the data that comes along is called fashion-mnist-1000");
        assertRefused(
                () -> DataReader.read("\0", null, null, SHAPE),
                "\"\\u{0}\": cannot be a path, it holds a NUL character; remove it");
        assertRefused(
                () -> DataReader.read("fashion-mnist-1000", images, null, new Shape(1, 28, 28)),
                "fashion-mnist-1000: brings its labels along, give no file of labels");
    }

    @Test
    void labelsGivenTwiceAreRefused() {
        Path table = WrittenDataFiles.file(folder, "in", WrittenDataFiles.text("1,2,3,4,5\n"));
        Path labels = WrittenDataFiles.file(folder, "labels", WrittenDataFiles.labels(1));
        assertRefused(
                () -> DataReader.read(table, labels, null, SHAPE),
                table + ": holds labels already and a file of labels is given, give one of the two");
    }

    @Test
    void aNormalisationBeyondFloatIsToldFromBadData() {
        Path file = WrittenDataFiles.file(
                folder, "in", WrittenDataFiles.idx(13, new int[] {1, 2, 2}, WrittenDataFiles.floats(1, 1e30, 3, 4)));
        assertRefused(
                () -> DataReader.read(file, null, Normalisation.of(1e10, 0, 1), SHAPE),
                file + ": input 0 holds 1.0E30, which the normalisation takes beyond the range of a float;"
                        + " change the scale");
    }

    /** A few bytes of header must not make the reader ask for gigabytes. */
    @Test
    void moreThanTheMemoryIsRefusedBeforeItIsAskedFor() {
        long memory = Runtime.getRuntime().maxMemory();
        assertThatThrownBy(() -> FileArray.checkMemory("in", memory / 2 + 1))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "in: takes %,d MB, more than half of the %,d MB Java may use; cut it to fewer inputs or raise -Xmx"
                                .formatted((memory / 2) >> 20, memory >> 20));
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(BadInput.class).hasMessage(message);
    }
}
