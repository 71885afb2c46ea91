package mho.reports.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mho.reports.tornado.Tornado;
import mho.reports.tornado.TornadoBar;
import mho.reports.tornado.TornadoProgress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of what rows hang on is what comes out today. */
class HangsOnTest {
    private static void isKept(List<Tornado> tornados) {
        Map<String, String> kept = new HashMap<>();
        Map<String, String> today = new HashMap<>();
        for (Tornado tornado : tornados) {
            kept.put(tornado.row(), HangsOn.of(tornado.row()));
            today.put(tornado.row(), tornado.most().map(TornadoBar::told).orElse(""));
        }
        assertThat(kept)
                .as("run: mho validate --tornado --top 1 --csv, into hangs-on.csv")
                .isEqualTo(today);
    }

    @ParameterizedTest
    @ValueSource(strings = {"boltzmann", "k80", "lightning"})
    void some_are_what_is_kept(String chip) {
        List<Tornado> tornados = Validation.tornados(chip, TornadoProgress.NONE);
        assertThat(tornados).isNotEmpty();
        isKept(tornados);
    }

    @Test
    @Tag("long")
    void all_are_what_is_kept() {
        isKept(Validation.tornados("", TornadoProgress.NONE));
    }

    @Test
    void ratios_say_over_what_and_on_what() {
        List<ValidationRow> rows = Validation.rows("boltzmann").stream()
                .filter(row -> !row.over().isEmpty())
                .toList();

        assertThat(rows).hasSize(2).allMatch(row -> row.over().equals("haswell-2699v3"));
        assertThat(rows).allMatch(row -> row.hangsOn().contains(" of boltzmann ("));
    }
}
