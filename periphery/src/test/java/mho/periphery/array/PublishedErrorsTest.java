package mho.periphery.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import mho.periphery.device.Device;
import mho.periphery.device.Devices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The laws of the device files at points worked out by hand from the published fits. */
class PublishedErrorsTest {

    // sigma in uS at a conductance in uS
    @ParameterizedTest
    @CsvSource({
        "pcm-joshi,      0,     0.26348",
        "pcm-joshi,      12.5,  0.952705", // 0.26348 + 0.9825 - 0.293275
        "pcm-joshi,      25,    1.05538",
        "pcm-hermes-2,   0,     0.16603",
        "pcm-hermes-2,   10.35, 0.991011", // 0.16603 + 2.35903 - 2.1202525 + 0.58620125
        "pcm-hermes-2,   20.7,  1.09269",
        "pcm-hermes-1,   0,     0.15782",
        "pcm-hermes-1,   10.35, 1.00757",
        "rram-wan,       20,    2.0229375", // 0.348 + 8.015 - 10.96325 + 5.674125 - 1.0509375
        "rram-milo,      50,    4.326971",
        "rram-milo,      225,   2.733246",
        "cmo-hfox,       50,    0.5757335",
        "sonos,          16,    0.198844"
    })
    void programmingErrorAtAPoint(String device, double microsiemens, double sigma) {
        Device named = Devices.load(device);
        double found = Objects.requireNonNull(named.programmingError()).at(microsiemens * 1e-6) * 1e6;
        assertThat(found).isCloseTo(sigma, within(1e-3 * sigma));
    }

    @Test
    void theTwoFitsOfJoshisCellsAgreeWithinATwentiethOfAMicrosiemens() {
        // CrossSim's: -0.00178767 G^2 + 0.07585724 G + 0.28638599 uS
        var aihwkit = Objects.requireNonNull(Devices.load("pcm-joshi").programmingError());
        for (double g = 0; g <= 25; g += 2.5) {
            double crossSim = -0.00178767 * g * g + 0.07585724 * g + 0.28638599;
            assertThat(aihwkit.at(g * 1e-6) * 1e6).as("%s uS", g).isCloseTo(crossSim, within(0.05));
        }
    }

    @Test
    void windowsAreThoseOfTheBenchmarkTable() {
        Map.of(
                        "ag-si",
                        12.5,
                        "taox-tio2",
                        2.0,
                        "taox-hfox",
                        10.0,
                        "pcmo",
                        6.84,
                        "alox-hfo2",
                        4.43,
                        "gst-pcm",
                        19.8,
                        "epiram",
                        50.2,
                        "hzo-fefet",
                        45.0,
                        "stt-mram",
                        2.3)
                .forEach((name, ratio) -> {
                    Device device = Devices.load(name);
                    double found = Objects.requireNonNull(device.onConductance())
                            / Objects.requireNonNull(device.offConductance());
                    assertThat(found).as(name).isCloseTo(ratio, within(0.001 * ratio));
                    assertThat(device.levels()).as(name).isNotNull();
                });
    }
}
