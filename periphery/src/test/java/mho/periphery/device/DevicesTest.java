package mho.periphery.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mho.core.yaml.BadInput;
import mho.core.yaml.NumericLeaves;
import mho.core.yaml.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DevicesTest {

    static List<String> names() {
        return Devices.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyDeviceLoadsUnderItsNameAndEveryFigureHasASource(String name) {
        Device device = Devices.load(name);
        assertThat(device.device()).isEqualTo(name);
        assertThat(device.about()).isNotBlank();
        assertThat(Sources.uncovered(Devices.tree(name))).isEmpty();
    }

    @Test
    void onlyTheIdealDeviceStatesNoFigure() {
        for (String name : names()) {
            assertThat(NumericLeaves.of(Devices.tree(name)).isEmpty()).as(name).isEqualTo(name.equals("ideal"));
        }
    }

    @Test
    void aDeviceOfOnesOwnIsAFile(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("mine.yaml");
        Files.writeString(file, "{device: mine, about: mine, source: measured, on-conductance: 3 uS, spread: 2 %}");
        assertThat(Devices.load(file.toString()).spread()).isEqualTo(0.02);
    }

    @Test
    void aDeviceThatThereIsNotIsRefusedWithTheOneMeant() {
        assertThatThrownBy(() -> Devices.load("pcm-joshy"))
                .isInstanceOf(BadInput.class)
                .hasMessage("no device is called \"pcm-joshy\", did you mean \"pcm-joshi\"?");
        assertThatThrownBy(() -> Devices.load("/nowhere/at/all.yaml"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("give a file or one of ideal, pcm-joshi");
    }

    @Test
    void nonsenseInADeviceFileIsRefusedAtItsPlace(@TempDir Path directory) throws Exception {
        String head = "{device: mine, about: mine, source: measured, ";
        assertRefused(directory, head + "spread: -1 %}", "spread: must be at least 0");
        assertRefused(directory, head + "stuck-on: 60 %, stuck-off: 50 %}", "together exceed all cells");
        assertRefused(directory, head + "on-conductance: 1 uS, off-conductance: 2 uS}", "must be below on-conductance");
        assertRefused(directory, head + "off-conductance: 2 uS}", "state both or none");
        assertRefused(
                directory,
                head + "programming-error: {of: 1 uS, per: 1 uS, curve: {kind: polynomial, coefficients: [1]}}}",
                "laws in siemens need an on-conductance");
        assertRefused(
                directory,
                head + "on-conductance: 1 uS, drift: {kind: table, from: 1 s, rows: ["
                        + "{at: 9 s, deviation: {per: 1 uS, curve: {kind: polynomial, coefficients: [1]}}}, "
                        + "{at: 5 s, deviation: {per: 1 uS, curve: {kind: polynomial, coefficients: [1]}}}]}}",
                "rows must be in order of time");
        assertRefused(directory, head + "on-conductance: 1 uS, drift: {kind: table, from: 1 s, rows: []}}", "no rows");
    }

    private static void assertRefused(Path directory, String yaml, String message) throws Exception {
        Path file = directory.resolve("bad.yaml");
        Files.writeString(file, yaml);
        assertThatThrownBy(() -> Devices.load(file.toString()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("bad.yaml:1:")
                .hasMessageContaining(message);
    }
}
