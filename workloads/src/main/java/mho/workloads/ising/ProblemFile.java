package mho.workloads.ising;

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

/** Reads a problem: DIMACS CNF where a line says {@code p cnf}, else the graph that rudy writes and the G-set has. */
public final class ProblemFile {
    /** Of half a million edges. */
    private static final long LARGEST = 16L << 20;

    private ProblemFile() {}

    /**
     * Reads a file of either kind.
     *
     * @throws BadInput that tells file, line and remedy
     */
    public static BinaryProblem read(Path given) {
        Path file = GivenPath.toRead(given);
        String where = MessageText.plain(file.toString(), 300);
        List<String> lines = lines(where, file);
        boolean formula = where.endsWith(".cnf")
                || lines.stream().anyMatch(line -> line.strip().startsWith("p"));
        return formula ? DimacsFormula.read(where, lines) : RudyGraph.read(where, lines);
    }

    private static List<String> lines(String where, Path file) {
        try {
            if (GivenPath.isSpecial(file)) {
                throw new BadInput(where + ": " + GivenPath.SPECIAL);
            }
            if (Files.size(file) > LARGEST) {
                throw new BadInput(
                        where + ": is larger than 16 MiB, which no machine here holds; give a smaller problem");
            }
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new BadInput(where + ": there is no such file; give a graph in rudy format or a DIMACS CNF file");
        } catch (CharacterCodingException e) {
            throw new BadInput(where + ": is no text; give a graph in rudy format or a DIMACS CNF file");
        } catch (IOException e) {
            throw new BadInput(where + ": cannot be read (" + e.getMessage() + "); give a file that can");
        }
    }

    /** A whole number from low to high. */
    static int whole(String where, int line, String text, int low, int high, String what) {
        try {
            int number = Integer.parseInt(text);
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, with the numbers that can be
        }
        throw bad(
                where,
                line,
                MessageText.quoted(text) + " is no " + what + ", which are whole numbers from " + low + " to " + high
                        + "; mend that line");
    }

    static BadInput bad(String where, int line, String what) {
        return new BadInput(where + ":" + line + ": " + what);
    }
}
