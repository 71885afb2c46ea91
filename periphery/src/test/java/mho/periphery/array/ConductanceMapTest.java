package mho.periphery.array;

import static mho.periphery.Parts.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConductanceMapTest {

    @Test
    void digitsLieEvenlyBetweenTheEndsOfTheWindow() {
        ConductanceMap map =
                ConductanceMap.of(part(Cell.class, "{bits: 2, on-conductance: 9 uS, off-conductance: 1 uS}"));
        assertThat(map.steps()).isEqualTo(3);
        assertThat(map.level(0)).isZero();
        assertThat(map.level(1)).isEqualTo(1 / 3f);
        assertThat(map.level(3)).isEqualTo(1);
        assertThat(map.digit(map.level(2))).isCloseTo(2, within(1e-6));
    }

    @Test
    void theLowestConductanceCarriesCurrentToo() {
        assertThat(ConductanceMap.of(part(Cell.class, "{on-conductance: 9 uS, off-conductance: 1 uS}"))
                        .offset())
                .isEqualTo(0.125);
        assertThat(ConductanceMap.of(part(Cell.class, "{}")).offset()).isZero();
        // half the current of a fully set cell of on/off ratio 2 comes from nothing stored
        assertThat(ConductanceMap.of(part(Cell.class, "{device: taox-tio2}")).offset())
                .isEqualTo(1);
    }
}
