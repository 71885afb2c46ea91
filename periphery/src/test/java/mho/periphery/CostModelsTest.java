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
                        "ADC/sar-puma",
                        "ADC/sar-22nm",
                        "ADC/sar-14nm",
                        "ADC/sar-7nm",
                        "ADC/accelergy-regression",
                        "ADC/neurosim-sar",
                        "ramp converter/ramp-comparator",
                        "ramp generator/ramp-counter",
                        "digital unit/horowitz-45nm",
                        "digital unit/aladdin-40nm",
                        "digital unit/logic-22nm",
                        "digital unit/logic-14nm",
                        "digital unit/logic-7nm",
                        "buffer/edram-isaac",
                        "buffer/edram-puma",
                        "buffer/edram-22nm",
                        "buffer/edram-14nm",
                        "buffer/edram-7nm",
                        "buffer/sram-mnsim-45nm",
                        "buffer/sram-mnsim-65nm",
                        "buffer/sram-22nm",
                        "buffer/sram-14nm",
                        "buffer/sram-7nm",
                        "register/register-file-puma",
                        "register/register-file-22nm",
                        "register/register-file-14nm",
                        "register/register-file-7nm",
                        "wire/keckler-40nm",
                        "wire/low-swing-45nm",
                        "wire/wire-charge",
                        "router/isaac",
                        "router/puma-4-port",
                        "router/puma-8-port",
                        "router/router-4-port-22nm",
                        "router/router-4-port-14nm",
                        "router/router-4-port-7nm",
                        "router/router-8-port-22nm",
                        "router/router-8-port-14nm",
                        "router/router-8-port-7nm",
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
