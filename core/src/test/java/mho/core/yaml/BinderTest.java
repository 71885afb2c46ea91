package mho.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BinderTest {
    @Test
    void aChipFileBecomesRecordsInSiUnits() {
        Chip chip = Chip.read(Chip.GOOD);

        assertThat(chip.cycle()).isEqualTo(100e-9);
        assertThat(chip.tiles()).isEqualTo(168);
        assertThat(chip.tile().size()).isEqualTo(65536);
        Chip.Sar adc = (Chip.Sar) chip.tile().adc();
        assertThat(adc.rate()).isEqualTo(1.28e9);
        assertThat(adc.cost().power()).isEqualTo(2e-3);
        assertThat(adc.cost().area()).isEqualTo(1.2e-9);
        assertThat(adc.cost().source()).isEqualTo("Shafiee et al. 2016");
    }
}
