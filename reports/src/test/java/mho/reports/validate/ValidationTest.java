package mho.reports.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mho.arch.chip.ChipFiles;
import org.junit.jupiter.api.Test;

/** Rows by the chip that they are about. */
class ValidationTest {
    @Test
    void rows_about_a_chip_are_those_alone() {
        assertThat(Validation.rows("k80"))
                .hasSize(5)
                .allMatch(row -> row.what().contains("K80"))
                .allMatch(ValidationRow::holds);
        assertThat(Validation.rows("hermes-64-1phase")).hasSize(3).allMatch(row -> row.chip()
                .equals("hermes-64-1phase"));
    }

    @Test
    void chips_that_rows_are_about_come_with_mho() {
        assertThat(Validation.chips()).isSubsetOf(ChipFiles.names());
    }

    /** The README's table of rows by chip is written by hand; it adds up to what rows say of themselves, and to what is said above it. */
    @Test
    void the_readme_counts_the_rows_that_there_are() throws IOException {
        List<ValidationRow> rows = Validation.rows();
        assertThat(rows).allMatch(ValidationRow::holds);
        int[] counts = new int[ValidationRow.Proof.values().length];
        rows.forEach(row -> counts[row.proof().ordinal()]++);
        String readme = Files.readString(Path.of("../README.md"));
        assertThat(readme.replaceAll("\\s+", " "))
                .contains("writing to " + rows.size() + " rows")
                .contains("of which " + counts[ValidationRow.Proof.BOUNDS.ordinal()] + " only bound, "
                        + counts[ValidationRow.Proof.FITTED.ordinal()] + " were fitted and "
                        + counts[ValidationRow.Proof.TOLD.ordinal()] + " are told");
        int[] table = new int[4];
        Matcher line = Pattern.compile("(?m)^\\|.*\\| (\\d+), (\\d+), (\\d+), (\\d+) \\|$")
                .matcher(readme);
        while (line.find()) {
            for (int column = 0; column < table.length; column++) {
                table[column] += Integer.parseInt(line.group(column + 1));
            }
        }
        assertThat(table)
                .containsExactly(
                        counts[ValidationRow.Proof.AGREES.ordinal()],
                        counts[ValidationRow.Proof.BOUNDS.ordinal()],
                        counts[ValidationRow.Proof.FITTED.ordinal()],
                        counts[ValidationRow.Proof.TOLD.ordinal()]);
    }
}
