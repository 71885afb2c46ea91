package mho.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private final Ledger ledger = new Ledger(List.of("conv1", "fc"));

    @Test
    void namesAreGivenOnceAndKeepTheirIds() {
        int convert = ledger.action("adc", "convert");
        int read = ledger.action("buffer", "read");
        int write = ledger.action("buffer", "write");

        assertThat(ledger.action("adc", "convert")).isEqualTo(convert);
        assertThat(ledger.component("buffer")).isEqualTo(1);
        assertThat(List.of(convert, read, write)).containsExactly(0, 1, 2);
        assertThat(ledger.components()).containsExactly("adc", "buffer");
        assertThat(ledger.actions())
                .containsExactly(
                        new Ledger.Account(0, "convert"),
                        new Ledger.Account(1, "read"),
                        new Ledger.Account(1, "write"));
    }

    @Test
    void countsAddUpLayerByLayer() {
        int convert = ledger.action("adc", "convert");
        ledger.add(0, convert, 100);
        ledger.add(0, convert, 0.5);
        ledger.add(1, convert, 7);
        for (int i = 0; i < 50; i++) {
            ledger.add(1, ledger.action("buffer", "action " + i), i);
        }

        assertThat(ledger.count(0, convert)).isEqualTo(100.5);
        assertThat(ledger.count(1, convert)).isEqualTo(7);
        assertThat(ledger.count(0, 50)).isZero();
        assertThat(ledger.count(1, 50)).isEqualTo(49);
    }

    @Test
    void refusesWhatCannotBeCounted() {
        int convert = ledger.action("adc", "convert");

        assertThatThrownBy(() -> ledger.add(0, convert, -1))
                .hasMessage("an amount must be finite and not negative, is -1.0");
        assertThatThrownBy(() -> ledger.add(0, convert, Double.NaN))
                .hasMessage("an amount must be finite and not negative, is NaN");
        assertThatThrownBy(() -> ledger.add(0, 1, 1))
                .hasMessage("no action 1, register it with action(component, name)");
        assertThatThrownBy(() -> ledger.action(3, "x")).hasMessage("no component 3, register it with component(name)");
    }
}
