package mho.workloads.linear;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.GivenPath;
import mho.workloads.data.NamedArrays;

/**
 * Reads matrices and right-hand sides: Matrix Market files (Boisvert, Pozo and Remington, NISTIR 5935, 1996), and the one array of an
 * {@code .npz} file, whose numbers are taken as 32-bit ones.
 */
public final class MatrixFile {
    /** Arrays hold all entries of a matrix, zeros too: of so many rows 256 MiB. */
    static final int MOST_ROWS = 8192;

    private static final long LARGEST = 64L << 20;
    private static final String FORMS = "give a Matrix Market file (.mtx) or an .npz file";

    private MatrixFile() {}

    /** A square matrix; throws {@link BadInput} that tells file, line and remedy. */
    public static SparseMatrix matrix(Path given) {
        Path file = GivenPath.toRead(given);
        String where = MessageText.plain(file.toString(), 300);
        if (isArrays(where)) {
            NamedArrays arrays = NamedArrays.read(file);
            String name = only(where, arrays);
            List<Integer> extents = arrays.extents(name);
            if (extents.size() != 2) {
                throw new BadInput(where + ": array \"" + MessageText.plain(name) + "\" has " + extents.size()
                        + " extents, and a matrix has two; give one");
            }
            return filled(where, extents.get(0), extents.get(1), arrays.floats(name));
        }
        return new MatrixMarket(where, lines(where, file)).matrix();
    }

    /**
     * A right-hand side of so many numbers.
     *
     * @throws BadInput that tells file and remedy
     */
    public static double[] vector(Path given, int size) {
        Path file = GivenPath.toRead(given);
        String where = MessageText.plain(file.toString(), 300);
        double[] vector;
        if (isArrays(where)) {
            NamedArrays arrays = NamedArrays.read(file);
            float[] floats = arrays.floats(only(where, arrays));
            vector = new double[floats.length];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = floats[i];
            }
        } else {
            vector = new MatrixMarket(where, lines(where, file)).vector();
        }
        if (vector.length != size) {
            throw new BadInput(
                    where + ": has " + vector.length + " numbers, and the matrix has " + size + " rows; give as many");
        }
        checkFinite(where, vector);
        return vector;
    }

    private static boolean isArrays(String where) {
        return where.endsWith(".npz");
    }

    private static String only(String where, NamedArrays arrays) {
        if (arrays.names().size() != 1) {
            throw new BadInput(where + ": holds " + arrays.names().size() + " arrays ("
                    + MessageText.plain(String.join(", ", arrays.names())) + "); give a file with one");
        }
        return arrays.names().iterator().next();
    }

    private static SparseMatrix filled(String where, int rows, int columns, float[] values) {
        checkSize(where, rows, columns);
        SparseMatrix.Entries entries = new SparseMatrix.Entries(rows);
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new BadInput(where + ": entry (" + (i / columns + 1) + ", " + (i % columns + 1) + ") is "
                        + values[i] + "; give finite ones");
            }
            entries.add(i / columns, i % columns, values[i]);
        }
        return entries.matrix();
    }

    static void checkSize(String where, int rows, int columns) {
        if (rows != columns) {
            throw new BadInput(where + ": is " + rows + " x " + columns
                    + ", and equations are as many as unknowns; give a square matrix");
        }
        if (rows < 1 || rows > MOST_ROWS) {
            throw new BadInput(where + ": has " + rows + " rows; from 1 to " + MOST_ROWS + " are solved here");
        }
    }

    private static void checkFinite(String where, double[] vector) {
        for (double value : vector) {
            if (!Double.isFinite(value)) {
                throw new BadInput(where + ": has a number that is not finite; give finite ones");
            }
        }
    }

    private static List<String> lines(String where, Path file) {
        try {
            if (GivenPath.isSpecial(file)) {
                throw new BadInput(where + ": " + GivenPath.SPECIAL);
            }
            if (Files.size(file) > LARGEST) {
                throw new BadInput(where + ": is larger than 64 MiB; give a smaller matrix");
            }
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new BadInput(where + ": there is no such file; " + FORMS);
        } catch (CharacterCodingException e) {
            throw new BadInput(where + ": is no text; " + FORMS);
        } catch (IOException e) {
            throw new BadInput(where + ": cannot be read (" + e.getMessage() + "); " + FORMS);
        }
    }
}
