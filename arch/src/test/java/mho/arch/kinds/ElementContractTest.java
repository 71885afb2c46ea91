package mho.arch.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import mho.arch.cut.WeightLayout;
import mho.arch.element.Block;
import mho.arch.element.Element;
import mho.arch.element.ElementTiming;
import mho.arch.element.Service;
import mho.workloads.task.Verb;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What everything that computes in a tile owes those who ask it, whatever its kind. */
final class ElementContractTest {
    private static final double CYCLE = 1e-9;

    static Stream<ChipKind> kinds() {
        return ChipKind.of(Element.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_result_is_never_there_before_the_element_is_free_to_begin_and_more_columns_take_no_less(ChipKind kind) {
        ElementTiming timing = Example.part(Element.class, kind).timing(8, CYCLE);
        assertThat(timing.verbs()).isNotEmpty();
        for (Verb verb : timing.verbs()) {
            Service before = timing.service(verb, new Block(1, 1, 1));
            for (int columns = 1; columns <= timing.layout().arrayColumns(); columns++) {
                Service service = timing.service(verb, new Block(1, columns, 1));
                assertThat(service.occupancyCycles()).isPositive().isLessThanOrEqualTo(service.latencyCycles());
                assertThat(service.occupancyCycles()).isGreaterThanOrEqualTo(before.occupancyCycles());
                before = service;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void it_says_the_same_of_itself_to_those_who_ask_for_time_and_those_who_do_not(ChipKind kind) {
        Element element = Example.part(Element.class, kind);
        ElementTiming timing = element.timing(8, CYCLE);
        assertThat(timing.layout()).isEqualTo(element.layout());
        assertThat(timing.arrays()).isEqualTo(element.arrays()).isPositive();
        assertThat(timing).isEqualTo(element.timing(8, CYCLE));
        WeightLayout layout = element.layout();
        assertThat(layout.weightsAcross()).isPositive();
        assertThat(element.storedBits()).isGreaterThanOrEqualTo((double) layout.arrayRows() * layout.weightsAcross());
        assertThat(element.occupancySeconds(8)).isPositive();
        Service whole = timing.service(Verb.MULTIPLY, new Block(layout.arrayRows(), layout.arrayColumns(), 1));
        Double hertz = timing.clock();
        double cycle = hertz == null ? CYCLE : 1 / hertz;
        assertThat(whole.occupancyCycles() * cycle).isGreaterThanOrEqualTo(element.occupancySeconds(8) * (1 - 1e-9));
        assertThat(element.describe(8)).isNotNull();
    }
}
