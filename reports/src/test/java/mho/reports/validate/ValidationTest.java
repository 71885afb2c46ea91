package mho.reports.validate;

import static org.assertj.core.api.Assertions.assertThat;

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
}
