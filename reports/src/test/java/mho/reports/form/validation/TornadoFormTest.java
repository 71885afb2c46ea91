package mho.reports.form.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mho.reports.medium.Terminal;
import mho.reports.tornado.ExampleTornados;
import mho.reports.tornado.Tornado;
import org.junit.jupiter.api.Test;

class TornadoFormTest {
    private static final List<Tornado> EXAMPLES = ExampleTornados.all("");

    @Test
    void text_has_both_moves_signed_and_drawn_from_the_middle() {
        String text = TornadoForm.text(EXAMPLES, 8, Terminal.PLAIN);

        assertThat(text)
                .contains("MLP-S over a processor: 202.1 (prime over prime-cpu)")
                .containsPattern("tile\\.core\\.adc\\.step +prime +1\\.5 ns +\\+25\\.0 % +-20\\.0 % +█{12}│░{12}\n")
                .containsPattern("tile\\.cores +prime +2 +-10\\.0 % at 1 +\\+10\\.0 % at 3 ")
                .contains("1 others leave it where it is; 1 cannot be moved: tile.core.adc.bits (--json says why); "
                        + "1 are names or zero: tile.buffer.kind.")
                .contains("weights: 1 KiB (prime)\nNothing is assumed.");
    }

    @Test
    void the_less_moving_are_counted_where_they_are_not_told() {
        assertThat(TornadoForm.text(EXAMPLES, 1, Terminal.PLAIN))
                .contains("1 more move it less (--top 2)")
                .doesNotContain("tile.cores ");
    }

    @Test
    void csv_has_a_line_for_each_that_moves() {
        assertThat(TornadoForm.csv(EXAMPLES, 8))
                .isEqualTo(
                        """
                        row,path,machine,value,low_value,low_change,high_value,high_change,reasoning,told
                        MLP-S over a processor,tile.core.adc.step,prime,1.5 ns,1.2 ns,0.25,1.8 ns,-0.2,fitted,"tile.core.adc.step of prime (1.5 ns): +25.0 % at -20 %, -20.0 % at +20 %"
                        MLP-S over a processor,tile.cores,prime,2,1,-0.1,3,0.1,room,"tile.cores of prime (2): -10.0 % at 1, +10.0 % at 3"
                        """);
    }

    @Test
    void json_says_why_a_move_was_refused() {
        assertThat(TornadoForm.json(EXAMPLES))
                .contains("\"schema\" : \"mho.tornado/1\"", "\"moved_by\" : 0.2", "\"refused\" : \"no such converter\"")
                .contains("\"change\" : null");
    }
}
