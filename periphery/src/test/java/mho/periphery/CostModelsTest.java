package mho.periphery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CostModelsTest {

    @Test
    void everyPromisedModelIsListedOnceInItsFamily() {
        List<String> listed = CostModels.all().stream()
                .map(each -> each.family() + "/" + each.model().name())
                .toList();
        assertThat(listed)
                .containsExactly(
                        "driver/isaac-1b",
                        "driver/mnsim-series",
                        "driver/line-charge",
                        "array/ohmic",
                        "sample-and-hold/isaac-sample-and-hold",
                        "ADC/isaac-scaled",
                        "ADC/accelergy-regression",
                        "ADC/neurosim-sar",
                        "ramp converter/ramp-comparator",
                        "ramp generator/ramp-counter",
                        "digital unit/horowitz-45nm",
                        "digital unit/aladdin-40nm",
                        "buffer/edram-isaac",
                        "buffer/edram-puma",
                        "buffer/sram-mnsim-45nm",
                        "buffer/sram-mnsim-65nm",
                        "register/register-file-puma",
                        "wire/keckler-40nm",
                        "wire/low-swing-45nm",
                        "wire/wire-charge",
                        "router/isaac",
                        "router/puma-4-port",
                        "router/puma-8-port",
                        "chip link/hypertransport-isaac",
                        "chip link/timely-65nm");
    }

    @Test
    void everyModelSaysWhatItPricesFromWhatWhereItHoldsAndWhoSaysSo() {
        for (CostModels.Listed listed : CostModels.all()) {
            var model = listed.model();
            assertThat(List.of(model.action(), model.parameters(), model.validRange(), model.source()))
                    .as(model.name())
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("\n"));
        }
    }
}
